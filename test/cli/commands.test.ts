import { describe, expect, test } from 'vitest'
import { bad, clean, folderWith, medlint, ssn } from './run.js'

describe('rules', () => {
  test('lists rules with severity and origin', async () => {
    const cwd = folderWith({ 'medlint.config.yml': 'extends: hospital\nrules:\n  phi/ssn: warning\n' })
    const ran = await medlint(['rules'], { cwd })
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/phi\/ssn +warning .*medlint\.config\.yml:3/)
  })

  test('--json', async () => {
    const rows = JSON.parse((await medlint(['rules', '--json'], { cwd: folderWith({}) })).out)
    expect(rows.find((row: { id: string }) => row.id === 'phi/ssn')).toMatchObject({
      inForce: true,
      severity: 'error',
      from: 'the rule',
    })
  })
})

test('explain leaves open what a message takes from the post', async () => {
  const { out } = await medlint(['explain', 'consent/not-covered'], { cwd: folderWith({}) })
  expect(out).toContain('The authorization does not cover …\n')
  expect(out).not.toMatch(/\{(?:what|remedy)\}/)
})

test('explain gives examples, provision and decision', async () => {
  const ran = await medlint(['explain', 'phi/ssn'], { cwd: folderWith({}) })
  expect(ran.code).toBe(0)
  for (const part of ['45 CFR 164.514', 'Reported', 'Not reported', 'How it is decided', '[['])
    expect(ran.out).toContain(part)
})

describe('test', () => {
  const rule = (bad: string) => `
title: Emoji in a post
severity: warning
message: We use no emoji.
why: House style.
basis: policy
cites: [{provision: policy, url: "https://example.org/style"}]
confidence: high
detect: {terms: {any: [smiley]}}
examples:
  bad: ["${bad}", "Two [[smiley]] faces.", "Another [[smiley]]."]
  good: ["No faces.", "A smile.", "Smiling."]
`
  test('passes a right pack and fails a wrong one', async () => {
    const right = await medlint(['test', '.'], {
      cwd: folderWith({ 'house/no-smiley.yml': rule('A [[smiley]] face.') }),
    })
    expect(right).toMatchObject({ code: 0, out: '1 rule: 6 examples right, 0 wrong, 0 known misses.\n' })
    const wrong = await medlint(['test', '.'], {
      cwd: folderWith({ 'house/no-smiley.yml': rule('A [[happy]] face.') }),
    })
    expect(wrong.code).toBe(1)
    expect(wrong.out).toContain('missing  house/no-smiley  bad example 1')
  })

  test('a folder without rules, and one that is not there', async () => {
    expect((await medlint(['test', '.'], { cwd: folderWith({}) })).code).toBe(2)
    expect((await medlint(['test', 'nowhere'], { cwd: folderWith({}) })).code).toBe(2)
  })
})

describe('show', () => {
  test('shows the posts as read', async () => {
    const cwd = folderWith({ 'a.yml': 'platform: x\ntext: "Walk in\\nany day"\nhashtags: [FluSeason]\n' })
    const ran = await medlint(['show', 'a.yml'], { cwd })
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('Walk in\n    any day')
    expect(ran.out).toContain('a.yml: 1 post')
  })

  test('masks as reports do', async () => {
    const cwd = folderWith({ 'a.md': bad })
    expect((await medlint(['show', 'a.md'], { cwd })).out).not.toContain(ssn)
    expect((await medlint(['show', 'a.md', '--no-redact'], { cwd })).out).toContain(ssn)
  })

  test('a file that is not there', async () => {
    const ran = await medlint(['show', 'nowhere.md'], { cwd: folderWith({}) })
    expect(ran).toMatchObject({ code: 2, err: 'medlint: nowhere.md: there is no such file.\n' })
  })
})

test('--print-config says where each value comes from', async () => {
  const cwd = folderWith({
    'a.md': clean,
    'medlint.config.yml':
      'preset: strict\norganization: {name: Maplewood}\noverrides:\n  - files: "old/**"\n    rules: {phi/ssn: info, phi/email: off}\n',
  })
  const printed = async (file: string) => JSON.parse((await medlint(['--print-config', file], { cwd })).out)
  const config = await printed('a.md')
  expect(config).toMatchObject({ needsPatientContext: false, organization: { name: 'Maplewood' } })
  expect(config.from).toMatchObject({ needsPatientContext: 'preset strict', organization: 'medlint.config.yml:2:15' })
  expect(config.from).toMatchObject({ drafts: 'default', 'organization.name': 'medlint.config.yml:2:22' })
  expect(config.rules['phi/ssn']).toMatchObject({ setting: 'error', from: 'the rule', inForce: true })
  const old = (await printed('old/b.md')).rules
  expect(old['phi/ssn']).toMatchObject({ setting: 'info', inForce: true })
  expect(old['phi/email']).toMatchObject({ setting: 'off', from: 'medlint.config.yml:4:5', inForce: false })
})
