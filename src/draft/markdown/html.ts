import type { Span } from '../../source.js'
import { decode } from './remark.js'

/** A stretch of HTML that is no text: a tag, a comment, an entity (with what it stands for). */
export interface HtmlMark {
  readonly span: Span
  readonly field: 'html' | 'comment' | 'entity'
  readonly text: string
}

// The tag is CommonMark's: https://spec.commonmark.org/0.31.2/#raw-html
const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iy
const ENTITY = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{0,31});/iy

/** Stretches that open with the first and go to the second; unclosed, they go to the end. */
const HIDDEN: readonly (readonly [open: string, close: string, from: number])[] = [
  ['<!--', '-->', 2],
  ['<![CDATA[', ']]>', 9],
  ['<?', '?>', 1],
  ['<!', '>', 2],
]

/** Finds the tags, comments and entities of an HTML block, in order; what is between them is text. */
export function* htmlMarks(text: string, span: Span): Generator<HtmlMark> {
  const start = /[<&]/g
  for (let at = span.start; ; ) {
    start.lastIndex = at
    const found = start.exec(text)
    if (!found || found.index >= span.end) return
    const mark = markAt(text, found.index, span.end)
    if (mark) yield mark
    at = mark ? mark.span.end : found.index + 1
  }
}

function markAt(text: string, at: number, end: number): HtmlMark | undefined {
  if (text[at] === '&') return entityAt(text, at, end)
  const hidden = HIDDEN.find(([open]) => text.startsWith(open, at))
  if (hidden) return { span: hiddenSpan(text, at, end, hidden), field: fieldOf(text, at), text: '' }
  const tag = matchAt(TAG, text, at, end)
  return tag === undefined ? undefined : { span: { start: at, end: at + tag.length }, field: 'html', text: '' }
}

/** A comment is the writer's own note; everything else in angle brackets is HTML. */
export const fieldOf = (text: string, at: number): 'comment' | 'html' =>
  text.startsWith('<!--', at) ? 'comment' : 'html'

function hiddenSpan(text: string, at: number, end: number, [, close, from]: (typeof HIDDEN)[number]): Span {
  const found = text.indexOf(close, at + from)
  return { start: at, end: found < 0 ? end : Math.min(found + close.length, end) }
}

function entityAt(text: string, at: number, end: number): HtmlMark | undefined {
  const source = matchAt(ENTITY, text, at, end)
  if (source === undefined) return undefined
  const decoded = decode(source)
  return decoded === source
    ? undefined
    : { span: { start: at, end: at + source.length }, field: 'entity', text: decoded }
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found && at + found.length <= end ? found : undefined
}
