import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Draft } from '../../src/draft/post.js'
import { readDraft } from '../../src/draft/read.js'
import { runs } from './fuzz.js'

const words = fc.constantFrom(
  ...[
    'Jane Roe',
    '0042',
    'a',
    'é',
    '\u0661',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
    '\r\n',
    '\t',
    ': ',
    '- ',
    '"',
    "'",
    '|',
    '>',
    '|2-\n  ',
  ],
  ...[
    '# ',
    '#tag',
    ',',
    '[',
    ']',
    '{',
    '}',
    '\\n',
    '\\x41',
    '%',
    '@',
    '!tag ',
    '&a ',
    '*a',
    '? ',
    '---\n',
    '\n---\n',
    '***\n',
    '...\n',
  ],
  ...[
    'text: ',
    '\ntext: ',
    '\n- text: ',
    '\nposts:\n- ',
    'type: thread\n',
    '\nvariants:\n  x: ',
    '\nplatform: x\n',
    '\nother: ',
    '<<: *a\n',
  ],
  ...[
    '**',
    '_',
    '`',
    '```\n',
    '[a](b "c")',
    '![d](e)',
    '[f]: g\n',
    '<!-- h -->',
    '<b k="l">',
    '&amp;',
    '# m\n',
    '> ',
    '~~~\n',
    '\ufeff',
  ],
)
const soup = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))
const key = fc.constantFrom(
  'text',
  'title',
  'variants',
  'hashtags',
  'media',
  'src',
  'alt',
  'consent',
  'nurse 7',
  'x',
  'posts',
  'type',
)
const value = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.string(), soup, fc.array(tie('value'), { maxLength: 3 }), tie('mapping')),
  mapping: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
})).value
const structured = fc
  .tuple(value, fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN'))
  .map(([data, style]) => stringify(data, { defaultStringType: style as 'PLAIN', lineWidth: 30 }))

/** Letters and digits of the file that no region came from. */
function unread({ source, posts }: Draft): string {
  const isRead = new Uint8Array(source.text.length)
  for (const { regions } of posts)
    for (const { map } of regions) for (const { file } of map.pieces) isRead.fill(1, file.start, file.end)
  return [...source.text.matchAll(/[\p{L}\p{N}]/gu)].filter(({ index }) => !isRead[index]).join('')
}

function checkDraft(draft: Draft): void {
  expect(unread(draft)).toBe('')
  for (const post of draft.posts) {
    expect(post.draft).toBe(draft)
    for (const { text, map } of post.regions) {
      expect(map.pieces.reduce((sum, { length }) => sum + length, 0)).toBe(text.length)
      for (const piece of map.pieces)
        if (piece.verbatim)
          expect(text.slice(piece.text, piece.text + piece.length)).toBe(
            draft.source.text.slice(piece.file.start, piece.file.end),
          )
    }
  }
}

describe('every letter and digit lies in some region', () => {
  const split = fc.constantFrom(undefined, 'heading' as const, 'break' as const)

  test('of any Markdown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          fc.tuple(structured, soup).map(([yaml, body]) => `---\n${yaml}---\n${body}`),
        ),
        split,
        (text, split) => {
          checkDraft(readDraft({ path: 'a.md', text, named: true }, { split }))
        },
      ),
      runs(200),
    )
  })

  test('of any YAML that holds a post', () => {
    const files = fc.oneof(
      soup,
      structured,
      structured.map((yaml) => `${yaml.startsWith('{') ? '---\n' : yaml}\n---\ntext: a\n`),
    )
    fc.assert(
      fc.property(files, (text) => {
        const draft = readDraft({ path: 'a.yml', text, named: true })
        if (draft.posts.length > 0) checkDraft(draft)
      }),
      runs(400),
    )
  })

  test('of any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('a.md', 'a.yml'), (text, path) => {
        const draft = readDraft({ path, text, named: true })
        if (draft.posts.length > 0) checkDraft(draft)
      }),
    )
  })

  test.each([
    ['nested quotes', `${'>'.repeat(200)} **Jane** &amp; [Joe](https://x.example/042)`],
    ['stars', `${'*a'.repeat(10_000)} <!-- Jane --> [Joe](https://x.example/042)`],
    ['one line', 'Meet *Jane* &amp; [Joe](https://x.example/042 "Roe"). '.repeat(20_000)],
  ])('of a body that would take too long to parse: %s', (_, text) => {
    checkDraft(readDraft({ path: 'a.md', text: `${text}\n\n**Ann** <b>7</b>\n`, named: true }))
  })
})
