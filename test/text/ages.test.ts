import { expect, test } from 'vitest'
import { type Age, agesOf } from '../../src/text/ages.js'

const today = '2026-03-02'

// The words of the age stand in brackets.
test.each<[string, Partial<Age>]>([
  ['A [[97-year-old]] came', { years: 97, over89: true }],
  ['our patient is [[96 years old]]', { years: 96, over89: true }],
  ['[[89-year-old]] Jane', { years: 89, over89: false }],
  ['a [[90 year old]] man', { over89: true }],
  ['[[97 yo]] female', { over89: true }],
  ['[[92 y/o]] with', { over89: true }],
  ['[[97M]] with chest pain', { over89: true }],
  ['Walter, [[aged 93]], came', { years: 93 }],
  ['died [[at age 94]].', { years: 94, over89: true }],
  ['She [[turns 100]] today', { years: 100, over89: true }],
  ['[[turned ninety]] in style', { years: 90, over89: true }],
  ['A [[101st birthday]] party', { years: 101, over89: true }],
  ['for her [[95th birthday]]', { years: 95 }],
  ['a lady [[in her nineties]]', { over89: true }],
  ['a man [[in his late 90s]]', { over89: true }],
  ['a man [[in his 70s]]', { over89: false }],
  ['The [[nonagenarian]] danced', { over89: true }],
  ['a [[centenarian]]', { over89: true }],
  ['a [[ninety-four-year-old]] nun', { years: 94, over89: true }],
  ['[[one hundred and one years old]]', { years: 101, over89: true }],
  ['[[Born in 1929]], he', { years: 97, over89: true }],
  ['[[97 years young]]', { years: 97, over89: true }],
  ['At [[97]], she still drives', { years: 97 }],
  ["She's [[93]].", { years: 93 }],
  ['Jane Roe, [[97]], went home', { years: 97 }],
  ['TAVR at [[ninety-three]]. Home', { years: 93, over89: true }],
  ['he was [[9 hours old]]', { unit: 'hours', over89: false }],
  ['a [[2-day-old]] boy', { unit: 'days' }],
  ['our [[three-week-old]] twin', { unit: 'weeks' }],
  ['a [[34 year old]] mom', { years: 34, over89: false }],
  ['on [[day 3 of life]]', { unit: 'days' }],
])('%s', (row, fields) => {
  const text = row.replaceAll(/\[\[|\]\]/g, '')
  const ages = agesOf(text, today)
  expect(ages.map(({ span }) => text.slice(span.start, span.end))).toEqual([/\[\[(.*)\]\]/.exec(row)![1]])
  expect(ages[0]).toMatchObject(fields)
})

test.each([
  'age 90 or older',
  'people aged 90 and over',
  '90+ and over 89',
  'patients over 90 years old',
  'in our 90-plus group',
  'ages 90 and up, ages 5-11, adults 65+',
  '90 years of service',
  '100 years of nursing',
  '95 percent, 95% and 97 patients',
  'our 100-year-old hospital',
  'a 97-year-old tradition',
  'Born in 1958, he',
  'Florence Nightingale, born in 1820',
  'in the nineties and the 90s',
  'raised $97M, 98F fever, 97 F',
  'turned 90 degrees',
  'our 95th anniversary',
  'at 97 sites and at 9 am',
  'Call 97, 98 or 99',
  'Suite B, 90, Ohio',
  'for 97 years',
  'Room 97',
  'The 97-year-olds can come',
  'between 90 and 95 years old',
  'after 12 hours and 9 days',
  '988 lifeline, 100 miles',
  'eat at 7, he said nobody',
  'a 3-month course',
  'in her field',
  'birthday party',
  'Begay (119), who turned 25 years with us',
])('silent: %s', (text) => {
  expect(agesOf(text, today).map(({ span }) => text.slice(span.start, span.end))).toEqual([])
})
