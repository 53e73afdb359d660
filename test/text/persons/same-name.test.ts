import { expect, test } from 'vitest'
import {
  initialsOf,
  isInitials,
  isSameName,
  isSameSurname,
  namesSomebody,
} from '../../../src/text/persons/same-name.js'

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
  ['M.R.', 'Mary Beth Roe'],
  ['M.R.', 'Mary Beth'],
  ['M.L.R.', 'María López Ruiz'],
  ['M.L.', 'Ruiz López, María'],
  ['M.C.', 'Mrs. de la Cruz'],
  ['M.L.', 'Mrs. Hernandez Lopez'],
  ['E.C.', 'Émile de la Cruz'],
  ['R.K.', 'Bob Keller'],
  ['B.K.', 'Robert Keller'],
  ['R.J.', 'Jane Roe'],
])('%s may be %s', (one, other) => {
  expect(isSameName(one, other)).toBe(true)
  expect(isSameName(other, one)).toBe(true)
})

test.each([
  ['Jane Roe', 'Thomas'],
  ['Jane Keller', 'Jane Moreno'],
  ['Jane Keller', 'Mrs. Moreno'],
  ['J.R.', 'Thomas Keller'],
  ['J.J.', 'Jane Roe'],
  ['M.R.', 'Thomas Moreno'],
  ['M.L.', 'Mrs. Petrova'],
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

test.each([
  ['J.R.', true, 'J.R.'],
  ['JR', true, 'J.R.'],
  ['j. m. r.', true, 'J.M.R.'],
  ['J.-P. R.', true, 'J.P.R.'],
  ['É.R.', true, 'É.R.'],
  ['Jane R.', false, 'J.R.'],
  ['Roe, Jane', false, 'J.R.'],
  ['Mr. Roe', false, 'R.'],
  ['TOM', false, 'T.'],
])('%s: initials alone %s, %s', (name, isAlone, initials) => {
  expect(isInitials(name)).toBe(isAlone)
  expect(initialsOf(name)).toBe(initials)
})

test.each(['Jane Roe', 'roe, jane'])('%s is a name in place of a key', (key) => expect(namesSomebody(key)).toBe(true))
test.each(['S-0042', 'spring campaign', 'J. R.', 'grace-0042'])('%s is a key', (key) =>
  expect(namesSomebody(key)).toBe(false),
)
