import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bad, clean, folderWith, medlint } from './run.js'

/** A repository of its own, whatever the user's git is set to. */
function repository(files: Record<string, string>): { cwd: string; git: (...args: string[]) => string } {
  const cwd = folderWith(files)
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.hooksPath=/dev/null',
  ]
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', 'start')
  return { cwd, git }
}

const filesOf = (out: string): string[] => JSON.parse(out).results.map((one: { file: string }) => one.file)
const run = (argv: string[], cwd: string) => medlint([...argv, '--format', 'json'], { cwd })

test('--staged lints what is staged, as it is staged', async () => {
  const { cwd, git } = repository({ 'a.md': clean })
  writeFileSync(path.join(cwd, 'a.md'), bad)
  git('add', 'a.md')
  writeFileSync(path.join(cwd, 'a.md'), clean)
  writeFileSync(path.join(cwd, 'b.md'), bad)
  const ran = await run(['--staged'], cwd)
  expect(ran.code).toBe(1)
  expect(filesOf(ran.out)).toEqual(['a.md'])
})

test('--staged takes renamed files by their new names, and leaves deleted ones, links and other kinds', async () => {
  const { cwd, git } = repository({
    'old.md': `${clean}\n${'More of it. '.repeat(30)}`,
    'gone.md': clean,
    'x.txt': bad,
  })
  renameSync(path.join(cwd, 'old.md'), path.join(cwd, 'n éw "q".md'))
  rmSync(path.join(cwd, 'gone.md'))
  git('add', '-A')
  const ran = await run(['--staged'], cwd)
  expect(ran.code).toBe(0)
  expect(filesOf(ran.out)).toEqual(['n éw "q".md'])
})

test('--staged with nothing staged ends with 0 and says so', async () => {
  const { cwd } = repository({ 'a.md': bad })
  const ran = await run(['--staged'], cwd)
  expect(ran.code).toBe(0)
  expect(ran.err).toContain('no staged draft to lint')
  expect(filesOf(ran.out)).toEqual([])
})

test('--staged works before the first commit, in a subfolder, and with paths', async () => {
  const cwd = folderWith({ 'sub/a.md': bad, 'b.md': bad })
  const git = (...args: string[]) => execFileSync('git', args, { cwd })
  git('init', '-q')
  git('add', '-A')
  expect(filesOf((await run(['--staged'], path.join(cwd, 'sub'))).out)).toEqual(['../b.md', 'a.md'])
  expect(filesOf((await run(['--staged', '.'], path.join(cwd, 'sub'))).out)).toEqual(['a.md'])
})

test('--staged works in a linked worktree', async () => {
  const { cwd, git } = repository({ 'a.md': clean })
  const tree = path.join(cwd, '..', `${path.basename(cwd)}-tree`)
  git('worktree', 'add', '-q', tree)
  try {
    writeFileSync(path.join(tree, 'c.md'), bad)
    execFileSync('git', ['add', '-A'], { cwd: tree })
    expect(filesOf((await run(['--staged'], tree)).out)).toEqual(['c.md'])
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
})

test('--staged writes nothing to the repository', async () => {
  const { cwd, git } = repository({ 'a.md': clean })
  writeFileSync(path.join(cwd, 'a.md'), bad)
  git('add', 'a.md')
  const before = git('status', '--porcelain', '-z')
  await run(['--staged'], cwd)
  expect(git('status', '--porcelain', '-z')).toBe(before)
})

test('--since takes what changed since a ref, untracked files too', async () => {
  const { cwd, git } = repository({ 'a.md': clean, 'same.md': bad })
  git('checkout', '-q', '-b', 'topic')
  writeFileSync(path.join(cwd, 'a.md'), bad)
  git('commit', '-q', '-am', 'change')
  mkdirSync(path.join(cwd, 'sub'))
  writeFileSync(path.join(cwd, 'sub/new.md'), clean)
  expect(filesOf((await run(['--since', 'main'], cwd)).out)).toEqual(['a.md', 'sub/new.md'])
})

test('no repository, and no such ref, end with 2', async () => {
  const outside = await run(['--staged'], folderWith({ 'a.md': clean }))
  expect(outside).toMatchObject({ code: 2, err: expect.stringContaining('not a git repository') })
  const { cwd } = repository({ 'a.md': clean })
  expect((await run(['--since', 'nowhere'], cwd)).code).toBe(2)
})
