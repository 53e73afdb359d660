import { expect, test } from 'vitest'
import { shadowingNames } from '../../src/text/shadowing-names.js'

test('no product of the lexicon is found wherever an everyday word stands', () => {
  expect(shadowingNames()).toEqual([])
})

test('an everyday word without context shadows it, as a brand and as an alias', () => {
  expect(shadowingNames([{ brand: 'Align' }, { brand: 'Velmora', aliases: ['Hope', 'velmorra'] }])).toEqual([
    { brand: 'Align', name: 'Align' },
    { brand: 'Velmora', name: 'Hope' },
  ])
  expect(shadowingNames([{ brand: 'Align', isCommonWord: true }])).toEqual([])
})
