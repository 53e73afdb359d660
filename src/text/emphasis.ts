import type { Rewrite } from './folding.js'

// `**Ja**ne`, `**Jane** Roe`: stars and tildes in pairs, tight around what they mark. `c*u*r*e` is no emphasis, nor are footnote stars.
const starred = /(\*{1,3}|~~)(?=[^\s*~])([^*~\n]*[^\s*~])\1/g
const starredLetters = /(?<!\S)\P{L}*\p{L}(?:[*_~]\p{L}){2,}(?![\p{L}*])/gu
// `_so_`, `_Ja_ne`, `J_a_ne`; names of files, accounts and tags keep their underscores.
const underlined = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_\n]*[^\s_])\1/gu
const underlinedInside = /(?<=\p{L})(_{1,2})(\p{L}{1,2})\1(?=\p{L})|(?<=\p{L})(_{1,2})(\p{L}+)\3(?![\p{L}\p{N}_])/gu
const literal = /(?<!\S)\S*[@#/\\]\S*|(?<!\S)\S+\.\p{L}\S*|(?<!\S)[A-Z0-9]+(?:_[A-Z0-9]+)+(?!\S)/gu

/** The emphasis marks in a text that nobody renders, as deletions in order. */
export function emphasisMarks(text: string): Rewrite[] {
  const kept = [...text.matchAll(literal), ...text.matchAll(starredLetters)]
  const isKept = (at: number) => kept.some(({ index, 0: token }) => index <= at && at < index + token.length)
  const found = new Map<number, Rewrite>()
  for (const pattern of text.includes('_') ? [starred, underlined, underlinedInside] : [starred]) {
    for (const match of text.matchAll(pattern)) {
      const marks = (match[1] ?? match[3])!.length
      const last = match.index + match[0].length - marks
      if (isKept(match.index) || isKept(last)) continue
      for (const start of [match.index, last]) found.set(start, { start, end: start + marks, text: '' })
    }
  }
  return inOrder([...found.values()])
}

function inOrder(marks: Rewrite[]): Rewrite[] {
  const sorted = marks.sort((a, b) => a.start - b.start)
  return sorted.filter((mark, index) => index === 0 || sorted[index - 1]!.end <= mark.start)
}
