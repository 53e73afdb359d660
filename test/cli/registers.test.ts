import { expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const draft = '---\nplatform: facebook\nconsent: CR-1\n---\nOur patient wrote: my SSN is 219-45-6780.\n'
const lint = (files: Record<string, string>) =>
  medlint(['a.md', '--format', 'compact'], { cwd: folderWith({ 'a.md': draft, ...files }) })

test('a register that cannot be read is told at its place, and the drafts are linted all the same', async () => {
  const { out, err, code } = await lint({ 'medlint.config.yml': 'consents: c.csv\n' })
  expect(err).toBe('medlint: medlint.config.yml:1:11  the register c.csv cannot be read: there is no such file.\n')
  expect(out).toContain('phi/ssn')
  expect(out).not.toContain('consent/unknown-id')
  expect(code).toBe(2)
})

test('one wrong row leaves the others', async () => {
  const { out, err, code } = await lint({
    'medlint.config.yml': 'consents: c.csv\n',
    'c.csv':
      'id,signed,expires,covers,channels\nCR-1,2020-03-02,2090-03-02,name; photo,facebook\nCR-2,3/2/2026,2090-03-02,name,facebook\n',
  })
  expect(err).toContain('c.csv:3:6  `signed` of `CR-2` takes a day such as 2027-03-02')
  expect(out).toContain('phi/ssn')
  expect(out).not.toMatch(/consent\/(?:unknown-id|unverified|incomplete)/)
  expect(code).toBe(2)
})

test('a command that is about consents stops', async () => {
  const { err, code } = await medlint(['consents', 'used', 'CR-1'], {
    cwd: folderWith({ 'a.md': draft, 'medlint.config.yml': 'consents: c.csv\n' }),
  })
  expect(err).toContain('there is no such file')
  expect(code).toBe(2)
})

test('a name in the register stops no command that needs it not, and is not repeated', async () => {
  const cwd = folderWith({
    'a.md': `${draft}`.replace('consent: CR-1', 'consent: CR-1\npublished: https://example.org/p/1'),
    'medlint.config.yml': 'consents: c.csv\n',
    'c.csv': 'id,subject,signed,expires,covers,channels\nCR-1,Jane Roe,2020-03-02,2090-03-02,name,facebook\n',
  })
  for (const args of [
    ['consents', 'used', 'CR-1'],
    ['consents', 'expiring', '--within', '30d'],
  ]) {
    const { out, err, code } = await medlint(args, { cwd })
    expect(err).toContain('c.csv:2:6  `subject` of `CR-1` holds a name')
    expect(out + err).not.toContain('Roe')
    expect(out).not.toBe('')
    expect(code).toBe(2)
  }
  const { out, code } = await medlint(['explain', 'consent/expired'], { cwd })
  expect(out).toContain('consent/expired')
  expect(code).toBe(0)
})
