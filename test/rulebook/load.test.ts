import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPack } from '../../src/rulebook/load.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'medlint-pack-'))
  mkdirSync(path.join(folder, 'house'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const rule = `title: Shouting
severity: warning
message: "{match} shouts."
why: Our house style.
basis: policy
cites:
  - {provision: policy}
confidence: high
detect:
  terms:
    any: [wow]
examples:
  bad: ["[[Wow]]!"]
  good: ["Well."]
`

function write(name: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

function load(text: string, name = 'no-wow.yml') {
  writeFileSync(path.join(folder, 'house', name), text)
  return loadPack(folder)
}

test('a rule is read from its file, and its path is its id', () => {
  expect(load(rule)).toMatchObject([{ id: 'house/no-wow', context: 'none', sensitive: false }])
})

describe('a wrong rule is refused with its place and what is allowed', () => {
  test.each([
    ['severity: warning', 'severity: warn', /no-wow\.yml:2:11 {2}`severity` is `warn`.*Did you mean `warning`\?/],
    ['terms:', 'term:', /no-wow\.yml:10:3 {2}unknown key `term`\. Did you mean `terms`\?/],
    ['any: [wow]', 'ani: [wow]', /no-wow\.yml:11:5 {2}unknown key `ani`\. Did you mean `any`\?/],
    ['any: [wow]', 'any: [false]', /no-wow\.yml:11:11 {2}`detect\.terms\.any\.0` should be/],
    ['any: [wow]', 'any: []', /no-wow\.yml:11:10 {2}`detect\.terms\.any` needs at least 1/],
    ['bad: ["[[Wow]]!"]', 'bad: ["Wow!"]', /no-wow\.yml:13:9 {2}a bad example needs/],
    ['good: ["Well."]', 'good: ["Well.", "Well."]', /no-wow\.yml:14:19 {2}this example stands here twice/],
    ['confidence: high', 'confidence: high\nsensitive: true', /\{match\}/],
    ['title: Shouting\n', '', /no-wow\.yml:1:1 {2}the file lacks title/],
    ['why: Our', 'why: [Our', /no-wow\.yml:\d+:\d+ {2}/],
  ])('%j as %j', (right, wrong, message) => {
    expect(() => load(rule.replace(right, wrong))).toThrow(message)
  })

  test('a file name that is no id', () => {
    expect(() => load(rule, 'No Wow.yml')).toThrow(/no rule id/)
  })

  test.each(['top.yml', 'house/deep/no-wow.yml', 'a/b/c/d.yaml'])(
    'one that stands where no rule is looked for: %s',
    (name) => {
      write(name, rule)
      expect(() => loadPack(folder)).toThrow(/(?:top|no-wow|d)\.ya?ml {2}a rule stands in <family>\/<name>\.yml/)
    },
  )

  test('two of the same id', () => {
    write('house/no-wow.yaml', rule)
    expect(() => load(rule)).toThrow(/no-wow\.yml {2}there is a rule `house\/no-wow` already, in .*no-wow\.yaml/)
  })

  test('other files of a folder are left in peace', () => {
    for (const name of ['top.yml', '.github/workflows/ci.yml', '.github/dependabot.yml', 'node_modules/x/y.yml'])
      write(name, 'on: push\n')
    write('node_modules/house/rule.yml', rule)
    expect(load(rule)).toHaveLength(1)
  })

  test('a folder that is not there', () => {
    expect(() => loadPack(path.join(folder, 'nowhere'))).toThrow(/cannot be read/)
  })
})
