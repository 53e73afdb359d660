import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

type Row = readonly [covers: string, post: string | Readonly<Record<string, unknown>>]

const rows = parse(readFileSync(path.join(import.meta.dirname, 'shown.20.yml'), 'utf8')) as readonly Row[]
const rulebook = new Rulebook({
  ...settingsGiven({}),
  rules: loadRules('consent/not-covered', 'consent/patient-photo'),
})

test.each(rows)('a consent for %s: %j', (covered, post) => {
  const words = covered.split(' ')
  const consent = {
    ...{ id: 'CR-1', signed: '2026-03-02', expires: '2027-03-02', channels: ['facebook'] },
    covers: words.filter((word) => !word.startsWith('-')),
    excludes: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  }
  const { source, marks } = readExample({
    platform: 'facebook',
    consent,
    ...(typeof post === 'string' ? { text: post } : post),
  })
  const shown = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => source.text.slice(start, end))
  const { diagnostics } = lintSource(source, rulebook)
  expect(shown(diagnostics.map(({ span }) => span))).toEqual(shown(marks))
  expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBeLessThan(2)
})
