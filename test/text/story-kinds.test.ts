import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rows = parse(readFileSync(path.join(import.meta.dirname, 'story-kinds.yml'), 'utf8')) as readonly (readonly [
  kind: 'ok' | 'bad',
  draft: string,
])[]
const rules = loadRules(
  ...['named-story', 'identifiable-story', 'story-details', 'informal-permission', 'media-undeclared', 'repost'].map(
    (name) => `consent/${name}`,
  ),
  ...['name', 'first-name', 'date', 'date-month', 'date-relative', 'age-over-89', 'picture-text'].map(
    (name) => `phi/${name}`,
  ),
)
const rulebook = new Rulebook({ ...settingsGiven({}), rules })

test.each(rows)('%s: %s', (kind, draft) => {
  const { source } = readExample(draft)
  const shown = lintSource(source, rulebook).diagnostics.map(
    ({ rule, span }) => `${rule} ${source.text.slice(span.start, span.end)}`,
  )
  if (kind === 'ok') expect(shown).toEqual([])
  else expect(shown.some((found) => found.startsWith('consent/'))).toBe(true)
})
