import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPack } from '../../src/rulebook/load.js'
import { clean, folderWith, medlint } from '../cli/run.js'

const plugin = `export default {
  detectors: [{
    name: 'shout',
    schema: { type: 'object', additionalProperties: false, properties: { word: { type: 'string' } } },
    compile: ({ word }) => (post) => post.of(['live']).flatMap((text) => {
      const start = text.text.indexOf(word)
      return start < 0 ? [] : [{ text, span: { start, end: start + word.length }, data: {} }]
    }),
  }],
}`

const rule = (detect: string, word = 'WOW') => `title: A shout
severity: warning
message: We do not shout.
why: House style.
basis: policy
cites: [{provision: policy}]
confidence: high
detect: ${detect}
examples:
  bad: ["[[${word}]]!", "Oh [[${word}]].", "A [[${word}]] day."]
  good: ["Well.", "Oh well.", "A day."]
`

const project = {
  'medlint.config.yml': 'plugins: ./plugin.mjs\npacks: rules\ndrafts: drafts\nrules: {acme/word: error}\n',
  'plugin.mjs': plugin,
  'rules/acme/word.yml': rule('{shout: {word: WOW}}'),
  'drafts/a.md': 'WOW, flu shots are in.\n',
}

describe('a detector of a plugin', () => {
  test('serves rules of packs', async () => {
    const { out, code } = await medlint(['--format', 'compact'], { cwd: folderWith(project) })
    expect(out).toContain('acme/word')
    expect(code).toBe(1)
  })

  test('has its options checked', async () => {
    const cwd = folderWith({ ...project, 'rules/acme/word.yml': rule('{shout: {wrd: WOW}}') })
    const { err, code } = await medlint([], { cwd })
    expect(err).toMatch(/word\.yml:8:18 {2}unknown key `wrd`\. Did you mean `word`\?/)
    expect(code).toBe(2)
  })

  test('serves the examples of rules', async () => {
    const { out, code } = await medlint(['test', 'rules'], { cwd: folderWith(project) })
    expect(out).toBe('1 rule: 6 examples right, 0 wrong, 0 known misses.\n')
    expect(code).toBe(0)
  })
})

describe('where plugins are not loaded', () => {
  test('what they may bring is no error, and the summary says what is left out', async () => {
    const cwd = folderWith({
      ...project,
      'medlint.config.yml': `${project['medlint.config.yml']}locked: [other/rule]\n`,
      'drafts/a.md':
        '---\nmedlint: {allow: [{rule: acme/word, reason: Signed off, by: Ana Osei}]}\n---\nWOW, flu shots are in.\n',
    })
    const { out, err, code } = await medlint(['--no-plugins'], { cwd })
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('Plugins are not loaded: ./plugin.mjs. Left out, since they may need them: acme/word.')
  })

  test('a JavaScript config that would be the nearest is told', async () => {
    const files = { 'medlint.config.js': 'module.exports = {}', 'a.md': clean }
    const ran = await medlint(['--no-plugins'], { cwd: folderWith(files) })
    expect(ran.out).toContain('medlint.config.js is code and was not read, so its settings do not hold.')
    const beside = await medlint(['--no-plugins'], { cwd: folderWith({ ...files, '.medlintrc.yml': 'ignore: [x]' }) })
    expect(beside.out).not.toContain('medlint.config.js')
  })

  test('where none are configured, an unknown name is wrong', async () => {
    const cwd = folderWith({ 'medlint.config.yml': 'rules: {acme/word: error}\n', 'a.md': clean })
    expect((await medlint(['--no-plugins'], { cwd })).err).toContain('unknown rule `acme/word`')
  })

  test('an unknown detector is wrong where there are no plugins', async () => {
    const cwd = folderWith({ ...project, 'medlint.config.yml': 'packs: rules\n' })
    expect((await medlint(['--no-plugins'], { cwd })).err).toContain('unknown key `shout`')
  })
})

