import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

type Row = readonly [rule: string, draft: Readonly<Record<string, unknown>>]

const rows = parse(readFileSync(path.join(import.meta.dirname, 'media.30.yml'), 'utf8')) as readonly Row[]
const rules = loadRules(
  ...['consent/patient-photo', 'consent/media-undeclared', 'consent/not-covered', 'draft/media-uninspected'],
  ...['phi/file-name', 'phi/dicom', 'phi/photo-metadata', 'phi/photo-date'],
)

test.each(rows)('%s: %j', (rule, draft) => {
  const { source, marks, given } = readExample({ platform: 'facebook', text: 'Spring is here.', ...draft })
  const found = lintSource(source, new Rulebook({ ...settingsGiven(given), rules })).diagnostics
  const shown = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => source.text.slice(start, end))
  expect(found.map((diagnostic) => diagnostic.rule)).toEqual(rule === 'none' ? [] : marks.map(() => rule))
  expect(shown(found.map(({ span }) => span))).toEqual(shown(marks))
})
