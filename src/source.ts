/** A half-open stretch of a text, in UTF-16 code units. In the file unless a comment says otherwise. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place for people: line and column from 1, in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A file as it was read. */
export interface Source {
  /** As reports show it: relative to the working directory, with `/`. */
  readonly path: string
  /** The decoded bytes. A byte order mark stays, as the first code unit, so that offsets are the file's. */
  readonly text: string
  /** Named on the command line, not found by a glob. */
  readonly named: boolean
}

/** Finds lines and columns in a text; made once per text, each query is a binary search. */
export class Lines {
  readonly #starts: number[] = [0]
  readonly #length: number

  constructor(text: string) {
    this.#length = text.length
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) this.#starts.push(at + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  position(offset: number): Position {
    const line = this.#lineOf(offset)
    return { line: line + 1, column: offset - this.#starts[line]! + 1 }
  }

  /** The span of a line, counted from 1, with its line break. */
  span(line: number): Span {
    return { start: this.#starts[line - 1] ?? this.#length, end: this.#starts[line] ?? this.#length }
  }

  #lineOf(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
