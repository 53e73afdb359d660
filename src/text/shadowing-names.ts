import { data } from '../data.js'
import type { Product } from '../facts.js'
import { labelled } from './product-lexicon.js'
import { wordCost } from './segment.js'

/** A name of a product that is an everyday word too, in an entry that asks for no context. */
export interface ShadowingName {
  readonly brand: string
  readonly name: string
}

/** Words cheaper than this are known to every reader: `contrave` is none of them, `align` and `yes` are. */
const everyday = 53

/**
 * Names (brands and aliases of one word) that would be found wherever an everyday word stands, since their entry is not marked as a common word (`common_word: true`),
 * which asks for a capital and a health word near.
 */
export function shadowingNames(products: readonly Product[] = [...labelled(), ...listed()]): readonly ShadowingName[] {
  return products
    .filter(({ isCommonWord }) => !isCommonWord)
    .flatMap(({ brand, aliases = [] }) => [brand, ...aliases].map((name) => ({ brand, name })))
    .filter(({ name }) => isEveryday(name))
}

/** The brands of the broad list, those marked as common words so marked. */
function listed(): Product[] {
  const { rx, otc, common } = data<Record<'rx' | 'otc', Record<string, string>> & { common: string[] }>(
    'lexicons/drugs-breadth',
  )
  const marked = new Set(common)
  return [rx, otc].flatMap((brands) => Object.keys(brands).map((brand) => ({ brand, isCommonWord: marked.has(brand) })))
}

const isEveryday = (name: string): boolean =>
  /^\p{L}+$/u.test(name) && (wordCost(name.toLowerCase()) ?? Number.POSITIVE_INFINITY) < everyday
