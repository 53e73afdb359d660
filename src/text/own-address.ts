import type { Span } from '../source.js'

interface Word {
  readonly text: string
  readonly span: Span
}

/** How far before and after a place its address may reach, in UTF-16 units. */
const reach = 160

/**
 * Whether a stretch of a text belongs to one of the organization's addresses as the text gives it: from number and street on, parts left out, words abbreviated or
 * written out (`Ave.`, `Illinois`). A town or ZIP code that stands alone belongs to none: a patient may live there.
 */
export function isInOwnAddress(text: string, { start, end }: Span, addresses: readonly string[]): boolean {
  if (addresses.length === 0) return false
  const from = Math.max(0, start - reach)
  const words = wordsOf(text.slice(from, end + reach), from)
  return addresses.some((address) => {
    const own = wordsOf(address, 0)
    return words.some((_, index) => {
      const last = lastOf(own, words, index)
      return last !== undefined && words[index]!.span.start <= start && end <= last.span.end
    })
  })
}

/** The last word of an address that begins, with its number and street, at a word of a text; undefined where none begins. */
function lastOf(own: readonly Word[], words: readonly Word[], index: number): Word | undefined {
  if (own.length < 3 || own[0]!.text !== words[index]!.text || own[1]!.text !== words[index + 1]?.text) return undefined
  let at = 2
  let last = words[index + 1]!
  for (const word of words.slice(index + 2)) {
    const next = own.findIndex((one, place) => place >= at && isSame(one, word))
    if (next >= 0) [at, last] = [next + 1, word]
    else if (!/^(?:in|at)$/.test(word.text)) break
  }
  return last
}

const wordsOf = (text: string, from: number): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    span: { start: from + match.index, end: from + match.index + match[0].length },
  }))

/** The same word, or one is short for the other: `ave` for avenue, `il` for Illinois. */
function isSame({ text: a }: Word, { text: b }: Word): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length > 4 || short[0] !== long[0] || !/^\p{L}+$/u.test(short + long)) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}
