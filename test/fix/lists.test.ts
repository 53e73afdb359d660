import { expect, test } from 'vitest'
import { loadRules } from '../rules/load.js'
import { bookOf, fix, wordRule } from './rules.js'

const book = bookOf(
  ...loadRules('hashtag/drug', 'phi/handle'),
  wordRule('plum', 'plum', ''),
  wordRule('fig', 'fig', ''),
)
const care = 'text: She rang the bell after her last round of chemo!'

test.each([
  ['one of a flow list', 'hashtags: [Ozempic, FluShots] # tags', 'hashtags: [FluShots] # tags'],
  ['the first and the last', 'hashtags: [Ozempic, \'FluShots\', "SkinnyPen"]', "hashtags: ['FluShots']"],
  ['all', 'hashtags: [Ozempic, "#Wegovy"]', 'hashtags: []'],
  ['on several lines', 'hashtags: [\n  plum, # a\n  pear, # b\n  fig\n]', 'hashtags: [\n  pear, # b\n]'],
  [
    'of a block list',
    'hashtags:\n  - plum # a\n  # of the pear\n  - pear # b\n  - fig',
    'hashtags:\n  # of the pear\n  - pear # b',
  ],
  ['all of a block list', 'hashtags: # tags\n# more\n- plum\n- fig # c', 'hashtags: [] # tags\n# more'],
  ['a block scalar', 'hashtags:\n- |\n  plum\n- pear', 'hashtags:\n- pear'],
  ['an account', 'tagged:\n  - marisol.vega # the patient', 'tagged: []'],
  ['what is left in an item stays', 'hashtags: ["plum pear", fig]', 'hashtags: ["pear"]'],
  ['no item of a list', 'title: plum', "title: ''"],
])('an item of which nothing is left is dropped: %s', (_, before, after) => {
  for (const eol of ['\n', '\r\n']) {
    const file = (tags: string) => `${care}\n${tags}\nlang: en\n`.replaceAll('\n', eol)
    expect(fix('a.yml', file(before), book, { unsafe: true }).source.text).toBe(file(after))
  }
})

test('in front matter, with other posts beside it', () => {
  const { source } = fix('a.md', '---\nhashtags: [plum, fig]\n---\nHello.\n', book)
  expect(source.text).toBe('---\nhashtags: []\n---\nHello.\n')
  const two = '- text: Hello\n  hashtags:\n  - plum\n- text: A plum\n  hashtags: [plum, pear]\n'
  expect(fix('a.yml', two, book).source.text).toBe('- text: Hello\n  hashtags: []\n- text: A\n  hashtags: [pear]\n')
})
