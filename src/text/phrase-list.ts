import { overlaps, type Span } from '../source.js'
import { digit, holds, requiredSubstrings } from './required.js'
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
  readonly #byGram = new Map<string, Need[]>()
  /** Entries of which it cannot be told what they need. */
  readonly #always: number[] = []
  readonly #compiled = new Map<string, RegExp>()

  constructor(phrases: readonly Phrase[]) {
    this.#entries = phrases.map(entryOf)
    for (const [entry, { needs }] of this.#entries.entries()) {
      for (const substring of needs) {
        const gram = gramOf(substring)
        const others = this.#byGram.get(gram)
        if (others) others.push({ entry, substring })
        else this.#byGram.set(gram, [{ entry, substring }])
      }
      if (needs.length === 0) this.#always.push(entry)
    }
  }

  /** Substrings of which a text must hold one for any phrase to stand in it; undefined where that cannot be told. */
  get needs(): readonly string[] | undefined {
    return this.#always.length > 0 ? undefined : [...new Set(this.#entries.flatMap(({ needs }) => needs))]
  }

  /** Where a phrase stands, also in a disguised spelling; in order, none overlapping another, the longer first. */
  find(text: Text): Span[] {
    const found = text.views.flatMap((view) => this.#findIn(view, view.text).map(view.toText))
    return outermost(found)
  }

  /** Whether a phrase stands in a stretch of a text, whose ends are word boundaries. */
  standsIn(text: Text, { start, end }: Span): boolean {
    const view = text.views[0]!
    return end > start && this.#findIn(view, view.text.slice(start, end)).length > 0
  }

  /** Whether a phrase stands in words of no text. */
  test(words: string): boolean {
    const lower = words.toLowerCase()
    return this.#findIn({ text: lower, grams: gramsOf(lower), isPlain: isPlain(lower) }, lower).length > 0
  }

  /** False only where no phrase stands in a text: a cheap question. */
  mayStandIn(text: Text): boolean {
    return text.views.some((view) => this.#candidates(view, view.text).length > 0)
  }

  #findIn(view: Words, stretch: string): Span[] {
    return this.#candidates(view, stretch).flatMap((index) => {
      const expression = this.#expression(this.#entries[index]!, view)
      return expression ? spansOf(expression, stretch) : []
    })
  }

  /** The entries that can match; looked up by the shorter of the two lists. */
  #candidates({ grams }: Words, stretch: string): readonly number[] {
    const found = new Set(this.#always)
    const add = (needs: readonly Need[]) => {
      for (const { entry, substring } of needs) if (holds(stretch, substring)) found.add(entry)
    }
    if (this.#byGram.size < grams.size) {
      for (const [gram, needs] of this.#byGram) if (grams.has(gram)) add(needs)
    } else {
      for (const gram of grams) {
        const needs = this.#byGram.get(gram)
        if (needs) add(needs)
      }
    }
    return [...found]
  }

  /** An entry with what its lexicons have to offer for the text; undefined where none of them has anything. */
  #expression(entry: Entry, view: Words): RegExp | undefined {
    const { parts, needsLexicon } = entry
    const ready = view.isPlain ? entry.plain : entry.full
    if (ready) return ready
    const sources = parts.map((part) => (typeof part === 'string' ? part : part.sourceFor(view)))
    if (needsLexicon && !parts.some((part, at) => typeof part !== 'string' && sources[at])) return undefined
    const source = `${wordStart}(?:${sources.map((part) => part ?? never).join('')})${wordEnd}`
    const expression = this.#compile(view.isPlain ? plainSource(source) : source)
    if (parts.length === 1) entry[view.isPlain ? 'plain' : 'full'] = expression
    return expression
  }

  #compile(source: string): RegExp {
    let expression = this.#compiled.get(source)
    if (!expression) {
      if (this.#compiled.size >= maxCompiled) this.#compiled.clear()
      expression = new RegExp(source, 'gu')
      this.#compiled.set(source, expression)
    }
    return expression
  }
}

/** Words that phrases are looked for in. */
type Words = Pick<View, 'text' | 'grams' | 'isPlain'>

/** What an entry needs, one of several such. */
interface Need {
  readonly entry: number
  readonly substring: string
}

/** Where an expression (flags `gu`) matches, in order. Not by `matchAll`, which compiles a copy of the expression each time. */
function spansOf(expression: RegExp, text: string): Span[] {
  const spans: Span[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    spans.push({ start: match.index, end: match.index + match[0].length })
    if (match[0] === '') expression.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return spans
}

/** A lexicon as phrases may name it: for a text, those of its entries that can stand there, as one alternation. */
export class PhraseSet {
  readonly #sources = new WeakMap<object, string | undefined>()
  readonly #read: () => readonly string[]
  #list: readonly { readonly source: string; readonly needs: readonly string[] }[] | undefined

  /** `sources`: gives regular expressions, in the order in which they are tried; asked when a phrase that names the lexicon may stand in a text. */
  constructor(sources: () => readonly string[]) {
    this.#read = sources
  }

  sourceFor({ grams, text }: Words): string | undefined {
    if (!this.#sources.has(grams)) {
      this.#list ??= this.#read().map((source) => ({ source: lowered(source), needs: needsOf([source]) }))
      const present = this.#list.filter(
        ({ needs }) => needs.length === 0 || needs.some((need) => grams.has(gramOf(need)) && holds(text, need)),
      )
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
  /** The expression of an entry without lexicons, once compiled: for plain texts, and for all. */
  plain?: RegExp
  full?: RegExp
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

/** The substrings of which a text must hold one; none where it cannot be told. A lexicon in the middle is any word. */
function needsOf(phrase: Phrase): readonly string[] {
  const source = phrase.map((part) => (typeof part === 'string' ? part : '.+')).join('')
  return [...new Set(requiredSubstrings(source))]
}

const gramLength = 4

/** Under which of a text's grams a substring of it is looked up. */
export const gramOf = (substring: string): string => substring.slice(0, gramLength)

/** All stretches of three and of four units of a lower-case text, and `digit` if it has one. */
export function gramsOf(lower: string): ReadonlySet<string> {
  const grams = new Set<string>(/\d/.test(lower) ? [digit] : [])
  for (let at = 0; at + 3 <= lower.length; at++) {
    grams.add(lower.slice(at, at + 3))
    if (at + gramLength <= lower.length) grams.add(lower.slice(at, at + gramLength))
  }
  return grams
}

/** Whether the only letters and digits of a text are ASCII. */
export const isPlain = (text: string): boolean => !beyondAscii.test(text) || !foreign.test(text)

const beyondAscii = /[^\0-\x7F]/
const foreign = /(?![\0-\x7F])[\p{L}\p{N}\p{M}]/u

const asciiClasses: Readonly<Record<string, string>> = { '\\p{L}': 'a-z', '\\p{N}': '0-9', '\\p{M}': '' }

/** A source that says the same of a plain text in lower case, and is compiled and run in a fraction of the time. */
function plainSource(source: string): string {
  let isInClass = false
  return source.replace(/\\[pP]\{[^}]*\}|\\.|[[\]]/gsu, (part) => {
    if (part === '[') isInClass = true
    else if (part === ']') isInClass = false
    const ascii = asciiClasses[part]
    return ascii === undefined ? part : isInClass ? ascii : `[${ascii}]`
  })
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
