import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds, phraseSpace, requiredSubstrings, requirements, wordEnd, wordStart } from '../src/required.js'
import { source } from './expressions.js'

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

describe('what whole words must hold', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['ER', ['<er>']],
    ['cures?', ['<cure']],
    ['(?:kill|fight)s', ['<kill', '<fight']],
    ['un(?:kill|fight)', ['kill>', 'fight>']],
    ['(?:my|our) x', ['<my>', '<our>']],
    [`(?:un)?safe${phraseSpace}to`, ['safe>']],
    [`stop${phraseSpace}taking`, ['<taking>']],
    ['(?:ab|cd)x?', ['<ab', '<cd']],
    ['x(?:ab|cd)', undefined],
    ['flu(?! season)', ['<flu>']],
  ])('%s', (source, required) => {
    const written = requiredSubstrings(source, { isWhole: true })?.map((one) =>
      one.replace(wordStart, '<').replace(wordEnd, '>'),
    )
    expect(written).toEqual(required)
  })

  test.each([
    ['the er is', `${wordStart}er${wordEnd}`, true],
    ['er-nurse', `${wordStart}er${wordEnd}`, true],
    ['her', `${wordStart}er${wordEnd}`, false],
    ['error, er', `${wordStart}er${wordEnd}`, true],
    ['error', `${wordStart}er`, true],
    ['a_er', `er${wordEnd}`, true],
    ['a_er', `${wordStart}er`, false],
  ])('%s', (text, required, expected) => {
    expect(holds(text, required)).toBe(expected)
  })
})

test.each<[string, (readonly string[])[]]>([
  [
    'a walk\\s+in the (?:park|woods)',
    [[`${wordStart}in the `], [`${wordStart}park`, `${wordStart}woods`], [`a walk${wordEnd}`]],
  ],
  ['walk(?:ed)? home|run home', [[' home', 'run home']]],
  ['\\d{3} (?:east|west)? street', [[' street'], ['\\d']]],
  ['\\w+', []],
])('%s requires %j', (source, expected) => {
  expect([...requirements(source)].map((one) => one.join()).sort()).toEqual(expected.map((one) => one.join()).sort())
})

const letters = fc.array(fc.constantFrom(...'abcABC1. -_'), { maxLength: 8 }).map((units) => units.join(''))

test.each([1, 2, 3])('what matches holds something of what is required, of %i units at least', (shortest) => {
  fc.assert(
    fc.property(source(3), letters, (expression, text) => {
      const required = requiredSubstrings(expression, { shortest })
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

test('what matches as whole words holds what is required of whole words', () => {
  fc.assert(
    fc.property(source(3), letters, (expression, text) => {
      fc.pre(new RegExp(`(?<![a-z0-9_])(?:${expression})(?![a-z0-9_])`, 'iu').test(text))
      const required = requirements(expression, { isWhole: true })
      expect(required.every((oneOf) => oneOf.some((one) => holds(text.toLowerCase(), one)))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
