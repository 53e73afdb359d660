import type { Span } from '../source.js'
import { type MappedText, MappedTextBuilder } from './source-map.js'
import { readBlock } from './yaml-block-scalar.js'
import { lineBreak, type YamlSyntax } from './yaml-lines.js'

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
