import { data } from '../data.js'
import type { Span } from '../source.js'
import { openTable, type Table, type TableSource } from '../table.js'

// Costs are -10 log10 of a word's share of English; a sum of them is what a split costs, and the cheapest split wins.
const longest = 24
const cost = {
  /** An unknown word, and each of its letters. */
  unknown: 50,
  unknownLetter: 12,
  acronym: 55,
  number: 30,
  measure: 40,
  surname: 60,
  /** The s of a plural or a possessive without apostrophe: `janes`. */
  plural: 10,
  /** A word that goes on over a change to upper case, and one that ends where no letter case changes, in a tag that uses case. */
  acrossCase: 55,
  againstCase: 40,
  afterAcronym: 8,
  articleLast: 30,
}

/**
 * Splits a tag's name into its words, as spans of it: by underscores, letter case and digits where the writer used them, and by the frequency
 * of words where everything runs together (`teamliamstrong`).
 */
export function segment(name: string): readonly Span[] {
  return [...name.matchAll(/[^_]+/g)].flatMap((chunk) =>
    cheapest(chunk[0]).map(({ start, end }) => ({ start: start + chunk.index, end: end + chunk.index })),
  )
}

/** Whether a word is in the list of words that tags are split with. */
export const isKnownWord = (lower: string): boolean => words().has(lower)

/** -10 log10 of a word's share of English, from 12 for `the` to about 65; undefined for an unknown word. */
export function wordCost(lower: string): number | undefined {
  const found = words().get(lower)
  return found === undefined ? undefined : Number(found)
}

/** The cost of a word, a name or a rarity as a part of a tag. */
function partCost(lower: string): number | undefined {
  openedParts ??= openTable(partTable)
  const found = words().get(lower) ?? openedParts.get(lower)
  return found === undefined ? undefined : Number(found)
}

interface WordLexicon {
  /** Words in which letter case and digits do not part anything. */
  readonly whole: readonly string[]
  /** By cost: words, with spaces between. */
  readonly words: Readonly<Record<string, string>>
  /** In the same way, what is a part of tags and no word: names, and what is rare. */
  readonly parts: Readonly<Record<string, string>>
}

/** The key of the words that stay whole. */
const wholeWords = 'whole words'

const lexicon = () => data<WordLexicon>('lexicons/words')

/** The words and their costs, and under a key that is no word those that stay whole. */
export const wordTable: TableSource = {
  name: 'words',
  *entries() {
    yield [wholeWords, lexicon().whole.join(' ')]
    yield* costsOf(lexicon().words)
  },
}

/** Parts of tags that are no words, and their costs: opened only when a tag is split. */
export const partTable: TableSource = {
  name: 'tag-parts',
  *entries() {
    yield* costsOf(lexicon().parts)
  },
}

function* costsOf(groups: WordLexicon['words']): Iterable<readonly [string, string]> {
  for (const [value, words] of Object.entries(groups)) for (const word of words.split(' ')) yield [word, value]
}

let opened: Table | undefined
let openedParts: Table | undefined

function words(): Table {
  opened ??= openTable(wordTable)
  return opened
}

let kept: ReadonlySet<string> | undefined

function isWhole(word: string): boolean {
  kept ??= new Set(words().get(wholeWords)?.split(' '))
  return kept.has(word)
}

const hasBothCases = /\p{Ll}.*\p{Lu}|\p{Lu}.*\p{Lu}\p{Ll}|\p{Lu}{2}.*\p{Ll}/u

/** The classic way: the best split of each prefix, from the best splits of shorter ones. */
function cheapest(chunk: string): Span[] {
  const usesCase = hasBothCases.test(chunk)
  const best = [0]
  const from = [0]
  for (let end = 1; end <= chunk.length; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start]! + edgeCost(chunk, start, usesCase)
      if (before >= best[end]!) continue
      const total = before + costOf(chunk.slice(start, end), chunk, start, usesCase) + endCost(chunk, start, end)
      if (total < best[end]!) {
        best[end] = total
        from[end] = start
      }
    }
  }
  const parts: Span[] = []
  for (let end = chunk.length; end > 0; end = from[end]!) parts.unshift({ start: from[end]!, end })
  return parts
}

