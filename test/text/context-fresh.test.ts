import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rows = parse(readFileSync(path.join(import.meta.dirname, 'context-fresh.80.yml'), 'utf8')) as readonly (readonly [
  rule: string,
  text: string,
])[]
/** What asks for patient context, but for names, which have a table of their own. */
const rules = loadRules(
  ...['phi/date', 'phi/date-month', 'phi/date-relative', 'phi/age-over-89', 'phi/town', 'phi/address', 'phi/zip'],
  ...['phi/vehicle', 'phi/url', 'phi/email', 'phi/phone', 'phi/subject-id', 'phi/account', 'phi/distinctive-detail'],
  ...['phi/device', 'phi/license'],
  ...['consent/story-details', 'consent/identifiable-story'],
)

const { given } = readExample({ platform: 'facebook', text: '' })
const rulebook = new Rulebook({ ...settingsGiven(given), rules })
const marked = (text: string) => /\[\[((?:(?!\[\[).)+?)\]\](?!\])/s.exec(text)?.[1]

test.each(rows)('%s: %s', (rule, text) => {
  const { source } = readExample({ platform: 'facebook', text })
  const found = lintSource(source, rulebook).diagnostics
  const shown = found.map(
    (diagnostic) => `${diagnostic.rule} ${source.text.slice(diagnostic.span.start, diagnostic.span.end)}`,
  )
  if (rule === 'none') expect(shown).toEqual([])
  else expect(shown).toContain(`${rule} ${marked(text)}`)
})
