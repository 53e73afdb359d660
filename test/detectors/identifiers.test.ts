import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rows = parse(readFileSync(path.join(import.meta.dirname, 'identifiers.yml'), 'utf8')) as readonly (
  | string
  | Record<string, string>
)[]
const rules = loadRules(
  ...['phi/phone', 'phi/ssn', 'phi/mrn', 'phi/address', 'phi/email', 'phi/date', 'phi/labelled-date', 'phi/device'],
)
const { given } = readExample({ text: '' })
const rulebook = new Rulebook({ ...settingsGiven(given), rules })

test.each(rows.map((row) => [typeof row === 'string' ? row : row.text, row] as const))('%s', (_, row) => {
  const { source, marks } = readExample(row)
  const found = lintSource(source, rulebook).diagnostics.map(({ span }) => source.text.slice(span.start, span.end))
  expect(found).toEqual(marks.map(({ start, end }) => source.text.slice(start, end)))
})
