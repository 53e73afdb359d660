import type { Span } from '../../source.js'
import { type MappedText, MappedTextBuilder } from '../source-map.js'

/** Copies a text from the file in source order, with its map, but for what it is told to leave out or to replace. */
export class Copier {
  readonly #file: string
  readonly #builder = new MappedTextBuilder()
  #at: number

  constructor(file: string, start: number) {
    this.#file = file
    this.#at = start
  }

  /** How long the text is so far. */
  get length(): number {
    return this.#builder.length
  }

  /** Copies up to this offset of the file. */
  upTo(offset: number): this {
    if (offset <= this.#at) return this
    this.#builder.copy(this.#file, { start: this.#at, end: offset })
    this.#at = offset
    return this
  }

  /** Copies up to the stretch and leaves it out. */
  drop(span: Span): void {
    this.upTo(span.start)
    this.#at = Math.max(this.#at, span.end)
  }

  /** Copies up to the stretch and puts `text` in its place. */
  replace(text: string, span: Span): void {
    this.upTo(span.start)
    this.#builder.replace(text, span)
    this.#at = span.end
  }

  build(): MappedText {
    return this.#builder.build()
  }
}
