import { describe, expect, test } from 'vitest'
import { noFacts } from '../../src/facts.js'
import { lintSource } from '../../src/lint.js'
import type { RuleFile } from '../../src/rulebook/rule.js'
import { Rulebook, type RulebookSettings } from '../../src/rulebook/rulebook.js'
import { fix, wordRule } from '../fix/rules.js'

const problem = (name: string, kind: string): RuleFile => ({
  ...wordRule(name, '', ''),
  fix: undefined,
  message: name === 'invalid' ? 'It {detail}.' : 'It allows nothing.',
  detect: { problem: { kinds: [kind] } },
})
const rules = [
  wordRule('plum', 'plum', 'fig'),
  wordRule('quince', 'quince', 'fig'),
  problem('invalid', 'exception-invalid'),
  problem('unused', 'exception-unused'),
]

function lint(text: string, settings: Partial<RulebookSettings> = {}, path = 'a.yml') {
  const facts = { ...noFacts, today: '2026-11-01' }
  const { diagnostics, allowed } = lintSource({ path, text, named: true }, new Rulebook({ rules, facts, ...settings }))
  return { allowed, found: diagnostics.map(({ rule, message }) => (rule === 'house/invalid' ? message : rule)) }
}

const post = (allow: string, more = '') => `text: A plum.\n${more}medlint: {allow: ${allow}}\n`
const good = 'rule: house/plum, reason: Agreed, by: Ana Osei'

test('an exception allows its rule in its post', () => {
  expect(lint(post(`[{${good}}]`))).toEqual({ allowed: 1, found: [] })
  expect(lint(`- text: A plum.\n  medlint: {allow: [{${good}}]}\n- text: A plum.\n`)).toEqual({
    allowed: 1,
    found: ['house/plum'],
  })
  expect(lint(`---\nmedlint: {allow: [{${good}}]}\n---\nA plum and a quince.`, {}, 'a.md')).toEqual({
    allowed: 1,
    found: ['house/quince'],
  })
  expect(lint(post(`{${good}}`))).toEqual({ allowed: 1, found: [] })
})

describe('one that is no record of a decision allows nothing', () => {
  test.each([
    ['[{rule: house/plum, by: Ana Osei}]', 'It gives no reason.'],
    ['[{rule: house/plum, reason: Agreed}]', 'It does not say who allows it (`by`).'],
    ['[{rule: house/plum, reason: " ", by: Ana Osei}]', 'It gives no reason.'],
    ['[{rule: house/plumm, reason: Agreed, by: Ana Osei}]', 'It names no rule of ours: house/plumm.'],
    ['[{rule: house, reason: Agreed, by: Ana Osei}]', 'It is for the family house; it has to name one rule.'],
    ['[house/plum]', 'It names no rule.'],
    ['house/plum', 'It names no rule.'],
    [`[{${good}, until: soon}]`, 'It has an `until` that is no date such as 2026-12-31.'],
    [`[{${good}, until: 2026-13-01}]`, 'It has an `until` that is no date such as 2026-12-31.'],
    [`[{${good}, untill: 2026-12-01}]`, 'It has a key that is none of rule, match, reason, by, until.'],
    [`[{${good}, match: ""}]`, 'It has an empty `match`.'],
    [`[{${good}, until: 2026-10-31}]`, 'It has ended.'],
  ])('%s', (allow, message) => {
    expect(lint(post(allow))).toEqual({ allowed: 0, found: ['house/plum', message] })
  })

  test('under a misspelt key', () => {
    const found = lint(`text: A plum.\nmedlint: {alow: [{${good}}]}\n`)
    expect(found).toEqual({
      allowed: 0,
      found: ['house/plum', 'It is under a key that is not `allow`, the only one of `medlint`.'],
    })
  })

  test('for a rule, or a family, that is locked', () => {
    for (const name of ['house/plum', 'house'])
      expect(lint(post(`[{${good}}]`), { locked: [name] })).toEqual({
        allowed: 0,
        found: ['house/plum', 'It is for house/plum, which no draft may except.'],
      })
    expect(lint(post(`[{${good}}]`), { locked: ['house/plu'] }).allowed).toBe(1)
  })
})

describe('until', () => {
  test.each([
    ['its day is included', 'until: 2026-11-01', '', 1],
    ['it is judged on the day the post goes live', 'until: 2026-11-30', 'scheduled: 2026-12-01\n', 0],
    ['and today, where that is later', 'until: 2026-10-31', 'scheduled: 2026-10-01\n', 0],
    ['its day is included there too', 'until: 2026-12-01', 'scheduled: 2026-12-01T10:00:00Z\n', 1],
  ])('%s', (_, until, more, allowed) => {
    expect(lint(post(`[{${good}, ${until}}]`, more)).allowed).toBe(allowed)
  })

  test('a shared exception ends for each post on its own', () => {
    const text = `medlint: {allow: [{${good}, until: 2026-11-30}]}\nposts:\n- {text: A plum., scheduled: 2026-11-15}\n- {text: A plum., scheduled: 2026-12-15}\n`
    expect(lint(text)).toEqual({ allowed: 1, found: ['It ends before one of its posts goes live.', 'house/plum'] })
  })
})

