import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { isDate } from '../draft/check-fields.js'
import { UserError } from '../errors.js'
import type { ConsentRecord } from '../facts.js'
import { nearest } from '../schema.js'
import { type Row, readCsv } from './csv.js'
import { type Register, textOf } from './register-file.js'
import { camelCased, type Fields, placedEntries } from './registers.js'

/** The records of a consent register, and what is wrong with single ones, each with its place: the others count. */
export interface ConsentsRead {
  readonly records: ReadonlyMap<string, ConsentRecord>
  readonly faults: readonly UserError[]
}

/** An entry as it stands in the file, and where a key of it does. */
interface Entry {
  readonly fields: Fields
  readonly place: (key?: string) => string
}

/**
 * Reads a consent register: CSV by its ending, else YAML or JSON, a list or `consents:`.
 *
 * @throws UserError where no record can be read.
 */
export function readConsents(register: Register): ConsentsRead {
  const text = textOf(register)
  const { entries, faults } = /\.csv$/i.test(register.file)
    ? csvEntries(text, register.shown)
    : yamlEntries(text, register)
  const records = new Map<string, ConsentRecord>()
  const wrong = [...faults]
  for (const entry of entries) {
    const { id } = entry.fields
    const fault = records.has(id as string) ? twice(entry) : (wrongDay(entry) ?? misspelt(entry))
    if (fault) wrong.push(fault)
    if (!records.has(id as string)) records.set(id as string, consentOf(entry.fields))
  }
  return { records, faults: wrong }
}

const twice = ({ fields, place }: Entry): UserError =>
  new UserError(
    `the consent \`${String(fields.id)}\` stands here a second time; the first counts. Give each form an id of its own.`,
    place('id'),
  )

/** Days are compared as they are written. */
function wrongDay({ fields, place }: Entry): UserError | undefined {
  const key = ['signed', 'expires', 'revoked'].find((name) => isWrongDay(name, fields[name]))
  return key === undefined
    ? undefined
    : new UserError(
        `\`${key}\` of \`${String(fields.id)}\` takes a day such as 2027-03-02, not \`${String(fields[key])}\`.`,
        place(key),
      )
}

/** `revoked: yes` gives no day, and is clear all the same. */
const isWrongDay = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  (name !== 'revoked' || /\d/.test(value)) &&
  !(/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(value) && isDate(value))

/** What an authorization may cover, as `covers` and `excludes` name it. */
const classes =
  'name first-name full-name photo video voice story condition treatment age dates location contact family testimonial handle'.split(
    ' ',
  )

/** A word that is nearly one of ours covers nothing, and nobody would see why. An organization's own words are left in peace. */
function misspelt({ fields, place }: Entry): UserError | undefined {
  for (const key of ['covers', 'excludes'])
    for (const word of itemsIn(key, fields[key])) {
      const near = classes.includes(word.toLowerCase()) ? '' : nearest(word.toLowerCase(), classes)
      if (near.includes('Did you mean'))
        return new UserError(`\`${key}\` of \`${String(fields.id)}\` holds \`${word}\`.${near}`, place(key))
    }
  return undefined
}

const lists = new Set(['subject', 'recipients', 'purposes', 'covers', 'excludes', 'channels'])

/** An entry of a consent register, its keys as written, as a record. */
export function consentOf(entry: Fields): ConsentRecord {
  const given = Object.entries(entry).filter(([, value]) => value !== null)
  const listed = given.map(([key, value]) => [
    key === 'typeface_14pt_or_handwritten' ? 'typeface' : key,
    lists.has(key) ? itemsIn(key, value).map((item) => (inLowerCase.has(key) ? item.toLowerCase() : item)) : value,
  ])
  return camelCased(Object.fromEntries(listed)) as ConsentRecord
}

/** What a class of information or a channel is called does not hang on its capitals. */
const inLowerCase = new Set(['covers', 'excludes', 'channels'])

const itemsIn = (key: string, value: unknown): string[] => [value ?? []].flat().flatMap((item) => itemsOf(key, item))

/** A name may hold a comma: `Roe, Jane`. */
const itemsOf = (key: string, item: unknown) =>
  String(item)
    .split(key === 'subject' ? /[;|]/ : /[,;|]/)
    .map((word) => word.trim())
    .filter(Boolean)

function yamlEntries(text: string, { shown }: Register): { entries: Entry[]; faults: UserError[] } {
  const { entries, place } = placedEntries(text, shown, 'consents')
  return { entries: entries.map((fields, index) => ({ fields, place: (key) => place(index, key) })), faults: [] }
}

const consentFields = configSchema.$defs.consent.properties as Readonly<Record<string, { readonly type?: unknown }>>
const columns = Object.keys(consentFields)

function csvEntries(text: string, shown: string): { entries: Entry[]; faults: UserError[] } {
  const [first, ...rows] = readCsv(text, shown)
  const written = first?.cells ?? []
  const header = written.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'))
  checkHeader(header, written, text, shown)
  const faults: UserError[] = []
  const entries = rows.flatMap((row): Entry[] => {
    const fields = entryOf(header, row)
    if (fields.id !== undefined) return [{ fields, place: () => `${shown}:${row.line}:1` }]
    faults.push(new UserError('this row has no `id`.', `${shown}:${row.line}:1`))
    return []
  })
  return { entries, faults }
}

/** A first line without any column of ours is a record, and may name somebody: it is not quoted. */
function checkHeader(header: readonly string[], written: readonly string[], text: string, shown: string): void {
  const line = text.split(/\r?\n/, 1)[0]!
  const at = (index: number) => `${shown}:1:${Math.max(0, line.indexOf(written[index]!)) + 1}`
  if (!header.some((name) => columns.includes(name)))
    throw new UserError(
      'the first line names no column. Write one above the records: id,signed,expires,covers,channels.',
      `${shown}:1:1`,
    )
  for (const [index, name] of header.entries()) {
    if (!columns.includes(name))
      throw new UserError(
        `unknown column \`${written[index]}\`.${nearest(name, columns) || ' Rename it or take it out.'}`,
        at(index),
      )
    if (header.indexOf(name) !== index) throw new UserError(`two columns are named \`${written[index]}\`.`, at(index))
  }
  if (!header.includes('id'))
    throw new UserError('the first line names the columns, and there is none named `id`.', `${shown}:1:1`)
}

function entryOf(header: readonly string[], { cells }: Row): Fields {
  const filled = header.map((name, at) => [name, cells[at] ?? ''] as const).filter(([, value]) => value !== '')
  return Object.fromEntries(filled.map(([name, value]) => [name, csvValue(name, value)]))
}

/** Cells hold lists as `photo; story`, booleans as yes or no. */
function csvValue(name: string, value: string): unknown {
  const words = itemsOf(name, value)
  if (lists.has(name)) return words
  if (name === 'statements') return Object.fromEntries(words.map((word) => [word, true]))
  const isBoolean = [consentFields[name]?.type].flat().includes('boolean')
  return isBoolean ? /^(true|yes|y|1|x)$/i.test(value) : value
}
