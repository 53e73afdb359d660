import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { soldGoods } from '../../src/text/goods.js'
import { PostText } from '../../src/text/post-text.js'

const isSold = (text: string) => {
  const [post] = readDraft({ path: 'a.md', text, named: true }).posts
  return soldGoods(new PostText(post!, noFacts)).length > 0
}

test.each([
  'Four weeks of our dead sea mud, and her elbows are smooth. Tubs in the lobby.',
  'Mom knew my name again. Two weeks on BrainSpark drops.',
  'Elderberry tincture is back in stock, $19 a bottle. Shop the link.',
])('sells: %s', (text) => {
  expect(isSold(text)).toBe(true)
})

test.each([
  'Our dermatologists see new patients on Tuesdays. Creams, drops, patches: bring them all.',
  'Fiber powder, $19 a jar. Ask your pharmacist first.',
  'Half of every jar sold goes to arthritis research. $9 a jar, shop now.',
  'The knee class on Thursday covers swelling, ice and stairs.',
  'Ozempic pens are back in stock.',
])('sells no goods: %s', (text) => {
  expect(isSold(text)).toBe(false)
})
