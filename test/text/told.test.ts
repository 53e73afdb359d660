import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import type { Example } from '../../src/rulebook/rule.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { overlaps } from '../../src/source.js'
import { loadRules } from '../rules/load.js'

const table = parse(readFileSync(path.join(import.meta.dirname, 'told.71.yml'), 'utf8')) as {
  readonly tells: readonly Example[]
  readonly silent: readonly Example[]
}
const rulebook = new Rulebook({ ...settingsGiven({}), rules: loadRules('consent/review-reply') })

const found = (example: Example) => {
  const { source, marks } = readExample(example)
  return { source, marks, spans: lintSource(source, rulebook).diagnostics.map(({ span }) => span) }
}

describe('answers that tell of their reader, or of somebody they speak of', () => {
  test.each(table.tells)('%j', (example) => {
    const { source, marks, spans } = found(example)
    const words = spans.map(({ start, end }) => source.text.slice(start, end))
    expect(
      spans.some((span) => marks.some((mark) => overlaps(mark, span))),
      words.join(' | '),
    ).toBe(true)
  })
})

describe('answers that tell of nobody', () => {
  test.each(table.silent)('%j', (example) => {
    const { source, spans } = found(example)
    expect(spans.map(({ start, end }) => source.text.slice(start, end))).toEqual([])
  })
})
