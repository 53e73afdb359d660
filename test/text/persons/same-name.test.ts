import { expect, test } from 'vitest'
import { isSameName, isSameSurname } from '../../../src/text/persons/same-name.js'

test.each([
  ['Jane Roe', 'Jane'],
  ['Jane Roe', 'Roe, Jane'],
  ['Jane Roe', 'Mrs. Roe'],
  ['Jane Roe', 'J.R.'],
  ['Jane Roe', 'JR'],
  ['Jane Roe', 'Jane R.'],
  ['Jane Roe', 'Janie'],
  ['Jane Roe', 'Jane A. Roe'],
  ['Jane Roe', 'Jane Roe-Keller'],
  ['José García', 'Jose Garcia'],
  ['Robert Keller', 'Bob'],
  ['Bob Keller', 'Rob Keller'],
  ['Mary Keller', 'Mary Beth'],
  ['J.', 'Jane Roe'],
])('%s may be %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true)
  expect(isSameName(other, one)).toBe(true)
})

test.each([
  ['Jane Roe', 'Thomas'],
  ['Jane Keller', 'Jane Moreno'],
  ['Jane Keller', 'Mrs. Moreno'],
  ['J.R.', 'Thomas Keller'],
  ['Jane', ''],
  ['Bob', 'William'],
])('%s is not %s', (one, other) => {
  expect(isSameName(one, other)).toBe(false)
  expect(isSameName(other, one)).toBe(false)
})

test('a surname that two share is that of a family', () => {
  expect(isSameSurname('Jane Keller', 'Tom Keller')).toBe(true)
  expect(isSameSurname('Jane Keller', 'Jane Moreno')).toBe(false)
})
