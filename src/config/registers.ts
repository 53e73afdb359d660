import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import type { Product } from '../facts.js'
import { readStructured } from '../schema.js'
import { checkProducts, type EntryPlace } from './product-faults.js'
import { type Register, textOf } from './register-file.js'

/** An entry of a register, its keys as written. */
export type Fields = Readonly<Record<string, unknown>>

/** An entry of a product register, its keys as written (`established_name`), as a product. */
export function productOf(entry: Fields): Product {
  const { common_word: isCommonWord, ...rest } = entry
  return {
    ...(camelCased(rest) as unknown as Product),
    ...(isCommonWord !== undefined && { isCommonWord: isCommonWord as boolean }),
  }
}

/** Reads a product register: YAML or JSON, a list or `products:`. */
export function readProducts(register: Register): Product[] {
  const { entries, place } = placedEntries(textOf(register), register.shown, 'products')
  const products = entries.map(productOf)
  checkProducts(products, place)
  return products
}

/**
 * The entries of a register in YAML or JSON, and where they stand.
 *
 * @throws UserError at the place of whatever the schema refuses.
 */
export function placedEntries(
  text: string,
  shown: string,
  key: 'products' | 'consents',
): { readonly entries: readonly Fields[]; readonly place: EntryPlace } {
  const { value, place } = readStructured<readonly Fields[] | Record<string, readonly Fields[]>>(
    text,
    shown,
    registers[key],
    { shape: shapes[key] },
  )
  const isList = Array.isArray(value)
  const entries: readonly Fields[] = isList ? value : ((value as Record<string, readonly Fields[]>)[key] ?? [])
  return { entries, place: (index, name) => place([...(isList ? [] : [key]), index, ...(name ? [name] : [])]) }
}

const register = (key: string, list: string): object => ({
  $defs: configSchema.$defs,
  anyOf: [
    { $ref: `#/$defs/${list}` },
    {
      type: 'object',
      additionalProperties: false,
      required: [key],
      properties: { [key]: { $ref: `#/$defs/${list}` } },
    },
  ],
})

const registers = { products: register('products', 'productList'), consents: register('consents', 'consentList') }

/** What a register looks like, for whoever wrote something else. */
const shapes = {
  products: 'a list of products, each begun by `- brand: ...`',
  consents: 'a list of records, each begun by `- id: CR-0001`',
}

/** Keys as code writes them. */
export const camelCased = (entry: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
