import { cueWords, fold, isGiven, isSurname } from './lexicons.js'

/**
 * Whether two names, in any order and however short, may be one person's: `Jane Roe`, `Roe, Jane`, `Mrs. Roe`, `Jane`, `J.R.`, `Janie`. Every word of the
 * shorter one must go with a word of the other.
 */
export function isSameName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]]
  if (short.length === 0) return false
  return goesInto(short, long) || sharesFirstName(short, long)
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

const goesInto = (short: readonly string[], long: readonly string[]) =>
  short.every((word) => long.some((candidate) => goWith(word, candidate)))

/** `Mary Beth` beside `Mary Roe`: the second word is another first name, so that the surnames cannot differ. */
const sharesFirstName = (short: readonly string[], long: readonly string[]) =>
  goWith(short[0]!, long[0]!) &&
  [short, long].some((words) => words.slice(1).every((word) => isGiven(word) && !isSurname(word)))

const goWith = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) === 1 ? a[0] === b[0] : isShortFor(a, b) || isShortFor(b, a) || areMates(a, b))

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
    .filter((word) => word !== '' && !isTitle(word))
    .flatMap((word) => (isInitials(word) ? [...word] : [word]))
    .map((word) => fold(word.replace(/['’]s$/, '')))

const isInitials = (word: string) => /^\p{Lu}{2,3}$/u.test(word) && !isGiven(fold(word))

const isTitle = (word: string) =>
  ['honorifics', 'roman', 'kin_titles'].some((list) => cueWords(list).has(word) || cueWords(list).has(`${word}.`))
