import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const drafts = {
  'a.md':
    '---\nmedlint:\n  allow:\n    - {rule: phi/name, match: Jane Roe, reason: Signed form 7, by: Ana Osei, until: 2026-12-31}\n---\nOur patient Jane Roe had surgery.\n',
  'b.yml':
    'text: Hello\nmedlint:\n  allow:\n    - {rule: phi/ssn, reason: No, by: Ana Osei}\n    - {rule: phi/name, reason: Old, by: Ana Osei, until: 2026-01-31}\n',
  'c.md': 'Flu shots are in.\n',
}
const now = ['--now', '2026-11-01']

test('lists every exception with owner, reason, end and place, and ends with 0', async () => {
  const ran = await medlint(['exceptions', ...now], { cwd: folderWith(drafts) })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toBe(
    [
      'a.md:4  phi/name  holds',
      '  allowed by Ana Osei, until 2026-12-31',
      '  only “••••••••”',
      '  reason: Signed form 7',
      '',
      'b.yml:4  phi/ssn  invalid',
      '  allowed by Ana Osei, without an end',
      '  reason: No',
      '  it is for phi/ssn, which no draft may except',
      '',
      'b.yml:5  phi/name  ended',
      '  allowed by Ana Osei, until 2026-01-31',
      '  reason: Old',
      '',
      '3 exceptions in 3 files; 2 ended or invalid.',
      '',
    ].join('\n'),
  )
})

test('as JSON, with their age where git knows it', async () => {
  const cwd = folderWith(drafts)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana Osei', '-c', 'user.email=ana@clinic.example', ...args], {
      cwd,
      env: { ...process.env, GIT_AUTHOR_DATE: '2026-10-22T12:00:00Z', GIT_COMMITTER_DATE: '2026-10-22T12:00:00Z' },
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'Drafts')
  const ran = await medlint(['exceptions', 'a.md', '--format', 'json', '--no-redact', ...now], { cwd })
  expect(JSON.parse(ran.out)).toEqual([
    {
      ...{ file: 'a.md', line: 4, rule: 'phi/name', by: 'Ana Osei', reason: 'Signed form 7', match: 'Jane Roe' },
      ...{ until: '2026-12-31', since: '2026-10-22', days: 10, posts: [0], status: 'holds' },
    },
  ])
})
