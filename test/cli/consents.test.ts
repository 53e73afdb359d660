import { describe, expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const files = {
  'medlint.config.yml': 'consents: consents.csv\ndrafts: ["drafts/*"]\n',
  'consents.csv':
    'id,signed,expires,channels,covers\nCR-1,2026-03-02,2026-11-15,all,name; story; photo\nCR-2,2026-03-02,2027-03-02,all,name; story\nCR-3,2026-01-02,2026-10-01,all,photo\n',
  'drafts/a.md': '---\nplatform: facebook\nscheduled: 2026-12-01\nconsent: CR-1\n---\nSpring.\n',
  'drafts/b.yml':
    'platform: instagram\nconsent: CR-2\nmedia:\n  - {src: img/b.jpg, depicts: patient, consent: CR-1}\npublished:\n  - {platform: instagram, url: "https://example.org/p/1", date: 2026-05-01}\n  - {platform: facebook, url: "https://example.org/p/2", removed: 2026-06-01}\ntext: Summer.\n',
  'drafts/c.yml': 'platform: instagram\nconsent: CR-3\npublished: https://example.org/p/3\ntext: Winter.\n',
}
const now = ['--now', '2026-11-01']

describe('consents expiring', () => {
  test('names posts past the end, and fails on them', async () => {
    const ran = await medlint(['consents', 'expiring', ...now], { cwd: folderWith(files) })
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/CR-1 {2}ends 2026-11-15\n {2}drafts\/a\.md:4 {2}scheduled 2026-12-01, after the end/)
    expect(ran.out).toMatch(/drafts\/b\.yml:4 {2}img\/b\.jpg {2}up, take it down at the end/)
    expect(ran.out).toMatch(/CR-3 {2}ended 2026-10-01\n.*still up/)
    expect(ran.out).not.toContain('CR-2 ')
  })

  test('--within sets how far to look', async () => {
    const only = {
      ...files,
      'drafts/a.md': files['drafts/a.md'].replace('12-01', '11-05'),
      'drafts/c.yml': 'text: Winter.\n',
    }
    const cwd = folderWith(only)
    expect((await medlint(['consents', 'expiring', '--within', '1y', ...now], { cwd })).out).toContain('CR-2  ends')
    const soon = await medlint(['consents', 'expiring', '--within', '5d', ...now], { cwd })
    expect(soon.code).toBe(0)
    expect(soon.out).toMatch(/^0 consents/)
    expect((await medlint(['consents', 'expiring', '--within', 'soon'], { cwd })).code).toBe(2)
  })
})

describe('consents that end with an event', () => {
  const records = `
- {id: CR-1, signed: 2026-01-02, expires_event: the gala of 2026-11-15, covers: [name], channels: [all]}
- {id: CR-2, signed: 2026-01-02, expires_event: end of the 2026-10 campaign, covers: [name], channels: [all]}
- {id: CR-3, signed: 2026-01-02, expires_event: end of treatment, covers: [name], channels: [all]}
`
  const draft = (id: string, more = '') => `platform: facebook\nconsent: ${id}\n${more}text: Spring.\n`

  test('a day, month or year in its name is the end; without one people must look', async () => {
    const cwd = folderWith({
      'medlint.config.yml': 'consents: c.yml\ndrafts: ["drafts/*"]\n',
      'c.yml': records,
      'drafts/1.yml': draft('CR-1', 'scheduled: 2026-12-01\n'),
      'drafts/2.yml': draft('CR-2', 'published: https://example.org/p/2\n'),
      'drafts/3.yml': draft('CR-3'),
    })
    const { out, code } = await medlint(['consents', 'expiring', ...now], { cwd })
    expect(code).toBe(1)
    expect(out).toMatch(/CR-1 {2}ends 2026-11-15\n {2}drafts\/1\.yml:2 {2}scheduled 2026-12-01, after the end/)
    expect(out).toMatch(/CR-2 {2}ended 2026-10-31\n.*still up/)
    expect(out).toMatch(/CR-3 {2}ends with an event: end of treatment\n {2}drafts\/3\.yml:2/)
    expect(out).toContain('1 consent ends with an event that names no day: see whether it has come.')
  })
})

describe('consents used', () => {
  test('lists drafts, files and addresses, and fails while one is up', async () => {
    const ran = await medlint(['consents', 'used', 'CR-1'], { cwd: folderWith(files) })
    expect(ran.code).toBe(1)
    for (const line of [
      'drafts/a.md:4  the post  scheduled 2026-12-01',
      'drafts/b.yml:4  img/b.jpg',
      'up  https://example.org/p/1',
      'down  https://example.org/p/2',
    ])
      expect(ran.out).toContain(line)
  })

  test('passes when all is down, or nothing names it', async () => {
    const down = { ...files, 'drafts/b.yml': files['drafts/b.yml'].replace('date: 2026-05-01', 'removed: true') }
    expect((await medlint(['consents', 'used', 'CR-1'], { cwd: folderWith(down) })).code).toBe(0)
    const none = await medlint(['consents', 'used', 'CR-9'], { cwd: folderWith(files) })
    expect(none.code).toBe(0)
    expect(none.out).toMatch(/No draft names CR-9\. Did you mean `CR-/)
  })
})
