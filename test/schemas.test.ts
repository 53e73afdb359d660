import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Schema, Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { mediaKeys, postKeys, vocabularies } from '../src/draft/fields.js'
import { readExample } from '../src/examples.js'
import { builtinRules } from '../src/rulebook/builtin.js'
import { folderWith } from './cli/run.js'

const root = path.join(import.meta.dirname, '..')
const fileOf = (name: string) => path.join(root, 'schemas', name)
const read = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8'))
const draft = read('draft.schema.json')
const config = read('config.schema.json')
const faultsOf = (schema: object, value: unknown) =>
  new Validator(schema as Schema, '2020-12', false).validate(value).errors

describe('the schema of drafts knows what the reader knows', () => {
  test('every field of a post and of media, each with what it is for', () => {
    const { post, media } = draft.$defs
    expect(Object.keys(post.properties).sort()).toEqual([...postKeys, 'posts'].sort())
    expect(Object.keys(media.properties).sort()).toEqual([...mediaKeys].sort())
    for (const one of Object.values<{ description?: string }>({ ...post.properties, ...media.properties }))
      expect(one.description).toMatch(/\.$/)
  })

  test('every word of a vocabulary', () => {
    for (const [field, words] of Object.entries(vocabularies))
      for (const one of words) expect(faultsOf(draft, { [field]: one }), `${field}: ${one}`).toEqual([])
    expect(faultsOf(draft, { type: 'Ad', platform: 'Twitter', platforms: 'x, Facebook' })).toEqual([])
    expect(faultsOf(draft, { type: 'advert' })).not.toEqual([])
    expect(faultsOf(draft, { platform: 'instagarm' })).not.toEqual([])
  })

  test('and is what its script writes', () => {
    const written = path.join(folderWith({}), 'draft.schema.json')
    execFileSync(process.execPath, ['scripts/draft-schema.mjs', written], { cwd: root })
    expect(readFileSync(written, 'utf8')).toBe(readFileSync(fileOf('draft.schema.json'), 'utf8'))
  })

  test('an exception needs a rule, a reason and a name, and no other key', () => {
    const allow = (record: object) => faultsOf(draft, { text: 'Hello', medlint: { allow: [record] } })
    const good = { rule: 'phi/name', reason: 'Signed', by: 'Ana Osei' }
    expect(allow(good)).toEqual([])
    expect(allow({ ...good, until: '2026-12-31' })).toEqual([])
    expect(allow({ ...good, untill: '2026-12-31' })).not.toEqual([])
    expect(allow({ ...good, rule: 'phi' })).not.toEqual([])
    expect(allow({ rule: 'phi/name', by: 'Ana Osei' })).not.toEqual([])
  })

  test('it takes the examples of every rule that is not about drafts gone wrong', () => {
    const wrong = builtinRules()
      .filter(({ id }) => !id.startsWith('draft/'))
      .flatMap(({ id, examples }) =>
        [...examples.bad, ...examples.good].map((example) => ({ id, ...readExample(example) })),
      )
      .filter(({ source }) => source.path.endsWith('.yml') && source.text.length < 5000)
      .flatMap(({ id, source }) => {
        const values = parseAllDocuments(source.text).flatMap((one) => (one.errors.length > 0 ? [] : [one.toJS()]))
        return values
          .filter((value) => typeof value === 'object')
          .flatMap((value) =>
            faultsOf(draft, value)
              .slice(-1)
              .map((fault) => `${id}: ${fault.instanceLocation} ${fault.error}`),
          )
      })
    expect(wrong).toEqual([])
  })
})

describe('the schemas of registers are those that the config is checked by', () => {
  test.each([
    ['products.schema.json', 'productList'],
    ['consents.schema.json', 'consentList'],
  ])('%s', (name, list) => {
    const refs = [...JSON.stringify(read(name)).matchAll(/config\.schema\.json#\/\$defs\/(\w+)/g)].map(([, key]) => key)
    expect(new Set(refs)).toEqual(new Set([list]))
    expect(config.$defs).toHaveProperty(list)
  })
})
