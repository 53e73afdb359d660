import { describe, expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const story =
  'Our patient Jane Roe had her knee surgery on March 3. Dr. Ana Osei operated.\n\nWe treat cancer patients.\n'
const files = {
  'a.md': story,
  'consented.md': `---\nplatforms: [instagram, x]\nconsent: form-7\n---\n${story}`,
  'allowed.md': `---\nmedlint: {allow: [{rule: phi/name, reason: Signed, by: Ana Osei}]}\n---\n${story}`,
}
const run = (...argv: string[]) => medlint([...argv, '--now', '2026-11-01'], { cwd: folderWith(files) })

describe('show', () => {
  test('tells how a post fits its platforms, on which consent it rests, whom it names and what ties it to care', async () => {
    const { code, out } = await run('show', 'consented.md', '--no-redact')
    expect(code).toBe(0)
    expect(out).toMatch(/on instagram: 10\d of 2200 characters, all of it seen/)
    expect(out).toContain('consent “form-7” at 3:10: unverified')
    expect(out).toMatch(/“Jane Roe” at 5:13: a full name, patient \(/)
    expect(out).toMatch(/“Ana Osei” at 5:59: a full name, staff \(/)
    expect(out).toMatch(/tells of somebody's care: score \d+, and 2 are enough/)
    expect(out).toContain('+2  person in care “patient” at 5:5')
    expect(out).toMatch(/ 0 {2}health beside a person “cancer” at 7:10: not counted, /)
  })

  test('keeps private persons masked, those whom a consent covers too', async () => {
    for (const file of Object.keys(files)) {
      const { out } = await run('show', file)
      expect(out).not.toContain('Jane')
      expect(out).toContain('“••••••••”')
      expect(out).toContain('“Ana Osei”')
    }
  })
})

describe('explain --file', () => {
  test.each([
    ['phi/name', 'a.md', '“••••••••” at 1:13: reported, as an error'],
    ['phi/name', 'consented.md', '“••••••••” at 5:13: not reported, since consent covers full-name'],
    ['phi/name', 'allowed.md', '“••••••••” at 4:13: not reported, since Ana Osei allows it'],
    ['phi/ssn', 'a.md', 'nothing that this rule looks for'],
  ])('%s in %s', async (rule, file, line) => {
    const { code, out } = await run('explain', rule, '--file', file)
    expect(code).toBe(0)
    expect(out).toContain(line)
    expect(out).not.toContain('Jane')
  })

  test('a rule that is off says what it would find', async () => {
    const { out } = await run('explain', 'phi/name', '--file', 'a.md', '--rule', 'phi/name=off')
    expect(out).toContain('The rule is off here; this is what it would find.')
    expect(out).toContain('would be reported')
  })
})
