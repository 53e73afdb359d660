import { describe, expect, test } from 'vitest'
import { wordsFrom } from '../../src/text/grams.js'
import { Catalogue, catalogued, indexFor, keyOf, keyOfLexicon, listsMadeBy } from '../../src/text/phrase-catalogue.js'

const lists = [
  {
    key: 'claims',
    entries: [
      { needs: [['cure', 'heal']], lexicons: [] },
      { needs: [['miracle'], ['cure', 'pill']], lexicons: [] },
      { needs: [], lexicons: [[keyOfLexicon('diseases')]], source: () => 'for {diseases}' },
      { needs: [['good']], lexicons: [[keyOfLexicon('diseases')], [keyOfLexicon('body')]], source: () => 'good' },
    ],
  },
  { key: keyOfLexicon('diseases'), entries: [{ needs: [['gout']], lexicons: [] }] },
  { key: keyOfLexicon('body'), entries: [{ needs: [['foot']], lexicons: [] }] },
  { key: 'anything', entries: [{ needs: [], lexicons: [] }] },
  { key: 'numbers', entries: [{ needs: [['\\d']], lexicons: [] }] },
]
const catalogue = new Catalogue(catalogued(lists))

const found = (key: string, words: string) => [...catalogue.candidates(catalogue.numberOf(key)!, wordsFrom(words))]

describe('the catalogue tells which entries can match', () => {
  test.each<[string, string, number[]]>([
    ['claims', 'we heal it', [0]],
    ['claims', 'a miracle cure', [0, 1]],
    ['claims', 'a miracle for you', []],
    ['claims', 'good for gout', [2]],
    ['claims', 'good for you', []],
    ['claims', 'good for a foot', []],
    ['claims', 'good for gout in a foot', [2, 3]],
    ['claims', 'he alone', []],
    ['anything', '', [0]],
    ['numbers', 'no 1', [0]],
    ['numbers', 'no one', []],
  ])('%s in %s', (key, words, expected) => {
    expect(found(key, words).sort()).toEqual(expected)
    expect(catalogue.mayMatch(catalogue.numberOf(key)!, wordsFrom(words))).toBe(expected.length > 0)
  })
})

test('an entry is read from what was stored of it', () => {
  const list = catalogue.numberOf('claims')!
  expect([0, 2, 3].map((entry) => catalogue.sourceOf(list, entry))).toEqual(['', 'for {diseases}', 'good'])
})

test('a list that no build has seen is unknown', () => {
  expect(catalogue.numberOf('house')).toBeUndefined()
})

test('lists are told apart by what stands in them and how it is parted', () => {
  const keys = [['ab', 'c'], ['a', 'bc'], ['abc'], ['c', 'ab']].map(keyOf)
  expect(new Set(keys).size).toBe(keys.length)
})

test('two lists of one key must be alike', () => {
  const other = { key: 'claims', entries: [{ needs: [['flu']], lexicons: [] }] }
  expect(() => catalogued([...lists, other])).toThrow(/share the key claims/)
})

test('lists are recorded while work makes them', () => {
  const made = listsMadeBy(() => indexFor('own', () => [{ needs: [['cure']], lexicons: [] }]))
  expect(made).toEqual([{ key: 'own', entries: [{ needs: [['cure']], lexicons: [] }] }])
})

test('a list outside the catalogue looks for itself', () => {
  const index = indexFor('own', () => [
    { needs: [['cure']], lexicons: [] },
    { needs: [], lexicons: [] },
  ])
  expect([...index.candidates(wordsFrom('a cure'))].sort()).toEqual([0, 1])
  expect(index.candidates(wordsFrom('a plan'))).toEqual([1])
})
