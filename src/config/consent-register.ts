import { UserError } from '../errors.js'
import type { ConsentRecord } from '../facts.js'
import { initialsOf } from '../text/persons/same-name.js'
import { csvEntries } from './consent-csv.js'
import { type Entry, faultsOf, isList, itemsIn } from './record-faults.js'
import { type Register, textOf } from './register-file.js'
import { type Fields, placedEntries } from './registers.js'

/** The records of a consent register, and what is wrong with single ones, each with its place: the others count. */
export interface ConsentsRead {
  readonly records: ReadonlyMap<string, ConsentRecord>
  readonly faults: readonly UserError[]
}

/**
 * Reads a consent register: CSV by its ending, else YAML or JSON, a list or `consents:`. Whose a record is counts by initials alone.
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
    const id = entry.fields.id as string
    wrong.push(...(records.has(id) ? [twice(entry)] : faultsOf(entry)))
    if (!records.has(id)) records.set(id, inInitials(consentOf(entry.fields)))
  }
  return { records, faults: wrong }
}

const twice = ({ fields, place }: Entry): UserError =>
  new UserError(
    `the consent \`${String(fields.id)}\` stands here a second time; the first counts. Give each form an id of its own.`,
    place('id'),
  )

function inInitials(record: ConsentRecord): ConsentRecord {
  const subject = record.subject?.map(initialsOf).filter(Boolean)
  return subject ? { ...record, subject } : record
}

/** An entry of a consent register, its keys as written, as a record. */
export function consentOf(entry: Fields): ConsentRecord {
  const record: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entry))
    if (value !== null) record[codeKeyOf(key)] = isList(key) ? itemsIn(key, value) : value
  return record as unknown as ConsentRecord
}

const codeKeys = new Map([['typeface_14pt_or_handwritten', 'typeface']])

/** A register of ten thousands of records has the same few keys in each. */
function codeKeyOf(key: string): string {
  const known = codeKeys.get(key) ?? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  codeKeys.set(key, known)
  return known
}

function yamlEntries(text: string, { shown }: Register): { entries: Entry[]; faults: UserError[] } {
  const { entries, place } = placedEntries(text, shown, 'consents')
  return { entries: entries.map((fields, index) => ({ fields, place: (key) => place(index, key) })), faults: [] }
}
