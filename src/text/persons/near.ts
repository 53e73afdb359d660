import type { Span } from '../../source.js'
import type { HealthMention } from '../health.js'

/** The mentions that lie inside a span; they are given in order of their start. */
export function* mentionsIn(mentions: readonly HealthMention[], { start, end }: Span): Iterable<HealthMention> {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.span.start < start) low = middle + 1
    else high = middle
  }
  for (let index = low; index < mentions.length && mentions[index]!.span.start < end; index++) {
    if (mentions[index]!.span.end <= end) yield mentions[index]!
  }
}
