import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.js'
import { settingsGiven } from '../src/config/given.js'
import { vocabularies } from '../src/draft/fields.js'
import { type Given, readExample } from '../src/examples.js'
import { fixSource } from '../src/fix/fix.js'
import { unifiedDiff } from '../src/formatters/diff.js'
import { formatters } from '../src/formatters/index.js'
import { lintSource } from '../src/lint.js'
import type { FileResult, FormatOptions } from '../src/report.js'
import { builtinRules } from '../src/rulebook/builtin.js'
import type { RuleFile, Setting } from '../src/rulebook/rule.js'
import { type Layer, Rulebook } from '../src/rulebook/rulebook.js'
import { folderWith, medlint } from './cli/run.js'

const rules = builtinRules()
const sensitive = rules.filter((rule) => rule.sensitive)
const options: FormatOptions = { redact: true, color: false, width: 100 }
const formats = await Promise.all(Object.entries(formatters).map(async ([name, load]) => [name, await load()] as const))

/** What is printed of one draft: every format, and the diff of all that can be fixed. */
function printed(
  result: FileResult,
  lint: (source: FileResult['source']) => FileResult,
): (readonly [string, string])[] {
  const report = { results: [result], skipped: [], rules: rules.length, notes: [] }
  const { result: after } = fixSource(result, lint, { unsafe: true })
  return [
    ...formats.map(([name, format]) => [name, format(report, options)] as const),
    ['diff', unifiedDiff(result, after, options)] as const,
  ]
}

/** The marked text as words of their own: `May` is not leaked by `may`, nor `92` by an offset. */
const shows = (output: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(output)

const ofFields = new Set(Object.values(vocabularies).flat())

/** Every rule in force, and no sensitive one; compiled once for all examples that are given nothing. */
const allOf = (setting: (rule: RuleFile) => Setting): readonly Layer[] => [
  { rules: Object.fromEntries(sensitive.map((rule) => [rule.id, setting(rule)])), origin: 'test' },
]
const ways: Readonly<Record<string, readonly Layer[]>> = {
  'in force': allOf(({ severity }) => (severity === 'off' ? 'warning' : severity)),
  off: allOf(() => 'off'),
}
const made = new Map<readonly Layer[], Rulebook>()

function rulebookFor(layers: readonly Layer[], given: Given): Rulebook {
  if (Object.keys(given).length > 0) return new Rulebook({ ...settingsGiven(given), rules, layers })
  const rulebook = made.get(layers) ?? new Rulebook({ ...settingsGiven({}), rules, layers })
  made.set(layers, rulebook)
  return rulebook
}

describe.each(sensitive.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const examples = rule.examples.bad.map(readExample).filter(({ source }) => source.text.length < 20_000)
  test.each(Object.entries(ways))('what it marks is in no masked output when it is %s', (_way, layers) => {
    for (const { source, marks, given } of examples) {
      const rulebook = rulebookFor(layers, given)
      const lint = (one: FileResult['source']) => lintSource(one, rulebook)
      const outputs = printed(lint(source), lint)
      for (const { start, end } of marks) {
        const words = source.text.slice(start, end).trim()
        // A field's own word, such as `depicts: patient`, stands in messages of its own right.
        if (words.length < 3 || ofFields.has(words)) continue
        for (const [name, output] of outputs)
          if (shows(output, words)) expect.soft(`${name}: ${output}`).not.toContain(words)
      }
    }
  })
})

describe('on the command line', () => {
  const draft = 'Our patient Jane Roe, SSN 219-45-6780, had a physican at surgery.\n'
  const secrets = ['Jane Roe', '219-45-6780']
  const leaks = (output: string) => secrets.filter((secret) => output.includes(secret))

  test.each([
    ['a diff', ['a.md', '--unsafe-fixes', '--fix-dry-run']],
    ['the rules that found it are off', ['a.md', '--rule', 'phi=off', '--rule', 'consent=info']],
    ['other rules only', ['a.md', '--only', 'claim', '--only', 'consent']],
    ['errors only', ['a.md', '--quiet']],
    ['what is shown of it', ['show', 'a.md']],
  ])('%s', async (_, argv) => {
    const { out, err } = await medlint(argv, { cwd: folderWith({ 'a.md': draft }) })
    expect(leaks(out + err)).toEqual([])
  })

  test.each([
    ['a finding beside it', []],
    ['what is shown of it', ['show']],
  ])('whom a consent record is of: %s', async (_, argv) => {
    const record =
      '{id: CR-1, signed: 2020-01-02, expires: 2021-01-02, covers: [name], channels: [x], subject: [Jane Roe]}'
    const other = `---\nconsent: ${record}\n---\nFlu shots are in.\n`
    const { out, err } = await medlint([...argv, 'a.md'], { cwd: folderWith({ 'a.md': other }) })
    expect(out).toContain('CR-1')
    expect(leaks(out + err)).toEqual([])
  })

  test.each([
    ['a list without an end', 'platform: [x\ntext: BODY\n'],
    ['a quotation without an end', 'platform: x\ntext: "BODY\nnotes: none\n'],
    ['a stray key', 'platform: x\nbad: [x\ntext: BODY\n'],
    ['one post of a list', '- text: Flu shots are in.\n- {text: BODY\n'],
  ])('a broken draft is searched, and shows nothing: %s', async (_, broken) => {
    const body = 'Our patient Maria Lopez had a hip replacement on March 3. Call her husband at 614-382-9917.'
    const cwd = folderWith({ 'a.yml': broken.replace('BODY', body) })
    const { out } = await medlint(['a.yml'], { cwd })
    for (const rule of ['phi/name', 'phi/date', 'phi/phone']) expect(out).toContain(rule)
    const { out: diff, err } = await medlint(['a.yml', '--unsafe-fixes', '--fix-dry-run'], { cwd })
    for (const secret of ['Maria', 'Lopez', 'March 3', '382-9917']) expect(out + diff + err).not.toContain(secret)
  })

  test('an exception keeps it masked beside others', async () => {
    const allowed = `---\nmedlint:\n  allow: [{rule: phi/name, reason: Signed, by: Ana Osei}]\n---\n${draft}`
    const { out, err } = await medlint(['a.md'], { cwd: folderWith({ 'a.md': allowed }) })
    expect(out).toContain('1 allowed')
    expect(leaks(out + err)).toEqual([])
  })

  test('a crash says nothing of it', async () => {
    const io = {
      stdin: Readable.from([]),
      stdout: process.stdout,
      stderr: {
        write: (text: string, done: () => void) => {
          said.push(text)
          done()
        },
      },
      cwd: () => {
        throw new TypeError(draft)
      },
      env: { MEDLINT_DEBUG: '1' },
    }
    const said: string[] = []
    expect(await main(['a.md'], io)).toBe(2)
    expect(said.join('')).toContain('internal error (TypeError)')
    expect(said.join('')).toMatch(/^ {4}at /m)
    expect(leaks(said.join(''))).toEqual([])
  })
})
