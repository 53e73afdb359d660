import type { Span } from '../source.js'

/**
 * Where each character of a region's text came from in the file. A piece is verbatim (text and file alike, unit for unit) or atomic (an entity, an
 * escape, a folded line break: some units of text for some units of file). File units between pieces, such as emphasis marks, belong to no text.
 */
export class SourceMap {
  readonly #text: readonly number[]
  readonly #file: readonly number[]
  readonly #fileEnd: readonly number[]
  readonly #verbatim: readonly boolean[]
  readonly #length: number

  constructor(pieces: readonly Piece[]) {
    this.#text = pieces.map((piece) => piece.text)
    this.#file = pieces.map((piece) => piece.file.start)
    this.#fileEnd = pieces.map((piece) => piece.file.end)
    const last = pieces.at(-1)
    this.#length = last ? last.text + last.length : 0
    this.#verbatim = pieces.map((piece) => piece.verbatim)
  }

  /** Text that stands in the file as it is, from `start` on. */
  static verbatim(start: number, length: number): SourceMap {
    return new SourceMap(
      length === 0 ? [] : [{ text: 0, length, file: { start, end: start + length }, verbatim: true }],
    )
  }

  get pieces(): readonly Piece[] {
    return this.#text.map((text, index) => ({
      text,
      length: (this.#text[index + 1] ?? this.#length) - text,
      file: { start: this.#file[index]!, end: this.#fileEnd[index]! },
      verbatim: this.#verbatim[index]!,
    }))
  }

  /** The stretch of the file that a stretch of the text came from; an empty one gives the place before its character. */
  toFile(span: Span): Span {
    if (this.#text.length === 0) return { start: 0, end: 0 }
    const start = this.#startInFile(span.start)
    if (span.end <= span.start) return { start, end: start }
    return { start, end: this.#endInFile(span.end) }
  }

  #startInFile(offset: number): number {
    if (offset >= this.#length) return this.#fileEnd.at(-1)!
    const index = this.#pieceOf(offset)
    return this.#verbatim[index] ? this.#file[index]! + offset - this.#text[index]! : this.#file[index]!
  }

  #endInFile(offset: number): number {
    const index = this.#pieceOf(Math.min(offset, this.#length) - 1)
    return this.#verbatim[index] ? this.#file[index]! + offset - this.#text[index]! : this.#fileEnd[index]!
  }

  #pieceOf(offset: number): number {
    let low = 0
    let high = this.#text.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#text[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** `length` units of text from offset `text`, come from `file`. Verbatim pieces have equal lengths. */
export interface Piece {
  readonly text: number
  readonly length: number
  readonly file: Span
  readonly verbatim: boolean
}

/** Collects a text and its map piece by piece; neighbouring verbatim pieces become one. */
export class MappedTextBuilder {
  #text = ''
  readonly #pieces: Piece[] = []

  /** Takes over a stretch of the file as it stands. */
  copy(file: string, span: Span): this {
    if (span.end <= span.start) return this
    const last = this.#pieces.at(-1)
    const length = span.end - span.start
    if (last?.verbatim && last.file.end === span.start) {
      this.#pieces[this.#pieces.length - 1] = {
        ...last,
        length: last.length + length,
        file: { start: last.file.start, end: span.end },
      }
    } else {
      this.#pieces.push({ text: this.#text.length, length, file: span, verbatim: true })
    }
    this.#text += file.slice(span.start, span.end)
    return this
  }

  /** Puts `text` for a stretch of the file that reads otherwise: an entity, an escape, a folded line break. */
  replace(text: string, span: Span): this {
    if (text === '') return this
    this.#pieces.push({ text: this.#text.length, length: text.length, file: span, verbatim: false })
    this.#text += text
    return this
  }

  get length(): number {
    return this.#text.length
  }

  build(): MappedText {
    return { text: this.#text, map: new SourceMap(this.#pieces) }
  }
}

export interface MappedText {
  readonly text: string
  readonly map: SourceMap
}
