import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import type { Example } from '../../src/rulebook/rule.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { overlaps } from '../../src/source.js'
import { loadRules } from '../rules/load.js'

const rows = parse(
  readFileSync(path.join(import.meta.dirname, 'consent-fresh.137.yml'), 'utf8'),
) as readonly (readonly [rule: string, draft: Example])[]
const rules = loadRules(
  ...['named-story', 'identifiable-story', 'story-details', 'review-reply', 'record-denial', 'phi-request'].map(
    (name) => `consent/${name}`,
  ),
  ...['informal-permission', 'identify-appeal', 'identity-hint', 'repost', 'blurred-face', 'deceased'].map(
    (name) => `consent/${name}`,
  ),
)
const rulebook = new Rulebook({ ...settingsGiven({}), rules })

test.each(rows)('%s: %j', (rule, draft) => {
  const { source, marks } = readExample(draft)
  const found = lintSource(source, rulebook).diagnostics
  const shown = found.map(({ rule: id, span }) => `${id} ${source.text.slice(span.start, span.end)}`)
  if (rule === 'none') expect(shown).toEqual([])
  else
    expect(
      found.some(({ rule: id, span }) => id === rule && marks.some((mark) => overlaps(mark, span))),
      shown.join(' | '),
    ).toBe(true)
})
