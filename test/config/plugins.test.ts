import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.js'
import { loadPlugins } from '../../src/config/plugins.js'
import { folderWith } from '../cli/run.js'

/** Loads the plugins that a config names. */
async function load(files: Record<string, string>, config = 'plugins: [./plugin.mjs]') {
  const { plugins } = await loadConfig({ cwd: folderWith({ 'medlint.config.yml': config, ...files }) })
  return loadPlugins(plugins)
}

const detector = "{ name: 'shout', schema: { type: 'object' }, compile: () => () => [] }"

describe('a plugin is an object with detectors and packs, and nothing else', () => {
  test.each([
    ['export default 3', 'needs a default export that is an object'],
    ['export const detectors = []', 'needs a default export that is an object'],
    ['export default []', 'needs a default export that is an object'],
    ['export default { detectors: 3 }', 'should list its `detectors`'],
    ['export default { packs: "rules" }', 'should list its `packs`'],
    ['export default { packs: [1] }', 'should list its `packs`'],
    ['export default { detector: [] }', 'has an unknown key `detector`. Did you mean `detectors`?'],
    ['export default { detectors: [{}] }', 'has a detector, number 1, without a `name`'],
    ["export default { detectors: [{ name: 'shout' }] }", 'has a detector `shout` without `compile`'],
    [
      "export default { detectors: [{ name: 'shout', compile() {} }] }",
      'has a detector `shout` without a `schema` of its options',
    ],
    [`export default { detectors: [${detector}, ${detector}] }`, 'has a detector `shout`, which there is'],
    [`export default { detectors: [${detector.replace('shout', 'terms')}] }`, 'has a detector `terms`, which there is'],
    ['throw new Error("broken")', 'cannot be loaded: broken'],
  ])('%s', async (text, sentence) => {
    await expect(load({ 'plugin.mjs': text })).rejects.toThrow(
      `medlint.config.yml:1:11  the plugin \`./plugin.mjs\` ${sentence}`,
    )
  })

  test('one that is not there', async () => {
    await expect(load({}, 'plugins: [none]')).rejects.toThrow('medlint.config.yml:1:11  there is no plugin `none`')
  })
})

describe('what a plugin is loaded from', () => {
  test.each([
    ['a module', { 'plugin.mjs': `export default { detectors: [${detector}] }` }, './plugin.mjs'],
    ['CommonJS', { 'plugin.cjs': `module.exports = { detectors: [${detector}] }` }, './plugin.cjs'],
    [
      'CommonJS that was compiled from a module',
      { 'plugin.cjs': `exports.__esModule = true; exports.default = { detectors: [${detector}] }` },
      './plugin.cjs',
    ],
    ['a promise', { 'plugin.mjs': `export default Promise.resolve({ detectors: [${detector}] })` }, './plugin.mjs'],
    [
      'a package that can only be imported',
      {
        'node_modules/acme/package.json': '{"type": "module", "exports": {".": {"import": "./index.js"}}}',
        'node_modules/acme/index.js': `export default { detectors: [${detector}] }`,
      },
      'acme',
    ],
    [
      'a path of a package that can only be imported',
      {
        'node_modules/@acme/all/package.json': '{"type": "module", "exports": {"./lint": {"import": ["./lint.js"]}}}',
        'node_modules/@acme/all/lint.js': `export default { detectors: [${detector}] }`,
      },
      '@acme/all/lint',
    ],
  ])('%s', async (_, files, name) => {
    const { detectors } = await load(files as Record<string, string>, `plugins: ["${name}"]`)
    expect(detectors.map((one) => one.name)).toEqual(['shout'])
  })

  test('its packs count from its own file', async () => {
    const { packs } = await load(
      { 'plugins/plugin.mjs': "export default { packs: ['./rules'] }" },
      'plugins: ./plugins/plugin.mjs',
    )
    expect(packs[0]).toMatch(/[/\\]plugins[/\\]rules$/)
  })

  test('a config that is extended names it from its own folder', async () => {
    const { detectors } = await load(
      {
        'base/base.yml': 'plugins: ./plugin.mjs',
        'base/plugin.mjs': `export default { detectors: [${detector}] }`,
      },
      'extends: ./base/base.yml',
    )
    expect(detectors).toHaveLength(1)
  })
})
