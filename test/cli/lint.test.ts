import { chmodSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bad, clean, folderWith, medlint, ssn } from './run.js'

const json = (out: string) => JSON.parse(out)

describe('exit codes', () => {
  test('0 for a clean draft', async () => {
    const ran = await medlint(['a.md'], { cwd: folderWith({ 'a.md': clean }) })
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('Checked 1 file, 1 post')
  })

  test('1 for an error, and 0 with --exit-zero', async () => {
    const cwd = folderWith({ 'a.md': bad })
    expect((await medlint(['a.md'], { cwd })).code).toBe(1)
    expect((await medlint(['--exit-zero', 'a.md'], { cwd })).code).toBe(0)
  })

  test('warnings pass, unless there are more than --max-warnings', async () => {
    const cwd = folderWith({ 'a.md': bad })
    const asWarning = ['a.md', '--only', 'phi/ssn', '--rule', 'phi/ssn=warning']
    expect((await medlint(asWarning, { cwd })).code).toBe(0)
    expect((await medlint([...asWarning, '--max-warnings', '0'], { cwd })).code).toBe(1)
    expect((await medlint([...asWarning, '--max-warnings', '1'], { cwd })).code).toBe(0)
  })

  test('2 where there is nothing to lint, and 0 with --pass-on-no-files', async () => {
    const cwd = folderWith({ 'README.md': clean })
    const ran = await medlint([], { cwd })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('no draft to lint (skipped README.md: a file of the repository, never a draft)')
    const passed = await medlint(['--pass-on-no-files'], { cwd })
    expect(passed.code).toBe(0)
    expect(passed.out).toContain('Nothing was checked')
  })
})

describe('wrong usage ends with 2 and a sentence', () => {
  test.each([
    [['nowhere/x.md'], 'nowhere/x.md: there is no such file or folder.'],
    [['rulse'], 'Did you mean the command `rules`?'],
    [['--quite'], '--quiet'],
    [['--format', 'jsn', 'a.md'], 'there is no format `jsn`. Did you mean `json`?'],
    [['--preset', 'hospitl', 'a.md'], 'there is no preset `hospitl`. Did you mean `hospital`?'],
    [['--rule', 'phi/snn=error', 'a.md'], 'unknown rule `phi/snn`. Did you mean `phi/ssn`?'],
    [['--rule', 'phi/ssn=eror', 'a.md'], '`eror` is no severity. Did you mean `error`?'],
    [['--rule', 'phi/ssn', 'a.md'], '--rule takes ID=SEVERITY'],
    [['--only', 'pih', 'a.md'], 'unknown rule `pih`. Did you mean `phi`?'],
    [['--now', 'tomorrow', 'a.md'], '--now takes a date'],
    [['--now', '2026-02-30', 'a.md'], '--now takes a date'],
    [['--max-warnings', 'few', 'a.md'], 'It takes a number'],
    [['--config', 'none.yml', 'a.md'], 'none.yml: there is no such config.'],
    [['explain', 'phi/snn'], 'there is no rule `phi/snn`. Did you mean `phi/ssn`?'],
    [['*.txt'], '*.txt: no file matches.'],
  ])('%j', async (argv, sentence) => {
    const ran = await medlint(argv, { cwd: folderWith({ 'a.md': clean }) })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(sentence)
    expect(ran.err).not.toMatch(/\n\s+at /)
    expect(ran.out).toBe('')
  })

  test('a broken config names file, line and column', async () => {
    const ran = await medlint(['a.md'], {
      cwd: folderWith({ 'a.md': clean, 'medlint.config.yml': 'rules:\n  phi/snn: error\n' }),
    })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('medlint.config.yml:2:') })
    expect(ran.err).toContain('Did you mean `phi/ssn`?')
  })

  test('MEDLINT_DEBUG shows the stack', async () => {
    const ran = await medlint(['nowhere.md'], { cwd: folderWith({}), env: { MEDLINT_DEBUG: '1' } })
    expect(ran.err).toMatch(/\n\s+at /)
  })
})

test('--help goes to stdout and ends with 0', async () => {
  const ran = await medlint(['--help'], { cwd: folderWith({}) })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('--stdin-filename')
})

