import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Draft, Region } from '../../src/draft/post.js'
import { readDraft } from '../../src/draft/read.js'
import { edited, type TextEdit } from '../../src/draft/text-edit.js'
import { writeRegion } from '../../src/draft/write.js'
import { runs } from './fuzz.js'

const read = (path: string, text: string): Draft => readDraft({ path, text, named: true })
const textRegion = (draft: Draft, field = 'text') => draft.posts[0]!.regions.find((region) => region.field === field)!

function rewrite(path: string, text: string, from: string, to: string, field = 'text'): string | undefined {
  const draft = read(path, text)
  const region = textRegion(draft, field)
  const start = region.text.indexOf(from)
  const edits = writeRegion(draft.source, region, [{ span: { start, end: start + from.length }, text: to }])
  return edits && edited(text, edits)
}

describe('a scalar is written in its own style where that can hold the text', () => {
  test.each([
    ['text: Hello you', 'you', 'there', 'text: Hello there'],
    ['text: Hello you', 'you', 'you: new', "text: 'Hello you: new'"],
    ['text: Hello you', 'you', 'you #ad', "text: 'Hello you #ad'"],
    ['text: Hello you # note', 'Hello', '#ad Hello', "text: '#ad Hello you' # note"],
    ['text: It is', 'It is', "It's: on", `text: "It's: on"`],
    ['text: Hello', 'Hello', '', "text: ''"],
    ['text: Hello', 'Hello', 'null', "text: 'null'"],
    ['text: Hello\n  you', 'you', 'there', 'text: Hello\n  there'],
    ['text: Hello you', ' you', '\nyou', 'text: "Hello\\nyou"'],
    ["text: 'It is'", 'It is', "It's", "text: 'It''s'"],
    ['text: "a \\u00e9 b"', 'b', '"c"', 'text: "a \\u00e9 \\"c\\""'],
    ['{text: Hello you}', 'you', 'you, too', "{text: 'Hello you, too'}"],
    ['text: |\n  one\n  two\n', 'two', 'two\nthree: #x', 'text: |\n  one\n  two\n  three: #x\n'],
    ['text: |\r\n  one\r\nlang: en\r\n', 'one', 'one\ntwo', 'text: |\r\n  one\r\n  two\r\nlang: en\r\n'],
    ['text: |\n  one\n\nlang: en', 'one\n', 'one', 'text: |-\n  one\n\nlang: en'],
    ['text: >\n  one\n  two\n', 'two', 'three', 'text: >\n  one\n  three\n'],
    ['text: >\n  one\n  two\n', 'two', '\nthree', 'text: |\n  one \n  three\n'],
    ['text: |\n  one\nlang: en', 'one', '  one', 'text: "  one\\n"\nlang: en'],
    ['text: |  # hdr\n  one\nlang: en', 'one', 'two', 'text: |  # hdr\n  two\nlang: en'],
    ['text: >+ # hdr\n  one\n  two\n\nlang: en', 'two', 'six', 'text: >+ # hdr\n  one\n  six\n\nlang: en'],
    ['a: 1\ntext: |4-  # hdr\n    one', 'one', 'one\ntwo', 'a: 1\ntext: |4-  # hdr\n    one\n    two'],
    ['text: >  # hdr\n  one\n  two\n', 'two', '\nthree', 'text: |  # hdr\n  one \n  three\n'],
    ['text: |  # hdr\n  one\nlang: en', 'one', '  one', undefined],
    ['text: forty', 'forty', '42', "text: '42'"],
    ['text: so true', 'so ', '', "text: 'true'"],
    ['text: "so true"', 'so ', '', 'text: "true"'],
    ['text: on 2026-03-14', 'on ', '', "text: '2026-03-14'"],
    ['type: thread\ntext: |\n  one\n  ---\n  two\n', 'one', 'three', 'type: thread\ntext: |\n  three\n  ---\n  two\n'],
  ])('%j: %j becomes %j', (file, from, to, expected) => {
    expect(rewrite('a.yml', file, from, to)).toBe(expected)
  })
})

test.each([
  ['Hello **you** there', 'you', 'me', 'Hello **me** there'],
  ['Hello **Ja**ne', 'Jane', 'Ann', 'Hello **Ann**'],
  ['a &amp; b', '&', 'and', 'a and b'],
  ['One\\\nday. Two.', 'One\nday', 'A day', 'A day. Two.'],
  ['One\\\nday. Two.', '\nday', '', 'One. Two.'],
])('Markdown: %j', (file, from, to, expected) => {
  const written = rewrite('a.md', file, from, to)
  expect(written).toBe(expected)
})

