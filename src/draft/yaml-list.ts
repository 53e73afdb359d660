import type { Span } from '../source.js'

/** The stretches of a file that is one long list, or has one under `posts:`; each of them is YAML by itself. */
export interface ListedStretches {
  /** The keys before the list, `posts:` the last of them. */
  readonly head?: Span
  readonly items: readonly Span[]
  readonly tail?: Span
}

/** Shorter files are read as a whole. */
const longList = 50_000
/** Units of the file in a stretch, at least. */
const stretch = 10_000

/** Where a long list can be cut. Undefined for all other files. */
export function stretchesOf(file: string, span: Span): ListedStretches | undefined {
  if (span.end - span.start < longList) return undefined
  const text = file.slice(span.start, span.end)
  // Other documents and directives are too rare in long files to be worth the care.
  if (/^(---|\.\.\.|%)/m.test(text)) return undefined
  const head = /^posts:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*/m.exec(text)
  const start = head ? head.index + head[0].length : 0
  const column = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-[ \r\n]/.exec(text.slice(start, start + stretch))?.[1]?.length
  if (column === undefined || (column > 0 && !head)) return undefined
  const end = listEnd(text, start)
  if (end < text.length && !head) return undefined
  const cuts = cutsOf(text, start, end, column)
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
function cutsOf(text: string, start: number, end: number, column: number): readonly number[] {
  const item = new RegExp(`^ {${column}}-(?=[ \\r\\n])`, 'gm')
  const cuts = [start]
  for (item.lastIndex = start + stretch; ; item.lastIndex += stretch) {
    const at = item.exec(text)?.index ?? end
    if (at >= end) return cuts
    cuts.push(at)
  }
}
