import type { Edit } from '../diagnostic.js'
import type { Span } from '../source.js'
import type { Post, Region, Value } from './post.js'
import { lineStart } from './quoting.js'

/** An item of a list of a post. */
export interface ListItem {
  readonly list: Value
  readonly item: Value
}

/** The item that is a region's scalar, in the list that has it; undefined where it is no item of a list in the file's order. */
export function itemOf({ fields }: Post, { syntax }: Region): ListItem | undefined {
  if (syntax.kind !== 'yaml') return undefined
  const { start, end } = syntax.span
  for (const { value } of fields.values()) {
    const list = listWith(
      value,
      (item) => item.region !== undefined && item.span.start === start && item.span.end === end,
    )
    const item = list?.items?.find(({ span }) => span.start === start)
    if (list && item && isInOrder(list)) return { list, item }
  }
  return undefined
}

function listWith(value: Value, isItem: (item: Value) => boolean): Value | undefined {
  if (value.items?.some(isItem)) return value
  const within = value.items ?? [...(value.entries?.values() ?? [])].map((entry) => entry.value)
  for (const one of within) {
    const found = listWith(one, isItem)
    if (found) return found
  }
  return undefined
}

/** An alias stands elsewhere than its value. */
const isInOrder = ({ span, items = [] }: Value): boolean =>
  items.every(
    (item, index) => item.span.start >= (items[index - 1]?.span.end ?? span.start) && item.span.end <= span.end,
  )

/** The edits of the file that drop items from a list, with their commas, dashes and comments; undefined where they cannot be dropped alone. */
export function dropItems(file: string, list: Value, dropped: readonly Value[]): Edit[] | undefined {
  const isAll = list.items!.every((item) => dropped.includes(item))
  if (file[list.span.start] === '[')
    return isAll ? [{ span: list.span, text: '[]' }] : fromFlow(file, list.items!, dropped)
  const lines = dropped.map((item) => linesOf(file, item))
  if (lines.some((span) => !span)) return undefined
  const removed = lines.map((span) => ({ span: span!, text: '' }))
  if (!isAll) return removed
  const at = afterKey(file, lineStart(file, list.items![0]!.span.start))
  return at === undefined ? undefined : [{ span: { start: at, end: at }, text: ' []' }, ...removed]
}

/** Each with the comma that follows it; those that nothing follows with the comma before them. */
function fromFlow(file: string, items: readonly Value[], dropped: readonly Value[]): Edit[] {
  const lastKept = items.findLastIndex((item) => !dropped.includes(item))
  return items.flatMap((item, index) => {
    if (!dropped.includes(item)) return []
    if (index < lastKept) return [{ span: { start: item.span.start, end: items[index + 1]!.span.start }, text: '' }]
    const { end } = items[index - 1]!.span
    const between = file.slice(end, item.span.start)
    // The comment of the item before stays, and its comma with it, which a list may end with.
    const start = between.includes('#') ? end + between.search(/\r?\n[^\n]*$/) : end
    return [{ span: { start, end: item.span.end }, text: '' }]
  })
}

/** The lines of an item that has them for itself. */
function linesOf(file: string, { span }: Value): Span | undefined {
  const start = lineStart(file, span.start)
  if (!/^ *- +$/.test(file.slice(start, span.start))) return undefined
  const rest = /[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y
  rest.lastIndex = span.end
  if (file[span.end - 1] === '\n') return { start, end: span.end }
  return rest.test(file) ? { start, end: rest.lastIndex } : undefined
}

/** Behind the colon of the key above a line, if nothing but comments stands between. */
function afterKey(file: string, line: number): number | undefined {
  const above = /:([ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*)$/.exec(
    file.slice(Math.max(0, line - 2000), line),
  )
  return above ? line - above[1]!.length : undefined
}
