import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { coinedNames } from '../../src/text/coined-names.js'
import { unlinkedDisclaimers } from '../../src/text/disclaimers.js'
import type { Match } from '../../src/text/match.js'
import { PostText } from '../../src/text/post-text.js'
import { rivals } from '../../src/text/rivals.js'

const found = (find: (post: PostText) => readonly Match[], text: string) => {
  const [post] = readDraft({ path: 'a.md', text, named: true }).posts
  return find(new PostText(post!, noFacts)).map(({ text, span }) => text.text.slice(span.start, span.end))
}

test.each([
  ['Every GlowMask ships today.', ['GlowMask']],
  ['Sleep on the HushPillow.', ['HushPillow']],
  ['Ask for calmix™ at the desk.', ['calmix']],
  ['Blueberry Brain prevents dementia.', ['Blueberry Brain']],
  ['Lakeside Hospital treats strokes. Find it on MyChart and YouTube.', []],
  ['Dr. MacKenzie treats acne.', []],
])("a maker's names in %s", (text, names) => {
  expect(found(coinedNames, text)).toEqual(names)
})

test.each([
  ['Our aids are far better than Phonak in restaurants.', ['better than Phonak']],
  ['Unlike Zelvora, it melts.', ['Unlike Zelvora']],
  ['Coffee is better than Monday deserves.', []],
  ['Nobody bakes better than Grandma.', []],
  ['Better than ever.', []],
])('rivals in %s', (text, names) => {
  expect(found(rivals, text)).toEqual(names)
})

const disclaimer = 'This statement has not been evaluated by the Food and Drug Administration.'
test.each([
  [`Supports sleep. ${disclaimer}`, true],
  [`Supports sleep.* Sixty in a jar. *${disclaimer}`, true],
  [`Supports sleep. Sixty in a jar. ${disclaimer}`, false],
  [`Supports sleep. Sixty in a jar. *${disclaimer}`, false],
])('a disclaimer tied to its claim: %s', (text, isTied) => {
  expect(found(unlinkedDisclaimers, text)).toHaveLength(isTied ? 0 : 1)
})
