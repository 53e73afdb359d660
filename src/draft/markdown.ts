import type { Span } from '../source.js'
import { blockEnd, effort, hasFewMarks, isNestedTooDeep, isPlain } from './markdown/blocks.js'
import { breakLines, plainHeadings } from './markdown/lines.js'
import { LiveText } from './markdown/live-text.js'
import type { MarkdownText } from './markdown/markdown-text.js'
import { MarkdownParser } from './markdown/tokens.js'
import { endOfOpenBlock } from './markdown/unclosed.js'

export { escapeMarkdown } from './markdown/escape.js'
export type { Beside, Heading, Image, MarkdownText } from './markdown/markdown-text.js'

/** What one body may cost in all, in units of `effort`: beyond it (some 20 s) the rest of the body is taken as it stands. */
const MOST_EFFORT = 200e6

/**
 * Reads the body of a Markdown draft. The body is read block by block, because the parser's time grows faster than its text, and a block without
 * inline syntax needs no parser. A block that would take the parser too long (100 nested quotes, thousands of marks in one paragraph) stays as it
 * stands in the file: all of it is live then, and nothing unread.
 * @param text the whole file
 * @param span the stretch of it that is the body, front matter excluded
 */
export function readMarkdown(text: string, span: Span): MarkdownText {
  const file = text.slice(0, span.end)
  const body = { start: file.charCodeAt(span.start) === 0xfeff ? span.start + 1 : span.start, end: span.end }
  const parser = new MarkdownParser()
  // Definitions count for the whole body, so that they are looked up before anything is read.
  if (file.indexOf(']:', body.start) >= 0) {
    readBlocks(file, body, parser, new LiveText(file, body.start, parser.definitions), mayMatterElsewhere)
  }
  const live = new LiveText(file, body.start, parser.definitions)
  readBlocks(file, body, parser, live, (block) => !isPlain(block))
  const { hidden, ...read } = live.finish(body.end)
  return { ...read, breaks: breakLines(file, body, hidden) }
}

const mayMatterElsewhere = (block: string): boolean => /\]:|```|~~~|<[!?a-z]/i.test(block)

function readBlocks(
  text: string,
  body: Span,
  parser: MarkdownParser,
  into: LiveText,
  isParsed: (block: string) => boolean,
) {
  let spent = 0
  for (let at = body.start; at < body.end; ) {
    const end = blockEnd(text, at, body.end)
    const block = text.slice(at, end)
    const isAffordable = hasFewMarks(block) && spent < MOST_EFFORT && !isNestedTooDeep(block)
    if (!isAffordable || !isParsed(block)) {
      into.addPlain(plainHeadings(text, { start: at, end }))
      at = end
      continue
    }
    spent += effort(block)
    const tokens = parser.tokens(block, at)
    at = endOfOpenBlock(text, tokens, { start: end, end: body.end })
    into.add(tokens)
  }
}