test('--version', async () => {
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await medlint(['--version'], { cwd: folderWith({}) })).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('the command may be named or left out', async () => {
  const cwd = folderWith({ 'drafts/a.md': bad })
  const named = await medlint(['lint', 'drafts/'], { cwd })
  expect(named.code).toBe(1)
  expect(await medlint(['drafts/'], { cwd })).toEqual(named)
})

test('--quiet reports errors only, and says what it hides', async () => {
  const cwd = folderWith({ 'a.md': bad })
  const ran = await medlint(['a.md', '--quiet', '--only', 'phi/ssn', '--rule', 'phi/ssn=warning'], { cwd })
  expect(ran.out).not.toContain('a.md:1')
  expect(ran.out).toContain('--quiet hides 1 at warning level')
})

test('--only runs nothing else', async () => {
  const ran = await medlint(['a.md', '--format', 'json', '--only', 'phi/ssn'], { cwd: folderWith({ 'a.md': bad }) })
  expect(json(ran.out).summary.rules).toBe(1)
})

test('--rule ID=off is final', async () => {
  const ran = await medlint(['a.md', '--rule', 'phi/ssn=off', '--only', 'phi/ssn'], {
    cwd: folderWith({ 'a.md': bad }),
  })
  expect(ran.code).toBe(0)
})

test('--preset strict runs more rules', async () => {
  const cwd = folderWith({ 'a.md': clean })
  const count = async (preset: string) =>
    json((await medlint(['a.md', '--format', 'json', '--preset', preset], { cwd })).out).summary.rules
  expect(await count('strict')).toBeGreaterThan(await count('recommended'))
})

describe('formats', () => {
  test('several, one to a file', async () => {
    const cwd = folderWith({ 'a.md': bad })
    const ran = await medlint(['a.md', '--format', 'compact', '--format', 'json:out/report.json'], { cwd })
    expect(ran.out).toContain('a.md:1:15: error')
    expect(json(readFileSync(path.join(cwd, 'out/report.json'), 'utf8')).version).toBe(1)
  })

  test('only one to standard output', async () => {
    const ran = await medlint(['a.md', '--format', 'compact', '--format', 'json'], { cwd: folderWith({ 'a.md': bad }) })
    expect(ran).toMatchObject({ code: 2, out: '' })
  })
})

describe('masking', () => {
  const shown = async (argv: readonly string[], isTTY: boolean) =>
    (await medlint(argv, { cwd: folderWith({ 'a.md': bad }), isTTY, env: { NO_COLOR: '1' } })).out.includes(ssn)

  test('a terminal shows what is found, anything else does not', async () => {
    expect(await shown(['a.md'], true)).toBe(true)
    expect(await shown(['a.md'], false)).toBe(false)
  })

  test('--redact and --no-redact decide', async () => {
    expect(await shown(['a.md', '--redact'], true)).toBe(false)
    expect(await shown(['a.md', '--no-redact'], false)).toBe(true)
  })

  test('a file is no terminal', async () => {
    const cwd = folderWith({ 'a.md': bad })
    await medlint(['a.md', '--format', 'pretty:report.txt'], { cwd, isTTY: true })
    expect(readFileSync(path.join(cwd, 'report.txt'), 'utf8')).not.toContain(ssn)
  })
})

describe('colour', () => {
  const colored = async (isTTY: boolean, env: Record<string, string>) =>
    (await medlint(['a.md'], { cwd: folderWith({ 'a.md': bad }), isTTY, env })).out.includes('\u001b[')

  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('terminal %s, %j: %s', async (isTTY, env, expected) => {
    expect(await colored(isTTY, env as Record<string, string>)).toBe(expected)
  })
})

describe('standard input', () => {
  test.each([[['--stdin']], [['-']]])('%j', async (argv) => {
    const ran = await medlint([...argv, '--format', 'compact'], { cwd: folderWith({}), stdin: bad })
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('<stdin>:1:15: error')
  })

  test('--stdin-filename gives the name and the kind', async () => {
    const ran = await medlint(['--stdin', '--stdin-filename', 'drafts/x.yml', '--format', 'compact'], {
      cwd: folderWith({}),
      stdin: `text: ${bad}`,
    })
    expect(ran.out).toContain('drafts/x.yml:1:21: error')
  })

  test('it is linted alone', async () => {
    expect((await medlint(['-', 'a.md'], { cwd: folderWith({ 'a.md': clean }) })).code).toBe(2)
  })
})

describe('files that cannot be read', () => {
  test('are reported, and the others are linted', async () => {
    const cwd = folderWith({ 'a.md': clean, 'b.md': new Uint8Array([0, 1, 2, 0]), 'c.md': bad })
    const { results } = json((await medlint(['--format', 'json'], { cwd })).out)
    expect(results.map((one: { file: string }) => one.file)).toEqual(['a.md', 'b.md', 'c.md'])
    expect(results[1].diagnostics).toHaveLength(1)
  })

  test.skipIf(process.getuid?.() === 0)('for want of permission, too', async () => {
    const cwd = folderWith({ 'a.md': clean })
    chmodSync(path.join(cwd, 'a.md'), 0)
    expect((await medlint(['a.md'], { cwd })).out).toContain('Permission denied')
  })

  test('Western text that is no UTF-8 is searched all the same', async () => {
    const cwd = folderWith({ 'a.md': Buffer.from(`Café. ${bad}`, 'latin1') })
    const [result] = json((await medlint(['a.md', '--format', 'json'], { cwd })).out).results
    expect(result.diagnostics).toHaveLength(2)
  })
})

test('a YAML file without a post counts as skipped when a glob found it', async () => {
  const cwd = folderWith({ 'a.md': clean, 'compose.yml': 'services:\n  web: {image: nginx}\n' })
  const report = json((await medlint(['--format', 'json'], { cwd })).out)
  expect(report.summary.skipped).toEqual([{ file: 'compose.yml', reason: 'holds no post' }])
})

test('--timing goes to stderr', async () => {
  const ran = await medlint(['a.md', '--timing'], { cwd: folderWith({ 'a.md': clean }) })
  expect(ran.err).toMatch(/ms {2}linting/)
})

test('a reader that goes away is no failure', async () => {
  const { main } = await import('../../src/cli/main.js')
  const cwd = folderWith({ 'a.md': clean })
  const closed = {
    write: (_: string, done: (error: Error) => void) => done(Object.assign(new Error('closed'), { code: 'EPIPE' })),
  }
  const code = await main(['a.md'], { stdin: [] as never, stdout: closed, stderr: closed, cwd: () => cwd, env: {} })
  expect(code).toBe(0)
})

test.each([
  ['product: Zorvexa', 'product: Zorvexa'],
  ['product: Zorvexa', 'products: [Other, zorvexa]'],
  ['products: [Zorvexa]', 'product: Zorvexa'],
])('an override `when: {%s}` holds for a post with `%s`', async (when, field) => {
  const cwd = folderWith({
    'medlint.config.yml': `overrides: [{when: {${when}}, rules: {phi/ssn: "off"}}]\n`,
    'a.md': `---\n${field}\n---\n${bad}`,
    'b.md': bad,
  })
  const { out } = await medlint(['--format', 'compact'], { cwd })
  expect(out).not.toMatch(/a\.md.*phi\/ssn/)
  expect(out).toMatch(/b\.md.*phi\/ssn/)
})

test.each([
  ['2026-11-01', '', 'info'],
  ['2027-05-10', '', 'info'],
  ['2027-05-11', '', 'warning'],
  ['2026-11-01', 'scheduled: 2027-06-01\n', 'warning'],
  ['2027-06-01', 'published: [{platform: x, date: 2027-03-01}]\n', 'info'],
])('a picture without alternative text on %s, %j: %s', async (now, fields, severity) => {
  const cwd = folderWith({
    'a.yml': `${fields}text: Spring is here.\nmedia: [{src: a.jpg}, {src: b.mp4}]\n`,
  })
  const { out } = await medlint(['--format', 'compact', '--now', now, '--only', 'draft'], { cwd })
  expect(out).toMatch(new RegExp(`${severity} draft/alt-missing`))
  expect(out).toMatch(new RegExp(`${severity} draft/captions-missing`))
})

test('what keeps rules from their work is told, whichever of them are asked for', async () => {
  const cwd = folderWith({ 'broken.yml': 'platform: [x\ntext: hi\n' })
  const ran = await medlint(['--only', 'phi/ssn', 'broken.yml'], { cwd })
  expect(ran.code).toBe(1)
  expect(ran.out).toContain('draft/unreadable')
  expect(ran.out).toContain('with 1 rule')
})
