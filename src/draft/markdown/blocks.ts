/** A block longer than this is cut at a line's end even where Markdown would go on: the parser's time grows with the square of the length. */
const LONGEST_BLOCK = 4096
const MOST_BLOCK_EFFORT = 6e6

/** Characters that inline syntax starts with. Autolinks of GitHub are none: they delete nothing. */
const INLINE_MARK = /[*_~[\\&<`]/
/** Lines whose reading takes a parser: an indented heading (or code), the underline of a heading. `---` is read as a break. */
const PARSED_LINE = /(?:^|[\r\n])(?:[ \t]+#| {0,3}(?:=+|-|--|-{4,})[ \t]*(?:[\r\n]|$))/

/** Whether a block reads as it stands, and its headings can be told line by line. */
export const isPlain = (block: string): boolean => !INLINE_MARK.test(block) && !PARSED_LINE.test(block)

const NESTED = /(?:^|[\r\n])[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+){100}/

/** Whether lists and quotes stand in each other so deep that the parser would run out of stack. */
export const isNestedTooDeep = (block: string): boolean => NESTED.test(block)

/** About what the parser needs for a block, in units of some 100 ns: a parse has its price, and marks look for their mates all along the block. */
export function effort(block: string): number {
  let marks = 0
  for (let at = 0; at < block.length; at++) if (isMark(block.charCodeAt(at))) marks++
  return 4000 + block.length * (40 + marks / 2)
}

/** Whether the parser gets through a block in well under a second. */
export const hasFewMarks = (block: string): boolean => effort(block) <= MOST_BLOCK_EFFORT

const MARKS = new Set([...'*_~[]\\&<`!'].map((mark) => mark.charCodeAt(0)))
const isMark = (unit: number): boolean => MARKS.has(unit)

/**
 * Where the block that starts at `start` ends: before a line that begins at the margin after a blank line, where every list, quote and paragraph has
 * ended. Fenced code and some HTML may go on beyond: see `endOfOpenBlock`.
 */
export function blockEnd(text: string, start: number, end: number): number {
  const lineBreak = /\r\n?|\n/g
  lineBreak.lastIndex = start
  let isAfterBlank = isBlank(text, start, end)
  let atMargin = start
  for (let line = start; ; ) {
    const found = lineBreak.exec(text)
    const next = found ? lineBreak.lastIndex : end
    if (next - start > LONGEST_BLOCK && line > start) return atMargin > start ? atMargin : line
    if (next >= end) return end
    const isMargin = !/[ \t\r\n\ufeff]/.test(text[next]!)
    if (isMargin && isAfterBlank) return next
    if (isMargin) atMargin = next
    line = next
    isAfterBlank = isBlank(text, line, end)
  }
}

/** Whether nothing but blanks stands from `at` to the end of the line. */
function isBlank(text: string, at: number, end: number): boolean {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at >= end || text[at] === '\n' || text[at] === '\r'
}