describe('match', () => {
  test.each([
    ['plum', 'A plum.', 1],
    ['PLUM', 'A plum.', 1],
    ['quince', 'A plum.', 0],
    ['plum', 'A pl\u200bum.', 1],
    ['plum', 'A pluｍ.', 1],
    ['ｐlum', 'A plum.', 1],
  ])('%s in %s', (match, text, allowed) => {
    expect(lint(`text: "${text}"\nmedlint: {allow: [{${good}, match: ${match}}]}\n`).allowed).toBe(allowed)
  })

  test('through emphasis in Markdown', () => {
    expect(lint(`---\nmedlint: {allow: [{${good}, match: plum}]}\n---\nA **pl**um.`, {}, 'a.md').allowed).toBe(1)
  })
})

describe('one that allows nothing is reported, if its rule ran', () => {
  const unused = `text: A pear.\nmedlint: {allow: [{${good}}]}\n`
  test('it did', () => expect(lint(unused).found).toEqual(['house/unused']))
  test('not with --only', () => expect(lint(unused, { only: ['house/unused'] }).found).toEqual([]))
  test('not where it is off', () =>
    expect(lint(unused, { layers: [{ rules: { 'house/plum': 'off' }, origin: 'test' }] }).found).toEqual([]))
  test('not where it is off for this post', () =>
    expect(
      lint(unused, { layers: [{ rules: { 'house/plum': 'off' }, when: { type: ['post'] }, origin: 'test' }] }).found,
    ).toEqual([]))
  test('not where another post of those that share it needs it', () => {
    const text = `medlint: {allow: [{${good}}]}\nposts:\n- {text: A pear.}\n- {text: A plum.}\n`
    expect(lint(text)).toEqual({ allowed: 1, found: [] })
  })
})

describe('one that allows nothing may be taken out', () => {
  const book = new Rulebook({ rules, facts: { ...noFacts, today: '2026-11-01' } })
  const without = (text: string, path = 'a.yml') => fix(path, text, book, { unsafe: true }).source.text
  const idle = `rule: house/quince, reason: Agreed, by: Ana Osei`

  test.each([
    ['the whole key', `text: A nut.\nmedlint: {allow: [{${idle}}]} # x\nlang: en\n`, 'text: A nut.\nlang: en\n'],
    [
      'at the end',
      `text: A nut.\nmedlint:\n  allow:\n    - rule: house/quince\n      reason: a\n      by: Ana\n`,
      'text: A nut.\n',
    ],
    ['two of two', `text: A nut.\nmedlint: {allow: [{${idle}}, {${good}}]}\n`, 'text: A nut.\n'],
    [
      'one of two',
      `text: A plum.\nmedlint: {allow: [{${idle}}, {${good}}]}\n`,
      `text: A plum.\nmedlint: {allow: [{${good}}]}\n`,
    ],
    [
      'one of a list in lines',
      `text: A plum.\nmedlint:\n  allow:\n    - {${good}} # ours\n    - {${idle}} # old\n`,
      `text: A plum.\nmedlint:\n  allow:\n    - {${good}} # ours\n`,
    ],
    ['beside other keys on its line', `{text: A nut, medlint: {allow: [{${idle}}]}}\n`, undefined],
  ])('%s', (_, before, after) => {
    expect(without(before)).toBe(after ?? before)
  })

  test('in front matter', () => {
    expect(without(`---\nlang: en\nmedlint: {allow: {${idle}}}\n---\nA nut.\n`, 'a.md')).toBe(
      '---\nlang: en\n---\nA nut.\n',
    )
  })
})

test('one that ends before one of its posts still allows the others, and is said to', () => {
  const file = `medlint: {allow: [{${good}, until: 2026-11-10}]}\nposts:\n- {text: A plum., scheduled: 2026-12-01}\n- {text: A plum., scheduled: 2026-11-05}\n`
  expect(lint(file)).toEqual({ allowed: 1, found: ['It ends before one of its posts goes live.', 'house/plum'] })
})

test.each(['[x]', 'x', `[{${good}}]`])('medlint: %s is no mapping, and is told', (value) => {
  const found = lint(`text: A plum.\nmedlint: ${value}\n`)
  expect(found).toEqual({ allowed: 0, found: ['house/plum', 'It stands under `medlint` without its key `allow`.'] })
})
