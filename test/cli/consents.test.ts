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
