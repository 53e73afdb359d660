import type { Span } from '../../source.js'
import type { Heading } from './markdown-text.js'

const BREAK = /^ {0,3}(?:---|\*\*\*|___)[ \t]*$/
const HEADING = /^#{1,6}(?=[ \t]|$)/

/** Lines of only `---`, `***` or `___`, with their line end, that touch none of the hidden stretches (code, comments), which stand in order. */
export function breakLines(text: string, span: Span, hidden: readonly Span[]): Span[] {
  const breaks: Span[] = []
  let next = 0
  for (const line of lines(text, span)) {
    if (!BREAK.test(line.content)) continue
    while (next < hidden.length && hidden[next]!.end <= line.start) next++
    if (next === hidden.length || hidden[next]!.start >= line.end) breaks.push({ start: line.start, end: line.end })
  }
  return breaks
}

/** The headings of a block without inline syntax. */
export function plainHeadings(text: string, span: Span): Heading[] {
  const headings: Heading[] = []
  if (!text.slice(span.start, span.end).includes('#')) return headings
  for (const line of lines(text, span)) {
    const marks = HEADING.exec(line.content)?.[0]
    if (!marks) continue
    const end = line.start + line.content.length
    headings.push({
      depth: marks.length,
      text: headingText(line.content.slice(marks.length)),
      span: { start: line.start, end },
    })
  }
  return headings
}

/** Without the marks that may close it: `# Monday #`. */
function headingText(source: string): string {
  const text = trimBlanks(source)
  const open = text.length - (/#*$/.exec(text.slice(-1000))?.[0].length ?? 0)
  if (open === 0) return ''
  return text[open - 1] === ' ' || text[open - 1] === '\t' ? trimBlanks(text.slice(0, open)) : text
}

/** Markdown's blanks are spaces and tabs; what `trim` takes away beyond these is text. */
function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(start, end)
}

interface Line extends Span {
  /** Without the line break. */
  readonly content: string
}

/** Lines as Markdown counts them: no other separators than CR and LF. */
function* lines(text: string, span: Span): Generator<Line> {
  const lineBreak = /\r\n?|\n/g
  for (let start = span.start; start < span.end; ) {
    lineBreak.lastIndex = start
    const found = lineBreak.exec(text)
    const stop = Math.min(found ? found.index : span.end, span.end)
    const end = Math.min(found ? lineBreak.lastIndex : span.end, span.end)
    yield { start, end, content: text.slice(start, stop) }
    start = end
  }
}
