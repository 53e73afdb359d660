import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseAllDocuments, stringify } from 'yaml'
import type { Value } from '../../src/draft/post.js'
import { readYaml } from '../../src/draft/yaml.js'
import { runs } from './fuzz.js'

const read = (text: string) => readYaml(text, { start: 0, end: text.length })
const entry = (text: string, key: string): Value => read(text).documents[0]!.entries!.get(key)!.value

/** A value as plain data, scalars as their source says. */
function plain(value: Value | undefined): unknown {
  if (!value) return undefined
  if (value.items) return value.items.map(plain)
  if (value.entries) return Object.fromEntries([...value.entries].map(([key, { value }]) => [`=${key}`, plain(value)]))
  return value.scalar ?? ''
}

/** The same by the library's own resolution; undefined where it reports an error or there are keys that are not strings. */
function oracle(text: string): unknown[] | undefined {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  if (!Array.isArray(documents)) return undefined
  let odd = /[&*]|<<|\?/.test(text)
  const data = documents.map((document) => {
    if (document.errors.length > 0) odd = true
    return document.contents === null ? '' : dataOf(document.contents)
  })
  return odd ? undefined : data

  function dataOf(node: unknown): unknown {
    if (isSeq(node)) return node.items.map(dataOf)
    if (isMap(node))
      return Object.fromEntries(
        node.items.map(({ key, value }) => [`=${isScalar(key) ? key.value : ''}`, dataOf(value)]),
      )
    if (!isScalar(node)) return ''
    return /^(~|null|Null|NULL)$/.test(String(node.value)) && node.type === 'PLAIN' && !node.tag ? '' : node.value
  }
}

function* scalars(value: Value): Generator<Value> {
  if (value.items) for (const item of value.items) yield* scalars(item)
  else if (value.entries) for (const { value: inner } of value.entries.values()) yield* scalars(inner)
  else if (value.region) yield value
}

/** Verbatim pieces say the same in text and file; pieces follow one another in both. */
function checkMaps(file: string, root: Value): void {
  for (const { region } of scalars(root)) {
    let text = 0
    let at = 0
    for (const piece of region!.map.pieces) {
      expect(piece.text).toBe(text)
      expect(piece.file.start).toBeGreaterThanOrEqual(at)
      if (piece.verbatim)
        expect(region!.text.slice(text, text + piece.length)).toBe(file.slice(piece.file.start, piece.file.end))
      text += piece.length
      at = piece.file.end
    }
    expect(text).toBe(region!.text.length)
  }
}

const soup = fc
  .array(
    fc.constantFrom(
      'a',
      'Jane',
      '0042',
      ' ',
      '  ',
      '\n',
      '\n',
      '\n  ',
      '\n    ',
      '\r\n',
      '\r\n  ',
      '\t',
      ': ',
      '- ',
      '"',
      "'",
      "''",
      '|',
      '>',
      '|-\n  ',
      '>+\n  ',
      '|2\n   ',
      '\nb: ',
      '\n  c: ',
      '\n- ',
      '#',
      ' # ',
      ',',
      '[',
      ']',
      '{',
      '}',
      '\\n',
      '\\\n',
      '\\x41',
      '\\u00e9',
      '\\"',
      '%',
      '@',
      '!',
      '!!str ',
      '---\n',
      '...\n',
      '=',
      'é',
      '\u{1f600}',
      '~',
      'null',
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))
const value = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.string(), soup, fc.array(tie('value'), { maxLength: 3 }), tie('mapping')),
  mapping: fc.dictionary(fc.constantFrom('text', 'a', 'b', 'c d'), tie('value'), { maxKeys: 3 }),
})).value

