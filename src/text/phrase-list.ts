import { overlaps, type Span } from '../source.js'
import { requiredSubstrings } from './required.js'
import type { Text, View } from './text.js'

/** A phrase in parts: regular expression, with lexicons between. */
export type Phrase = readonly (string | PhraseSet)[]

const letters = 'a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff'
const wordStart = `(?<![${letters}0-9_])`
const wordEnd = `(?![${letters}0-9_])`

/** What an empty lexicon matches. */
const never = '(?!)'

/** Expressions kept once compiled; a calendar of many posts must not hold ever more. */
const maxCompiled = 2_000

/**
 * Phrases that are found by what stands in a text: those that cannot match, since a word that they need is not there, cost nothing, and an expression is
 * compiled only when a text can match it. Case does not matter; a phrase starts and ends at word boundaries.
 */
export class PhraseList {
  readonly #entries: readonly Entry[]
  readonly #byGram = new Map<string, number[]>()
  /** Entries of which it cannot be told what they need. */
  readonly #always: number[] = []
  readonly #compiled = new Map<string, RegExp>()

  constructor(phrases: readonly Phrase[]) {
    this.#entries = phrases.map(entryOf)
    for (const [index, { needs }] of this.#entries.entries()) {
      for (const gram of needs) this.#byGram.set(gram, [...(this.#byGram.get(gram) ?? []), index])
      if (needs.length === 0) this.#always.push(index)
    }
  }

  /** Stretches of text of which a text must hold one for any phrase to stand in it; undefined where that cannot be told. */
  get needs(): readonly string[] | undefined {
    return this.#always.length > 0 ? undefined : [...this.#byGram.keys()]
  }

  /** Where a phrase stands, also in a disguised spelling; in order, none overlapping another, the longer first. */
  find(text: Text): Span[] {
    const found = text.views.flatMap((view) => this.#findIn(view, view.text).map(view.toText))
    return outermost(found)
  }

  /** Whether a phrase stands in a stretch of a text, whose ends are word boundaries. */
  standsIn(text: Text, { start, end }: Span): boolean {
    return (
      end > start && text.views.slice(0, 1).some((view) => this.#findIn(view, view.text.slice(start, end)).length > 0)
    )
  }

  /** Whether a phrase stands in words of no text. */
  test(words: string): boolean {
    const lower = words.toLowerCase()
    return this.#findIn({ text: lower, grams: gramsOf(lower) }, lower).length > 0
  }

  #findIn(view: Pick<View, 'text' | 'grams'>, stretch: string): Span[] {
    return this.#candidates(view).flatMap((index) => {
      const expression = this.#expression(index, view)
      return expression
        ? Array.from(stretch.matchAll(expression), ({ 0: match, index: start }) => ({
            start,
            end: start + match.length,
          }))
        : []
    })
  }

  /** The entries that can match; looked up by the shorter of the two lists. */
  #candidates({ grams }: Pick<View, 'grams'>): readonly number[] {
    const found = new Set(this.#always)
    if (this.#byGram.size < grams.size) {
      for (const [gram, entries] of this.#byGram) if (grams.has(gram)) for (const index of entries) found.add(index)
    } else {
      for (const gram of grams) for (const index of this.#byGram.get(gram) ?? []) found.add(index)
    }
    return [...found]
  }

  /** An entry with what its lexicons have to offer for the text; undefined where none of them has anything. */
  #expression(index: number, view: Pick<View, 'text' | 'grams'>): RegExp | undefined {
    const { parts, needsLexicon } = this.#entries[index]!
    const sources = parts.map((part) => (typeof part === 'string' ? part : part.sourceFor(view)))
    if (needsLexicon && !parts.some((part, at) => typeof part !== 'string' && sources[at])) return undefined
    const source = sources.map((part) => part ?? never).join('')
    let expression = this.#compiled.get(source)
    if (!expression) {
      if (this.#compiled.size >= maxCompiled) this.#compiled.clear()
      expression = compiled(`${wordStart}(?:${source})${wordEnd}`)
      this.#compiled.set(source, expression)
    }
    return expression
  }
}

/**
 * Unicode classes are hundreds of ranges each, which take longer to compile than a short text takes to search: letters and digits are written as few ranges,
 * and the flag `u` is left out where nothing is left that needs it.
 */
function compiled(source: string): RegExp {
  const plain = source.replace(/\\p\{(L|N|M)\}|\[(?:\\.|[^\]])*\]/gsu, (part, name: string | undefined) =>
    name ? `[${ranges[name]}]` : part.replace(/\\p\{(L|N|M)\}/g, (_, inside: string) => ranges[inside]!),
  )
  return new RegExp(plain, /\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u.test(plain) ? 'gu' : 'g')
}

