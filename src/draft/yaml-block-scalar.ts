import type { Span } from '../source.js'
import type { MappedTextBuilder } from './source-map.js'
import { lineBreak, type YamlSyntax } from './yaml-lines.js'

interface BlockLine {
  readonly start: number
  /** After the leading spaces. */
  readonly content: number
  /** Before the line break. */
  readonly end: number
  readonly next: number
}

const isEmpty = (line: BlockLine): boolean => line.content === line.end

/** The lines below a block scalar's header. One that ends with a line break is followed by a last, empty line. */
function blockLines(file: string, span: Span): readonly BlockLine[] {
  const lines: BlockLine[] = []
  for (let start = contentStart(file, span); start <= span.end; ) {
    const lineEnd = lineBreak(file, start, span.end)
    const end = lineEnd?.start ?? span.end
    let content = start
    while (content < end && file[content] === ' ') content++
    lines.push({ start, content, end, next: lineEnd?.end ?? span.end })
    if (!lineEnd) break
    start = lineEnd.end
  }
  return lines
}

function contentStart(file: string, span: Span): number {
  const lineEnd = file.indexOf('\n', span.start)
  return lineEnd < 0 || lineEnd >= span.end ? span.end : lineEnd + 1
}

/** How many columns a block scalar takes off its lines: given in the header, else those of its first line with text. */
export function blockIndent(file: string, span: Span, parent: number): number {
  const given = /^[|>][+-]?([1-9])/.exec(file.slice(span.start, span.start + 3))?.[1]
  if (given) return Math.max(0, parent) + Number(given)
  let widest = Math.max(0, parent)
  for (const line of blockLines(file, span)) {
    const indent = line.content - line.start
    if (!isEmpty(line)) return indent
    widest = Math.max(widest, indent)
  }
  return widest
}

/** Reads a literal or folded scalar, its header the first line. */
export function readBlock(file: string, { style, span, indent }: YamlSyntax, out: MappedTextBuilder): void {
  const lines = blockLines(file, span)
  const chomping = /^[|>][1-9]?([+-]?)/.exec(file.slice(span.start, span.start + 3))?.[1] ?? ''
  let chomp = lines.length
  while (chomp > 0 && isEmpty(lines[chomp - 1]!)) chomp--
  if (chomp === 0) {
    const start = lines[0]?.start ?? span.end
    if (chomping === '+' && start < span.end)
      out.replace('\n'.repeat(Math.max(1, lines.length - 1)), { start, end: span.end })
    return
  }
  for (let at = lines.length - 1; at >= chomp; at--) if (lines[at]!.content - lines[at]!.start > indent) chomp = at + 1
  const kept = lines.slice(0, chomp)
  if (style === 'literal') copyLiteral(file, kept, indent, out)
  else copyFolded(file, kept, indent, out)
  if (chomping !== '-') copyEnd(file, lines.slice(chomp - 1), indent, chomping === '+', out)
}

const afterIndent = (line: BlockLine, indent: number): Span => ({
  start: Math.min(line.start + indent, line.content),
  end: line.end,
})

function copyBreak(file: string, line: BlockLine, out: MappedTextBuilder): void {
  const span = { start: line.end, end: line.next }
  if (file.slice(span.start, span.end) === '\n') out.copy(file, span)
  else out.replace('\n', span)
}

function copyLiteral(file: string, lines: readonly BlockLine[], indent: number, out: MappedTextBuilder): void {
  lines.forEach((line, index) => {
    if (index > 0) copyBreak(file, lines[index - 1]!, out)
    out.copy(file, afterIndent(line, indent))
  })
}

function copyFolded(file: string, lines: readonly BlockLine[], indent: number, out: MappedTextBuilder): void {
  const first = lines.findIndex((line) => !isEmpty(line))
  copyLiteral(file, lines.slice(0, first), indent, out)
  if (first > 0) copyBreak(file, lines[first - 1]!, out)
  let fold = ''
  let pending = ''
  let wasIndented = false
  let foldStart = lines[first]!.start
  for (const line of lines.slice(first)) {
    const part = afterIndent(line, indent)
    const isIndented = line.content - line.start > indent || file[line.content] === '\t'
    if (!isIndented && isEmpty(line)) {
      if (fold === '\n') pending += '\n'
      else fold = '\n'
      continue
    }
    // Line breaks beside lines that are indented further are kept.
    if (isIndented && fold === ' ') fold = '\n'
    else if (isIndented && !wasIndented && fold === '\n') fold = '\n\n'
    out.replace(pending + fold, { start: foldStart, end: part.start }).copy(file, part)
    pending = ''
    fold = isIndented ? '\n' : ' '
    wasIndented = isIndented
    foldStart = part.end
  }
}

/** The line break that ends the text; with `+` all those below it as well. `lines` begin with the text's last line. */
function copyEnd(
  file: string,
  lines: readonly BlockLine[],
  indent: number,
  keepsAll: boolean,
  out: MappedTextBuilder,
): void {
  const [last, ...rest] = lines
  const hasBreak = last!.next > last!.end
  if (!hasBreak) out.replace('\n', { start: last!.end, end: last!.end })
  else if (!keepsAll) copyBreak(file, last!, out)
  else
    rest.forEach((line, index) => {
      copyBreak(file, lines[index]!, out)
      out.copy(file, { start: Math.min(line.start + indent, line.content), end: line.content })
    })
}