describe('texts of scalars', () => {
  test.each([
    ['plain', 'text: Hello there', 'Hello there'],
    ['plain over lines', 'text: Hello\n  there\n\n  you', 'Hello there\nyou'],
    ['single', "text: 'It''s me'", "It's me"],
    ['double', 'text: "a\\tb \\u00e9\\x41 \\\n   c"', 'a\tb éA c'],
    ['literal', 'text: |\n  one\n   two\n\n  three\n', 'one\n two\n\nthree\n'],
    ['literal, stripped', 'text: |-\n  one\n', 'one'],
    ['literal, kept', 'text: |+\n  one\n\n', 'one\n\n'],
    ['literal, indented by a number', 'text: |1\n  one\n', ' one\n'],
    ['literal, CRLF', 'text: |\r\n  one\r\n  two\r\n', 'one\ntwo\n'],
    ['folded', 'text: >\n  one\n  two\n\n  three\n    four\n', 'one two\nthree\n  four\n'],
    ['a number', 'text: 0042', '0042'],
    ['explicit key', '? text\n: Hello', 'Hello'],
    ['flow', '{text: Hello, b: c}', 'Hello'],
    ['anchor and alias', 'b: &x Hello\ntext: *x', 'Hello'],
    ['merged', 'b: &x {text: Hello}\n<<: *x', 'Hello'],
  ])('%s', (_, file, text) => {
    expect(entry(file, 'text').scalar).toBe(text)
  })

  test('a stretch of a file has the places of the file', () => {
    const file = '\ufeff---\ntext: "a\\nJane"\n---\nBody'
    const [root] = readYaml(file, { start: 5, end: 21 }).documents
    const { map, text } = root!.entries!.get('text')!.value.region!
    const at = map.toFile({ start: text.indexOf('Jane'), end: text.length })
    expect(file.slice(at.start, at.end)).toBe('Jane')
  })

  test('agree with the library on what it can read', () => {
    const files = fc.oneof(
      soup,
      fc
        .tuple(value, fc.constantFrom(20, 80), fc.constantFrom('BLOCK_FOLDED', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN'))
        .map(([data, lineWidth, style]) => stringify(data, { lineWidth, defaultStringType: style as 'PLAIN' })),
      soup.map((text) => `text: |\n  ${text}`),
      soup.map((text) => `- text: >-\n   ${text}`),
      soup.map((text) => `text: "${text}"`),
      soup.map((text) => `text: '${text}'`),
    )
    fc.assert(
      fc.property(files, fc.boolean(), (lf, crlf) => {
        const file = crlf ? lf.replace(/\r?\n/g, '\r\n') : lf
        const reading = read(file)
        if (!reading.faults.some(({ isFatal }) => isFatal)) for (const root of reading.documents) checkMaps(file, root)
        const expected = oracle(file)
        if (expected && expected.length > 0) expect(reading.documents.map(plain)).toEqual(expected)
      }),
      runs(400),
    )
  })
})

describe('what cannot be read', () => {
  test.each([
    [
      'an alias bomb',
      `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`).join('\n')}`,
    ],
    ['deep flow', '['.repeat(50_000)],
    ['deep block', '- '.repeat(50_000)],
    ['deep maps', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ])('%s is a fault at its place', (_, file) => {
    const { faults } = read(file)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.every(({ isFatal }) => isFatal)).toBe(true)
  })

  test('an alias within its own anchor', () => {
    expect([...read('a: &a [*a]').properties.values()]).toContainEqual({ isMissingAlias: true })
  })

  test('a fault quotes nothing of the file', () => {
    for (const file of ['a: > Jane Roe', 'a: "Jane \\q"', 'a: b: Jane', 'a: !jane!x b', 'a: [Jane', '%Jane 1\n---\na'])
      for (const { detail } of read(file).faults) expect(detail).not.toMatch(/jane|\\q/i)
  })

  test('comments have their places', () => {
    const file = '# one\ntext: |\n  # no\nb: c # two'
    expect(read(file).comments.map(({ start, end }) => file.slice(start, end))).toEqual(['# one', '# two'])
  })
})
