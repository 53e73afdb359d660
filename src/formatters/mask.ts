import type { Diagnostic, Fix } from '../diagnostic.js'
import { vocabularies } from '../draft/fields.js'
import type { FileResult } from '../report.js'
import { overlaps, type Span } from '../source.js'

/** Stands for one character of what identifies somebody. */
export const bullet = '•'

/**
 * Keeps what identifies somebody out of a report on one file. Places are masked by span; sentences, which quote the file without saying where, by the words
 * themselves, so that a second mention that no rule marked stays hidden too.
 */
export class Mask {
  readonly isOn: boolean
  readonly #result: FileResult
  #known: { readonly spans: readonly Span[]; readonly words: RegExp | undefined } | undefined

  constructor(result: FileResult, redact: boolean) {
    this.isOn = redact
    this.#result = result
  }

  /** Whether a stretch of the file must not be shown. */
  hides(span: Span): boolean {
    return this.#hidden.spans.some((hidden) => overlaps(hidden, span))
  }

  /** A whole file's text, masked by place and by word; offsets hold. */
  text(text: string): string {
    let shown = text
    for (const { start, end } of this.#hidden.spans)
      shown = shown.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, bullet) + shown.slice(end)
    return this.words(shown)
  }

  /** A sentence with every masked word of the file replaced, a bullet per UTF-16 unit, so that offsets hold. */
  words(sentence: string): string {
    const { words } = this.#hidden
    return words ? sentence.replace(words, (found) => found.replace(/[^\r\n]/g, bullet)) : sentence
  }

  /** What must be hidden, worked out when something is to be shown: most files have nothing to report. */
  get #hidden() {
    if (!this.#known) {
      const spans = this.isOn ? sensitiveSpans(this.#result) : []
      const { text } = this.#result.source
      this.#known = { spans, words: wordsPattern(spans.map(({ start, end }) => text.slice(start, end))) }
    }
    return this.#known
  }

  /** The fixes that may be shown: one whose new text repeats an identifier is left out, since a masked edit would spoil the file. */
  fixes(diagnostic: Diagnostic): readonly Fix[] {
    return diagnostic.fixes.filter((fix) => fix.edits.every((edit) => this.words(edit.text) === edit.text))
  }
}

const sensitiveSpans = (result: FileResult): readonly Span[] => [
  ...result.sensitive,
  ...result.diagnostics.filter((one) => one.sensitive).map((one) => one.span),
]

/** Two characters are too few to tell a name from chance. */
const shortest = 3

/** `patient` in `depicts: patient` tells nothing of anybody, and messages need the word. */
const ofFields: ReadonlySet<string> = new Set(Object.values(vocabularies).flat())

function wordsPattern(texts: readonly string[]): RegExp | undefined {
  const words = new Set(
    texts.map((text) => text.trim()).filter((text) => text.length >= shortest && !ofFields.has(text)),
  )
  if (words.size === 0) return undefined
  const spellings = [...words].flatMap((word) => [word, word.toUpperCase()])
  const longestFirst = [...new Set(spellings)].sort((a, b) => b.length - a.length)
  const literal = longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
