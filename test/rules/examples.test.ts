import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingsGiven } from '../../src/config/given.js'
import { runExamples } from '../../src/examples.js'
import { loadPack } from '../../src/rulebook/load.js'

const rules = loadPack(path.join(import.meta.dirname, '../../rules'))

test('there are rules', () => {
  expect(rules.length).toBeGreaterThanOrEqual(24)
})

for (const rule of rules) {
  describe(rule.id, () => {
    test('has three bad and three good examples', () => {
      expect(rule.examples.bad.length).toBeGreaterThanOrEqual(3)
      expect(rule.examples.good.length).toBeGreaterThanOrEqual(3)
    })

    for (const result of runExamples(rule, settingsGiven)) {
      const check = result.group === 'todo' ? test.fails : test
      check(`${result.group} ${result.index + 1}`, () => {
        const show = (spans: readonly { start: number; end: number }[]) =>
          spans.map(({ start, end }) => result.draft.slice(start, end))
        expect(show(result.found), `${result.verdict}: ${result.draft}`).toEqual(show(result.expected))
      })
    }
  })
}
