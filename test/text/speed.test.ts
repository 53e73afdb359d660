import { expect, test } from 'vitest'
import { SourceMap } from '../../src/draft/source-map.js'
import { Text } from '../../src/text/text.js'

// Runs that make a careless expression try again from every place.
test.each([
  'a',
  ' ',
  '.',
  '1',
  '-',
  '*',
  '_',
  '@',
  '#',
  'a ',
  'a.',
  'a-',
  '1/',
  '1.',
  '😀',
  'a😀',
  'é',
  'а',
  'aа',
  'A. ',
  '*a',
  '_a',
  'in ',
  'on may ',
  '\n',
  '#a',
  'a@',
  'http://',
  '\u0301',
  '"',
  '( ',
])('a long run of %j is read in no time', (unit) => {
  const text = unit.repeat(Math.ceil(20_000 / unit.length))
  const start = performance.now()
  const read = new Text(
    { text, map: SourceMap.verbatim(0, text.length), field: 'text', kind: 'live', syntax: { kind: 'raw' } },
    '2026-03-02',
  )
  const parts = [
    read.folded,
    read.sentences,
    read.words,
    read.hashtags.slice(0, 3).map(({ parts }) => parts),
    read.mentions,
    read.dates,
    read.ages,
    read.language,
  ]
  expect(parts.length).toBe(8)
  expect(performance.now() - start).toBeLessThan(2000)
})
