import type { Product } from '../facts.js'
import { openTable, type Table, type TableSource } from '../table.js'
import { ProductLexicon, type ProductName, type ProductNames } from './product-lexicon.js'

/** A name of a product, by the product's number: its words with spaces between, how it names it, whether it is an everyday word. */
type Row = readonly [words: string, product: number, via: ProductName['via'], isCommon: boolean]

const firstKey = (word: string) => `first ${word}`
const joinedKey = (joined: string) => `joined ${joined}`
const genericKey = (name: string) => `generic ${name}`
const productKey = (number: number) => `product ${number}`

/** The products of our own lexicons by name, for organisations that have no register. */
export const productTable: TableSource = {
  name: 'products',
  *entries() {
    const { byFirstWord, joined, generics } = new ProductLexicon().contents
    const numbers = new Map<Product, number>()
    const numberOf = (product: Product) => {
      const number = numbers.get(product) ?? numbers.size
      numbers.set(product, number)
      return number
    }
    const row = ({ words, product, via, isCommon }: ProductName): Row => [
      words.join(' '),
      numberOf(product),
      via,
      isCommon,
    ]
    for (const [word, names] of byFirstWord) yield [firstKey(word), JSON.stringify(names.map(row))]
    for (const [key, name] of joined) yield [joinedKey(key), JSON.stringify(row(name))]
    for (const [name, product] of generics) yield [genericKey(name), String(numberOf(product))]
    for (const [product, number] of numbers) yield [productKey(number), JSON.stringify(product)]
  },
}

/** What `ProductLexicon` tells without a register, looked up where the build has laid it down. */
export class StoredProducts implements ProductNames {
  readonly #table: Table = openTable(productTable)
  readonly #products = new Map<number, Product>()

  startingWith(lower: string): readonly ProductName[] {
    const rows = this.#table.get(firstKey(lower))
    return rows === undefined ? [] : (JSON.parse(rows) as Row[]).map((row) => this.#nameOf(row))
  }

  joined(lower: string): ProductName | undefined {
    const row = this.#table.get(joinedKey(lower))
    return row === undefined ? undefined : this.#nameOf(JSON.parse(row) as Row)
  }

  generic(name: string): Product | undefined {
    const number = this.#table.get(genericKey(name.toLowerCase()))
    return number === undefined ? undefined : this.#product(Number(number))
  }

  #nameOf([words, product, via, isCommon]: Row): ProductName {
    return { words: words.split(' '), product: this.#product(product), via, isCommon }
  }

  #product(number: number): Product {
    const product = this.#products.get(number) ?? (JSON.parse(this.#table.get(productKey(number))!) as Product)
    this.#products.set(number, product)
    return product
  }
}
