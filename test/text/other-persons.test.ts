import { expect, test } from 'vitest'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rulebook = new Rulebook({ ...settingsGiven({}), rules: loadRules('consent/not-covered') })
const record = {
  ...{ id: 'CR-1', signed: '2026-03-02', expires: '2027-03-02', channels: ['facebook'] },
  covers: ['name', 'photo', 'story', 'condition', 'treatment', 'age', 'family'],
}

/** What is reported of a text whose persons that no consent is of are marked. */
function check(text: string, consent: unknown) {
  const { source, marks } = readExample({ platform: 'facebook', consent, text })
  const { diagnostics } = lintSource(source, rulebook)
  expect(diagnostics.map(({ span }) => source.text.slice(span.start, span.end))).toEqual(
    marks.map(({ start, end }) => source.text.slice(start, end)),
  )
  return diagnostics.map(({ message }) => message)
}

test.each([
  ['Jane Roe', 'Jane Roe had a stroke and walks again.'],
  ['Jane Roe', 'After her stroke Mrs. Roe walks again. We love you, Janie!'],
  ['J.R.', 'Jane Roe had a stroke and walks again.'],
  [['Margaret Keller', 'Tootsie'], 'Tootsie had a stroke and walks again.'],
  ['Roe, Jane', 'Jane had a stroke. Her husband Tom and Dr. Petrova cheered.'],
  ['Jane Roe', 'Our patient had a stroke and walks again. Photo: Mark Lee'],
  ['Jane Roe', '[[Thomas Reed]] had a stroke and walks again.'],
  ['Jane Roe', "Chair 14 won't be the same without [[Marguerite]]. She has a new kidney after six years of dialysis."],
  ['Jane Roe', 'Jane Roe beat leukemia with us. Our patient [[Carlos Diaz]] finished chemo the same week.'],
  ['J.R.', 'Meet [[Thomas]]! He had a stroke in spring and walks again.'],
])('a record of %j: %s', (subject, text) => {
  for (const message of check(text, { ...record, subject })) expect(message).toContain('somebody else')
})

test.each([
  'Jane Roe had a stroke and walks again. Ms. Roe loves to garden.',
  'Linda beat breast cancer. Her daughter Kate, who also had chemo here, cheers.',
  'Twins Ava and Leo left our NICU today.',
  'Jane Keller and Tom Keller both had COVID and are home from our ICU.',
  'Ben and Alice Carter finished cardiac rehab.',
  'Harold, 71, finished cardiac rehab. His wife, Betty, came to every session.',
  'Nancy fought breast cancer. Her surgeon, Emily Stone, and oncologist Raj Patel saved her life.',
  'Robert had a hip replacement. Bob dances again, and Mr. Keller thanks us.',
  'Kevin Brooks survived a cardiac arrest because his neighbor Laura Hill did CPR.',
  'Reshared with a signed release: Pilar after her spinal cord injury. Rehab is on Mondays.',
  'Our patients Linda and [[Carlos]] finished cardiac rehab together.',
  'Grace had her knee replaced in March. [[Paul]] had his hip replaced in May.',
  "Sam was flown to us after the crash. Sam's friend [[Chris]] had surgery the same night.",
  'Debra Jones, treated here for depression, is back at work. [[Robert Hill]], diagnosed with diabetes at our clinic, joined her.',
  'Linda beat breast cancer. Her sister [[Kate]] was treated here for melanoma last year.',
  'Linda beat breast cancer. Her sister Kate drove her here every week.',
  'Linda beat breast cancer. Her husband Tom, who lost his job, was there at every infusion.',
])('one record or id that does not say whose it is: %s', (text) => {
  for (const consent of [record, 'CR-1'])
    for (const message of check(text, consent)) expect(message).toContain('a second person')
})

test('each person takes a record of their own, and two records of one person are one', () => {
  const two = 'Grace had her knee replaced in March. Paul had his hip replaced in May.'
  check(two, [record, { ...record, id: 'CR-2' }])
  check(two, [
    { ...record, subject: 'Grace Moreno' },
    { ...record, id: 'CR-2' },
  ])
  check(two, ['CR-1', 'CR-2'])
  check(two.replace('Paul', '[[Paul]]'), [
    { ...record, subject_ref: 'S-1' },
    { ...record, id: 'CR-2', subject_ref: 'S-1' },
  ])
})

/** What is reported of the posts of one file. */
function messagesIn(consents: readonly unknown[], texts: readonly string[]): string[] {
  const posts = texts.map((text, index) => ({ platform: 'facebook', consent: consents[index], text }))
  const source = { path: 'a.yml', text: JSON.stringify(posts), named: true }
  return lintSource(source, rulebook).diagnostics.map(
    ({ message, span }) => `${source.text.slice(span.start, span.end)}: ${message}`,
  )
}

const linda = 'Our patient Linda finished cardiac rehab after her heart attack.'
const carlos = 'Our patient Carlos had his hip replaced in May and dances again.'

test('one id in several posts of a file is of one person', () => {
  const [message, ...others] = messagesIn(['CR-1', 'CR-1'], [linda, carlos])
  expect(message).toContain('Carlos: The authorization does not cover a second person: an earlier post of this file')
  expect(others).toEqual([])
})

test.each<[consents: unknown[], texts: string[]]>([
  [
    ['CR-1', 'CR-2'],
    [linda, carlos],
  ],
  [
    [
      ['CR-1', 'CR-2'],
      ['CR-1', 'CR-2'],
    ],
    [linda, carlos],
  ],
  [
    [['CR-1', 'CR-2'], 'CR-1'],
    [carlos, linda],
  ],
  [
    ['CR-1', 'CR-1'],
    [linda, 'Mrs. Moreno, as we call her, dances after her heart attack.'],
  ],
  [
    ['CR-1', 'CR-1'],
    ['Linda Keller beat leukemia with us.', 'Tom Keller had his hip replaced here.'],
  ],
  [
    ['CR-1', 'CR-1'],
    [linda, 'Linda is back on her bike after her heart attack. Dr. Petrova cheered.'],
  ],
  [
    ['CR-1', undefined],
    [linda, carlos],
  ],
])('no second person across posts: %j %j', (consents, texts) => {
  expect(messagesIn(consents, texts)).toEqual([])
})

test('each part of a thread under one id', () => {
  const text = `---\nplatform: facebook\ntype: thread\nconsent: CR-1\n---\n${linda}\n\n---\n\n${carlos}\n`
  const { diagnostics } = lintSource({ path: 'a.md', text, named: true }, rulebook)
  expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Carlos'])
})
