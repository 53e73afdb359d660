import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderWith, medlint } from './run.js'

const read = (cwd: string, name: string) => readFileSync(path.join(cwd, name), 'utf8')

describe('init', () => {
  test('--yes writes a project that lints clean', async () => {
    const cwd = folderWith({})
    const ran = await medlint(['init', '--yes'], { cwd })
    expect(ran.code).toBe(0)
    for (const name of [
      '.medlintrc.yml',
      'consents.yml',
      'drafts/welcome.md',
      '.pre-commit-config.yaml',
      '.github/workflows/medlint.yml',
    ])
      expect(ran.out).toContain(`wrote  ${name}`)
    const linted = await medlint(['--format', 'json'], { cwd })
    expect(linted).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(linted.out).summary).toMatchObject({ files: 1, errors: 0, warnings: 0, infos: 0 })
  })

  test('asks in a terminal', async () => {
    const cwd = folderWith({})
    const ran = await medlint(['init'], { cwd, stdin: 'Maplewood: Clinic\nclinic\ntx, ca\n', isTTY: true })
    expect(ran.code).toBe(0)
    expect(parse(read(cwd, '.medlintrc.yml'))).toMatchObject({
      extends: 'hospital',
      organization: { name: 'Maplewood: Clinic', kind: 'clinic', jurisdictions: ['TX', 'CA'] },
    })
    expect((await medlint([], { cwd })).code).toBe(0)
  })

  test.each([
    ['TX CA', ['TX', 'CA']],
    ['Texas, New York and ca', ['TX', 'NY', 'CA']],
  ])('takes states as %j', async (answer, codes) => {
    const cwd = folderWith({})
    await medlint(['init'], { cwd, stdin: `X\nclinic\n${answer}\n`, isTTY: true })
    expect(parse(read(cwd, '.medlintrc.yml')).organization.jurisdictions).toEqual(codes)
  })

  test('refuses a state that is none', async () => {
    const ran = await medlint(['init'], { cwd: folderWith({}), stdin: 'X\nclinic\nTexs\n', isTTY: true })
    expect(ran.err).toContain('`Texs` is no state or territory')
  })

  test('without a terminal it wants --yes', async () => {
    const cwd = folderWith({})
    expect(await medlint(['init'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('--yes') })
    expect(existsSync(path.join(cwd, '.medlintrc.yml'))).toBe(false)
  })

  test('keeps every file that is there, and prints what to add', async () => {
    const files = {
      'medlint.config.yml': 'extends: strict\n',
      '.pre-commit-config.yaml': 'repos: []\n',
      '.gitlab-ci.yml': 'a: b\n',
    }
    const cwd = folderWith(files)
    const ran = await medlint(['init', '--yes'], { cwd })
    for (const [name, text] of Object.entries(files)) expect(read(cwd, name)).toBe(text)
    expect(ran.out).toContain('kept   medlint.config.yml')
    expect(ran.out).toContain('- id: medlint')
    expect(existsSync(path.join(cwd, '.medlintrc.yml'))).toBe(false)
    expect(existsSync(path.join(cwd, '.github'))).toBe(false)
  })

  test('refuses a kind that is none', async () => {
    const ran = await medlint(['init'], { cwd: folderWith({}), stdin: 'X\nclinik\n', isTTY: true })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('`clinic`') })
  })
})

describe('init --learn', () => {
  const post = (more: string) =>
    `Call us at (614) 882-4417 or mail care@maplewood.example. We are at 114 Larkspur Street. ${more}\n`
  const drafts = {
    'drafts/a.md': post('Dr. Svetlana Petrova answers your questions.'),
    'drafts/b.md': post('Our cardiologist Svetlana Petrova, MD, is in. Her cell is 503-882-4417, said nobody.'),
    'drafts/c.yml': `posts:\n  - text: ${post('Ask Dr. Svetlana Petrova.')}  - text: Her daughter can be reached at 503-882-4417.\n`,
    'drafts/d.md': 'Our patient Jane Roe mails from jane@gmail.com; her cell is 503-882-4417.\n',
    'drafts/e.md': 'Our patient Jane Roe (jane@gmail.com) went home.\n',
    'drafts/f.md': 'Jane Roe, our patient, wrote from jane@gmail.com.\n',
  }

  test('prints what recurs, with counts, and no person', async () => {
    const ran = await medlint(['init', '--learn', 'drafts'], { cwd: folderWith(drafts) })
    expect(ran.code).toBe(0)
    expect(parse(ran.out)).toEqual({
      organization: {
        phones: ['(614) 882-4417'],
        domains: ['maplewood.example'],
        addresses: ['114 Larkspur Street'],
        staff: ['Svetlana Petrova'],
      },
    })
    expect(ran.out).toContain('# in 3 posts')
  })

  test('--yes adds it to the config, whose comments stay', async () => {
    const config = '# ours\norganization:\n  name: Maplewood # us\n  phones: ["614-882-0000"]\n'
    const cwd = folderWith({ ...drafts, '.medlintrc.yml': config })
    expect((await medlint(['init', '--learn', 'drafts', '--yes'], { cwd })).code).toBe(0)
    const text = read(cwd, '.medlintrc.yml')
    expect(text).toContain('# ours')
    expect(text).toContain('# us')
    expect(parse(text).organization).toMatchObject({
      phones: ['614-882-0000', '(614) 882-4417'],
      staff: ['Svetlana Petrova'],
    })
    expect((await medlint(['init', '--learn', 'drafts'], { cwd })).out).toContain('Nothing new')
  })
})
