import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { offLabelUses } from '../../src/text/off-label.js'
import { PostText } from '../../src/text/post-text.js'

const facts = {
  ...noFacts,
  products: [
    { brand: 'Velmora', kind: 'drug-rx', indications: ['gout', 'type 2 diabetes'], notFor: ['type 1 diabetes'] },
    { brand: 'Oltrava', kind: 'drug-rx' },
  ],
}

const found = (text: string) => {
  const [post] = readDraft({ path: 'a.md', text, named: true }).posts
  return offLabelUses(new PostText(post!, facts)).map((match) => match.data?.use)
}

test.each([
  ['Velmora for migraines.', 'migraines'],
  ['Velmora® (velmorastat) shots also help with eczema.', 'eczema'],
  ['Sick of rosacea? Try Velmora.', undefined],
  ['Treat your asthma with Velmora.', 'asthma'],
  ['Velmora helps type 1 diabetes.', 'type 1 diabetes'],
])('%s', (text, use) => {
  expect(found(text)).toEqual(use ? [use] : [])
})

test.each([
  'Velmora for gout flares.',
  'Velmora helps with diabetes.',
  'Velmora is not approved for migraines.',
  'Oltrava for migraines.',
  'Velmora came up in our talk. Next week: migraines.',
])('a labelled use, none, or one nobody knows: %s', (text) => {
  expect(found(text)).toEqual([])
})
