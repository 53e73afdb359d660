import stringWidth from 'string-width'
import type { Lines, Span } from '../source.js'
import { bullet, type Mask } from './mask.js'

/** A source line as a terminal shows it, with the columns to underline. */
export interface Excerpt {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** Columns of a terminal before the underline. */
  readonly indent: number
  /** Columns of the underline; one at least. */
  readonly width: number
}

/** What a terminal shows as one character, and how many columns it takes. */
interface Cell {
  readonly text: string
  readonly width: number
  readonly start: number
  readonly end: number
}

const tabStop = 4
/** UTF-16 units looked at on either side of a range: more than any terminal is wide, and a bound for files that are one line. */
const reach = 2000

/** The line where a range starts, masked, its tabs expanded, cut to `columns` around the range. */
export function excerptOf(text: string, lines: Lines, span: Span, mask: Mask, columns: number): Excerpt {
  const { line } = lines.position(span.start)
  const whole = lines.span(line)
  const end = whole.start + text.slice(whole.start, whole.end).replace(/[\r\n]+$/, '').length
  const range = { start: Math.min(span.start, end), end: Math.max(Math.min(span.end, end), Math.min(span.start, end)) }
  const window = { start: Math.max(whole.start, range.start - reach), end: Math.min(end, range.end + reach) }
  const cells = cellsOf(text, window, mask)
  const from = cells.findIndex((cell) => cell.end > range.start)
  const first = from < 0 ? cells.length : from
  const after = cells.findIndex((cell) => cell.start >= range.end)
  const last = Math.max(first, after < 0 ? cells.length : after)
  return { line, ...cut(cells, first, last, columns, window.start > whole.start, window.end < end) }
}

function cellsOf(text: string, window: Span, mask: Mask): Cell[] {
  const raw = text.slice(window.start, window.end)
  const shown = mask.words(raw)
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of graphemesOf(raw)) {
    const start = window.start + index
    const end = start + segment.length
    const isHidden = mask.hides({ start, end }) || shown.slice(index, index + segment.length).includes(bullet)
    const cell = { ...drawn(isHidden ? bullet : segment, column), start, end }
    column += cell.width
    cells.push(cell)
  }
  return cells
}

let segmenter: Intl.Segmenter | undefined

/** What a reader takes for one character. Intl costs a tenth of a cold start, and ASCII has no use for it. */
function graphemesOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (/^[\t -~]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** Control and direction characters are shown as marks: they could repaint the terminal or reorder the line. */
function drawn(segment: string, column: number): { text: string; width: number } {
  if (segment === '\t') {
    const width = tabStop - (column % tabStop)
    return { text: ' '.repeat(width), width }
  }
  const text = visible(segment)
  return { text, width: /^[ -~•]$/.test(text) ? 1 : stringWidth(text) }
}

/** A text from outside without characters that steer a terminal. */
export const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '�')

/** Keeps what fits around the range, a third of the room before it at least where the line is longer. */
function cut(
  cells: readonly Cell[],
  first: number,
  last: number,
  columns: number,
  hasBefore: boolean,
  hasAfter: boolean,
): Omit<Excerpt, 'line'> {
  const total = widthOf(cells)
  if (total <= columns && !hasBefore && !hasAfter) {
    return { text: textOf(cells), ...underline(cells, 0, first, last) }
  }
  const room = columns - 2
  const rangeWidth = widthOf(cells.slice(first, last))
  let from = first
  for (let before = 0; from > 0; from--) {
    before += cells[from - 1]!.width
    if (before > Math.max(room / 3, room - rangeWidth - widthOf(cells.slice(last)))) break
  }
  let to = from
  for (let used = 0; to < cells.length; to++) {
    used += cells[to]!.width
    if (used > room) break
  }
  const start = from > 0 || hasBefore ? '…' : ''
  const end = to < cells.length || hasAfter ? '…' : ''
  const kept = cells.slice(from, to)
  return { text: start + textOf(kept) + end, ...underline(kept, start.length, first - from, Math.min(last, to) - from) }
}

const underline = (
  cells: readonly Cell[],
  lead: number,
  first: number,
  last: number,
): { indent: number; width: number } => ({
  indent: lead + widthOf(cells.slice(0, first)),
  width: Math.max(1, widthOf(cells.slice(first, last))),
})

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0)
const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('')
