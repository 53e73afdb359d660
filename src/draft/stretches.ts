import type { Span } from '../source.js'
import { type MappedText, MappedTextBuilder, type Piece, SourceMap } from './source-map.js'

/** Part of a mapped text; `span` is in the text. A piece that the cut goes through stays whole in the file. */
export function sliceText({ text, map }: MappedText, span: Span): MappedText {
  const pieces: Piece[] = []
  for (const piece of map.pieces) {
    const start = Math.max(piece.text, span.start)
    const end = Math.min(piece.text + piece.length, span.end)
    if (start >= end) continue
    const shift = piece.file.start - piece.text
    const file = piece.verbatim ? { start: start + shift, end: end + shift } : piece.file
    pieces.push({ text: start - span.start, length: end - start, file, verbatim: piece.verbatim })
  }
  return { text: text.slice(span.start, span.end), map: new SourceMap(pieces) }
}

/** Several stretches of a file as one text, a line each. The line breaks between them stand nowhere in the file. */
export function joinStretches(file: string, spans: readonly Span[]): MappedText {
  const out = new MappedTextBuilder()
  spans.forEach((span, index) => {
    if (index > 0) out.replace('\n', { start: spans[index - 1]!.end, end: spans[index - 1]!.end })
    out.copy(file, span)
  })
  return out.build()
}

/** Where a text begins and ends in the file. */
export function extentOf(map: SourceMap): Span | undefined {
  const pieces = map.pieces
  if (pieces.length === 0) return undefined
  return { start: pieces[0]!.file.start, end: pieces.at(-1)!.file.end }
}

/** From the first letter or digit to the last. */
const readable = /[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?/u

/** The stretches between `start` and `end` that none of `covered` holds and that have a letter or digit, from the first to the last. */
export function uncovered(file: string, whole: Span, covered: Span[]): readonly Span[] {
  covered.sort((a, b) => a.start - b.start)
  const gaps: Span[] = []
  let at = whole.start
  for (const span of covered) {
    if (span.start > at) addGap(file, { start: at, end: span.start }, gaps)
    at = Math.max(at, span.end)
  }
  addGap(file, { start: at, end: whole.end }, gaps)
  return gaps
}

function addGap(file: string, span: Span, gaps: Span[]): void {
  const text = readable.exec(file.slice(span.start, span.end))
  if (!text) return
  const start = span.start + text.index
  gaps.push({ start, end: start + text[0].length })
}

/** The text's parts between lines of only `---`, `***` or `___` outside fenced code; spans are in the text. */
export function partsOf(text: string): readonly Span[] {
  const parts: Span[] = []
  let start = 0
  let fence: string | undefined
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line[0])?.[1]
    if (fence) fence = mark?.startsWith(fence) ? undefined : fence
    else if (mark) fence = mark
    else if (/^ {0,3}(-{3,}|\*{3,}|_{3,})[ \t]*\n?$/.test(line[0])) {
      parts.push({ start, end: line.index })
      start = line.index + line[0].length
    }
  }
  parts.push({ start, end: text.length })
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '')
}
