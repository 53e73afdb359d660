import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LoadOptions } from '../../src/config/load.js'
import { loadConfig } from '../../src/config/load.js'
import { folderWith } from '../cli/run.js'

const load = (files: Record<string, string>, more: Partial<LoadOptions> = {}) =>
  loadConfig({ cwd: folderWith(files), ...more })
const yml = (text: string, more: Record<string, string> = {}) => load({ 'medlint.config.yml': text, ...more })

describe('where a config is found', () => {
  test.each([
    ['.medlintrc.yml', 'locked: [house]'],
    ['.medlintrc.json', '{\n\t"locked": ["house"]\n}'],
    ['medlint.config.yml', 'locked: [house]'],
    ['package.json', '{"name": "x", "medlint": {"locked": ["house"]}}'],
    ['medlint.config.js', 'module.exports = {locked: ["house"]}'],
    ['medlint.config.yaml', 'locked: [house]'],
    ['.medlintrc.yaml', 'locked: [house]'],
    ['medlint.config.mjs', 'export default Promise.resolve({locked: ["house"]})'],
    ['medlint.config.cjs', 'module.exports = {locked: ["house"]}'],
  ])('%s', async (name, text) => {
    const folder = folderWith({ [name]: text })
    const config = await loadConfig({ cwd: folder })
    expect(config.file).toBe(path.join(folder, name))
    expect(config.locked).toContain('house')
  })

  test('upward, to the nearest', async () => {
    const folder = folderWith({
      'medlint.config.yml': 'ignore: [far]',
      'a/.medlintrc.yml': 'ignore: [near]',
      'a/b/c/x.md': '',
    })
    expect((await loadConfig({ cwd: path.join(folder, 'a/b/c') })).ignore).toEqual(['near'])
  })

  test.each(['package.json', '.git/HEAD'])('not above the root that %s shows', async (name) => {
    const folder = folderWith({ 'medlint.config.yml': 'ignore: [far]', [`a/${name}`]: '{}' })
    mkdirSync(path.join(folder, 'a/b'))
    expect((await loadConfig({ cwd: path.join(folder, 'a/b') })).file).toBeUndefined()
  })

  test.each(['js', 'mjs', 'cjs'])('no JavaScript under --no-plugins: %s', async (ending) => {
    const files = { [`medlint.config.${ending}`]: 'process.exit(3)' }
    expect((await load(files, { noPlugins: true })).file).toBeUndefined()
  })

  test('no JavaScript under --no-plugins, named or extended', async () => {
    await expect(load({ 'c.js': 'process.exit(3)' }, { noPlugins: true, file: 'c.js' })).rejects.toThrow('--no-plugins')
    await expect(
      load({ 'medlint.config.yml': 'extends: ./c.js', 'c.js': 'process.exit(3)' }, { noPlugins: true }),
    ).rejects.toThrow('--no-plugins')
  })

  test('an empty one says nothing', async () => {
    expect((await yml('# nothing yet\n')).layers).toEqual((await load({})).layers)
  })
})

