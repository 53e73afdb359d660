import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds, requiredSubstrings, requirements } from '../src/required.js'

describe('what a text must hold for an expression to match', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['miracle', ['miracle']],
    ['cures?', ['cure']],
    ['Cure(?:s|d)?', ['cure']],
    ['(?:kill|fight)s?', ['kill', 'fight']],
    ['(?:kill|[a-z]+)s?', undefined],
    ['no (?:side )?effects', ['effects']],
    ['x-?ray', ['ray']],
    ['(?<!not )safe(?! space)', ['safe']],
    ['[Bb]otox', ['botox']],
    ['\\d+ %', ['\\d']],
    ['a\\.m\\.', ['a.m.']],
    ['(?:ab|cd)', undefined],
    ['(?:[2-9]|x)\\d', ['\\d']],
    ['abc+de', ['abc']],
    ['abc😀?def', ['abc']],
    ['colou?r', ['colo']],
    ['go{2}d morning', ['d morning']],
    ['(?<day>mon)day \\k<day>', ['day ']],
    ['\\u0041bcd\\x41', ['bcd']],
    ['(?<=(?:from|of) )dallas', ['dallas']],
    ['(?:5k|run)', undefined],
    ['\\p{L}+ology', ['ology']],
  ])('%s', (source, required) => {
    expect(requiredSubstrings(source)).toEqual(required)
  })
})

test.each<[string, (readonly string[])[]]>([
  ['a walk\\s+in the (?:park|woods)', [['in the '], ['park', 'woods'], ['a walk']]],
  ['walk(?:ed)? home|run home', [[' home', 'run home']]],
  ['\\d{3} (?:east|west)? street', [[' street'], ['\\d']]],
  ['\\w+', []],
])('%s requires %j', (source, expected) => {
  expect([...requirements(source)].map((one) => one.join()).sort()).toEqual(expected.map((one) => one.join()).sort())
})

const atom = fc.constantFrom(
  ...[
    'a',
    'B',
    'ab',
    'abc',
    ' ',
    '\\d',
    '[ab]',
    '[Cc]',
    '[0-9]',
    '.',
    '\\b',
    '\\.',
    '\\u{62}',
    '\\p{L}',
    '^',
    '$',
    '(?=a)',
    '(?<!b)',
  ],
)
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '+?')
const source: fc.Memo<string> = fc.memo((depth) =>
  fc
    .array(
      fc.array(
        depth < 2
          ? atom
          : fc.oneof(
              atom,
              fc
                .tuple(fc.constantFrom('(?:', '('), source(), quantifier)
                .map(([open, inner, times]) => `${open}${inner})${times}`),
              fc.tuple(fc.constantFrom('a', 'c', '\\d', '[ab]'), quantifier).map((parts) => parts.join('')),
            ),
        { maxLength: 4 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((alternatives) => alternatives.map((parts) => parts.join('')).join('|')),
)

test.each([1, 2, 3])('what matches holds something of what is required, of %i units at least', (shortest) => {
  fc.assert(
    fc.property(source(3), fc.array(fc.constantFrom(...'abcABC1. '), { maxLength: 8 }), (expression, units) => {
      const text = units.join('')
      const required = requiredSubstrings(expression, shortest)
      if (required && new RegExp(expression, 'iu').test(text))
        expect(required.some((one) => holds(text.toLowerCase(), one))).toBe(true)
      if (new RegExp(expression, 'iu').test(text))
        expect(requirements(expression).every((oneOf) => oneOf.some((one) => holds(text.toLowerCase(), one)))).toBe(
          true,
        )
    }),
    { numRuns: 2000 },
  )
})
