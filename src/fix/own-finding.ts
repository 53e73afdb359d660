import type { Diagnostic, Edit, Fix } from '../diagnostic.js'
import type { FileResult } from '../report.js'
import type { Span } from '../source.js'

/**
 * Those fixes that have not helped: their rule still reports something where they were, in the file as edited, and as much in the post as before. Such a
 * fix would be made again and again.
 *
 * @param edits what made `after` of `before`, all fixes together
 */
export function inVain(
  fixes: readonly Fix[],
  edits: readonly Edit[],
  before: FileResult,
  after: FileResult,
): readonly Fix[] {
  const made = fixes.flatMap((fix) => {
    const diagnostic = before.diagnostics.find((one) => one.fixes.includes(fix))
    return diagnostic ? [{ fix, diagnostic }] : []
  })
  return made
    .filter(({ fix, diagnostic }) => {
      const isLike = (other: Diagnostic) => other.rule === diagnostic.rule && other.post === diagnostic.post
      const left = after.diagnostics.filter(isLike)
      const cleared = made.filter((one) => isLike(one.diagnostic)).length
      if (left.length <= before.diagnostics.filter(isLike).length - cleared) return false
      const places = [diagnostic.span, ...fix.edits.map(({ span }) => span)].map((span) => moved(span, edits))
      return left.some(({ span }) => places.some((place) => touches(place, span)))
    })
    .map(({ fix }) => fix)
}

/** Where a stretch of the file lies after edits, with what was put into it or at its ends. */
function moved(span: Span, edits: readonly Edit[]): Span {
  let start = span.start
  let end = span.end
  for (const edit of edits) {
    const growth = edit.text.length - (edit.span.end - edit.span.start)
    if (edit.span.end < span.start) start += growth
    if (edit.span.start <= span.end) end += growth
  }
  return { start: Math.min(start, end), end }
}

/** What now stands beside a place where only something was taken away was not there before. */
const touches = (place: Span, span: Span): boolean =>
  place.start === place.end
    ? span.start < place.start && place.end < span.end
    : place.start <= span.end && span.start <= place.end
