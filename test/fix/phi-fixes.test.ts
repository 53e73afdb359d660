import { expect, test } from 'vitest'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'
import { fix } from './rules.js'

/** What stands before and after the suggestion of a rule is applied: its own finding is gone, and the sentence reads on. */
const rows: readonly (readonly [rule: string, before: string, after: string])[] = [
  [
    'phi/name',
    'So proud of Jane Roe, who finished chemo with us today!',
    'So proud of a patient, who finished chemo with us today!',
  ],
  ['phi/name', 'Jane Roe, 54, walked out of rehab.', 'A patient, 54, walked out of rehab.'],
  ['phi/name', 'Our patient Jane Roe finished chemo.', 'Our patient finished chemo.'],
  [
    'phi/first-name',
    'Dr. Lee removed the gallbladder of Bob in record time.',
    'Dr. Lee removed the gallbladder of a patient in record time.',
  ],
  ['phi/first-name', "Nayeli's biopsy came back benign.", "A patient's biopsy came back benign."],
  [
    'phi/handle',
    'Proud of our runner @dele.runs, who finished cardiac rehab here.',
    'Proud of our runner, who finished cardiac rehab here.',
  ],
  ['phi/date', 'She had her knee replaced on March 14, 2025.', 'She had her knee replaced in 2025.'],
  ['phi/age-over-89', 'Our 97-year-old patient walked out of rehab.', 'Our 90-or-older patient walked out of rehab.'],
  [
    'phi/age-over-89',
    'She was admitted at age 94 with a broken hip.',
    'She was admitted at age 90 or older with a broken hip.',
  ],
  [
    'phi/town',
    'A retired trucker from Ogallala came to us with a stroke.',
    'A retired trucker from Nebraska came to us with a stroke.',
  ],
  ['phi/zip', 'Our patient lives in ZIP 43215 and had a stroke.', 'Our patient lives in ZIP 432 and had a stroke.'],
  ['phi/zip', 'Our patient lives in ZIP 03601 and had a stroke.', 'Our patient lives in ZIP 000 and had a stroke.'],
  [
    'phi/phone',
    'He was discharged. Reach his daughter at 503-882-4417.',
    'He was discharged. Reach his daughter at \\[number removed\\].',
  ],
  [
    'phi/email',
    'Our patient had surgery, write to rosa.delgado71@gmail.com.',
    'Our patient had surgery, write to \\[e-mail removed\\].',
  ],
  ['phi/ssn', 'Her number is 123-45-6789.', 'Her number is \\[number removed\\].'],
  [
    'phi/address',
    'Our patient, of 14 Sycamore Lane, came home after surgery.',
    'Our patient, of \\[address removed\\], came home after surgery.',
  ],
  ['hashtag/person', 'Our patient rang the bell. #JaneStrong', 'Our patient rang the bell.'],
]

test.each(rows)('%s: %s', (rule, before, after) => {
  const { given } = readExample(before)
  const rulebook = new Rulebook({ ...settingsGiven(given), rules: loadRules(rule) })
  const fixed = fix('post.md', before, rulebook, { unsafe: true })
  expect(fixed.source.text.trimEnd()).toBe(after)
  expect(fixed.result.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([])
})
