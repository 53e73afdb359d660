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
  const before = /[ \t]*$/.exec(text.slice(0, span.start))![0].length
  const isOpen = /^(?:[\s.,;:!?)]|$)/.test(text.slice(span.end))
  const start = isOpen ? span.start - before : span.start
  if (start > 0 && !/[\r\n]/.test(text[start - 1]!)) return { span: { start, end: span.end }, text: '' }
  const end = span.end + /^[ \t]*/.exec(text.slice(span.end))![0].length
  const below = /^(?:\r?\n)+/.exec(text.slice(end))?.[0] ?? ''
  if (end + below.length < text.length) return { span: { start, end: end + below.length }, text: '' }
  // The last line goes with the break before it, and the text closes as it did.
  return { span: { start: start - /\s*$/.exec(text.slice(0, start))![0].length, end }, text: '' }
}
