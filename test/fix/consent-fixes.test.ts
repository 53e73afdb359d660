import { describe, expect, test } from 'vitest'
import { readExample } from '../../src/examples.js'
import { noFacts } from '../../src/facts.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'
import { fix } from './rules.js'

const ids = [
  'consent/record-denial',
  'consent/phi-request',
  'consent/deceased',
  'consent/part2',
  'consent/customer-health',
  'consent/identity-hint',
  'consent/repost',
  'consent/story',
]

describe('what a rule of the family suggests ends its own finding', () => {
  test.each(loadRules(...ids).map((file) => [file.id, file] as const))('%s', (id, file) => {
    const book = new Rulebook({
      rules: [file],
      facts: { ...noFacts, today: '2026-11-01' },
      layers: [{ rules: { [id]: 'error' }, origin: 'test' }],
    })
    let offered = 0
    for (const example of file.examples.bad) {
      const { source, given } = readExample(example)
      if (Object.keys(given).length > 0) continue
      const before = lintSource(source, book).diagnostics
      const fixed = before.find(({ fixes }) => fixes.length > 0)
      if (!fixed) continue
      offered++
      const { result } = fix(source.path, source.text, book, { unsafe: true })
      expect(result.diagnostics.length, `${source.text}\n→\n${result.source.text}`).toBeLessThan(before.length)
    }
    expect(offered).toBeGreaterThan(file.examples.bad.length / 3)
  })
})
