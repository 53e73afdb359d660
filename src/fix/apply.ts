import type { Edit } from '../diagnostic.js'
import { overlaps, type Span } from '../source.js'

/** A text with edits made; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement
    at = span.end
  }
  return result + text.slice(at)
}

/** Whether two lists of edits touch the same place; an insertion touches whatever starts or ends there. */
export const collide = (a: readonly Edit[], b: readonly Edit[]): boolean =>
  a.some((one) => b.some((other) => touches(one.span, other.span)))

const touches = (a: Span, b: Span) =>
  overlaps(a, b) ||
  a.start === b.start ||
  (a.end === b.start && a.start === a.end) ||
  (b.end === a.start && b.start === b.end)
