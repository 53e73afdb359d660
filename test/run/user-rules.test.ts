import { describe, expect, test } from 'vitest'
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

  test('where none are configured, an unknown name is wrong', async () => {
    const cwd = folderWith({ 'medlint.config.yml': 'rules: {acme/word: error}\n', 'a.md': clean })
    expect((await medlint(['--no-plugins'], { cwd })).err).toContain('unknown rule `acme/word`')
  })

  test('an unknown detector is wrong where there are no plugins', async () => {
    const cwd = folderWith({ ...project, 'medlint.config.yml': 'packs: rules\n' })
    expect((await medlint(['--no-plugins'], { cwd })).err).toContain('unknown key `shout`')
  })
})
