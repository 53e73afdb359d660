/** Reads CSV (RFC 4180; a semicolon or tab may separate too) as rows of cells. Empty lines are left out. */
export function readCsv(text: string): string[][] {
  const body = text.replace(/^\ufeff/, '')
  const separator = separatorOf(body.split(/\r?\n/, 1)[0]!)
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  for (let found = cell.exec(body); found; found = cell.exec(body)) {
    row.push((found[1]?.replaceAll('""', '"') ?? found[2]!).trim())
    if (found[3] === separator) continue
    if (row.some((value) => value !== '')) rows.push(row)
    row = []
    if (cell.lastIndex >= body.length) break
  }
  return rows
}

const separatorOf = (header: string): string =>
  [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best))
