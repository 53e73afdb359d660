import { describe, expect, test } from 'vitest'
import { readExample } from '../../src/examples.js'
import { noFacts } from '../../src/facts.js'
import { applyEdits } from '../../src/fix/apply.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

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

/** How many findings a rule has in a draft, and in the draft with the first fix that is offered made. */
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
      const text = applyEdits(source.text, fixed.fixes[0]!.edits)
      const after = lintSource({ ...source, text }, book).diagnostics
      expect(after.length, `${source.text}\n→\n${text}`).toBeLessThan(before.length)
    }
    expect(offered).toBeGreaterThan(file.examples.bad.length / 3)
  })
})
