import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMarked, lowerCase, marked, pruned, unmarked } from '../src/branches.js'
import { source } from './expressions.js'

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
    ['so (?:cures?|heals?|reverses?|washes away|wipes away|ends) (?:gout|flu)', 'so flu', undefined],
    ['so (?:cures?|heals?|reverses?|washes away|wipes away|ends)? ?flu', 'so flu', 'so (?:(?!))? ?flu'],
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

const never = `|${'b'.repeat(50)}`

test('what is left out could not have matched', () => {
  fc.assert(
    fc.property(source(3), fc.array(fc.constantFrom(...'abcABC1. -_'), { maxLength: 8 }), (expression, units) => {
      const text = units.join('')
      // Groups long enough to be marked.
      const written = expression.replace(/\((\?:)?(?!\?)([^()]*)\)/g, `($1$2${never})`)
      const left = pruned(marked(written), lowerCase(text))
      const found = left === undefined ? [] : Array.from(text.matchAll(new RegExp(left, 'giu')))
      expect(unmarked(marked(written))).toBe(written)
      expect(found.map((match) => [...match])).toEqual(
        Array.from(text.matchAll(new RegExp(written, 'giu')), (match) => [...match]),
      )
    }),
    { numRuns: 5000 },
  )
})
