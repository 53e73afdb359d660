import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked } from '../src/branches.js'
import { isPlain, RegExp as PlainAwareRegExp, plainSource } from '../src/plain-reg-exp.js'

const PlainAware = PlainAwareRegExp as unknown as typeof RegExp

describe('an expression for plain texts', () => {
  test.each([
    ['(?<![\\p{L}\\p{N}_])cure', '(?<![A-Za-z0-9_])cure'],
    ['\\p{Lu}\\p{Ll}+', '[A-Z][a-z]+'],
    ['[^\\p{L}]', '[^A-Za-z]'],
    ['\\P{L}', '[^A-Za-z]'],
    ['a\\[\\p{N}', 'a\\[[0-9]'],
    ['\\p{Emoji}', undefined],
    ['[\\P{L}x]', undefined],
  ])('%s', (source, plain) => {
    expect(plainSource(source)).toBe(plain)
  })
})

test.each([
  ['Flu shots – “today” 🎉 ❤️ 1️⃣ ™ …', true],
  ['José', false],
  ['Ⓐ', false],
  ['x²', false],
  ['ﬁ', false],
  ['мир', false],
])('%s is plain: %s', (text, plain) => {
  expect(isPlain(text)).toBe(plain)
})

const sources = [
  '(?<![\\p{L}\\p{N}_])(?:a|b\\p{L}*)(?![\\p{L}\\p{N}_])',
  '\\p{Lu}\\p{Ll}+|\\p{N}{2,}',
  '[^\\p{L}\\p{N}\\s]+',
  '(?<word>\\p{L}+)\\P{L}',
  '\\p{L}\\p{M}*',
  '\\p{Emoji_Presentation}',
  '\\bAb|[A-Z]b\\S|\\u{41}z',
  '(?:aA|(b)B)\\1',
  '(?<=A)b|\\(A\\)',
  '(?:(?:ab|ba|az) ?){2}|(?<!ab|zz)(?:b0|Bz(?!ab|ba)|(?:aa|9_|_-)+)|é(?:éé|aé)',
]
const letters = [...'aAbBzZ019_ .\n-!éßñ中ª²', '🎉', '❤️', '1️⃣', '\u0301', '’']

/** Whatever is asked of an expression, it answers as a native one. */
const questions: Record<string, (expression: RegExp, text: string) => unknown> = {
  test: (expression, text) => [expression.test(text), expression.lastIndex],
  exec: (expression, text) => [expression.exec(text), expression.exec(text)?.groups, expression.lastIndex],
  match: (expression, text) => text.match(expression),
  search: (expression, text) => text.search(expression),
  replace: (expression, text) => text.replace(expression, '<$&>'),
  split: (expression, text) => text.split(expression),
}

describe.each(
  sources.flatMap((source) => [
    [source, source],
    [source, marked(source)],
  ]),
)('%s answers as a native expression does (%j)', (source, written) => {
  test.each(['u', 'gu', 'iu', 'giu', 'dgu', 'yu'])('with %s', (flags) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 12 }), (units) => {
        const text = units.join('')
        const [ours, native] = [new PlainAware(written, flags), new RegExp(source, flags)]
        for (const ask of Object.values(questions)) expect(ask(ours, text)).toEqual(ask(native, text))
        if (flags.includes('g')) expect([...text.matchAll(ours)]).toEqual([...text.matchAll(native)])
        expect([ours.source, ours.flags, `${ours}`]).toEqual([native.source, native.flags, `${native}`])
      }),
    )
  })
})

test('is made with and without new, from strings and from expressions', () => {
  const first = new PlainAware('\\p{L}+', 'giu')
  expect(PlainAware(first).flags).toBe('giu')
  expect(new PlainAware(first, 'u').exec('ab 1')?.[0]).toBe('ab')
  expect(first).toBeInstanceOf(PlainAware)
  expect(/a/).toBeInstanceOf(PlainAware)
  expect(first).toBeInstanceOf(RegExp)
  expect(new PlainAware('a+').exec('caat')?.[0]).toBe('aa')
})
