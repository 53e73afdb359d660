import type { Span } from '../source.js'

/** A run of letters and digits with its marks, apostrophes and hyphens inside: `doesn't`, `follow-up`, `97-year-old`, `5mg`. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const plainWord = /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/g
// Letters beyond ASCII; those of scripts beyond the basic plane do not occur here.
const otherLetters = /[\u00AA-\u1FFF\u2C00-\uD7FF\uF900-\uFDFF\uFE70-\uFFFF]/

/** All words of a normalised text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const pattern = otherLetters.test(text) ? word : plainWord
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: found,
    lower: found.toLowerCase(),
  }))
}
