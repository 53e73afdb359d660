import { marked } from '../branches.js'
import { requirements } from '../required.js'
import { overlaps, type Span } from '../source.js'
import { type Words, wordsFrom } from './grams.js'
import { type EntryIndex, indexFor, type ListedEntry } from './phrase-catalogue.js'
import type { Text } from './text.js'

/** A phrase in parts: regular expression, with lexicons between. */
export type Phrase = readonly (string | PhraseSet)[]

/** What lists need that no build has seen, by key: there is a rulebook for each set of overrides, and their rules are mostly the same. */
const listed = new Map<string, readonly ListedEntry[]>()

const letters = 'a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff'
const wordStart = `(?<![${letters}0-9_])`
const wordEnd = `(?![${letters}0-9_])`

/** What an empty lexicon matches. */
const never = '(?!)'

/** Expressions with what of lexicons stands in a text, kept once compiled; a calendar of many posts must not hold ever more. */
const compiled = new Map<string, RegExp>()
const maxCompiled = 1_000

/**
 * Phrases that are found by what stands in a text: those that cannot match, since a word that they need is not there, cost nothing, and an expression is
 * compiled only when a text can match it. Case does not matter; a phrase starts and ends at word boundaries.
 */
export class PhraseList {
  readonly #read: (index: number) => Phrase
  readonly #entries: Entry[]
  readonly #index: EntryIndex

  /** `read` gives the phrases, `count` of them; `key` is what the list is known by. Those of a list that a build has seen are read when they can match. */
  constructor(key: string, count: number, read: (index: number) => Phrase) {
    this.#read = read
    this.#entries = Array<Entry>(count)
    this.#index = indexFor(key, () => {
      const entries = listed.get(key) ?? Array.from(this.#entries, (_, index) => listedPhrase(this.#entry(index).parts))
      listed.set(key, entries)
      return entries
    })
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
    const lower = wordsFrom(words.toLowerCase())
    return this.#findIn(lower, lower.text).length > 0
  }

  /** False only where no phrase stands in a text: a cheap question. */
  mayStandIn(text: Text): boolean {
    return text.views.some((view) => this.#index.candidates(view).length > 0)
  }

  #findIn(view: Words, stretch: string): Span[] {
    return this.#index.candidates(view).flatMap((index) => {
      const expression = this.#expression(this.#entry(index), view)
      return expression ? spansOf(expression, stretch) : []
    })
  }

  #entry(index: number): Entry {
    // While the list is being indexed there is no index yet.
    const source = this.#index?.sourceOf?.(index)
    this.#entries[index] ??= source === undefined ? entryOf(loweredParts(this.#read(index))) : storedPhrase(source)
    return this.#entries[index]
  }

  /** An entry with what its lexicons have to offer for the text; undefined where none of them has anything. */
  #expression(entry: Entry, view: Words): RegExp | undefined {
    const { parts, needed } = entry
    if (entry.expression) return entry.expression
    const sources = parts.map((part) => (typeof part === 'string' ? part : part.sourceFor(view)))
    if (needed.some((at) => sources[at] === undefined)) return undefined
    const source = `${wordStart}(?:${sources.map((part) => part ?? never).join('')})${wordEnd}`
    if (parts.length > 1) return compile(source)
    entry.expression = new RegExp(source, 'gu')
    return entry.expression
  }
}