/** No tag ends with an article: `allinforian` is no `for i an`. */
const endCost = (chunk: string, start: number, end: number): number =>
  end === chunk.length && start > 0 && /^(?:an|the)$/i.test(chunk.slice(start)) ? cost.articleLast : 0

/** What it costs to begin a word at `at`. */
function edgeCost(chunk: string, at: number, usesCase: boolean): number {
  if (at === 0 || !usesCase) return 0
  const before = chunk[at - 1]!
  const after = chunk[at]!
  if (isDigit(before) || isDigit(after)) return 0
  if (isUpper(after)) return isUpper(before) && !isLower(chunk[at + 1] ?? '') ? cost.againstCase : 0
  return isUpper(before) ? cost.afterAcronym : cost.againstCase
}

function costOf(word: string, chunk: string, start: number, usesCase: boolean): number {
  const lower = word.toLowerCase()
  const known = partCost(lower)
  if (hasDigit.test(word)) return isWhole(word) ? cost.number : (known ?? costWithDigits(lower, chunk, start))
  if (!usesCase) return Math.min(known ?? pluralCost(lower) ?? unknownCost(word), acronymAlone(word, chunk, start))
  if (isWhole(word)) return cost.number
  if (joinsSurname(word)) return known ?? cost.surname
  const acrossCase = /\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}{2}/u.test(word) ? cost.acrossCase : 0
  return acrossCase + (known ?? pluralCost(lower) ?? acronymCost(word) ?? unknownCost(word))
}

/** A number takes all its digits, and an ordinal or a measure its unit. */
function costWithDigits(lower: string, chunk: string, start: number): number {
  const isCut = isDigit(chunk[start - 1] ?? '') || isDigit(chunk[start + lower.length] ?? '')
  if (isCut) return Number.POSITIVE_INFINITY
  if (/^\d+$/.test(lower)) return cost.number
  if (/^\d+(?:st|nd|rd|th|s|k|h|hrs?|mg|mcg|ml|lbs?|kg|am|pm|yo)$/.test(lower)) return cost.measure
  return Number.POSITIVE_INFINITY
}

function pluralCost(lower: string): number | undefined {
  if (lower.length < 4 || !lower.endsWith('s')) return undefined
  const single = partCost(lower.slice(0, -1))
  return single === undefined ? undefined : single + cost.plural
}

/** Two to five capitals are an acronym in a tag that uses case. */
const acronymCost = (word: string) => (/^\p{Lu}{2,5}$/u.test(word) ? cost.acronym : undefined)

/** In a tag of capitals, those that digits or the ends part from all else: `HIMSS26`. */
const acronymAlone = (word: string, chunk: string, start: number): number =>
  (!isLetter(chunk[start - 1] ?? '') && !isLetter(chunk[start + word.length] ?? '') ? acronymCost(word) : undefined) ??
  Number.POSITIVE_INFINITY

const unknownCost = (word: string) => cost.unknown + cost.unknownLetter * word.length

/** McKenna, OConnor; DeShawn, LaTasha only where that is a name we know. */
function joinsSurname(word: string): boolean {
  if (/^(?:Mc|O)\p{Lu}\p{Ll}{3,}$/u.test(word)) return true
  return /^(?:De|La|Le|Da|Di|Mac|Van)\p{Lu}\p{Ll}{2,}$/u.test(word) && isKnownWord(word.toLowerCase())
}

const hasDigit = /\d/
const isDigit = (unit: string) => unit >= '0' && unit <= '9'
const isLetter = (unit: string) => /\p{L}/u.test(unit)
const isUpper = (unit: string) => /\p{Lu}/u.test(unit)
const isLower = (unit: string) => /\p{Ll}/u.test(unit)
