import type { Text } from '../text.js'
import type { Word } from '../words.js'
import { around, type Candidate } from './candidate.js'
import { cuePhrases, cueWords, fold, isGiven, isOrdinary, isSurname, isWordlike } from './lexicons.js'
import type { Item, Kind } from './run.js'

// Shapes that capitals do not show: names in lower case after what calls for one, initials of a patient, a patient's nickname in quotes.

let lowerCase: RegExp | undefined

const lowerCaseCue = () => {
  lowerCase ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${cuePhrases('patient_nouns')}|meet|introducing|congrat(?:s|ulations) to|congrats|say (?:hi|hello) to|shout ?-?out to|happy birthday(?: to)?|so proud of|(?:so |very )?(?:happy|excited|thrilled) for|rooting for|cheering (?:for|on)|thank you|thanks|rip|in memory of|named|our (?:girl|boy|guy|gal|friend|buddy)|(?:her|his|their|our) (?:${cuePhrases('relations')}))[,:]? $`,
    'iu',
  )
  return lowerCase
}
const courtesy = /^(?:mr|mrs|ms|miss|mx)$/

/** `our patient maria lopez`, `mr okafor`: only words that are nothing but names. */
export function lowerCaseIn(text: Text): Candidate[] {
  const { words } = text
  return words.flatMap((word, index) => {
    if (word.text !== word.lower) return []
    const next = words[index + 1]
    if (courtesy.test(word.text)) return next ? courteous(text, word, next) : []
    if (!isGiven(fold(bare(word.lower)))) return []
    const last = lastNameOf(text, word, next)
    if (nameKind(word.lower) !== 'given' && !(last && nameKind(last.lower) && isTold(text, last, word.start))) return []
    if (
      !lowerCaseCue().test(text.text.slice(Math.max(0, word.start - 45), word.start)) &&
      !isTold(text, last ?? word, word.start)
    )
      return []
    return [lowerCased(text, [word, ...(last ? [last] : [])], undefined)]
  })
}

/** The word after a first name, where it is a name too; one that is also an everyday word only where no sentence goes on with it. */
function lastNameOf(text: Text, first: Word, next: Word | undefined): Word | undefined {
  if (next?.start !== first.end + 1 || next.text !== next.lower || /'s?$/.test(first.text)) return undefined
  if (nameKind(next.lower) !== undefined) return next
  const folded = fold(bare(next.lower))
  const isWord = folded.length > 2 && nameKind(first.lower) === 'given' && (isSurname(folded) || isGiven(folded))
  const ends = /^\s*(?:[!.,?)]|$|\p{Emoji_Presentation})/u.test(text.text.slice(next.end, next.end + 6))
  return isWord && (ends || isTold(text, next, first.start)) ? next : undefined
}

/** `kiki came in for a tweak`, `since raquel's surgery`; of a name that starts at an offset and ends with the word. */
function isTold(text: Text, { text: name, end }: Word, start: number): boolean {
  const after = text.text.slice(end, end + 60)
  owned ??= new RegExp(`^ (?:[\\p{L}-]+ ){0,2}?(?:${cuePhrases('care_nouns')})(?![\\p{L}])`, 'iu')
  if (/'s$/.test(name)) return owned.test(after)
  return (
    /(?:^|[.!?\n]\s*)$/.test(text.text.slice(Math.max(0, start - 3), start)) &&
    /^ (?:came (?:in|back|to)|got (?:her|his)|had (?:her|his)|rang|finished|is (?:home|healing|walking|off|done|cancer)|went home|beat|walked (?:in|out)|graduated|started|lost \d|wanted|wants|asked for|chose|just (?:got|had|rang|finished)|is \d|said goodbye|was (?:discharged|admitted|treated|diagnosed|intubated|born|operated)|underwent|completed)\b/iu.test(
      after,
    )
  )
}

let owned: RegExp | undefined

/** After a courtesy any word that is no English is a name. */
function courteous(text: Text, title: Word, name: Word): Candidate[] {
  const isNext = /^\.? $/.test(text.text.slice(title.end, name.start))
  if (title.text === 'miss' && missing.test(text.text.slice(Math.max(0, title.start - 12), title.start))) return []
  if (!isNext || name.text !== name.lower || (isOrdinary(fold(bare(name.lower))) && !nameKind(name.lower))) return []
  return [lowerCased(text, [name], title)]
}

/** `It can miss cancers`: a verb. */
const missing = /(?<!\p{L})(?:to|can|could|may|might|will|would|don't|not|never|we|you|they|i|often|also|easily|or) $/iu

function lowerCased(text: Text, words: readonly Word[], title: Word | undefined): Candidate {
  const names = words.map((word) => item(word.text, word.start, nameKind(word.lower) ?? 'unknown'))
  const start = title?.start ?? names[0]!.start
  const last = names.at(-1)!
  return around(text, { start, end: last.end }, start, {
    names,
    prefix: title ? [item(title.text, title.start, 'honorific')] : [],
    suffix: [],
    isPossessive: last.isPossessive,
    shape: 'lower-case',
  })
}

const bare = (word: string) => word.replace(/'s?$/, '')

function nameKind(word: string): Kind | undefined {
  const folded = fold(bare(word))
  if (isWordlike(folded) || folded.length < 3) return undefined
  return isGiven(folded) ? 'given' : isSurname(folded) ? 'surname' : undefined
}

function item(text: string, start: number, kind: Kind): Item {
  const name = bare(text)
  return { text: name, folded: fold(name), kind, start, end: start + name.length, isPossessive: name !== text }
}

let initialsCue: RegExp | undefined

/** `our patient T.K.`, `patient JR`: letters beside a patient's noun. */
export function initialsIn(text: Text): Candidate[] {
  initialsCue ??=
    /(?<![\p{L}\p{N}])(?:[Pp]atient|[Pp]t\.?|[Cc]lient|[Rr]esident|[Ss]urvivor)[:,]? (?<initials>\p{Lu}{2,3})(?![\p{L}\p{N}.-])/gu
  return Array.from(text.text.matchAll(initialsCue), (match) => {
    const { initials } = match.groups as { initials: string }
    if (cueWords('not_initials_bare').has(initials) || isOrdinary(initials.toLowerCase())) return []
    const start = match.index + match[0].length - initials.length
    return [
      around(text, { start, end: start + initials.length }, start, {
        names: [item(initials, start, 'initials')],
        prefix: [],
        suffix: [],
        isPossessive: false,
        shape: 'initials',
      }),
    ]
  }).flat()
}

/** `our own "Cowboy Lou"`: quotes around a name with a first name in it, where the sentence introduces somebody. */
export function nicknamesIn(text: Text): Candidate[] {
  if (!text.text.includes('"')) return []
  return Array.from(
    text.text.matchAll(
      /(?<=\b(?:[Oo]ur own|[Oo]ur|[Mm]eet|known as|nicknamed|called|aka|patient|resident|client),? )"(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}),?"/gu,
    ),
    (match) => {
      const words = match[1]!.split(' ')
      if (!words.some((word) => isGiven(fold(word)) && !isWordlike(fold(word)))) return []
      const start = match.index + 1
      const names = Array.from(match[1]!.matchAll(/\S+/g), ({ 0: word, index }) =>
        item(word, start + index, nameKind(word) ?? 'unknown'),
      )
      return [
        around(text, { start, end: start + match[1]!.length }, start, {
          names,
          prefix: [],
          suffix: [],
          isPossessive: false,
          shape: 'nickname',
        }),
      ]
    },
  ).flat()
}

const reversed =
  /(?<=(?:^|[:;•·|]|\n)\s*)(\p{Lu}[\p{L}'-]+), (\p{Lu}\p{Ll}[\p{L}'-]*)(?=\s*(?:[;•·|\n]|$|\.\s*$))|(?<![\p{L}])(\p{Lu}[\p{Lu}'-]{2,}), (\p{Lu}{2,})(?!\p{L}|[,'-])/gu

/** A first name second, or in capitals a surname first, and none of the two an English word. */
function isReversed(last: string, first: string): boolean {
  const [surname, given] = [fold(last), fold(first)]
  if (isOrdinary(surname) && !isSurname(surname)) return false
  if (nameKind(first) === 'given') return true
  return (
    /^\p{Lu}{2}/u.test(first) &&
    nameKind(last) === 'surname' &&
    !isOrdinary(given) &&
    !cueWords('credentials').has(first) &&
    !cueWords('not_initials_bare').has(first)
  )
}

const inSentence =
  /(?<=(?:^|[.!?\n"]\s*|\b(?:by|from|for|of|met|and|with|patient|client|resident|saw|to)\s))(\p{Lu}[\p{L}'-]+), (\p{Lu}\p{Ll}[\p{L}'-]*)(?= (?:came|comes|made|makes|was|is|has|had|at|on|in|who|stopped|left|called|got|went|said|finished|and)\b|[.!]?\s*$)/gmu

/** `Dooley, Emory came in`: a surname that is no first name, and a first name. */
function isReversedIn(last: string, first: string): boolean {
  const surname = fold(last)
  return !isGiven(surname) && (isSurname(surname) || !isOrdinary(surname)) && isGiven(fold(first))
}

/** `Vandersloot, Piet; Abernathy, Joyce`: surname first, as lists have them, and `OGUNLEYE, TITI`, as labels do. */
export function reversedIn(text: Text): Candidate[] {
  const listed = Array.from(text.text.matchAll(reversed)).filter((match) =>
    isReversed(match[1] ?? match[3]!, match[2] ?? match[4]!),
  )
  const others = Array.from(text.text.matchAll(inSentence)).filter(
    (match) => isReversedIn(match[1]!, match[2]!) && !listed.some(({ index }) => index === match.index),
  )
  return [...listed, ...others].flatMap((match) => {
    const [last, first] = [match[1] ?? match[3]!, match[2] ?? match[4]!]
    const names = [item(first, match.index + last.length + 2, 'given'), item(last, match.index, 'surname')]
    return [
      around(text, { start: match.index, end: match.index + match[0].length }, match.index, {
        names,
        prefix: [],
        suffix: [],
        isPossessive: false,
        shape: 'lower-case',
      }),
    ]
  })
}
