import { type CsvError, parse } from 'csv-parse/sync'
import { UserError } from '../errors.js'

/** A row of cells, and the line on which it ends, from 1. */
export interface Row {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * Reads CSV (RFC 4180; a semicolon or tab may separate too, by the first line). Empty lines are left out.
 *
 * @throws UserError at the place of a row that is too short or too long, or of a quote that is not closed.
 */
export function readCsv(text: string, shown: string): Row[] {
  const header = text.split(/\r?\n/, 1)[0]!
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separatorOf(header),
      info: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    throw new UserError(sentence(error as CsvError), `${shown}:${(error as CsvError).lines ?? 1}:1`)
  }
}

const separatorOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best))

function sentence(error: CsvError): string {
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return 'this row has more or fewer cells than the first line has names.'
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote in this row is not closed.'
  if (error.code === 'INVALID_OPENING_QUOTE') return 'a quote stands within a cell of this row; write it twice.'
  return `this row cannot be read as CSV (${error.code}).`
}
