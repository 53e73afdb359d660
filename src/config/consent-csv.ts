import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { UserError } from '../errors.js'
import { nearest } from '../schema.js'
import { type Row, readCsv, separatorOf } from './csv.js'
import { type Entry, isList, itemsOf } from './record-faults.js'

const consentFields = configSchema.$defs.consent.properties as Readonly<Record<string, { readonly type?: unknown }>>
const columns = Object.keys(consentFields)

/**
 * The records of a consent register in CSV, and the rows that are none.
 *
 * @throws UserError at its place for a first line that names no columns or wrong ones.
 */
export function csvEntries(text: string, shown: string): { entries: Entry[]; faults: UserError[] } {
  const [first, ...rows] = readCsv(text, shown)
  const written = first?.cells ?? []
  const header = written.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'))
  checkHeader(header, first, shown)
  const readers = header.map(readerOf)
  const separator = separatorOf(text)
  const faults: UserError[] = []
  const entries = rows.flatMap((row): Entry[] => {
    const wrong = wrongLength(row, header.length, separator)
    if (wrong) faults.push(wrong)
    // What stands in which column is anybody's guess.
    if (wrong && row.cells.length > header.length) return []
    const fields = Object.fromEntries(header.flatMap((name, at) => cellOf(name, row.cells[at], readers[at]!)))
    if (fields.id !== undefined)
      return [{ fields, place: (key) => row.place(key === undefined ? 0 : header.indexOf(key)) }]
    faults.push(new UserError('this row has no `id`.', row.place()))
    return []
  })
  return { entries, faults }
}

const cellOf = (name: string, cell: string | undefined, read: (cell: string) => unknown): [string, unknown][] =>
  cell ? [[name, read(cell)]] : []

const separators: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }

/** Empty cells at the end are what a spreadsheet leaves behind. */
function wrongLength(row: Row, count: number, separator: string): UserError | undefined {
  const { length } = row.cells
  const isLonger = row.cells.slice(count).some((cell) => cell !== '')
  if (length >= count && !isLonger) return undefined
  const counts = `this row has ${length} cells, and the first line names ${count}.`
  return isLonger
    ? new UserError(
        `${counts} Put a cell that holds a ${separators[separator]} in quotes; until then the row does not count.`,
        row.place(count),
      )
    : new UserError(`${counts} Leave a cell that holds nothing empty, with its ${separators[separator]}.`, row.place())
}

/** A first line without any column of ours is a record, and may name somebody: it is not quoted. */
function checkHeader(header: readonly string[], first: Row | undefined, shown: string): void {
  const written = first?.cells ?? []
  if (!header.some((name) => columns.includes(name)))
    throw new UserError(
      'the first line names no column. Write one above the records: id,signed,expires,covers,channels.',
      `${shown}:1:1`,
    )
  for (const [index, name] of header.entries()) {
    if (!columns.includes(name))
      throw new UserError(
        `unknown column \`${written[index]}\`.${nearest(name, columns) || ' Rename it or take it out.'}`,
        first!.place(index),
      )
    if (header.indexOf(name) !== index)
      throw new UserError(`two columns are named \`${written[index]}\`.`, first!.place(index))
  }
  if (!header.includes('id'))
    throw new UserError('the first line names the columns, and there is none named `id`.', `${shown}:1:1`)
}

/** Cells hold lists as `photo; story`, booleans as yes or no. */
function readerOf(name: string): (cell: string) => unknown {
  const isBoolean = [consentFields[name]?.type].flat().includes('boolean')
  if (isBoolean) return (cell) => /^(true|yes|y|1|x)$/i.test(cell)
  if (name === 'statements') return (cell) => Object.fromEntries(itemsOf(name, cell).map((word) => [word, true]))
  return isList(name) ? remembering((cell) => itemsOf(name, cell)) : (cell) => cell
}

/** A long register says the same again and again. */
function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const byCell = new Map<string, T>()
  return (cell) => {
    const known = byCell.get(cell) ?? read(cell)
    byCell.set(cell, known)
    return known
  }
}
