import { data } from '../data.js'
import type { Product } from '../facts.js'
import { anyOf } from './any-of.js'

/** A name of a product as it is looked for. */
export interface ProductName {
  /** Lower-case words, without punctuation. */
  readonly words: readonly string[]
  readonly product: Product
  readonly via: 'brand' | 'established-name'
  /** Also an everyday word or a person's name: it counts only beside a health word. */
  readonly isCommon: boolean
}

/** Products by name. */
export interface ProductNames {
  /** Names that begin with a word, longest first. */
  startingWith(lower: string): readonly ProductName[]
  /** The product whose name, written as one word, this is: `lolostrinfe`. */
  joined(lower: string): ProductName | undefined
  /** What is known of a drug by its established name alone. */
  generic(name: string): Product | undefined
}

/** Products by name, the organisation's own register first; a lexicon entry of the same brand fills what the register leaves out. */
export class ProductLexicon implements ProductNames {
  readonly #byFirstWord = new Map<string, ProductName[]>()
  readonly #joined = new Map<string, ProductName>()
  readonly #generics = new Map<string, Product>()

  constructor(register: readonly Product[] = []) {
    const listed = [...register.map(withLexicon), ...labelled().filter(({ brand }) => !isIn(register, brand))]
    for (const product of listed) {
      for (const name of [product.brand, ...(product.aliases ?? [])]) this.#add(name, product, 'brand')
    }
    for (const product of listed) {
      for (const name of namesOf(product)) if (isNameOfDrug(name)) this.#addGeneric(name, product)
    }
    this.#addBreadth()
  }

  /** All of it, for a build to lay down. */
  get contents() {
    return { byFirstWord: this.#byFirstWord, joined: this.#joined, generics: this.#generics } as const
  }

  startingWith(lower: string): readonly ProductName[] {
    return this.#byFirstWord.get(lower) ?? []
  }

  joined(lower: string): ProductName | undefined {
    return this.#joined.get(lower)
  }

  generic(name: string): Product | undefined {
    return this.#generics.get(name.toLowerCase())
  }

  #add(name: string, product: Product, via: ProductName['via']): void {
    const words = wordsIn(name)
    const entry = { words, product, via, isCommon: product.isCommonWord ?? false }
    const first = words[0]
    if (first === undefined || this.#joined.has(words.join(''))) return
    this.#joined.set(words.join(''), entry)
    const list = this.#byFirstWord.get(first)
    if (!list) this.#byFirstWord.set(first, [entry])
    else list.splice(list.findIndex((other) => other.words.length < words.length) >>> 0, 0, entry)
  }

  #addGeneric(name: string, product: Product): void {
    const known = this.#generics.get(name.toLowerCase())
    if (known || !isPrescription(product.kind)) return
    const { riskStatement: _, approvedClaims: __, aliases: ___, notFor: ____, isCommonWord: _____, ...shared } = product
    const generic: Product = { ...shared, brand: name, establishedName: name }
    this.#generics.set(name.toLowerCase(), generic)
    this.#add(name, generic, 'established-name')
  }

  #addBreadth(): void {
    const { rx, otc, common, ingredients } = data<Breadth>('lexicons/drugs-breadth')
    const isCommonWord = new Set(common)
    for (const [brand, establishedName] of Object.entries(rx)) {
      this.#add(
        brand,
        {
          brand,
          establishedName,
          kind: kindOfName(establishedName),
          status: 'rx',
          isCommonWord: isCommonWord.has(brand),
        },
        'brand',
      )
    }
    for (const [brand, establishedName] of Object.entries(otc)) {
      this.#add(
        brand,
        { brand, establishedName, kind: 'drug-otc', status: 'otc', isCommonWord: isCommonWord.has(brand) },
        'brand',
      )
    }
    const overTheCounter = new Set(
      [
        ...labelled()
          .filter(({ kind }) => kind === 'drug-otc')
          .flatMap(namesOf),
        ...Object.values(otc),
      ].map((name) => name.toLowerCase()),
    )
    for (const name of ingredients)
      if (!overTheCounter.has(name))
        this.#addGeneric(name, { brand: name, establishedName: name, kind: kindOfName(name), status: 'rx' })
  }
}

interface Breadth {
  readonly rx: Readonly<Record<string, string>>
  readonly otc: Readonly<Record<string, string>>
  readonly common: readonly string[]
  readonly ingredients: readonly string[]
}

/** Kinds that 21 CFR 202.1 is about, compounded drugs among them. */
export const isPrescription = (kind: string | undefined): boolean =>
  kind === 'drug-rx' || kind === 'biologic' || kind === 'compounded'

