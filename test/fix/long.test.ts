import { expect, test } from 'vitest'
import { bookOf, fix, wordRule } from './rules.js'

const book = bookOf(wordRule('plum', 'plum', 'fig'))

test.each([
  ['a.yml', (index: number) => `- text: A plum, number ${index}, ${'and pears '.repeat(20)}\n`],
  ['a.md', (index: number) => `# Day ${index}\n\nA **plum**, ${'and pears '.repeat(20)}\n\n`],
])('a long calendar of ordinary posts is fixed: %s', { timeout: 60_000 }, (path, post) => {
  const file = Array.from({ length: 300 }, (_, index) => post(index)).join('')
  expect(file.length).toBeGreaterThan(60_000)
  const { source } = fix(path, file, book, { split: 'heading' })
  expect(source.text).toBe(file.replaceAll('plum', 'fig'))
})
