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

/** The same edit of a text without the words that it only writes again at its ends. */
export function smallest(text: string, { span, text: put }: TextEdit): TextEdit {
  const old = text.slice(span.start, span.end)
  const most = Math.min(old.length, put.length)
  let head = 0
  while (head < most && old[head] === put[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === put[put.length - 1 - tail]) tail++
  return { span: { start: span.start + head, end: span.end - tail }, text: put.slice(head, put.length - tail) }
}

/** Whether an edit takes nothing of a text away. */
export function isAddition(text: string, edit: TextEdit): boolean {
  const { span } = smallest(text, edit)
  return span.start === span.end
}

/** A deletion that also takes the space which would be left over: blanks at the start of a line or before nothing, and a line that is left empty. */
export function closedUp(text: string, { span }: TextEdit): TextEdit {
  let { start, end } = span
  while (/[ \t]/.test(text[start - 1] ?? '') && /^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1))) start--
  if (start > 0 && text[start - 1] !== '\n') return { span: { start, end }, text: '' }
  while (/[ \t]/.test(text[end] ?? '')) end++
  if (end < text.length && text[end] !== '\n') return { span: { start, end }, text: '' }
  while (text[end] === '\n') end++
  // At the end of the text the lines above it close it as it was closed.
  if (end === text.length) {
    while (/\s/.test(text[start - 1] ?? '')) start--
    while (end > span.end && text[end - 1] === '\n' && text[end - 2] === '\n') end--
    if (end > span.end && start > 0) end--
  }
  return { span: { start, end }, text: '' }
}
