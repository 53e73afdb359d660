import { expect, test } from 'vitest'
import { phrases } from '../../src/detectors/phrase.js'
import { SourceMap } from '../../src/draft/source-map.js'
import { Text } from '../../src/text/text.js'

const lexicons = (name: string) => ({
  name,
  source: '',
  asOf: '',
  ...(name === 'diseases'
    ? { entries: ['heart', 'heart attack'], include: ['more'], without: ['mole'] }
    : { entries: ['gout', 'mole', { class: 'rare', terms: ['kuru'] }] }),
})

const found = (phrase: string, words: string) => {
  const region = {
    field: 'text',
    kind: 'live',
    syntax: { kind: 'raw' },
    text: words,
    map: SourceMap.verbatim(0, words.length),
  } as const
  const text = new Text(region)
  return phrases([phrase], lexicons)
    .find(text)
    .map((span) => text.text.slice(span.start, span.end))
}

test.each([
  ['follow up', 'Book a follow-up or follow\nup.', ['follow-up', 'follow\nup']],
  ['lic', 'public lic', ['lic']],
  ['no[ -]?risk', 'norisk no-risk no risk', ['norisk', 'no-risk', 'no risk']],
  [
    'treats? {diseases}',
    'It treats heart attacks, treats #gout, treats kuru, treats mole.',
    ['treats heart attacks', 'treats #gout', 'treats kuru'],
  ],
  ['treats {gap}{diseases}', 'treats your old aunt’s gout', ["treats your old aunt's gout"]],
  ['treats {gap2}{diseases}', 'treats your very old aunt gout', []],
  ['treats {gap}{diseases}', 'treats you. Gout is bad', []],
  ['treats {gap}{diseases}', 'treats\nyour gout; treats\n\nyour gout', ['treats\nyour gout']],
  ['\\p{L}{3} gout', 'bad gout', ['bad gout']],
])('%s in %s', (phrase, text, expected) => {
  expect([...found(phrase, text)]).toEqual(expected)
})

test('a lexicon needs somebody who knows it', () => {
  expect(() => phrases(['{diseases}'])).toThrow(/diseases/)
})

test('a broken phrase is named', () => {
  expect(() => phrases(['(oops'])).toThrow(/`\(oops` is no regular expression/)
})
