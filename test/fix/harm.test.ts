import { describe, expect, test } from 'vitest'
import { loadRules } from '../rules/load.js'
import { bookOf, fix, wordRule } from './rules.js'

const unsafe = { unsafe: true }
const ads = bookOf(
  ...loadRules('hashtag/too-many', 'hashtag/drug', 'disclosure/missing', 'disclosure/inadequate-tag', 'risk/missing'),
)

describe('no fix takes a disclosure away', () => {
  test.each([
    ['the tag before it goes', 'paid: true\n', 'Glow up #skin #glow #ad', 'Glow up #ad'],
    ['nor where nothing says that the post is paid', '', 'Glow up #skin #glow #sponsored', 'Glow up #sponsored'],
    ['nor one among others', '', 'Glow up #ad #skin #glow', 'Glow up #ad'],
    ['a tag that names the brand tells the tie', '', 'Morning! #WegovyAmbassador', 'Morning! #WegovyAmbassador'],
  ])('%s', (_, head, before, after) => {
    const { source } = fix('a.md', `---\nplatform: threads\n${head}---\n${before}\n`, ads, unsafe)
    expect(source.text).toBe(`---\nplatform: threads\n${head}---\n${after}\n`)
  })
})

describe('a fix that makes another rule speak is left out', () => {
  const words = bookOf(
    wordRule('plum', 'plum', 'fig'),
    wordRule('fig', 'fig', '', false),
    wordRule('nut', 'nut', 'oat'),
  )

  test('and the others of its post are made', () => {
    const result = fix('a.md', 'A nut, a plum, a nut.', words)
    expect(result).toMatchObject({ source: { text: 'A oat, a plum, a oat.' }, applied: 2, dropped: 1 })
  })

  test('and is not offered any more', () => {
    const { result } = fix('a.md', 'A plum.', words)
    expect(result.diagnostics).toMatchObject([{ rule: 'house/plum', fixes: [] }])
  })

  test('unless the post had that finding, in its text or under another one', () => {
    expect(fix('a.md', 'A plum, a fig.', words).source.text).toBe('A fig, a fig.')
    const tree = { ...wordRule('tree', 'plum tree', 'fig'), yields: [] }
    const both = bookOf(
      tree,
      { ...wordRule('plum', 'plum', 'fig'), yields: ['house/tree'] },
      wordRule('nut', 'nut', 'oat'),
    )
    expect(fix('a.md', 'A plum tree, a nut.', both).source.text).toBe('A fig, a oat.')
  })

  test('in one post of many', () => {
    const { source } = fix('a.yml', '- text: A nut\n- text: A plum\n- text: A nut and a plum\n', words)
    expect(source.text).toBe('- text: A oat\n- text: A plum\n- text: A oat and a plum\n')
  })
})

describe('what is only seen or recorded is not edited', () => {
  const book = bookOf(...loadRules('phi/date', 'phi/ssn', 'consent/repost', 'phi/handle', 'phi/town'))
  const care = 'Our patient had knee surgery.'

  test.each([
    ['a file name', `text: ${care}\nmedia: [{src: photos/knee_2026-03-14.jpg}]\n`],
    ['a link', `text: ${care}\nlinks: ["https://example.org/?ssn=219-45-6780"]\n`],
    ['whose post is shared', 'type: repost\nrepost_of: My mom had her stroke care here\ntext: So kind!\n'],
    ['a quotation', 'type: reply\nin_reply_to: My SSN is 219-45-6780\ntext: Thanks!\n'],
    ['a record', `text: ${care}\nconsent: {id: CR-1, note: SSN 219-45-6780}\n`],
    ['a key of another tool', `text: ${care}\nrecord: SSN 219-45-6780\n`],
  ])('%s', (_, file) => {
    const { source, result } = fix('a.yml', file, book, unsafe)
    expect(source.text).toBe(file)
    expect(result.diagnostics.length).toBeGreaterThan(0)
    expect(result.diagnostics.flatMap(({ fixes }) => fixes)).toEqual([])
  })
})

describe('a fix sees what the others of its post have done', () => {
  test('what is missing for a drug is not added where its tag has gone', () => {
    const { source } = fix('a.yml', 'platform: instagram\ntext: "New year, new you. #wegovy"\n', ads, unsafe)
    expect(source.text).toBe('platform: instagram\ntext: "New year, new you."\n')
  })

  test('a sentence in general terms stands for two, and leaves the others', () => {
    const rule = {
      ...wordRule('plum', 'plum', 'We like every fruit.', false),
      fix: { description: 'Say it of all', safe: false, with: 'We like every fruit.', replaces: 'sentence' as const },
    }
    const before = 'Open at nine. One plum fell. It was late. A plum again! See you.'
    const { source } = fix('a.md', before, bookOf(rule), unsafe)
    expect(source.text).toBe('Open at nine. We like every fruit. It was late. See you.')
  })
})
