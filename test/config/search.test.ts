import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadConfig } from '../../src/config/load.js'
import { folderWith } from '../cli/run.js'

afterEach(() => vi.restoreAllMocks())

/** Loads the config of a folder that is the process's own working directory, where cosmiconfig looks for settings of its own. */
function loadThere(files: Record<string, string>) {
  const cwd = folderWith(files)
  vi.spyOn(process, 'cwd').mockReturnValue(cwd)
  return { cwd, config: loadConfig({ cwd, noPlugins: true }) }
}

describe('nothing of the project runs, and nothing of it moves the search', () => {
  test.each(['.config/config.js', '.config/config.cjs', '.config/config.mjs'])('%s', async (name) => {
    const { cwd, config } = loadThere({
      [name]: "require('node:fs').writeFileSync(require('node:path').join(__dirname, 'ran'), ''); module.exports = {}",
    })
    expect((await config).file).toBeUndefined()
    expect(existsSync(path.join(cwd, '.config/ran'))).toBe(false)
  })

  test.each([
    ['.config/config.json', '{"cosmiconfig": {"searchPlaces": ["other.yml"], "mergeSearchPlaces": false}}'],
    ['package.json', '{"cosmiconfig": {"searchPlaces": ["other.yml"], "mergeSearchPlaces": false}}'],
  ])('%s', async (name, text) => {
    const { config } = loadThere({
      [name]: text,
      'other.yml': 'ignore: [moved]',
      '.medlintrc.yml': 'ignore: [ours]',
    })
    expect((await config).ignore).toEqual(['ours'])
  })
})

describe('a package.json that says nothing to medlint hinders nobody', () => {
  test.each([
    ['a comma too many', '{"a": 1,}'],
    ['broken', '{"name": "x"'],
    ['not JSON at all', 'name: [x'],
    ['a list', '[1]'],
    ['empty', ''],
    ['a byte order mark', '\ufeff{"name": "x"}'],
    ['an import of its own', '{"medlint-other": {"$import": "./none.toml"}}'],
  ])('%s', async (_, text) => {
    expect((await loadThere({ 'package.json': text }).config).file).toBeUndefined()
    vi.restoreAllMocks()
    const beside = await loadThere({ 'package.json': text, '.medlintrc.yml': 'ignore: [ours]' }).config
    expect(beside.ignore).toEqual(['ours'])
  })
})

describe('a package.json that is the config', () => {
  test('may begin with a byte order mark', async () => {
    const text = '\ufeff{"medlint": {"ignore": ["ours"]}}'
    expect((await loadThere({ 'package.json': text }).config).ignore).toEqual(['ours'])
  })

  test('is told with its place where it is broken', async () => {
    const { config } = loadThere({ 'package.json': '{\n  "medlint": {"ignore": ["ours"]\n}' })
    await expect(config).rejects.toThrow(/^package\.json:\d+:\d+ {2}/)
  })

  test('knows no key `$import`', async () => {
    const { config } = loadThere({ 'package.json': '{"medlint": {"$import": "./none.toml"}}' })
    await expect(config).rejects.toThrow('package.json:1:14  unknown key `$import`')
  })
})
