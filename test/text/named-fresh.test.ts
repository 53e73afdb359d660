import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rows = parse(readFileSync(path.join(import.meta.dirname, 'named-fresh.yml'), 'utf8')) as readonly string[]
const rules = loadRules(
  ...['phi/name', 'phi/first-name', 'phi/handle', 'phi/staff-as-patient', 'phi/town', 'phi/address', 'phi/zip'],
  ...['phi/date', 'phi/date-month', 'phi/date-relative', 'phi/age-over-89', 'phi/email', 'phi/phone', 'phi/url'],
  ...['consent/named-story', 'consent/identifiable-story', 'consent/story-details'],
)
const { given } = readExample({ platform: 'facebook', text: '' })
const rulebook = new Rulebook({ ...settingsGiven(given), rules })

test.each(rows)('%s', (row) => {
  const mark = /\[\[(.+?)\]\]/s.exec(row)?.[1]
  const text = row.replace(/\[\[(.+?)\]\]/s, '$1')
  const { source } = readExample({ platform: 'facebook', text })
  const shown = lintSource(source, rulebook).diagnostics.map(
    ({ rule, span }) => `${rule} ${source.text.slice(span.start, span.end)}`,
  )
  if (mark === undefined) expect(shown).toEqual([])
  else
    expect(
      shown.some((found) => found.startsWith('phi/') && overlaps(found, mark)),
      shown.join('; '),
    ).toBe(true)
})

const overlaps = (found: string, mark: string) => {
  const words = found.replace(/^\S+ /, '')
  return words.includes(mark) || mark.includes(words)
}
