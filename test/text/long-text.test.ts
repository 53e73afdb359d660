import { expect, test } from 'vitest'
import { SourceMap } from '../../src/draft/source-map.js'
import { textsOf } from '../../src/text/text.js'

const region = (text: string) =>
  ({ field: 'text', kind: 'live', syntax: { kind: 'raw' }, text, map: SourceMap.verbatim(7, text.length) }) as const

test('a text longer than any post is read a stretch at a time, and every word keeps its place', () => {
  const text = `${'Word after word. '.repeat(9_000)}\n\nOur MRN 00482913.`
  const texts = textsOf(region(text), '2026-11-01')
  expect(texts.length).toBeGreaterThan(2)
  expect(texts.map((part) => part.text).join('')).toBe(text)
  const last = texts.at(-1)!
  const start = last.text.indexOf('00482913')
  expect(last.toFile({ start, end: start + 8 })).toEqual({
    start: 7 + text.indexOf('00482913'),
    end: 7 + text.indexOf('00482913') + 8,
  })
})

test('no cut parts a surrogate pair', () => {
  const texts = textsOf(region('😀'.repeat(50_000)), '2026-11-01')
  expect(texts.length).toBeGreaterThan(1)
  for (const { text } of texts) expect(encodeURIComponent(text)).toBeTruthy()
})

test('a post is one text', () => {
  expect(textsOf(region('Flu shots are in.'), '2026-11-01')).toHaveLength(1)
})