const ranges: Readonly<Record<string, string>> = { L: letters, N: '0-9', M: '\\u0300-\\u036f' }

/** A lexicon as phrases may name it: for a text, those of its entries that can stand there, as one alternation. */
export class PhraseSet {
  readonly #list: readonly { readonly source: string; readonly needs: readonly string[] }[]
  readonly #sources = new WeakMap<object, string | undefined>()

  /** `sources`: regular expressions, in the order in which they are tried. */
  constructor(sources: readonly string[]) {
    this.#list = sources.map((source) => ({ source: lowered(source), needs: needsOf([source]) }))
  }

  sourceFor({ grams }: Pick<View, 'grams'>): string | undefined {
    if (!this.#sources.has(grams)) {
      const present = this.#list.filter(({ needs }) => needs.length === 0 || needs.some((gram) => grams.has(gram)))
      this.#sources.set(grams, present.length > 0 ? `(?:${present.map(({ source }) => source).join('|')})` : undefined)
    }
    return this.#sources.get(grams)
  }
}

interface Entry {
  readonly parts: readonly (string | PhraseSet)[]
  readonly needs: readonly string[]
  /** Nothing matches without an entry of one of its lexicons. */
  readonly needsLexicon: boolean
}

const entryOf = (phrase: Phrase): Entry => ({
  parts: phrase.map((part) => (typeof part === 'string' ? lowered(part) : part)),
  needs: needsOf(phrase),
  needsLexicon: needsLexicon(phrase),
})

/** Whether a lexicon stands alone, or in a group of nothing but lexicons: not in `(?:{diseases}|flu)`, where the flu will do, nor in `{gap}?`. */
function needsLexicon(phrase: Phrase): boolean {
  const source = phrase.map((part) => (typeof part === 'string' ? part : '\0')).join('')
  const alone = source.replace(/\(\?:\0(?:\|\0)*\)/g, '\0').replace(/\\./gs, '')
  let depth = 0
  for (const [at, unit] of [...alone].entries()) {
    if (unit === '(') depth++
    else if (unit === ')') depth--
    else if (depth === 0 && unit === '|') return false
    else if (depth === 0 && unit === '\0' && !/[?*{]/.test(alone[at + 1] ?? '')) return true
  }
  return false
}

/** The grams of which a text must hold one; none where it cannot be told. A lexicon in the middle is any word. */
function needsOf(phrase: Phrase): readonly string[] {
  const source = phrase.map((part) => (typeof part === 'string' ? part : '.+')).join('')
  return gramsNeeded(source) ?? []
}

/** The grams of which a text must hold one for an expression to match in it; undefined where that cannot be told. */
export function gramsNeeded(source: string): readonly string[] | undefined {
  const required = requiredSubstrings(source)
  return required && [...new Set(required.map((substring) => substring.slice(0, gramLength)))]
}

const gramLength = 4

/** All stretches of three and of four units of a lower-case text. */
export function gramsOf(lower: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= lower.length; at++) {
    grams.add(lower.slice(at, at + 3))
    if (at + gramLength <= lower.length) grams.add(lower.slice(at, at + gramLength))
  }
  return grams
}

/** A source for lower-case text: `\S` and its like stay, and every letter class is one of any case. */
const lowered = (source: string) =>
  source.replace(/\\(?:[pP]\{[^}]*\}|.)|\p{Lu}/gsu, (part) =>
    part.startsWith('\\') ? part.replace(/^\\p\{L[ul]\}$/, '\\p{L}') : part.toLowerCase(),
  )

function outermost(spans: readonly Span[]): Span[] {
  if (spans.length < 2) return [...spans]
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || !overlaps(last, span)) kept.push(span)
  }
  return kept
}
