import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../../src/config/given.js'
import { readExample } from '../../../src/examples.js'
import { lintSource } from '../../../src/lint.js'
import type { Example } from '../../../src/rulebook/rule.js'
import { Rulebook } from '../../../src/rulebook/rulebook.js'
import { loadRules } from '../../rules/load.js'

const rows = parse(readFileSync(path.join(import.meta.dirname, 'name-kinds.yml'), 'utf8')) as readonly Example[]
const rules = loadRules('phi/name', 'phi/first-name', 'phi/staff-as-patient', 'phi/file-name', 'consent/named-story')
const rulebook = new Rulebook({ ...settingsGiven({}), rules })

test.each(rows.map((row) => [typeof row === 'string' ? row : JSON.stringify(row), row] as const))('%s', (_, row) => {
  const { source, marks } = readExample(typeof row === 'string' ? { platform: 'facebook', text: row } : row)
  const { diagnostics } = lintSource(source, rulebook)
  const shown = ({ start, end }: { readonly start: number; readonly end: number }) => source.text.slice(start, end)
  const names = diagnostics.filter(({ rule }) => rule.startsWith('phi/')).map(({ span }) => shown(span))
  expect(names).toEqual(marks.map(shown))
  if (marks.length === 0) expect(diagnostics).toEqual([])
})
