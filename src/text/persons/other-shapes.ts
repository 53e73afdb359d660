import type { Text } from '../text.js'
import { around, type Candidate } from './candidate.js'
import { cuePhrases, cueWords, fold, isGiven, isOrdinary, isSurname, isWordlike } from './lexicons.js'
import type { Item, Kind } from './run.js'

// Shapes that capitals do not show: names in lower case after what calls for one, initials of a patient, a patient's nickname in quotes.

let lowerCase: RegExp | undefined

const lowerCaseCue = () =>
  (lowerCase ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<cue>${cuePhrases('patient_nouns')}|meet|introducing|congrat(?:s|ulations) to|congrats|say (?:hi|hello) to|shout ?-?out to|happy birthday(?: to)?|so proud of|thank you|thanks|rip|in memory of|named|our (?:girl|boy|guy|gal|friend|buddy)|(?:her|his|their|our) (?:${cuePhrases('relations')}))[,:]? |(?<title>mr|mrs|ms|miss|mx)\\.? )(?=(?<first>\\p{Ll}[\\p{Ll}'-]+)(?: (?<last>\\p{Ll}[\\p{Ll}'-]+))?(?![\\p{L}\\p{N}]))`,
    'giu',
  ))

/** `our patient maria lopez`, `mr okafor`: only words that are nothing but names. */
export function lowerCaseIn(text: Text): Candidate[] {
  return Array.from(text.text.matchAll(lowerCaseCue()), (match) => {
    const { title, first, last } = match.groups as { title?: string; first: string; last?: string }
    const start = match.index + match[0].length
    const firstKind = nameKind(first)
    const lastKind = last ? nameKind(last) : undefined
    if (!/^\p{Ll}/u.test(first) || !(title ? firstKind || !isOrdinary(fold(bare(first))) : firstKind === 'given'))
      return []
    const names = [
      item(first, start, firstKind ?? 'unknown'),
      ...(last && lastKind && !title && /^\p{Ll}/u.test(last) && !first.endsWith("'s")
        ? [item(last, start + first.length + 1, lastKind)]
        : []),
    ]
    const prefix = title ? [item(title, match.index, 'honorific')] : []
    return [
      around(text, { start: title ? match.index : start, end: names.at(-1)!.end }, title ? match.index : start, {
        names,
        prefix,
        suffix: [],
        isPossessive: names.at(-1)!.isPossessive,
        shape: 'lower-case',
      }),
    ]
  }).flat()
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

/** `Vandersloot, Piet; Abernathy, Joyce`: surname first, as lists have them. */
export function reversedIn(text: Text): Candidate[] {
  return Array.from(
    text.text.matchAll(
      /(?<=(?:^|[:;•·|]|\n)\s*)(\p{Lu}[\p{L}'-]+), (\p{Lu}\p{Ll}[\p{L}'-]*)(?=\s*(?:[;•·|\n]|$|\.\s*$))/gu,
    ),
    (match) => {
      const [, last, first] = match as unknown as [string, string, string]
      if (nameKind(first) !== 'given' || (isOrdinary(fold(last)) && !isSurname(fold(last)))) return []
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
    },
  ).flat()
}