const texts = (draft: Draft, changed?: Region, text?: string): readonly string[] =>
  draft.posts.flatMap(({ regions }) =>
    regions.flatMap((region) => {
      const read = region === changed ? text! : region.text
      // The number in a block's header goes with its style.
      return read === '' || region.field === 'header' ? [] : [`${region.field}: ${read}`]
    }),
  )

const piece = fc.constantFrom(
  ...[
    'Jane',
    'a',
    '0',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    ': ',
    '- ',
    '"',
    "'",
    '|',
    '>',
    '# ',
    ' #tag',
    ',',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '%',
    '@',
  ],
  ...[
    '!',
    '&a',
    '*',
    '? ',
    '---',
    '\n---\n',
    'null',
    '\u00e9',
    '\u{1f600}',
    '\u2028',
    '\u0007',
    '\r',
    '**',
    '_',
    '`',
    '<b>',
    '&amp;',
    '1. ',
    '## ',
  ],
)
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''))

/** Edits that are in order and apart from each other. */
const editsOf = (length: number, seeds: readonly (readonly [number, number, string])[]): readonly TextEdit[] => {
  const edits: TextEdit[] = []
  for (const [gap, size, text] of seeds) {
    const start = (edits.at(-1)?.span.end ?? -1) + 1 + Math.floor(gap * length)
    const end = Math.min(length, start + Math.floor(size * 6))
    if (start <= length) edits.push({ span: { start, end }, text })
  }
  return edits
}
const seeds = fc.array(
  fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.double({ min: 0, max: 0.99, noNaN: true }), text),
  {
    minLength: 1,
    maxLength: 3,
  },
)

/** Writing changes the one region as meant, or is refused. Returns whether it was written. */
function checkWriting(
  path: string,
  file: string,
  pick: number,
  seed: readonly (readonly [number, number, string])[],
): boolean | undefined {
  const draft = read(path, file)
  const regions = draft.posts
    .flatMap((post) => post.regions)
    .filter(({ kind }) => kind === 'live' || kind === 'visible')
  if (regions.length === 0) return undefined
  const region = regions[pick % regions.length]!
  const edits = editsOf(region.text.length, seed)
  const written = writeRegion(draft.source, region, edits)
  if (!written) return false
  const after = read(path, edited(file, written))
  expect(texts(after)).toEqual(texts(draft, region, edited(region.text, edits)))
  return true
}

describe('any edit is written as meant or not at all', () => {
  test('in YAML', () => {
    const style = fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN')
    const files = fc.oneof(
      fc
        .tuple(
          fc.array(fc.record({ text, title: text, hashtags: fc.array(text, { maxLength: 2 }) }), {
            minLength: 1,
            maxLength: 3,
          }),
          style,
          fc.constantFrom(0, 20),
        )
        .map(([posts, style, lineWidth]) => stringify(posts, { defaultStringType: style as 'PLAIN', lineWidth })),
      text.map((body) => `text: |\n  ${body.replaceAll('\n', '\n  ')}\nlang: en\n`),
      text.map((body) => `- text: >+2\n    ${body.replaceAll('\n', '\n    ')}\n\n\n- text: b\n`),
      text.map((body) => `text: "${body}"\ntitle: x`),
      text.map((body) => `text: ${body}\ntitle: x # y`),
      text.map((body) => `posts: [{text: '${body}', title: b}, c]`),
    )
    let written = 0
    let all = 0
    fc.assert(
      fc.property(files, fc.nat(20), seeds, fc.boolean(), (lf, pick, seed, crlf) => {
        const isWritten = checkWriting('a.yml', crlf ? lf.replace(/\r?\n/g, '\r\n') : lf, pick, seed)
        if (isWritten !== undefined) all++
        if (isWritten) written++
      }),
      runs(200),
    )
    expect(written / all).toBeGreaterThan(0.9)
  })

  test('in Markdown', () => {
    const files = fc
      .tuple(fc.constantFrom('', '---\nplatform: x\n---\n', '---\ntype: thread\n---\n'), text, text)
      .map(([head, a, b]) => `${head}${a} day ${b}`)
    let written = 0
    let all = 0
    fc.assert(
      fc.property(files, fc.nat(20), seeds, (file, pick, seed) => {
        const isWritten = checkWriting('a.md', file, pick, seed)
        if (isWritten !== undefined) all++
        if (isWritten) written++
      }),
      runs(100),
    )
    expect(written / all).toBeGreaterThan(0.2)
  })
})
