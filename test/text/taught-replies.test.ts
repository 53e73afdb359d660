import { describe, expect, test } from 'vitest'
import { settingsGiven } from '../../src/config/given.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

const rules = loadRules('consent/review-reply', 'consent/record-denial', 'consent/phi-request', 'consent/story-details')
const rulebook = new Rulebook({ ...settingsGiven({}), rules })
const foundIn = (text: string) =>
  lintSource({ path: 'a.md', text, named: true }, rulebook).diagnostics.map(({ span }) =>
    text.slice(span.start, span.end),
  )

describe('a post that teaches how to answer reviews', () => {
  test.each([
    'Social media training, week 3. Never write "Thanks for your visit" or "We have no record of you." Both tell the world something about a person.',
    'What NOT to reply to a bad review:\n- "You missed three appointments"\n- "Our records show you were seen on time"\n- "Your insurance denied it"\nThank them, and take it offline.',
    'For practice managers: a reply such as "Glad your knee is better!" is a HIPAA violation. So is telling a reviewer they were never a patient.',
    'Do not confirm that somebody came in. Do not say they were never a patient here. Our webinar on replies to reviews is Thursday.',
    'Reviewers may say what they like about you. You may not say "as a patient of ours" back. Even "you were never here" is a bad reply.',
  ])('tells of nobody: %s', (text) => {
    expect(foundIn(text)).toEqual([])
  })

  test.each([
    'To the reviewer from last week: you were never a patient here, and our team will not be bullied.',
    '---\ntype: review-response\n---\nWe never reply to reviews like this. You missed three appointments.',
    'Do not reply to reviews in anger. That said, to the reviewer from May: you were never a patient here.',
  ])('is not one that answers somebody: %s', (text) => {
    expect(foundIn(text)).not.toEqual([])
  })
})