describe('errors name place and nearest key', () => {
  test.each([
    ['organisation: {}', 'medlint.config.yml:1:1  unknown key `organisation`. Did you mean `organization`?'],
    ['organization:\n  phone: [x]', 'medlint.config.yml:2:3  unknown key `phone`. Did you mean `phones`?'],
    ['rules:\n  phi/ssn: eror', 'medlint.config.yml:2:12  `rules.phi/ssn` is `eror`'],
    ['split: heding', 'Did you mean `heading`?'],
    ['rules: [a', 'medlint.config.yml:1:'],
    ['organization:\n  timezone: Mars/Olympus', 'medlint.config.yml:2:13  `Mars/Olympus` is no time zone'],
    [
      'extends: hospitl',
      'medlint.config.yml:1:10  there is no preset `hospitl`, and no package of this name is installed. Did you mean `hospital`?',
    ],
    ['extends: [recommended, ./none.yml]', 'medlint.config.yml:1:24  there is no file `./none.yml` to extend.'],
    ['extends: ./medlint.config.yml', 'extends this config in turn'],
    ['consents: none.yml', 'medlint.config.yml:1:11  the register none.yml cannot be read: there is no such file.'],
    ['products: [{name: X}]', 'medlint.config.yml:1:'],
    ['organization: {jurisdictions: [ZZ]}', 'medlint.config.yml:1:32  `ZZ` is no state or territory'],
    [
      'organization: {jurisdictions: [TX, Texs]}',
      '`Texs` is no state or territory of the United States; one is TX, or Texas. Did you mean `Texas`?',
    ],
    [
      'overrides: [{when: {plattform: x}, rules: {}}]',
      'medlint.config.yml:1:21  no post has a field `plattform`. Did you mean `platform`?',
    ],
    ['overrides: [{when: {tpye: ad}, rules: {}}]', 'no post has a field `tpye`. Did you mean `type`?'],
    [
      'overrides: [{when: {platform: instagrm}, rules: {}}]',
      'medlint.config.yml:1:31  `when.platform` is `instagrm`, which it never is. Did you mean `instagram`?',
    ],
    ['overrides: [{when: {type: [ad, advert]}, rules: {}}]', '`when.type` is `advert`, which it never is.'],
    ['overrides: [{when: {author: influencer}, rules: {}}]', '`when.author` is `influencer`, which it never is.'],
    ['overrides: [{when: {paid: perhaps}, rules: {}}]', '`when.paid` should be true or false.'],
    ['overrides: [{when: {from: next year}, rules: {}}]', '`when.from` is `next year`, and no day such as 2027-05-11.'],
    ['overrides: [{when: {type: []}, rules: {}}]', '`when.type` needs a value.'],
    ['overrides: [{when: {jurisdictions: Texs}, rules: {}}]', '`Texs` is no state or territory'],
    ['fields: {caption: txt}', 'medlint.config.yml:1:19  a post has no field `txt`. Did you mean `text`?'],
    ['fields: {caption: body}', 'medlint.config.yml:1:19  a post has no field `body`.'],
    ['packs: [nowhere]', 'medlint.config.yml:1:9  there is no folder `nowhere` with rules.'],
    ['rules: *nope', 'medlint.config.yml:1:8  `*nope` repeats what `&nope` marks, and nothing above is marked so.'],
    ['drafts: *.md', 'medlint.config.yml:1:9  `*.md` repeats'],
    ['rules: {<<: 3}', 'medlint.config.yml:1:1  an alias'],
    [
      'rules: {phi/ssn: {a: 1}}',
      'medlint.config.yml:1:18  `rules.phi/ssn` should be one of error, warning, info, off.',
    ],
    ['rules: {phi/ssn: [error, {}, 3]}', 'medlint.config.yml:1:18  `rules.phi/ssn` takes at most 2 entries.'],
    ['\ufeffrulez: {}', 'medlint.config.yml:1:1  unknown key'],
  ])('%j', async (text, sentence) => {
    await expect(yml(text)).rejects.toThrow(sentence)
  })

  test('in package.json, too', async () => {
    await expect(load({ 'package.json': '{\n  "medlint": {"rulez": {}}\n}' })).rejects.toThrow(
      'package.json:2:15  unknown key `rulez`. Did you mean `rules`?',
    )
  })

  test.each([
    ['module.exports = {rulez: {}}', 'unknown key `rulez`'],
    ['module.exports = {organization: {timezone: "Mars/Olympus"}}', '`Mars/Olympus` is no time zone'],
    ['module.exports = {extends: "none"}', 'there is no preset `none`'],
    ['module.exports = {ignore: () => []}', 'the config holds a function under `ignore`, which no config may.'],
    ['module.exports = {ignore: [1n]}', 'the config holds a bigint under `0`, which no config may.'],
    [
      'const config = {}; config.ignore = config; module.exports = config',
      'the config holds a value that contains itself',
    ],
    ['throw new Error("broken")', 'it cannot be run: broken'],
  ])('a JavaScript config has no places: %s', async (text, sentence) => {
    const told = await load({ 'medlint.config.cjs': text }).catch((error: Error) => error.message)
    expect(told).toContain(`medlint.config.cjs  ${sentence}`)
  })

  test('a JavaScript config without a default export says nothing, and is told', async () => {
    await expect(load({ 'medlint.config.mjs': 'export const config = {}' })).rejects.toThrow('it has no default export')
  })
})

