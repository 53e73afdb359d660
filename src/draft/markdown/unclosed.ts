import type { Span } from '../../source.js'
import type { Block } from './remark.js'
import type { Token } from './tokens.js'

/**
 * Fenced code and HTML such as comments go on over blank lines until they are closed. If the block ends in such a one, its token is made to end where
 * that does in `rest`. Returns where reading goes on.
 */
export function endOfOpenBlock(text: string, { last }: Block, rest: Span): number {
  const closing = last && (last.role === 'fence' ? closingFence(text, last) : closingTag(text, last))
  if (!closing) return rest.start
  last.end = endOfLineWith(closing, text, rest)
  return last.end
}

/** What would close the fence, or undefined if it is closed. */
function closingFence(text: string, { start, end }: Token): RegExp | undefined {
  const mark = text[start]!
  let length = 1
  while (text[start + length] === mark) length++
  const closing = new RegExp(`(?<=[\\r\\n]|^) {0,3}${mark}{${length},}[ \\t]*(?![^\\r\\n])`)
  const isClosed = closing.test(text.slice(start + length, end).replace(/^[^\r\n]*/, ''))
  return isClosed ? undefined : closing
}

/** The kinds of HTML that do not end at a blank line (https://spec.commonmark.org/0.31.2/#html-blocks, 1 to 5), and how they end. */
const LASTING_HTML: readonly (readonly [start: RegExp, end: RegExp, from: number])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, 1],
  [/^<!--/, /-->/, 2],
  [/^<\?/, /\?>/, 1],
  [/^<!\[CDATA\[/, /\]\]>/, 9],
  [/^<![a-z]/i, />/, 2],
]

/** What would close the HTML, or undefined if it is closed or ends at the blank line. */
function closingTag(text: string, html: Token): RegExp | undefined {
  const source = text.slice(text.indexOf('<', html.start), html.end)
  const kind = LASTING_HTML.find(([start]) => start.test(source))
  return kind && source.slice(kind[2]).search(kind[1]) < 0 ? kind[1] : undefined
}

function endOfLineWith(closing: RegExp, text: string, rest: Span): number {
  const at = text.slice(rest.start, rest.end).search(closing)
  if (at < 0) return rest.end
  const lineBreak = /\r\n?|\n/g
  lineBreak.lastIndex = rest.start + at
  return lineBreak.exec(text) ? Math.min(lineBreak.lastIndex, rest.end) : rest.end
}
