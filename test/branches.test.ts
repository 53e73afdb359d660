import { describe, expect, test } from 'vitest'
import { isMarked, lowerCase, marked, pruned, unmarked } from '../src/branches.js'

const long =
  '(?:cures?|heals?|reverses?|(?:wipes|washes) away|\\w+) (?:gout|flu)(?! (?:shots?|season|clinics?|vaccines? for everyone))'

describe('an expression without what cannot match in a text', () => {
  test.each<[string, string, string | undefined]>([
    [long, 'it cures gout', '(?:cures?|\\w+) (?:gout|flu)(?! (?:(?!)))'],
    [long, 'it washes away the flu season', '(?:(?:wipes|washes) away|\\w+) (?:gout|flu)(?! (?:season))'],
    ['cure|heal', 'heal it', 'heal'],
    ['cure|heal', 'leave it', undefined],
    ['(?:one|another) thing', 'nothing', undefined],
    ['(?:a|\\p{L}+)', 'nothing', '(?:a|\\p{L}+)'],
    ['one|(two)\\1|three', 'four', '(two)\\1'],
    ['[(|]cure|[)]heal', '(cure', '[(|]cure'],
  ])('%s in %j', (source, text, expected) => {
    expect(pruned(marked(source), text)).toBe(expected)
    expect(unmarked(marked(source))).toBe(source)
  })
})

test('a source in which nothing can be told is left as it is', () => {
  expect(marked('\\p{L}+')).toBe('\\p{L}+')
  expect(isMarked('\\p{L}+')).toBe(false)
})

test('a group is not left out where groups after it are counted', () => {
  expect(pruned(marked('(?:(cure)|heal)(x)'), 'heal')).toBe('(?:(cure)|heal)(x)')
})

test('lower case is what the flag i sees', () => {
  expect(lowerCase('ſ\u212A')).toBe('sk')
})
