import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

interface Answer {
  readonly in_reply_to: string
  readonly text: string
}

const table = parse(readFileSync(path.join(import.meta.dirname, 'occasions.yml'), 'utf8')) as {
  readonly silent: readonly Answer[]
  readonly tells: readonly Answer[]
}
const rules = loadRules('consent/review-reply', 'consent/record-denial', 'consent/phi-request', 'phi/first-name')
const rulebook = new Rulebook({ ...settingsGiven({}), rules })

const foundIn = (answer: Answer, type: string) => {
  const { source } = readExample({ type, ...answer })
  return lintSource(source, rulebook).diagnostics.map(({ span }) => source.text.slice(span.start, span.end))
}

describe('an answer about something other than care', () => {
  test.each(table.silent)('confirms nothing: $in_reply_to', (answer) => {
    expect(foundIn(answer, 'reply')).toEqual([])
  })

  test('is so where it is pasted as the answer to a review', () => {
    const race = { in_reply_to: 'Great race, where is my chip time?', text: 'Your results are up. Great seeing you!' }
    expect(foundIn(race, 'review-response')).toEqual([])
  })
})

describe('an answer that tells of care', () => {
  test.each(table.tells)('does so beside whatever else: $in_reply_to', (answer) => {
    expect(foundIn(answer, 'reply')).not.toEqual([])
  })

  test.each([
    { in_reply_to: 'Ran the marathon a year after my knee surgery', text: 'Great seeing you out there!' },
    { in_reply_to: 'Lovely place, free cookies', text: 'It was great seeing you, come back any time.' },
    { in_reply_to: 'Great place', text: 'Your results are in, and it was great seeing you.' },
  ])('also where the comment is of care, or says not what it is about: $in_reply_to', (answer) => {
    expect(foundIn(answer, 'review-response')).not.toEqual([])
  })
})
