import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const rule = (term: string, put: string, safe: boolean) => `
title: A word
severity: warning
message: Use another word.
why: House style.
basis: policy
cites: [{provision: policy, url: "https://example.org/style"}]
confidence: high
detect: {terms: {any: [${term}]}}
fix: {description: Write ${put}, with: ${put}, safe: ${safe}}
examples:
  bad: ["A [[${term}]].", "Two [[${term}]] here.", "No [[${term}]]."]
  good: ["None.", "Nothing.", "Nobody."]
`
const house = {
  'medlint.config.yml': 'packs: rules\n',
  'rules/house/safe.yml': rule('physican', 'physician', true),
  'rules/house/unsafe.yml': rule('amazing', 'good', false),
}
const text = '\ufeffOur physican is amazing.\r\nReally.\r\n'
const only = ['--only', 'house']

test('--fix applies safe fixes, --unsafe-fixes suggestions, and all else stays', async () => {
  const cwd = folderWith({ ...house, 'a.md': text })
  const file = path.join(cwd, 'a.md')
  chmodSync(file, 0o640)
  const ran = await medlint(['a.md', '--fix', ...only], { cwd })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('Note: Applied 1 fix in 1 file.')
  expect(ran.out).not.toContain('house/safe')
  expect(readFileSync(file, 'utf8')).toBe(text.replace('physican', 'physician'))
  expect(statSync(file).mode & 0o777).toBe(0o640)
  await medlint(['a.md', '--unsafe-fixes', ...only], { cwd })
  expect(readFileSync(file, 'utf8')).toBe('\ufeffOur physician is good.\r\nReally.\r\n')
})

test('a fix writes through a link', async () => {
  const cwd = folderWith({ ...house, 'real/a.md': text })
  symlinkSync('real/a.md', path.join(cwd, 'b.md'))
  await medlint(['b.md', '--fix', ...only], { cwd })
  expect(readFileSync(path.join(cwd, 'real/a.md'), 'utf8')).toContain('physician')
})

test('--fix-dry-run prints a diff and writes nothing', async () => {
  const cwd = folderWith({ ...house, 'a.md': text })
  const ran = await medlint(['a.md', '--fix-dry-run', ...only], { cwd })
  expect(ran.out).toBe(
    '--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n-\ufeffOur physican is amazing.\n+\ufeffOur physician is amazing.\n Really.\n',
  )
  expect(ran.err).toBe('Would apply 1 fix in 1 file.\n')
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(text)
})

test('a diff is masked like any report', async () => {
  const cwd = folderWith({ ...house, 'a.md': 'Our physican saw 219-45-6780 twice: 219-45-6780.\n' })
  const ran = await medlint(['a.md', '--fix-dry-run', '--only', 'phi/ssn', ...only], { cwd })
  expect(ran.out).toContain('+Our physician saw •••••••••••')
  expect(ran.out).not.toContain('219')
})

test('with a format, the report keeps standard output', async () => {
  const cwd = folderWith({ ...house, 'a.md': text })
  const ran = await medlint(['a.md', '--fix-dry-run', '--format', 'json', ...only], { cwd })
  expect(JSON.parse(ran.out).version).toBe(1)
  expect(ran.err).toContain('+++ a.md')
})

test('standard input is fixed onto standard output, and the report goes aside', async () => {
  const ran = await medlint(['--stdin', '--fix', ...only], { cwd: folderWith(house), stdin: text })
  expect(ran).toMatchObject({ code: 0, out: text.replace('physican', 'physician') })
  expect(ran.err).toContain('house/unsafe')
  const same = await medlint(['-', '--fix', ...only], { cwd: folderWith(house), stdin: 'Nothing.\n' })
  expect(same).toMatchObject({ code: 0, out: 'Nothing.\n' })
})

test('standard input keeps its bytes where nothing is fixed, and its encoding where something is', async () => {
  const pass = async (stdin: Buffer) =>
    (await medlint(['-', '--fix', ...only], { cwd: folderWith(house), stdin })).bytes
  const latin = Buffer.from('Our physican, caf\xe9.\n', 'latin1')
  expect(await pass(latin)).toEqual(latin)
  const utf16 = (words: string) => Buffer.from(`\ufeff${words}`, 'utf16le')
  expect(await pass(utf16('Nothing, café.'))).toEqual(utf16('Nothing, café.'))
  expect(await pass(utf16('Our physican.'))).toEqual(utf16('Our physician.'))
  const none = ['--stdin', '--stdin-filename', 'README.md', '--fix', ...only]
  expect((await medlint(none, { cwd: folderWith(house), stdin: 'Our café.\n' })).out).toBe('Our café.\n')
  expect(await pass(Buffer.from(''))).toEqual(Buffer.from(''))
})

test('what cannot be fixed is not promised', async () => {
  const cwd = folderWith({ ...house, 'a.md': Buffer.from('Our physican, caf\xe9.\n', 'latin1') })
  const ran = await medlint(['a.md', '--fix', ...only], { cwd })
  expect(ran.out).toContain('house/safe')
  expect(ran.out).not.toContain('medlint --fix')
})

test('a text that an alias repeats is fixed once for all its posts, and shown once', async () => {
  const file = '- text: &t Our physican is in.\n- text: *t\n'
  const cwd = folderWith({ ...house, 'a.yml': file })
  expect((await medlint(['a.yml', ...only], { cwd })).out.match(/house\/safe/g)).toHaveLength(2) // and in `medlint explain house/safe`
  const ran = await medlint(['a.yml', '--fix', ...only], { cwd })
  expect(ran.out).toContain('Applied 1 fix in 1 file')
  expect(readFileSync(path.join(cwd, 'a.yml'), 'utf8')).toBe(file.replace('physican', 'physician'))
})

test('what is staged is not fixed', async () => {
  const ran = await medlint(['--staged', '--fix'], { cwd: folderWith(house) })
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('--staged only reads what is staged')
})

test('UTF-16 is written as UTF-16, and what has no known encoding is left alone with a sentence', async () => {
  const utf16 = Buffer.from(text, 'utf16le')
  const latin = Buffer.from('Our physican, caf\xe9.\n', 'latin1')
  const cwd = folderWith({ ...house, 'a.md': utf16, 'b.md': latin, 'c.md': text })
  const ran = await medlint(['a.md', 'b.md', 'c.md', '--fix', ...only], { cwd })
  expect(ran.code).toBe(2)
  expect(ran.err).toBe('medlint: b.md: its encoding cannot be written, so its fixes were left out.\n')
  expect(readFileSync(path.join(cwd, 'a.md'))).toEqual(Buffer.from(text.replace('physican', 'physician'), 'utf16le'))
  expect(readFileSync(path.join(cwd, 'b.md'))).toEqual(latin)
  expect(readFileSync(path.join(cwd, 'c.md'), 'utf8')).toContain('physician')
})

test('the exit code goes by what is left', async () => {
  const cwd = folderWith({ ...house, 'a.md': text })
  expect((await medlint(['a.md', '--max-warnings', '1', ...only], { cwd })).code).toBe(1)
  expect((await medlint(['a.md', '--max-warnings', '1', '--fix', ...only], { cwd })).code).toBe(0)
  const again = await medlint(['a.md', '--fix', '--format', 'json', ...only], { cwd })
  expect(JSON.parse(again.out).summary.fixed).toBe(0)
})
