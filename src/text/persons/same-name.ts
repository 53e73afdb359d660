import { cueWords, fold, isGiven, isSurname } from './lexicons.js'

/**
 * Whether two names, in any order and however short, may be one person's: `Jane Roe`, `Roe, Jane`, `Mrs. Roe`, `Jane`, `J.R.`, `Janie`. Every word of the
 * shorter one must go with a word of its own in the other.
 */
export function isSameName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  if (short.length === 0) return false
  return (
    goesInto(short, long) || sharesFirstName(short, long) || areInitialsOf(short, long) || areInitialsOf(long, short)
  )
}

/** Whether this is as much of a name as a register may hold: `J.R.`, `JR`, `J`; none of `Jane R.`, `TOM`. */
export const isInitials = (name: string): boolean => {
  if (/^(?:[A-Z]\.){1,5}$/.test(name)) return true
  const written = name.normalize('NFC').trim()
  return (
    /^\p{L}(?:[.\s-]+\p{L})*\.?$/u.test(written) ||
    /^\p{Lu}{2}$/u.test(written) ||
    (/^\p{Lu}{3,4}$/u.test(written) && !isGiven(fold(written)))
  )
}

/** Whether words in place of a key are a person's name: `Jane Roe`, `roe, jane`; none of `S-0042`, `spring`. */
export const namesSomebody = (words: string): boolean =>
  /^\p{L}[\p{L}'’.-]*(?:,?\s+\p{L}[\p{L}'’.-]*)+$/u.test(words.trim()) &&
  !isInitials(words) &&
  wordsOf(words).some(isGiven)

/** `J.R.` for `Mrs. Jane Roe`, `JR` and `Roe, Jane`, whose last word comes first; '' where nobody is named. */
export function initialsOf(name: string): string {
  if (/^(?:[A-Z]\.){1,5}$/.test(name)) return name
  const written = name.normalize('NFC').trim()
  const [last, first] = written.split(',')
  const letters = isInitials(written)
    ? [...written.replace(/[^\p{L}]/gu, '')]
    : wordsOf(first ? `${first} ${last}` : written).map((word) => word[0]!)
  return letters.map((letter) => `${letter.toUpperCase()}.`).join('')
}

/** Whether the last words of two names are one surname, as in a family. */
export function isSameSurname(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one).at(-1), wordsOf(other).at(-1)]
  return a !== undefined && a === b && a.length > 1 && (isSurname(a) || !isGiven(a))
}

/** Whether the name's first word is known as a first name or a surname, or is initials. */
export function isListedName(name: string): boolean {
  const [first = ''] = wordsOf(name)
  return first.length === 1 || isGiven(first) || isSurname(first)
}

/** Each word with one of its own: `J.J.` is not `Jane Roe`. */
const goesInto = ([word, ...rest]: readonly string[], long: readonly string[]): boolean =>
  word === undefined ||
  long.some((candidate, index) => goWith(word, candidate) && goesInto(rest, long.toSpliced(index, 1)))

/** `Mary Beth` beside `Mary Roe`: the second word is another first name, so that the surnames cannot differ. */
const sharesFirstName = (short: readonly string[], long: readonly string[]) =>
  goWith(short[0]!, long[0]!) &&
  [short, long].some((words) => words.slice(1).every((word) => isGiven(word) && !isSurname(word)))

/** `Mary Beth` and `Mrs. Ruiz Lopez` beside `M.L.`: first names or surnames alone, of which the initials hold one. */
const areInitialsOf = (letters: readonly string[], words: readonly string[]) =>
  letters.every((letter) => letter.length === 1) &&
  (words.every((word) => isGiven(word) && !isSurname(word))
    ? mayBegin(letters[0]!, words[0]!)
    : words.every((word) => isSurname(word) && !isGiven(word)) &&
      words.some((word) => letters.some((letter) => mayBegin(letter, word))))

const goWith = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) === 1
    ? mayBegin(a, b) || mayBegin(b, a)
    : isShortFor(a, b) || isShortFor(b, a) || areMates(a, b))

/** The `R` of a Robert whom the post calls Bob, the `B` of a Bob whom it calls Robert. */
const mayBegin = (letter: string, word: string): boolean =>
  letter.length === 1 &&
  (letter === word[0] ||
    [...cueWords('nicknames')].some((pair) => {
      const [short, long] = pair.split('-') as [string, string]
      return (short === word && long.startsWith(letter)) || (long === word && short.startsWith(letter))
    }))

/** `Jan` for `Janet`, `Bob` for `Robert`. */
const isShortFor = (short: string, long: string): boolean =>
  (short.length > 2 &&
    long !== short &&
    long.startsWith(stem(short)) &&
    long.length > stem(short).length &&
    isGiven(long)) ||
  cueWords('nicknames').has(`${short}-${long}`)

/** `Janie` begins as `Jane` does, but for its ending. */
const stem = (short: string) => (short.length > 4 ? short.replace(/(?:ie|ey|y|ito|ita)$/, '') : short)

/** `Bob` and `Rob` are both short for `Robert`. */
const areMates = (a: string, b: string): boolean => {
  const longOf = (short: string) =>
    [...cueWords('nicknames')]
      .filter((pair) => pair.startsWith(`${short}-`))
      .map((pair) => pair.slice(short.length + 1))
  const others = longOf(b)
  return others.length > 0 && longOf(a).some((long) => others.includes(long))
}

/** The words that name somebody, folded; letters that stand together as initials are one each. */
const wordsOf = (name: string): string[] =>
  name
    .split(/[\s.,;_()"“”-]+/u)
    .filter((word) => word !== '' && !isTitle(word) && !particles.has(word.toLowerCase()))
    .flatMap((word) => (areInitials(word) ? [...word] : [word]))
    .map((word) => fold(word.replace(/['’]s$/, '')))

const areInitials = (word: string) => /^\p{Lu}{2,3}$/u.test(word) && !isGiven(fold(word))

/** Initials leave them out as often as not: `M.C.` is Maria de la Cruz. */
const particles: ReadonlySet<string> = new Set(
  'de del della di da das dos du la las los le van von der den ter bin al el y'.split(' '),
)

const isTitle = (word: string) =>
  ['honorifics', 'roman', 'kin_titles'].some((list) => cueWords(list).has(word) || cueWords(list).has(`${word}.`))