describe('extends', () => {
  test('presets lie beneath files, files beneath the config', async () => {
    const config = await yml('extends: [./base.yml, hospital]\nrules: {phi/ssn: info}\norganization: {name: Own}', {
      'base.yml': 'rules: {phi/ssn: warning}\norganization: {name: Base, phones: [555-010-0100]}\nlocked: [phi/mrn]',
    })
    const origins = config.layers.map((layer) => layer.origin)
    expect(origins.lastIndexOf('preset hospital')).toBeLessThan(origins.indexOf('base.yml:1:8'))
    expect(config.layers.at(-1)!.rules).toEqual({ 'phi/ssn': 'info' })
    expect(config.organization).toMatchObject({ name: 'Own', phones: ['555-010-0100'], timezone: 'UTC' })
  })

  test('packages, seen from the config', async () => {
    const config = await yml('extends: "@acme/medlint"', {
      'node_modules/@acme/medlint/package.json': '{"main": "config.yml"}',
      'node_modules/@acme/medlint/config.yml': 'ignore: [x]',
    })
    expect(config.ignore).toEqual(['x'])
  })

  test.each([
    ['a package for import alone', 'esm', 'config.mjs', 'export default {ignore: ["x"]}'],
    ['a file in a package', 'esm/medlint.yml', 'medlint.yml', 'ignore: [x]'],
    ['a file in a folder of a package', '@acme/all/lint/medlint.yml', 'lint/medlint.yml', 'ignore: [x]'],
  ])('%s', async (_, name, file, text) => {
    const folder = /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]
    const config = await yml(`extends: "${name}"`, {
      [`node_modules/${folder}/package.json`]: '{"type": "module", "exports": {"import": "./config.mjs"}}',
      [`node_modules/${folder}/${file}`]: text,
    })
    expect(config.ignore).toEqual(['x'])
  })

  test('of several presets none takes back what another says', async () => {
    const config = (text: string) => yml(`extends: [${text}]`)
    for (const one of [
      await config('strict, hospital'),
      await config('hospital, strict'),
      await config('strict, recommended'),
    ])
      expect(one).toMatchObject({ needsPatientContext: false, confidence: ['high', 'medium', 'low'] })
    const severity = async (text: string, id: string) =>
      (await config(text)).layers.filter(({ when }) => !when).findLast(({ rules }) => rules[id])?.rules[id]
    expect(await severity('hospital, strict', 'risk')).toBe('off')
    expect(await severity('pharma, hospital', 'claim/atypical-testimonial')).toBe('error')
    expect(await severity('hospital, strict', 'consent/unverified')).toBe('warning')
    const origins = (await config('strict, hospital')).layers.map(({ origin }) => origin)
    expect(origins.lastIndexOf('preset recommended')).toBeLessThan(origins.indexOf('preset strict'))
  })

  const globs =
    'drafts: [posts, "./more/*.md"]\nignore: ["!old/**"]\noverrides: [{files: ads/**, rules: {phi/ssn: info}}]'
  const globsOf = async (name: string, files: Record<string, string>) => {
    const cwd = folderWith({ 'project/medlint.config.yml': `extends: ${name}`, ...files })
    const { drafts, ignore, layers } = await loadConfig({ cwd: path.join(cwd, 'project') })
    return [drafts, ignore, path.relative(cwd, layers.at(-1)!.folder!).split(path.sep).join('/')]
  }

  test('globs of a file in the project count from it', async () => {
    expect(await globsOf('./team/base.yml', { 'project/team/base.yml': globs })).toEqual([
      ['team/posts', 'team/more/*.md'],
      ['!team/old/**'],
      'project/team',
    ])
  })

  test.each([
    [
      '@acme/base',
      {
        'project/node_modules/@acme/base/package.json': '{"main": "base.yml"}',
        'project/node_modules/@acme/base/base.yml': globs,
      },
    ],
    ['../base.yml', { 'base.yml': globs }],
  ])('globs of %s, outside of the project, count from the project', async (name, files) => {
    expect(await globsOf(`"${name}"`, files as unknown as Record<string, string>)).toEqual([
      ['posts', './more/*.md'],
      ['!old/**'],
      'project',
    ])
  })

  test('globs of a package that is linked from the project count from the project, too', async () => {
    const cwd = folderWith({
      'medlint.config.yml': 'extends: base',
      'packages/base/medlint.yml': globs,
      'packages/base/package.json': '{"main": "medlint.yml"}',
      'node_modules/x/y': '',
    })
    symlinkSync(path.join(cwd, 'packages/base'), path.join(cwd, 'node_modules/base'))
    expect((await loadConfig({ cwd })).drafts).toEqual(['posts', './more/*.md'])
  })

  test('registers and packs count from the file that names them', async () => {
    const config = await yml('extends: ./team/base.yml', {
      'team/base.yml': 'packs: rules\nproducts: products.yml',
      'team/products.yml': '- brand: Zorvexa',
      'team/rules/acme/x.txt': '',
    })
    expect(config.packs[0]).toMatch(/[/\\]team[/\\]rules$/)
    expect(config.products).toMatchObject([{ brand: 'Zorvexa' }])
  })

  test('--preset takes the place of the presets', async () => {
    const config = await load({ 'medlint.config.yml': 'extends: hospital' }, { preset: 'strict' })
    expect(config.needsPatientContext).toBe(false)
    expect(config.layers.some((layer) => layer.origin === 'preset hospital')).toBe(false)
  })
})

