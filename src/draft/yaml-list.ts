import type { Span } from '../source.js'

/** The stretches of a file that is one long list, or has one under `posts:`; each of them is YAML by itself. */
export interface ListedStretches {
  /** The keys before the list, `posts:` the last of them. */
  readonly head?: Span
  readonly items: readonly Span[]
  readonly tail?: Span
}

/** Units of comments before the first item, at most. */
const longestComment = 10_000

/** Where a list can be cut into stretches of at least `length` units, which begin with an item each. Undefined for all other files. */
export function stretchesOf(file: string, span: Span, length: number): ListedStretches | undefined {
  const text = file.slice(span.start, span.end)
  // Other documents and directives are too rare in lists to be worth the care.
  if (/^(---|\.\.\.|%)/m.test(text)) return undefined
  const head = /^posts:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/m.exec(text)
  const start = head ? head.index + head[0].length : 0
  const column = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-[ \r\n]/.exec(text.slice(start, start + longestComment))?.[1]
    ?.length
  if (column === undefined || (column > 0 && !head)) return undefined
  const end = listEnd(text, start)
  if (end < text.length && !head) return undefined
  const cuts = cutsOf(text, start, end, column, length)
  const items = cuts.map((cut, index) => ({ start: span.start + cut, end: span.start + (cuts[index + 1] ?? end) }))
  return {
    items,
    ...(head && { head: { start: span.start, end: span.start + start } }),
    ...(end < text.length && { tail: { start: span.start + end, end: span.end } }),
  }
}

/** The first line that is neither indented nor an item nor a comment. */
function listEnd(text: string, start: number): number {
  const line = /^[^\s#-]/gm
  line.lastIndex = start
  return line.exec(text)?.index ?? text.length
}

/** An item's dash cannot stand at this column within another item: its scalars are indented further. */
function cutsOf(text: string, start: number, end: number, column: number, length: number): readonly number[] {
  const item = new RegExp(`^ {${column}}-(?=[ \\r\\n])`, 'gm')
  const cuts = [start]
  for (item.lastIndex = start + length; ; item.lastIndex += length) {
    const at = item.exec(text)?.index ?? end
    if (at >= end) return cuts
    cuts.push(at)
  }
}
