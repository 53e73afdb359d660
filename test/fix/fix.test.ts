import { describe, expect, test } from 'vitest'
import type { RuleFile } from '../../src/rulebook/rule.js'
import { bookOf, fix, wordRule } from './rules.js'

const fixed = (path: string, text: string, ...rules: readonly RuleFile[]) => fix(path, text, bookOf(...rules))

describe('each fix is written as its place asks', () => {
  test.each([
    ['a.md', 'A plum.\r\n', 'fig', 'A fig.\r\n'],
    ['a.md', 'A plum.\r\nB.\r\n', 'fig\nor so', 'A fig\r\nor so.\r\nB.\r\n'],
    ['a.md', '\ufeffA plum and a plum.', 'fig', '\ufeffA fig and a fig.'],
    [
      'a.md',
      'A **plum** &amp; a [plum](https://example.org/plum).',
      'fig',
      'A **fig** &amp; a [fig](https://example.org/plum).',
    ],
    ['a.md', 'A plum here', '*fig*', 'A \\*fig\\* here'],
    ['a.yml', 'text: A plum # plum\n', 'fig', 'text: A fig # plum\n'],
    ['a.yml', 'text: A plum or plum\n', 'fig: dry', "text: 'A fig: dry or fig: dry'\n"],
    ['a.yml', "text: 'A plum'\n", "fig's", "text: 'A fig''s'\n"],
    ['a.yml', 'text: |\n  A plum\n  b\n', 'fig: x', 'text: |\n  A fig: x\n  b\n'],
    ['a.yml', '- text: A plum\n- text: "A plum"\n', '"fig"', `- text: A "fig"\n- text: "A \\"fig\\""\n`],
  ])('%s %j, %j: %j', (path, before, put, after) => {
    const result = fixed(path, before, wordRule('plum', 'plum', put))
    expect(result).toMatchObject({ source: { text: after }, dropped: 0 })
    expect(result.result.diagnostics).toEqual([])
  })
})

test.each([
  ['plum     four', 'four'],
  ['A pear plum.', 'A pear.'],
  ['Pears.\n\nplum\n\nNuts.\n', 'Pears.\n\nNuts.\n'],
  ['Pears.\n\nplum\n', 'Pears.\n'],
  ['Pears.\nplum', 'Pears.'],
  ['Pears.\r\n\r\nplum\r\nNuts.', 'Pears.\r\n\r\nNuts.'],
])('what is taken out of %j leaves no gap', (before, after) => {
  expect(fixed('a.md', before, wordRule('plum', 'plum', '')).source.text).toBe(after)
})

test('a suggestion is left alone unless it is asked for', () => {
  const rules = bookOf(wordRule('plum', 'plum', 'fig', false))
  expect(fix('a.md', 'A plum.', rules)).toMatchObject({ source: { text: 'A plum.' }, applied: 0, dropped: 0 })
  expect(fix('a.md', 'A plum.', rules, { unsafe: true })).toMatchObject({ source: { text: 'A fig.' }, applied: 1 })
})

test('of two fixes for one place one is made, and the other only if it is still wanted', () => {
  const both = [wordRule('tree', 'plum tree', 'orchard'), wordRule('plum', 'plum', 'fig')]
  expect(fixed('a.md', 'A plum tree.', ...both)).toMatchObject({ source: { text: 'A fig tree.' }, applied: 1 })
})

test('fixes go by the options that the draft is read with', () => {
  const calendar = '# Mon\n\nA plum.\n\n# Tue\n\nA plum.\n'
  const result = fix('a.md', calendar, bookOf(wordRule('plum', 'plum', 'fig')), { split: 'heading' })
  expect(result.source.text).toBe(calendar.replaceAll('plum', 'fig'))
  const caption = fix('a.yml', 'caption: A plum\n', bookOf(wordRule('plum', 'plum', 'fig: x')), {
    fields: { caption: 'text' },
  })
  expect(caption.source.text).toBe("caption: 'A fig: x'\n")
})

describe('what fixing ends with stays when it is fixed again', () => {
  test.each([
    ['a fix that leaves its own finding is not made', [['a', 'plum', 'plum plum']], 'One plum.', 'One plum.'],
    [
      'others are',
      [
        ['a', 'plum', 'plum plum'],
        ['b', 'fig', 'nut'],
      ],
      'One plum, one fig.',
      'One plum, one nut.',
    ],
    [
      'fixes that undo each other',
      [
        ['a', 'plum', 'fig'],
        ['b', 'fig', 'plum'],
      ],
      'One plum.',
      'One plum.',
    ],
    [
      'and what stands beside them',
      [
        ['a', 'plum', 'fig'],
        ['b', 'fig', 'plum'],
        ['c', 'nut', 'oat'],
      ],
      'A plum, a nut.',
      undefined,
    ],
    [
      'fixes that feed each other',
      [
        ['a', 'plum', 'fig fig'],
        ['b', 'fig', 'plum'],
      ],
      'One plum.',
      'One plum.',
    ],
    [
      'a fix whose words another rule reports',
      [
        ['a', 'plum', 'fig'],
        ['b', 'fig', 'nut'],
        ['c', 'nut', 'oat'],
      ],
      'A plum, a nut.',
      'A plum, a oat.',
    ],
  ])('%s', (_, rules, before, after) => {
    const book = bookOf(...(rules as [string, string, string][]).map(([name, term, put]) => wordRule(name, term, put)))
    const once = fix('a.md', before, book)
    if (after !== undefined) expect(once.source.text).toBe(after)
    const twice = fix('a.md', once.source.text, book)
    expect(twice.source.text).toBe(once.source.text)
  })
})

test('a fix clears its own finding only', () => {
  const text = 'Plum healed. The plum is ripe.'
  const result = fixed('a.md', text, wordRule('plum', 'plum', 'fig'), {
    ...wordRule('ripe', 'ripe', 'x'),
    fix: undefined,
  })
  expect(result.result.diagnostics.map(({ rule }) => rule)).toEqual(['house/ripe'])
})
