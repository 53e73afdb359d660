import type { Span } from '../source.js'

/** Replaces a stretch of a text; the span is in that text. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** A text with edits applied, which are in order and do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.span.start), edit.text)
    at = edit.span.end
  }
  return parts.join('') + text.slice(at)
}
