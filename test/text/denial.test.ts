import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { Text } from '../../src/text/text.js'

const isDenied = (draft: string) => {
  const text = new Text(readDraft({ path: 'a.md', text: draft, named: true }).posts[0]!.regions[0]!)
  const start = text.text.indexOf('cure')
  return text.isDenied({ start, end: start + 5 })
}

test.each([
  'Turmeric does not cure arthritis.',
  'No tea cures cancer.',
  'It is not intended to treat, cure or prevent any disease.',
  'Beware of products that claim to cure diabetes.',
  'Myth: vitamin C cures colds.',
  '"Honey cures cancer" is a myth.',
  'Does turmeric cure arthritis? Here is what studies say.',
  'We study whether zinc cures colds.',
  'There is no such thing as a miracle cure.',
])('denied: %s', (draft) => {
  expect(isDenied(draft)).toBe(true)
})

test.each([
  'Turmeric cures arthritis.',
  'Not only a tea: it cures cancer.',
  'No pills, our laser cures knee pain.',
  "You won't believe how it cures eczema.",
  "Don't wait, our tonic cures colds.",
  'Our tonic promises to cure gout.',
  'Does it cure arthritis? Yes!',
  'Did you know it cures arthritis?',
  'Want to cure your diabetes?',
])('claimed: %s', (draft) => {
  expect(isDenied(draft)).toBe(false)
})
