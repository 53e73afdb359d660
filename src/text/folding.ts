import { type MappedText, type Piece, SourceMap } from '../draft/source-map.js'
import type { Span } from '../source.js'

/** A text on its way through several rewrites, with where each of its units came from in the original. */
export interface Folding {
  readonly text: string
  /** Undefined as long as nothing has moved. */
  readonly origin?: readonly Span[]
}

/** Puts `text` for a stretch; an empty one deletes it. */
export interface Rewrite extends Span {
  readonly text: string
}

/** Applies rewrites, in order and without overlaps. One that keeps the length keeps every unit's place; any other makes its stretch one piece. */
export function rewrite(folding: Folding, rewrites: readonly Rewrite[]): Folding {
  if (rewrites.length === 0) return folding
  const text = spliced(folding.text, rewrites)
  if (rewrites.every(keepsLength)) return { ...folding, text }
  return { text, origin: moved(folding, rewrites) }
}

/** The folded text with the map back to the original. Letters folded one for one count as verbatim: their places are exact. */
export function mapped({ text, origin }: Folding): MappedText {
  if (!origin) return { text, map: SourceMap.verbatim(0, text.length) }
  const pieces: Piece[] = []
  for (let at = 0; at < origin.length; ) {
    const length = pieceLength(origin, at)
    const file = { start: origin[at]!.start, end: origin[at + length - 1]!.end }
    pieces.push({ text: at, length, file, verbatim: file.end - file.start === length })
    at += length
  }
  return { text, map: new SourceMap(pieces) }
}

const keepsLength = ({ start, end, text }: Rewrite) => text.length === end - start

function spliced(text: string, rewrites: readonly Rewrite[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text: put } of rewrites) {
    result += text.slice(at, start) + put
    at = end
  }
  return result + text.slice(at)
}

function moved(folding: Folding, rewrites: readonly Rewrite[]): Span[] {
  const placeOf = (at: number): Span => folding.origin?.[at] ?? { start: at, end: at + 1 }
  const result: Span[] = []
  let at = 0
  for (const change of [...rewrites, { start: folding.text.length, end: folding.text.length, text: '' }]) {
    for (; at < change.start; at++) result.push(placeOf(at))
    if (keepsLength(change)) continue
    const place = { start: placeOf(change.start).start, end: placeOf(change.end - 1).end }
    for (let unit = 0; unit < change.text.length; unit++) result.push(place)
    at = change.end
  }
  return result
}

/** How many units from `at` on can share a piece: a run with one unit of the original each, or all that one longer stretch became. */
function pieceLength(origin: readonly Span[], at: number): number {
  const first = origin[at]!
  const isRun = first.end - first.start === 1
  let length = 1
  for (; at + length < origin.length; length++) {
    const { start, end } = origin[at + length]!
    const goesOn = isRun
      ? start === first.start + length && end === start + 1
      : start === first.start && end === first.end
    if (!goesOn) break
  }
  return length
}
