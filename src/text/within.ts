import type { Span } from '../source.js'

/** The items that lie wholly inside a span. Items are in order and do not overlap. */
export function within<Item extends Span>(items: readonly Item[], span: Span): readonly Item[] {
  const first = firstFrom(items, span.start)
  let last = first
  while (last < items.length && items[last]!.end <= span.end) last++
  return items.slice(first, last)
}

/** The index of the first item that starts at or after an offset; the number of items if there is none. */
export function firstFrom(items: readonly Span[], offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether one span starts inside another. */
export const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.start < outer.end