/** The four letters that end a biologic's name tell it. */
const kindOfName = (name: string): string =>
  /mab\b|-[a-z]{4}\b|leucel|parvovec|vaccine/.test(name) ? 'biologic' : 'drug-rx'

/** The established name and the forms of it that labels use. */
export const namesOf = ({ establishedName, nameForms = [] }: Product): readonly string[] => [
  ...(establishedName ? [establishedName] : []),
  ...nameForms,
]

const everyday = () => new Set(data<{ entries: string[] }>('lexicons/everyday-ingredients').entries)
let everydayNames: ReadonlySet<string> | undefined

/** One word that names a drug and nothing else: not `influenza vaccine`, `copper IUD` or `testosterone`. */
function isNameOfDrug(name: string): boolean {
  everydayNames ??= everyday()
  return /^(?:[\p{L}-]{6,}|insulin \p{L}+)$/u.test(name) && !everydayNames.has(name.toLowerCase())
}

/** The product of this brand or alias. */
export const productNamed = (name: string, names: ProductNames): Product | undefined =>
  names.joined(wordsIn(name).join(''))?.product

const wordsIn = (name: string): string[] => {
  const lower = name.toLowerCase()
  // Most names are one plain word; there are thousands of them.
  if (/^[a-z]+$/.test(lower)) return [lower]
  return (
    lower
      .normalize('NFC')
      .replace(/'s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const isIn = (register: readonly Product[], brand: string) =>
  register.some((own) => own.brand.toLowerCase() === brand.toLowerCase())

function withLexicon(own: Product): Product {
  const known = labelled().find(({ brand }) => brand.toLowerCase() === own.brand.toLowerCase())
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return {
    status: 'rx',
    ...known,
    ...(said as unknown as Product),
    kind: kindOfOwn(own, known),
    isVerified: own.isVerified ?? true,
  }
}

/** A register that says nothing of a kind lists drugs: `drug` and `rx` are their everyday names. */
function kindOfOwn({ kind, status }: Product, known: Product | undefined): string {
  if (kind && kind !== 'drug') return kind
  return known?.kind ?? (status === 'otc' ? 'drug-otc' : 'drug-rx')
}

let labelledProducts: readonly Product[] | undefined

/** The entries of products.yml; made on first use. */
export function labelled(): readonly Product[] {
  labelledProducts ??= data<{ entries: Record<string, unknown>[] }>('lexicons/products').entries.map(inCamelCase)
  return labelledProducts
}

const renamed: Readonly<Record<string, string>> = {
  common_word: 'isCommonWord',
  verified: 'isVerified',
  restricted: 'isRestricted',
}

const inCamelCase = (entry: Record<string, unknown>): Product =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      renamed[key] ?? key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as unknown as Product

interface BoxedClass {
  readonly class: string
  readonly names: readonly string[]
  readonly boxed_risk: string
  readonly boxed_terms: readonly string[]
}

let classes: readonly (BoxedClass & { readonly expression: RegExp })[] | undefined

/** The product with `boxed: likely` where nothing is known but a name of a class that usually has a boxed warning. */
export function withClassDefaults(product: Product): Product {
  if (product.boxed !== undefined || !isPrescription(product.kind)) return product
  classes ??= data<{ entries: BoxedClass[] }>('lexicons/boxed-classes').entries.map((entry) => ({
    ...entry,
    expression: new RegExp(`^(?:${entry.names.join('|')})$`, 'iu'),
  }))
  const found = classes.find(({ expression }) =>
    namesOf(product).some((name) => expression.test(name.split(/[;,]| and /)[0]!.trim()) || expression.test(name)),
  )
  return found
    ? { ...product, boxed: 'likely', boxedRisk: found.boxed_risk, boxedTerms: found.boxed_terms, class: found.class }
    : product
}

let synonyms: ReadonlyMap<string, readonly string[]> | undefined

function riskSynonyms(): ReadonlyMap<string, readonly string[]> {
  synonyms ??= new Map(
    data<{ entries: { risk: string; says: string[] }[] }>('lexicons/risk-synonyms').entries.map(({ risk, says }) => [
      risk,
      says,
    ]),
  )
  return synonyms
}

/** The phrases for risks that are given as ids of the risk-synonym lexicon or in words; words bring the synonyms of the risk they name. */
export function riskPhrases(terms: readonly string[]): readonly string[] {
  return [...new Set(terms.flatMap((term) => riskSynonyms().get(term) ?? [escaped(term), ...synonymsOf(term)]))]
}

/** Every phrase of every risk. */
export const allRiskPhrases = (): readonly string[] => [...new Set([...riskSynonyms().values()].flat())]

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const synonymsOf = (term: string): readonly string[] =>
  [...riskSynonyms().values()].filter((says) => says.some((phrase) => anyOf([`^(?:${phrase})$`]).test(term))).flat()
