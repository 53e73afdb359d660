import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { clean, folderWith, medlint } from './cli/run.js'

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

  test('imports plugins and JavaScript configs with its cache and without', () => {
    const cwd = folderWith({
      'a.md': 'Our wow clinic.\n',
      'medlint.config.mjs': "export default { plugins: ['./plugin.mjs'] }",
      'plugin.mjs': "export default { packs: [new URL('pack', import.meta.url).href] }",
      'pack/house/no-wow.yml': wowRule,
    })
    const env = { ...process.env, CI: '', XDG_CACHE_HOME: path.join(cwd, 'cache') }
    const args = [path.join(root, 'bin/medlint.js'), '--format', 'compact', '--exit-zero', 'a.md']
    for (const _ of ['without', 'with']) {
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(stdout).toContain('house/no-wow')
      expect(status).toBe(0)
    }
  })

  // A build looks only at what can match, and asks expressions in forms of its own: of no draft may that change what is found.
  test('finds what its sources find', async () => {
    const drafts = entriesOf(['fixtures/bad', 'fixtures/ok', 'fixtures/second']).filter((_, index) => index % 9 === 0)
    const cwd = folderWith({ '.medlintrc.yml': "drafts: ['**/*']\n", ...Object.fromEntries(drafts) })
    const args = ['--format', 'json', '--now', '2026-11-01', '--exit-zero', '.']
    const built = execFileSync(process.execPath, [path.join(root, 'bin/medlint.js'), ...args], {
      cwd,
      encoding: 'utf8',
    })
    const { out } = await medlint(args, { cwd })
    expect(drafts.length).toBeGreaterThan(150)
    expect(resultsOf(built)).toEqual(resultsOf(out))
  })

  test('holds to the examples of all rules', () => {
    const out = execFileSync(process.execPath, [path.join(root, 'bin/medlint.js'), 'test'], { encoding: 'utf8' })
    expect(out).toMatch(/ 0 wrong/)
  })
})

const wowRule = `title: A word
severity: warning
message: We do not say so.
why: House style.
basis: policy
cites: [{provision: policy}]
confidence: high
detect: {terms: {any: [wow]}}
examples:
  bad: ["[[wow]]"]
  good: ["well"]
`

/** The drafts of the measuring sets, by file name. */
const entriesOf = (folders: readonly string[]): [string, string][] =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(root, folder, name),
      ),
    )
    .filter((file) => file.endsWith('.set.yml'))
    .sort()
    .flatMap((file) => parse(readFileSync(file, 'utf8')) as { id: string; format?: string; draft: string }[])
    .map(({ id, format = 'md', draft }) => [`${id}.${format}`, draft])

const resultsOf = (json: string) =>
  (
    JSON.parse(json) as {
      results: { file: string; diagnostics: { rule: string; offset: number; endOffset: number }[] }[]
    }
  ).results.flatMap(({ file, diagnostics }) =>
    diagnostics.map(({ rule, offset, endOffset }) => `${file}: ${rule} ${offset}-${endOffset}`),
  )
