import { type CsvError, type Options, parse } from 'csv-parse/sync'
import { UserError } from '../errors.js'
import { once } from '../once.js'

/** A row of cells. */
export interface Row {
  readonly cells: readonly string[]
  /** The line on which it ends, from 1. */
  readonly line: number
  /** `file:line:column` of a cell, or of the row. */
  place(cell?: number): string
}

/**
 * Reads CSV (RFC 4180; a semicolon or tab may separate too, by the first line). Empty lines are left out; rows may be shorter or longer than the first.
 *
 * @throws UserError at the place of a quote that is not closed.
 */
export function readCsv(text: string, shown: string): Row[] {
  const separator = separatorOf(text)
  const options = {
    bom: true,
    delimiter: separator,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
  }
  try {
    const rows = parse(text, options)
    const linesOf = once(() => endLines(text, options))
    const lineAt = once(() => text.split(/\r\n|\n|\r/))
    const columnIn = (line: number, cell?: number) => (cell ? columnOf(lineAt()[line - 1] ?? '', separator, cell) : 1)
    return rows.map((cells, index) => ({
      cells,
      get line() {
        return linesOf()[index]!
      },
      place: (cell) => `${shown}:${linesOf()[index]!}:${columnIn(linesOf()[index]!, cell)}`,
    }))
  } catch (error) {
    throw new UserError(sentence(error as CsvError), `${shown}:${(error as CsvError).lines ?? 1}:1`)
  }
}

/** The lines cost as much as the rows, and only what is wrong asks for them. */
const endLines = (text: string, options: Options): number[] =>
  (parse(text, { ...options, info: true }) as unknown as { info: { lines: number } }[]).map(({ info }) => info.lines)

/** Where a cell of a line begins, from 1; a row that spans lines begins elsewhere. */
function columnOf(line: string, separator: string, cell: number): number {
  let passed = 0
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted
    else if (line[at] === separator && !isQuoted && ++passed === cell) return at + 2
  }
  return 1
}

/** What parts the cells, by the first line: the one of `,`, `;` and tab that occurs most. */
export function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0]!
  return [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best))
}

function sentence(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote in this row is not closed.'
  if (error.code === 'INVALID_OPENING_QUOTE') return 'a quote stands within a cell of this row; write it twice.'
  return `this row cannot be read as CSV (${error.code}).`
}
