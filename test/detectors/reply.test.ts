import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { applyEdits } from '../../src/fix/apply.js'
import { lintSource } from '../../src/lint.js'
import type { Example } from '../../src/rulebook/rule.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const table = parse(readFileSync(path.join(import.meta.dirname, 'replies.60.yml'), 'utf8')) as {
  readonly tells: readonly Example[]
  readonly silent: readonly Example[]
}
const rules = loadRules('consent/review-reply', 'draft/gap')
const rulebook = new Rulebook({ ...settingsGiven({}), rules })
const ours = new Rulebook({
  ...settingsGiven({ config: { organization: { name: 'Oak Clinic', phones: ['614-882-4417'] } } }),
  rules,
})

describe('an answer that tells of its reader', () => {
  test.each(table.tells)('%j', (example) => {
    const { source, marks } = readExample(example)
    const { diagnostics } = lintSource(source, rulebook)
    expect(diagnostics).toHaveLength(1)
    const [mark] = marks
    const { span } = diagnostics[0]!
    expect(mark!.start <= span.start && span.end <= mark!.end, source.text.slice(span.start, span.end)).toBe(true)
  })
})

describe('an answer that tells of nobody', () => {
  test.each(table.silent)('%j', (example) => {
    const { source } = readExample(example)
    const told = lintSource(source, rulebook).diagnostics.map(({ span }) => source.text.slice(span.start, span.end))
    expect(told).toEqual([])
  })
})

describe('the neutral reply that is suggested', () => {
  const fixed = (example: Example, book = ours) => {
    const { source } = readExample(example)
    const fix = lintSource(source, book).diagnostics[0]!.fixes[0]!
    expect(fix.safe).toBe(false)
    return { ...source, text: applyEdits(source.text, fix.edits) }
  }

  test.each([
    [
      { type: 'review-response', in_reply_to: 'They overcharged me.', text: 'Your balance is correct.' },
      /billing line is 614/,
    ],
    [
      { type: 'review-response', in_reply_to: 'Waited two hours!', text: 'You arrived late.' },
      /start every appointment on time/,
    ],
    [{ type: 'review-response', in_reply_to: 'Best team ever', text: 'Great seeing you!' }, /kind words/],
    [
      { type: 'review-response', in_reply_to: 'My wound got infected.', text: 'We treated you well.' },
      /patient relations office/,
    ],
    [{ type: 'review-response', in_reply_to: 'Rude.', text: 'We saw you twice.' }, /thank you for the feedback/i],
    [{ type: 'review-response', text: 'Thank you! It was great seeing you.' }, /kind words/],
  ])('%j', (example, expected) => {
    const answer = fixed(example)
    expect(answer.text).toMatch(expected)
    expect(lintSource(answer, ours).diagnostics).toEqual([])
  })

  test('has a gap that lints where the number of the office is not known', () => {
    const answer = fixed({ type: 'review-response', text: 'We treated you well.' }, rulebook)
    expect(lintSource(answer, rulebook).diagnostics.map(({ rule }) => rule)).toEqual(['draft/gap'])
  })
})
