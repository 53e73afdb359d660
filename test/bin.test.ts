import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { clean, folderWith } from './cli/run.js'

const root = path.join(import.meta.dirname, '..')
const run = (cwd: string, env: Record<string, string>) =>
  execFileSync(process.execPath, [path.join(root, 'bin/medlint.js'), '--format', 'compact', 'a.md'], {
    cwd,
    env: { ...process.env, CI: '', ...env },
    encoding: 'utf8',
  })

describe.skipIf(!existsSync(path.join(root, 'dist/cli.cjs')))('the built command', () => {
  test('runs, and keeps its code cache in the user’s cache folder', () => {
    const cwd = folderWith({ 'a.md': clean })
    const env = { XDG_CACHE_HOME: path.join(cwd, 'cache') }
    const first = run(cwd, env)
    expect(first).toMatch(/^0 errors, 0 warnings, 0 infos \(1 file, 1 post, \d+ rules, 0 skipped\)\n$/)
    expect(readdirSync(path.join(cwd, 'cache/medlint'))).toHaveLength(1)
    expect(run(cwd, env)).toBe(first)
  })

  test('a cache that is foreign or cannot be written is no error', () => {
    const cwd = folderWith({ 'a.md': clean, file: '' })
    const env = { XDG_CACHE_HOME: path.join(cwd, 'cache') }
    const first = run(cwd, env)
    const [cache] = readdirSync(path.join(cwd, 'cache/medlint'))
    writeFileSync(path.join(cwd, 'cache/medlint', cache!), 'no code at all')
    expect(run(cwd, env)).toBe(first)
    expect(run(cwd, { XDG_CACHE_HOME: path.join(cwd, 'file') })).toBe(first)
    expect(run(cwd, { MEDLINT_NO_CODE_CACHE: '1' })).toBe(first)
  })

  test('a throw-away machine writes no cache', () => {
    const cwd = folderWith({ 'a.md': clean })
    run(cwd, { XDG_CACHE_HOME: path.join(cwd, 'cache'), CI: 'true' })
    expect(existsSync(path.join(cwd, 'cache'))).toBe(false)
  })
})
