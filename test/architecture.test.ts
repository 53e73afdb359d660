import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const src = path.join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
/** What tells an address from other numbers opens no connection. */
const isIp = /import \{ (?:isIPv?\d?(?:, )?)+ \} from 'node:net'\n/
const textOf = new Map(files.map((file) => [file, readFileSync(path.join(src, file), 'utf8').replace(isIp, '\n')]))

/** The layers, lowest first: a file imports from its own and those below. A folder stands for what lies in it. */
const layers: readonly (readonly string[])[] = [
  [
    'errors.ts',
    'once.ts',
    'source.ts',
    'diagnostic.ts',
    'glob.ts',
    'required.ts',
    'branches.ts',
    'plain-reg-exp.ts',
    'data.ts',
    'table.ts',
    'facts.ts',
    'report.ts',
    'schema.ts',
    'git.ts',
    'time-limit.ts',
  ],
  ['draft'],
  ['text'],
  ['detectors'],
  ['rulebook'],
  ['diagnose.ts'],
  ['settle', 'fix'],
  ['detect.ts', 'lint.ts', 'lint-file.ts', 'examples.ts'],
  ['find', 'config'],
  ['run'],
  ['formatters'],
  ['cli', 'lsp', 'index.ts'],
]

const layerOf = (file: string): number =>
  layers.findIndex((names) => names.includes(file) || names.includes(file.split('/')[0]!))

/** The files of ours that a file imports, types included. */
function importsOf(file: string): string[] {
  const found = textOf.get(file)!.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)
  return [...found]
    .map(([, name]) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name!)).replace(/\.js$/, '.ts'))
    .filter((name) => !name.startsWith('..'))
}

describe('imports run one way', () => {
  test('every file has its layer', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([])
  })

  test('no file imports from a layer above its own', () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => layerOf(imported) > layerOf(file))
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(upward).toEqual([])
  })

  test('every import leads somewhere', () => {
    const known = new Set(files)
    const lost = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported.endsWith('.ts') && !known.has(imported))
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(lost).toEqual([])
  })
})

test('only the command line knows commander', () => {
  expect(files.filter((file) => /from 'commander'/.test(textOf.get(file)!) && !file.startsWith('cli/'))).toEqual([])
})

test('drafts, texts, detectors, what settles and formats touch no disk, network or process', () => {
  const pure = files.filter((file) =>
    /^(?:draft|text|detectors|rulebook\/rulebook|settle|formatters|lint\.ts|diagnose)/.test(file),
  )
  const touching = /from '(?:node:)?(?:fs|fs\/promises|child_process|http|https|net|os|process)'/
  expect(pure.filter((file) => touching.test(textOf.get(file)!))).toEqual([])
})

test('nothing reaches for the network', () => {
  const network = /from '(?:node:)?(?:http|https|http2|net|tls|dgram|dns)'|\bfetch\(|XMLHttpRequest|WebSocket/
  expect(files.filter((file) => network.test(textOf.get(file)!))).toEqual([])
})

test('no rule id stands in the code', () => {
  const rules = path.join(import.meta.dirname, '../rules')
  const ids = readdirSync(rules, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /^(?!presets\/|lexicons\/)[^/]+\/[^/]+\.yml$/.test(name))
    .map((name) => name.slice(0, -'.yml'.length))
  expect(ids.length).toBeGreaterThan(100)
  const named = files.flatMap((file) =>
    ids
      .filter((id) => new RegExp(`(?<![\\w/-])${id}(?![\\w/-])`).test(textOf.get(file)!))
      .map((id) => `${file} names ${id}`),
  )
  expect(named).toEqual([])
})

test('no file has grown too long to read', () => {
  expect(files.filter((file) => textOf.get(file)!.split('\n').length > 400)).toEqual([])
})