function compile(source: string): RegExp {
  const expression = compiled.get(source) ?? new RegExp(source, 'gu')
  if (compiled.size >= maxCompiled) compiled.clear()
  compiled.set(source, expression)
  return expression
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

/** A lexicon as phrases may name it: for a text, what of it stands there as whole words, as one alternation. */
export class PhraseSet {
  readonly key: string
  readonly #sources = new WeakMap<object, string | undefined>()
  readonly #read: () => readonly LexiconEntry[]
  readonly #index: EntryIndex
  readonly #expressions: RegExp[] = []
  readonly #entries: LexiconEntry[] = []
  #all: readonly LexiconEntry[] | undefined

  /** `read`: gives the entries; asked when a phrase that names the lexicon may stand in a text. Those that a build has seen are read one by one. */
  constructor(key: string, read: () => readonly LexiconEntry[]) {
    this.key = key
    this.#read = read
    this.#index = indexFor(key, () => read().map(listedEntry))
  }

  sourceFor(words: Words): string | undefined {
    if (!this.#sources.has(words.grams)) {
      const present = new Set(this.#index.candidates(words).flatMap((entry) => this.#sourcesIn(words.text, entry)))
      const longestFirst = [...present].sort((a, b) => b.length - a.length)
      this.#sources.set(words.grams, present.size > 0 ? `(?:${longestFirst.join('|')})` : undefined)
    }
    return this.#sources.get(words.grams)
  }

  /**
   * A short entry as it is; of a long one what it matches in a text, as it stands there: that is compiled in no time, and recurs. One that looks around stays what it is.
   */
  #sourcesIn(text: string, entry: number): readonly string[] {
    const { looksAround, lowerSource } = this.#entry(entry)
    if (looksAround || lowerSource.length <= longSource) return [lowerSource]
    this.#expressions[entry] ??= new RegExp(`${wordStart}(?:${lowerSource})${wordEnd}`, 'gu')
    return spansOf(this.#expressions[entry], text)
      .filter(({ start, end }) => end > start)
      .map(({ start, end }) => text.slice(start, end).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  }

  #entry(entry: number): LexiconEntry {
    if (this.#index.sourceOf) this.#entries[entry] ??= storedEntry(this.#index.sourceOf(entry))
    else this.#all ??= this.#read()
    return this.#entries[entry] ?? this.#all![entry]!
  }
}

/** Lexicons that a build has seen, by key. */
const known = new Map<string, PhraseSet>()

function knownSet(key: string): PhraseSet {
  const set = known.get(key) ?? new PhraseSet(key, () => [])
  known.set(key, set)
  return set
}

/** How a build stores a phrase: its parts, and between them the keys of lexicons with whether they are needed, with this between all of them. */
const between = '\x1e'

const listedPhrase = (parts: Phrase): ListedEntry => ({
  needs: needsOf(parts),
  lexicons: neededLexicons(parts),
  source: () => phraseToStore(parts),
})

function phraseToStore(parts: Phrase): string {
  const sources = marked(parts.map((part) => (typeof part === 'string' ? part : anyWord)).join(''), false).split(
    anyWord,
  )
  const { needed } = entryOf(parts)
  const keys = parts.flatMap((part, at) =>
    typeof part === 'string' ? [] : (needed.includes(at) ? isNeeded : ' ') + part.key,
  )
  return sources.flatMap((part, at) => (at === 0 ? [part] : [keys[at - 1]!, part])).join(between)
}

/** Stands for a lexicon while a phrase is marked: a class of a character that no phrase has. */
const anyWord = '[\x1e]'

const isNeeded = '!'

function storedPhrase(source: string): Entry {
  const parts = source.split(between)
  return {
    parts: parts.map((part, at) => (at % 2 === 0 ? part : knownSet(part.slice(1)))),
    needed: parts.flatMap((part, at) => (at % 2 === 1 && part.startsWith(isNeeded) ? [at] : [])),
  }
}

const lookingAround = '!'

const listedEntry = ({ lowerSource, looksAround }: LexiconEntry): ListedEntry => ({
  needs: needsOf([lowerSource]),
  lexicons: [],
  source: () =>
    (looksAround ? lookingAround : ' ') + (lowerSource.length > longSource ? marked(lowerSource, false) : lowerSource),
})

const storedEntry = (source: string): LexiconEntry => ({
  lowerSource: source.slice(1),
  looksAround: source.startsWith(lookingAround),
})

/** In UTF-16 units. */
const longSource = 200

export interface LexiconEntry {
  /** A regular expression for lower-case text, see `lowered`. */
  readonly lowerSource: string
  /** It asks for what stands before or after it. */
  readonly looksAround: boolean
}

interface Entry {
  readonly parts: Phrase
  /** The parts that are lexicons without which nothing matches. */
  readonly needed: readonly number[]
  /** The expression of an entry without lexicons, once compiled. */
  expression?: RegExp
}

function entryOf(parts: Phrase): Entry {
  const needed = new Set(neededLexicons(parts).flatMap((oneOf) => (oneOf.length === 1 ? oneOf : [])))
  return { parts, needed: parts.flatMap((part, at) => (typeof part !== 'string' && needed.has(part.key) ? [at] : [])) }
}

const loweredParts = (parts: Phrase): Phrase => parts.map((part) => (typeof part === 'string' ? lowered(part) : part))

/**
 * The lexicons that a phrase cannot match without, one of each list: those that stand alone, or in a group of nothing but lexicons; not in `(?:{diseases}|flu)`, where
 * the flu will do, nor in `{gap}?`.
 */
function neededLexicons(parts: Phrase): readonly (readonly string[])[] {
  const keys = parts.flatMap((part) => (typeof part === 'string' ? [] : part.key))
  if (keys.length === 0) return []
  const source = parts.map((part) => (typeof part === 'string' ? part : '\0')).join('')
  const tokens = source.match(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?:\0(?:\|\0)*\)|./gs) ?? []
  const needed: string[][] = []
  let [depth, number] = [0, 0]
  for (const [at, token] of tokens.entries()) {
    const count = token.split('\0').length - 1
    if (depth === 0 && token === '|') return []
    if (depth === 0 && count > 0 && !/^[?*{]/.test(tokens[at + 1] ?? ''))
      needed.push(keys.slice(number, number + count))
    number += count
    if (token === '(') depth++
    else if (token === ')') depth--
  }
  return needed
}

/** What a text must hold. A lexicon in the middle is any word. */
const needsOf = (phrase: Phrase): readonly (readonly string[])[] =>
  requirements(phrase.map((part) => (typeof part === 'string' ? part : '.+')).join(''), { isWhole: true }).map(
    (oneOf) => [...new Set(oneOf)],
  )

/** A source for lower-case text: `\S` and its like stay, and every letter class is one of any case. */
export const lowered = (source: string) =>
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
