import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { UserError } from '../errors.js'
import type { ConsentRecord, Product } from '../facts.js'
import { nearest, readStructured } from '../schema.js'
import { readCsv } from './csv.js'
import { checkProducts, type EntryPlace } from './product-faults.js'

type Fields = Readonly<Record<string, unknown>>

/** A register's file. */
export interface Register {
  /** Absolute. */
  readonly file: string
  /** As errors name it. */
  readonly shown: string
  read(file: string): string
}

/** An entry of a product register, its keys as written (`established_name`), as a product. */
export function productOf(entry: Fields): Product {
  const { common_word: isCommonWord, ...rest } = entry
  return {
    ...(camelCased(rest) as unknown as Product),
    ...(isCommonWord !== undefined && { isCommonWord: isCommonWord as boolean }),
  }
}

/** Reads a product register: YAML or JSON, a list or `products:`. */
export function readProducts({ file, shown, read }: Register): Product[] {
  const { entries, place } = placedEntries(readText({ file, shown, read }), shown, 'products')
  const products = entries.map(productOf)
  checkProducts(products, place)
  return products
}

/** Reads a consent register: CSV by its ending, else YAML or JSON, a list or `consents:`. */
export function readConsents({ file, shown, read }: Register): ReadonlyMap<string, ConsentRecord> {
  const text = readText({ file, shown, read })
  const entries = /\.csv$/i.test(file) ? csvEntries(text, shown) : entriesOf(text, shown, 'consents')
  const records = new Map<string, ConsentRecord>()
  for (const entry of entries) {
    checkDays(entry, shown)
    const record = consentOf(entry)
    if (records.has(record.id!)) throw new UserError(`the consent \`${record.id}\` stands here twice.`, shown)
    records.set(record.id!, record)
  }
  return records
}

const lists = new Set(['subject', 'recipients', 'purposes', 'covers', 'excludes', 'channels'])

/** An entry of a consent register, its keys as written, as a record. */
export function consentOf(entry: Fields): ConsentRecord {
  const given = Object.entries(entry).filter(([, value]) => value !== null)
  const listed = given.map(([key, value]) => [
    key === 'typeface_14pt_or_handwritten' ? 'typeface' : key,
    lists.has(key)
      ? [value]
          .flat()
          .flatMap((item) => itemsOf(key, item))
          .map((item) => (inLowerCase.has(key) ? item.toLowerCase() : item))
      : value,
  ])
  return camelCased(Object.fromEntries(listed)) as ConsentRecord
}

/** What a class of information or a channel is called does not hang on its capitals. */
const inLowerCase = new Set(['covers', 'excludes', 'channels'])

/** A name may hold a comma: `Roe, Jane`. */
const itemsOf = (key: string, item: unknown) =>
  String(item)
    .split(key === 'subject' ? /[;|]/ : /[,;|]/)
    .map((word) => word.trim())
    .filter(Boolean)

const entriesOf = (text: string, shown: string, key: 'products' | 'consents'): readonly Fields[] =>
  placedEntries(text, shown, key).entries

function placedEntries(text: string, shown: string, key: 'products' | 'consents') {
  const { value, place } = readStructured<readonly Fields[] | Record<string, readonly Fields[]>>(
    text,
    shown,
    registers[key],
  )
  const isList = Array.isArray(value)
  const entries: readonly Fields[] = isList ? value : ((value as Record<string, readonly Fields[]>)[key] ?? [])
  const at: EntryPlace = (index, name) => place([...(isList ? [] : [key]), index, ...(name ? [name] : [])])
  return { entries, place: at }
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
const consentFields = configSchema.$defs.consent.properties as Readonly<Record<string, { readonly type?: unknown }>>

function csvEntries(text: string, shown: string): Fields[] {
  const [first, ...rows] = readCsv(text, shown)
  const header = first?.cells ?? []
  for (const [index, name] of header.entries()) {
    if (!Object.hasOwn(consentFields, name))
      throw new UserError(
        `unknown column \`${name}\`.${nearest(name, Object.keys(consentFields))}`,
        `${shown}:1:${index + 1}`,
      )
  }
  if (!header.includes('id'))
    throw new UserError('the first line names the columns, and there is none named `id`.', `${shown}:1:1`)
  return rows.map(({ cells, line }) => {
    const filled = header.map((name, at) => [name, cells[at] ?? ''] as const).filter(([, value]) => value !== '')
    const entry = Object.fromEntries(filled.map(([name, value]) => [name, csvValue(name, value)]))
    if (entry.id === undefined) throw new UserError('this row has no `id`.', `${shown}:${line}:1`)
    checkDays(entry, `${shown}:${line}:1`)
    return entry
  })
}

/** Days are compared as they are written. */
function checkDays(entry: Fields, place: string): void {
  for (const name of ['signed', 'expires']) {
    const value = entry[name]
    if (typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}(?:$|T)/.test(value))
      throw new UserError(`\`${name}\` of \`${entry.id}\` takes a day such as 2027-03-02, not \`${value}\`.`, place)
  }
}

/** Cells hold lists as `photo; story`, booleans as yes or no. */
function csvValue(name: string, value: string): unknown {
  const words = itemsOf(name, value)
  if (lists.has(name)) return words
  if (name === 'statements') return Object.fromEntries(words.map((word) => [word, true]))
  const isBoolean = [consentFields[name]?.type].flat().includes('boolean')
  return isBoolean ? /^(true|yes|y|1|x)$/i.test(value) : value
}

function readText({ file, shown, read }: Register): string {
  try {
    return read(file)
  } catch (error) {
    throw new UserError(
      `the register ${shown} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}.`,
    )
  }
}

const camelCased = (entry: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