describe('packs', () => {
  const terms = '{terms: {any: [WOW]}}'
  const config = 'packs: [rules, more]\ndrafts: drafts\n'
  const packs = {
    'medlint.config.yml': config,
    'rules/acme/word.yml': rule(terms),
    'more/acme/other.yml': rule(terms),
    'drafts/a.md': 'WOW, flu shots are in.\n',
  }

  test.each([
    [
      'two packs',
      { 'more/acme/word.yml': rule(terms) },
      /word\.yml {2}there is a rule `acme\/word` already, in .*rules\/acme/,
    ],
    [
      'medlint and a pack',
      { 'more/phi/ssn.yml': rule(terms) },
      /ssn\.yml {2}there is a rule `phi\/ssn` already, in medlint itself/,
    ],
  ])('a rule in %s is refused', async (_, files, sentence) => {
    const { err, code } = await medlint([], { cwd: folderWith({ ...packs, ...(files as object) }) })
    expect(err).toMatch(sentence)
    expect(code).toBe(2)
  })

  test('hold no drafts, whatever their folder is called', async () => {
    const cwd = folderWith({
      'medlint.config.yml': 'packs: house\n',
      'house/acme/word.yml': rule(terms),
      'house/lexicons/our.yml': 'entries: [wow]\n',
      'house/post.yml': 'text: WOW\n',
    })
    const { results, summary } = JSON.parse((await medlint(['--format', 'json'], { cwd })).out)
    expect(results.map(({ file }: { file: string }) => file)).toEqual(['house/post.yml'])
    expect(summary.skipped).toContainEqual({ file: 'house/acme/word.yml', reason: 'a rule of medlint' })
    expect(summary.skipped).toContainEqual({ file: 'house/lexicons/our.yml', reason: 'a rule of medlint' })
  })

  test('a pack that is named twice counts once', async () => {
    const cwd = folderWith({ ...packs, 'medlint.config.yml': `packs: [rules, ./rules]\ndrafts: drafts\n` })
    expect((await medlint([], { cwd })).out).toContain('acme/word')
  })

  test('bring lexicons of their own', async () => {
    const cwd = folderWith({
      ...packs,
      'rules/acme/word.yml': rule('{terms: {lexicon: [our]}}'),
      'more/acme/other.yml': rule('{terms: {any: ["oh {our}"]}}', 'Oh WOW').replace('Oh [[Oh WOW]]', '[[Oh WOW]]'),
      'rules/lexicons/our.yml': 'entries: [wow, {term: yay}]\n',
      'drafts/a.md': 'Yay, flu shots are in.\n',
      'drafts/b.md': 'Oh wow, flu shots are in.\n',
    })
    const { out, err } = await medlint(['--format', 'compact'], { cwd })
    expect(err).toBe('')
    expect(out).toMatch(/a\.md:1:1: .*acme\/word/)
    expect(out).toMatch(/b\.md:1:4: .*acme\/word/)
    expect(out).toMatch(/b\.md:1:1: .*acme\/other/)
    expect((await medlint(['test', 'rules'], { cwd })).out).toMatch(/^1 rule: 6 examples right/)
  })

  test.each([
    ['{terms: {lexicon: [our]}}', {}, /word\.yml:8:28 {2}there is no lexicon `our`/],
    ['{terms: {lexicon: [conditons]}}', {}, /there is no lexicon `conditons`\. Did you mean `conditions`\?/],
    ['{terms: {any: ["my {our} word"]}}', {}, /word\.yml:8:24 {2}there is no lexicon `our`/],
    [
      '{terms: {lexicon: [our]}}',
      { 'rules/lexicons/our.yml': 'entrys: [wow]\n' },
      /our\.yml:1:1 {2}unknown key `entrys`/,
    ],
    ['{terms: {lexicon: [our]}}', { 'rules/lexicons/our.yml': 'entries: [1]\n' }, /our\.yml:1:11 /],
    [terms, { 'rules/lexicons/Our.yml': 'entries: [a]\n' }, /`Our` is no name for a lexicon/],
    [
      terms,
      { 'rules/lexicons/drugs.yml': 'entries: [a]\n', 'more/lexicons/drugs.yml': 'entries: [a]\n' },
      /two packs have a lexicon `drugs`/,
    ],
    [terms, { 'rules/lexicons/conditions.yml': 'entries: [a]\n' }, /medlint has a lexicon `conditions` of its own/],
  ])('%s with %j is refused at its place', async (detect, files, sentence) => {
    const cwd = folderWith({ ...packs, 'rules/acme/word.yml': rule(detect), ...(files as object) })
    const { err, code } = await medlint([], { cwd })
    expect(err).toMatch(sentence)
    expect(code).toBe(2)
  })

  test('our own rules name lexicons that there are', () => {
    const folder = path.join(import.meta.dirname, '../../rules')
    expect(loadPack(folder, { lexicons: {} }).length).toBeGreaterThan(100)
  })
})
