import type { Span } from '../source.js'
import type { Syntax } from './post.js'
import { type MappedText, MappedTextBuilder } from './source-map.js'

export type YamlSyntax = Extract<Syntax, { kind: 'yaml' }>

/** The text of a YAML scalar with its map. For block scalars, `indent` is the number of columns taken off every line. */
export function readScalar(file: string, syntax: YamlSyntax): MappedText {
  const { style, span } = syntax
  const out = new MappedTextBuilder()
  if (style === 'plain') readFlowLines(file, span, out, (part) => out.copy(file, part))
  else if (style === 'single') readFlowLines(file, inside(span), out, (part) => copySingle(file, part, out))
  else if (style === 'double') readDouble(file, inside(span), out)
  else readBlock(file, syntax, out)
  return out.build()
}

const inside = (span: Span): Span => ({ start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) })
const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t'

function skipBlanks(file: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(file[at])) at++
  return at
}

function trimBlanks(file: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlank(file[at - 1])) at--
  return at
}

/** Plain and single-quoted scalars: one line break is a space, n + 1 are n line breaks. */
function readFlowLines(file: string, span: Span, out: MappedTextBuilder, copy: (part: Span) => void): void {
  const first = lineBreak(file, span.start, span.end)
  if (!first) {
    copy(span)
    return
  }
  let foldStart = trimBlanks(file, span.start, first.start)
  copy({ start: span.start, end: foldStart })
  let emptyLines = 0
  for (let at = first.end; ; ) {
    const next = lineBreak(file, at, span.end)
    const start = skipBlanks(file, at, next?.start ?? span.end)
    if (next && start === next.start) emptyLines++
    else {
      out.replace(emptyLines ? '\n'.repeat(emptyLines) : ' ', { start: foldStart, end: start })
      foldStart = next ? trimBlanks(file, start, next.start) : span.end
      copy({ start, end: foldStart })
      emptyLines = 0
    }
    if (!next) return
    at = next.end
  }
}

function lineBreak(file: string, from: number, to: number): Span | undefined {
  const at = file.indexOf('\n', from)
  if (at < 0 || at >= to) return undefined
  return { start: at > from && file[at - 1] === '\r' ? at - 1 : at, end: at + 1 }
}

function copySingle(file: string, part: Span, out: MappedTextBuilder): void {
  let from = part.start
  for (let at = file.indexOf("''", from); at >= 0 && at < part.end; at = file.indexOf("''", from)) {
    out.copy(file, { start: from, end: at }).replace("'", { start: at, end: at + 2 })
    from = at + 2
  }
  out.copy(file, { start: from, end: part.end })
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function readDouble(file: string, span: Span, out: MappedTextBuilder): void {
  for (let at = span.start; at < span.end; ) {
    const char = file[at]
    if (char === '\\') at = readEscape(file, at, span.end, out)
    else if (isBlank(char) || char === '\n' || (char === '\r' && file[at + 1] === '\n'))
      at = readSpace(file, at, span.end, out)
    else out.copy(file, { start: at, end: ++at })
  }
}

/** Blanks, or a fold with the blanks around it. */
function readSpace(file: string, from: number, to: number, out: MappedTextBuilder): number {
  let at = skipBlanks(file, from, to)
  let breaks = 0
  for (let next = lineBreakAt(file, at, to); next; next = lineBreakAt(file, at, to)) {
    breaks++
    at = skipBlanks(file, next, to)
  }
  if (breaks === 0) out.copy(file, { start: from, end: at })
  else out.replace(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), { start: from, end: at })
  return at
}

function lineBreakAt(file: string, at: number, to: number): number | undefined {
  if (at >= to) return undefined
  if (file[at] === '\n') return at + 1
  return file[at] === '\r' && file[at + 1] === '\n' ? at + 2 : undefined
}

function readEscape(file: string, at: number, to: number, out: MappedTextBuilder): number {
  const code = file[at + 1] ?? ''
  const afterBreak = lineBreakAt(file, at + 1, to)
  // An escaped line break joins the lines without a space.
  if (afterBreak) return skipBlanks(file, afterBreak, to)
  const digits = hexDigits[code]
  const end = at + 2 + (digits ?? 0)
  const char = digits ? fromHex(file.slice(at + 2, end), digits) : escapes[code]
  out.replace(char ?? file.slice(at, end), { start: at, end })
  return end
}

function fromHex(hex: string, digits: number): string | undefined {
  const code = hex.length === digits && /^[0-9a-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : Number.NaN
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

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

function readBlock(file: string, { style, span, indent }: YamlSyntax, out: MappedTextBuilder): void {
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
