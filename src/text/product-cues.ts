import { data } from '../data.js'
import { anyOf } from './any-of.js'
import { lazily } from './lazily.js'

/** Expressions (flag `g` is set; used through `test` on fresh strings only) of `product-cues.yml`. */
export interface ProductCues {
  readonly besideCommonWord: Probe
  readonly forms: string
  readonly formPrefixes: string
  readonly medicine: Probe
  readonly supplement: Probe
  /** Words that only devices, cosmetics and foods go with. */
  readonly notDrug: Probe
  readonly stems: readonly { readonly expression: RegExp; readonly class: string }[]
  readonly isNoDrug: ReadonlySet<string>
}

/** Tells whether any phrase of a list stands in a text. */
export interface Probe {
  test(text: string): boolean
  /** How many different places. */
  count(text: string): number
}

let made: ProductCues | undefined

/** Made on first use. */
export function productCues(): ProductCues {
  if (made) return made
  const cues =
    data<
      Readonly<
        Record<'beside_common_word' | 'forms' | 'form_prefixes' | 'medicine' | 'supplement' | 'not_drug', string[]>
      >
    >('lexicons/product-cues')
  const stems = () =>
    data<{ entries: { stem: string; letters: number; class: string }[]; except: string[] }>('lexicons/name-stems')
  made = lazily<ProductCues>({
    besideCommonWord: () => probe(cues.beside_common_word),
    forms: () => cues.forms.join('|').replaceAll(' ', '[\\s-]+'),
    formPrefixes: () => `(?:${cues.form_prefixes.join('|').replaceAll(' ', '[\\s-]+')})`,
    medicine: () => probe(cues.medicine),
    supplement: () => probe(cues.supplement),
    notDrug: () => probe(cues.not_drug),
    stems: () =>
      stems().entries.map((entry) =>
        lazily<ProductCues['stems'][number]>({
          expression: () => new RegExp(`^(?=[\\p{L}-]{${entry.letters},}$)[\\p{L}-]*(?:${entry.stem})$`, 'iu'),
          class: () => entry.class,
        }),
      ),
    isNoDrug: () => new Set(stems().except),
  })
  return made
}

/** A list of phrases to look for. */
export function probe(list: readonly string[]): Probe {
  const expression = anyOf(list)
  return {
    test: (text) => text.search(expression) >= 0,
    count: (text) => [...text.matchAll(expression)].length,
  }
}