test('states count by code and by name, in any case', async () => {
  const { organization } = await yml(
    'organization: {jurisdictions: [tx, Texas, " california", "New York", D.C., "Washington, DC", Washington, State of Ohio, Guam, US Virgin Islands, American Samoa]}',
  )
  expect(organization.jurisdictions).toEqual(['TX', 'TX', 'CA', 'NY', 'DC', 'DC', 'WA', 'OH', 'GU', 'VI', 'AS'])
})

test('a number with an extension is the organization’s without it, too', async () => {
  const { organization } = await yml('organization: {phones: [555-010-0100 ext. 4, 555-010-0101x12, 555-010-0102]}')
  expect(organization.phones).toEqual([
    ...['555-010-0100 ext. 4', '555-010-0101x12', '555-010-0102'],
    ...['555-010-0100', '555-010-0101'],
  ])
})

test('`when` is compared in one spelling', async () => {
  const { layers } = await yml(
    'overrides: [{when: {platform: [Twitter, Instagram], type: AD, paid: yes, jurisdictions: texas, product: Zorvexa}, rules: {phi/ssn: info}}]',
  )
  expect(layers.at(-1)!.when).toEqual({
    platform: ['x', 'instagram'],
    type: ['ad'],
    paid: ['true'],
    jurisdictions: ['TX'],
    product: ['Zorvexa'],
  })
})

test('merge keys repeat a mapping', async () => {
  const { layers } = await yml(
    'rules: &base {phi/ssn: info}\noverrides: [{files: x, rules: {<<: *base, phi/mrn: info}}]',
  )
  expect(layers.at(-1)!.rules).toEqual({ 'phi/ssn': 'info', 'phi/mrn': 'info' })
})

test('a JSON config is no YAML', async () => {
  await expect(load({ '.medlintrc.json': '{"ignore": [}' })).rejects.toThrow('this is not JSON.')
})

test('rules with options, and overrides by glob and field', async () => {
  const { layers } = await yml(
    'rules: {phi/ssn: [warning, {x: 1}]}\noverrides:\n  - {files: "old/**", when: {type: ad, paid: true}, rules: {risk: error}}',
  )
  expect(layers.slice(-2)).toMatchObject([
    { rules: { 'phi/ssn': 'warning' }, options: { 'phi/ssn': { x: 1 } } },
    {
      files: ['old/**'],
      when: { type: ['ad'], paid: ['true'] },
      rules: { risk: 'error' },
      origin: 'medlint.config.yml:3:5',
    },
  ])
})
