import { isBuilt } from '../data.js'
import { holds } from '../required.js'
import { openBuilt, type Table } from '../table.js'
import { GramIndex, gramOf, type Words } from './grams.js'

/** A list of expressions, as a build lists it. */
export interface Listed {
  /** What it is known by, see `keyOf` and `keyOfLexicon`. */
  readonly key: string
  readonly entries: readonly ListedEntry[]
}

export interface ListedEntry {
  /** What a text must hold for the entry to match: a substring of each of these lists; none where that cannot be told. */
  readonly needs: readonly (readonly string[])[]
  /** The keys of lexicons of which, of each list, one must have something to offer. */
  readonly lexicons: readonly (readonly string[])[]
  /** What the list reads the entry from in a run, if anything. */
  readonly source?: () => string
}

/**
 * As it is stored. Under a gram: substrings, each followed by the entries that need it, an entry being its list's number times `perList` and its own. Under a
 * list's key: its number. Under its number: its entries whose substrings cannot be told. Under an entry: what it needs beside that, and its source.
 */
export type StoredCatalogue = ReadonlyMap<string, string>

// Short, since finding a key costs by its length.
const gramKey = (gram: string) => `g${gram}`
const openKey = (list: number) => `o${list}`
const entryKey = (code: number) => `e${code}`

/** The ends of a long key: no two of ours share them and their length. */
const listKey = (key: string) => `l${key.length} ${key.slice(0, 24)}${key.slice(-24)}`

/** What an entry needs, as it is stored, and its source are parted by this. */
const part = '\x1f'

const perList = 1 << 14

/** What a list is known by: what stands in it. */
export const keyOf = (list: readonly string[]): string => `${list.length}${part}${list.join(part)}`

/** What a list of expressions of the analysis is known by. */
export const keyOfExpressions = (name: string): string => `expressions: ${name}`

/** What a lexicon of ours is known by. */
export const keyOfLexicon = (name: string): string => `{${name}}`

/** Catalogues lists for `Catalogue` to read. Throws an Error where two lists share a key and differ. */
export function catalogued(lists: readonly Listed[]): StoredCatalogue {
  const byKey = new Map<string, Listed>()
  for (const list of lists) {
    const known = byKey.get(list.key)
    if (known && written(known) !== written(list)) throw new Error(`two lists share the key ${list.key}`)
    byKey.set(list.key, list)
  }
  const numbers = new Map([...byKey.keys()].map((key, number) => [key, number]))
  const all = [...byKey.values()].map(({ entries }) => entries)
  return new Map([
    ...listsByKey(numbers),
    ...Array.from(gramsOf(all), ([gram, postings]) => [gramKey(gram), JSON.stringify(postings)] as const),
    ...all.flatMap((entries, list) => {
      const open = entries.flatMap(({ needs }, entry) => (needs.length === 0 ? [entry] : []))
      return open.length > 0 ? [[openKey(list), JSON.stringify(open)] as const] : []
    }),
    ...all.flatMap((entries, list) =>
      entries.map((entry, at) => [entryKey(list * perList + at), storedEntry(entry, numbers)] as const),
    ),
  ])
}

const written = ({ entries }: Listed) =>
  JSON.stringify(entries.map((entry) => ({ ...entry, source: entry.source?.() })))

/** Of a lexicon that is no list of ours nothing is known. */
function storedEntry({ needs, lexicons, source }: ListedEntry, numbers: ReadonlyMap<string, number>): string {
  const known = lexicons.map((keys) => keys.map((key) => numbers.get(key))).filter((list) => !list.includes(undefined))
  const more: More = [needs.slice(1), known as number[][]]
  return (needs.length > 1 || known.length > 0 ? JSON.stringify(more) : '') + part + (source?.() ?? '')
}

/** The number of each list, and its key. */
function listsByKey(numbers: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const stored = new Map<string, string>()
  for (const [key, number] of numbers) {
    if (stored.has(listKey(key))) throw new Error(`two lists are too much alike: ${key}`)
    stored.set(listKey(key), `${number}${part}${key}`)
  }
  return stored
}

/** The number of a catalogued list. */
export function numberIn(stored: Pick<Table, 'get'>, key: string): number | undefined {
  const found = stored.get(listKey(key))
  return found?.endsWith(`${part}${key}`) ? Number.parseInt(found, 10) : undefined
}

function gramsOf(lists: readonly (readonly ListedEntry[])[]): Map<string, Postings> {
  const bySubstring = new Map<string, number[]>()
  for (const [number, entries] of lists.entries())
    for (const [entry, { needs }] of entries.entries())
      for (const need of needs[0] ?? []) at(bySubstring, need).push(number * perList + entry)
  const byGram = new Map<string, (string | number)[]>()
  for (const [substring, entries] of bySubstring) at(byGram, gramOf(substring)).push(substring, ...entries)
  return byGram
}

/** Substrings, each followed by the entries that need it. */
type Postings = (string | number)[]

/** The list under a key, begun where there is none. */
function at<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/**
 * All phrase lists of ours, worked out at build time: one look at a text's grams tells which entries of which lists can match in it, so that a run over one draft
 * reads and compiles no others.
 */
export class Catalogue {
  readonly #stored: Pick<Table, 'get'>
  readonly #found = new WeakMap<object, ReadonlyMap<number, number[]>>()
  readonly #postings = new Map<string, Postings>()
  readonly #open = new Map<number, readonly number[]>()
  readonly #entries = new Map<number, StoredEntry>()

  constructor(stored: Pick<Table, 'get'>) {
    this.#stored = stored
  }

