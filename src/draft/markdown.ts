import type { Span } from '../source.js'
import { blockEnd, effort, hasFewMarks, isNestedTooDeep, isPlain } from './markdown/blocks.js'
import { breakLines, plainHeadings } from './markdown/lines.js'
import { LiveText } from './markdown/live-text.js'
import type { Heading, Image, MarkdownText } from './markdown/markdown-text.js'
import { type Block, type MarkdownParser, markdownParser } from './markdown/remark.js'
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
  const parser = markdownParser()
  // Definitions count for the whole body, so that they are looked up before anything is read.
  if (file.indexOf(']:', body.start) >= 0) readBlocks(file, body, parser, mayMatterElsewhere, () => {})
  const live = new LiveText(file, body.start)
  const headings: Heading[] = []
  const images: Image[] = []
  readBlocks(file, body, parser, isMarked, (block) => {
    live.add(block.tokens)
    headings.push(...block.headings)
    images.push(...block.images)
  })
  const { hidden, ...read } = live.finish(body.end)
  return { ...read, breaks: breakLines(file, body, hidden), headings, images }
}

const mayMatterElsewhere = (block: string): boolean => /\]:|```|~~~|<[!?a-z]/i.test(block)
const isMarked = (block: string): boolean => !isPlain(block)

function readBlocks(
  text: string,
  body: Span,
  parser: MarkdownParser,
  isParsed: (block: string) => boolean,
  take: (block: Block) => void,
) {
  let spent = 0
  for (let at = body.start; at < body.end; ) {
    const end = blockEnd(text, at, body.end)
    const source = text.slice(at, end)
    const isAffordable = hasFewMarks(source) && spent < MOST_EFFORT && !isNestedTooDeep(source)
    if (!isAffordable || !isParsed(source)) {
      take({ headings: plainHeadings(text, { start: at, end }), images: [], tokens: [] })
      at = end
      continue
    }
    spent += effort(source)
    const block = parser.parse(source, at)
    at = endOfOpenBlock(text, block, { start: end, end: body.end })
    take(block)
  }
}
