import { describe, expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const name = 'Meet Delphine Marchetti, the baker from Maplewood whose cinnamon rolls we love!\n'
const care = 'A baker from Maplewood finished her last round of chemo with us today.\n'
const rulesIn = (out: string) =>
  (JSON.parse(out).results as { file: string; diagnostics: { rule: string; message: string }[] }[]).flatMap(
    ({ file, diagnostics }) => diagnostics.map(({ rule, message }) => ({ file, rule, message })),
  )
const found = async (argv: readonly string[], files: Readonly<Record<string, string>>) => {
  const ran = await medlint([...argv, '--format', 'json'], { cwd: folderWith(files) })
  return rulesIn(ran.out).filter(({ rule }) => /mosaic|duplicate|exception/.test(rule))
}

describe('posts of different files', () => {
  test('a name in one and the care in another, both places named', async () => {
    const [only, ...more] = await found(['.'], { 'drafts/a.md': name, 'drafts/b.md': care })
    expect(only).toMatchObject({ file: 'drafts/b.md', rule: 'phi/mosaic' })
    expect(only!.message).toContain('drafts/a.md:1')
    expect(only!.message).toContain('drafts/b.md:1')
    expect(more).toEqual([])
  })

  test('the same text', async () => {
    const text = 'Flu shots are in. Walk in on any weekday.\n'
    const all = await found([], {
      'a.md': text,
      'b.md': `---\nplatform: x\n---\n**${text.trim()}**\n`,
      'c.md': 'Other words.\n',
    })
    expect(all).toMatchObject([{ file: 'b.md', rule: 'draft/duplicate', message: expect.stringContaining('a.md:1') }])
  })

  test.each([[['drafts/a.md', 'drafts/b.md']], [['drafts/b.md']]])(
    '%j, named one by one, are not compared',
    async (paths) => {
      expect(await found(paths, { 'drafts/a.md': name, 'drafts/b.md': care })).toEqual([])
    },
  )

  test('other folders are other pages', async () => {
    expect(await found(['.'], { 'one/a.md': name, 'two/b.md': care })).toEqual([])
  })

  test('of a calendar, also where it is named', async () => {
    const calendar = `posts:\n  - text: ${name}  - text: ${care}`
    expect(await found(['week.yml'], { 'week.yml': calendar })).toMatchObject([{ rule: 'phi/mosaic' }])
  })
})

describe('an exception from a rule across posts', () => {
  const excepted = `---\nmedlint:\n  allow:\n    - {rule: phi/mosaic, reason: Both gave consent on paper, by: Ana Osei}\n---\n${care}`
  test('allows it', async () => {
    expect(await found(['.'], { 'a.md': name, 'b.md': excepted })).toEqual([])
  })
  test('is unused where nothing is found in a whole run', async () => {
    expect(await found(['.'], { 'b.md': excepted, 'c.md': 'Flu shots are in.\n' })).toMatchObject([
      { rule: 'draft/exception-unused' },
    ])
  })
  test('is in no judge of a part', async () => {
    expect(await found(['b.md'], { 'a.md': name, 'b.md': excepted })).toEqual([])
  })
})

describe('a rule of the user that does not end', () => {
  const rule = `
title: Slow
severity: warning
message: Found.
why: House style.
basis: policy
cites: [{provision: policy, url: "https://example.org/style"}]
confidence: high
detect: {pattern: {any: ["(?:a+)+b"]}}
examples: {bad: ["[[aab]]"], good: ["a"]}
`
  const files = {
    '.medlintrc.yml': 'packs: house\n',
    'house/house/slow.yml': rule,
    'a.md': `${'a'.repeat(40)}\n`,
    'b.md': 'Flu shots are in.\n',
  }
  test('is stopped, reported on its post and on those it left out', { timeout: 20_000 }, async () => {
    const ran = await medlint(['a.md', 'b.md', '--format', 'json'], { cwd: folderWith(files) })
    expect(rulesIn(ran.out)).toMatchObject([
      { file: 'a.md', rule: 'draft/timeout', message: expect.stringContaining('house/slow') },
      { file: 'b.md', rule: 'draft/timeout' },
    ])
    expect(ran.code).toBe(1)
  })
})