  /** The number of a list; undefined for one that the build has not seen. */
  numberOf(key: string): number | undefined {
    return numberIn(this.#stored, key)
  }

  /** What an entry of a list is read from. */
  sourceOf(list: number, entry: number): string {
    return this.#entry(list, entry).source
  }

  /** The entries of a list that can match in these words. */
  candidates(list: number, words: Words): readonly number[] {
    const found = this.#lookThrough(words).get(list) ?? none
    return [...this.#openEntries(list), ...found].filter((entry) => this.#canMatch(list, entry, words))
  }

  /** Whether any entry of a list can match. */
  mayMatch(list: number, words: Words): boolean {
    const canMatch = (entry: number) => this.#canMatch(list, entry, words)
    return (this.#lookThrough(words).get(list) ?? none).some(canMatch) || this.#openEntries(list).some(canMatch)
  }

  #canMatch(list: number, entry: number, words: Words): boolean {
    const [needs, lexicons] = this.#entry(list, entry).more
    return (
      holdsEach(words.text, needs) && lexicons.every((oneOf) => oneOf.some((lexicon) => this.mayMatch(lexicon, words)))
    )
  }

  #entry(list: number, entry: number): StoredEntry {
    const code = list * perList + entry
    let known = this.#entries.get(code)
    if (!known) {
      const stored = this.#stored.get(entryKey(code)) ?? part
      const end = stored.indexOf(part)
      const more = end > 0 ? (JSON.parse(stored.slice(0, end)) as More) : noMore
      known = { more, source: stored.slice(end + 1) }
      this.#entries.set(code, known)
    }
    return known
  }

  #openEntries(list: number): readonly number[] {
    let entries = this.#open.get(list)
    if (!entries) {
      entries = JSON.parse(this.#stored.get(openKey(list)) ?? '[]') as number[]
      this.#open.set(list, entries)
    }
    return entries
  }

  #lookThrough(words: Words): ReadonlyMap<number, number[]> {
    let found = this.#found.get(words.grams)
    if (!found) {
      found = byList(this.#entriesIn(words))
      this.#found.set(words.grams, found)
    }
    return found
  }

  #entriesIn({ grams, text }: Words): ReadonlySet<number> {
    const found = new Set<number>()
    for (const gram of grams) {
      let isThere = false
      for (const item of this.#postingsOf(gram)) {
        if (typeof item === 'string') isThere = holds(text, item)
        else if (isThere) found.add(item)
      }
    }
    return found
  }

  #postingsOf(gram: string): Postings {
    const known = this.#postings.get(gram)
    if (known) return known
    const stored = this.#stored.get(gramKey(gram))
    if (stored === undefined) return nowhere
    const postings = JSON.parse(stored) as Postings
    this.#postings.set(gram, postings)
    return postings
  }
}

interface StoredEntry {
  readonly more: More
  readonly source: string
}

/** What an entry needs beside what it is found by: further substrings, and the numbers of lexicons. */
type More = readonly [needs: readonly (readonly string[])[], lexicons: readonly (readonly number[])[]]

const noMore: More = [[], []]
const nowhere: Postings = []
const none: readonly number[] = []

const holdsEach = (text: string, needs: readonly (readonly string[])[]): boolean =>
  needs.every((oneOf) => oneOf.some((substring) => holds(text, substring)))

function byList(entries: ReadonlySet<number>): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  for (const code of entries) {
    const list = Math.floor(code / perList)
    at(lists, list).push(code % perList)
  }
  return lists
}

/** What the build calls the table. */
export const catalogueName = 'phrases'

let ours: Catalogue | undefined

/** The catalogue that came with the build; without a build there is none, and every list looks for itself. */
export function catalogue(): Catalogue | undefined {
  if (isBuilt) ours ??= new Catalogue(openBuilt(catalogueName))
  return ours
}

/** Tells which entries of a list can match in some words. */
export interface EntryIndex {
  candidates(words: Words): readonly number[]
  /** What an entry is read from, where the build has seen the list. */
  sourceOf?(entry: number): string
}

let listedSoFar: { readonly key: string; readonly entries: () => readonly ListedEntry[] }[] | undefined

/** A list that the build has seen is looked up in its catalogue; any other has its entries asked for what they need, and an index of its own. */
export function indexFor(key: string, entries: () => readonly ListedEntry[]): EntryIndex {
  listedSoFar?.push({ key, entries })
  const known = catalogue()
  const number = known?.numberOf(key)
  if (known && number !== undefined)
    return {
      candidates: (words) => known.candidates(number, words),
      sourceOf: (entry) => known.sourceOf(number, entry),
    }
  return new OwnIndex(entries)
}

/** The lists that come to be while some work is done, for a build to catalogue. */
export function listsMadeBy(work: () => void): Listed[] {
  const made: { readonly key: string; readonly entries: () => readonly ListedEntry[] }[] = []
  listedSoFar = made
  work()
  const lists: Listed[] = []
  // What a list needs may ask for lexicons, which are lists themselves.
  for (let at = 0; at < made.length; at++) lists.push({ key: made[at]!.key, entries: made[at]!.entries() })
  listedSoFar = undefined
  return lists
}

class OwnIndex implements EntryIndex {
  readonly #grams = new GramIndex()
  readonly #open: number[] = []
  readonly #entries: readonly ListedEntry[]

  constructor(entries: () => readonly ListedEntry[]) {
    this.#entries = entries()
    for (const [entry, { needs }] of this.#entries.entries()) {
      if (needs.length > 0) this.#grams.add(entry, needs[0]!)
      else this.#open.push(entry)
    }
  }

  candidates(words: Words): readonly number[] {
    const found = [...this.#grams.in(words)].filter((entry) =>
      holdsEach(words.text, this.#entries[entry]!.needs.slice(1)),
    )
    return [...this.#open, ...found]
  }
}
