import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Edit } from '../../src/diagnostic.js'
import type { Draft } from '../../src/draft/post.js'
import { readDraft } from '../../src/draft/read.js'
import { applyEdits } from '../../src/fix/apply.js'
import { lintSource } from '../../src/lint.js'
import { bookOf, fix, wordRule } from './rules.js'

const terms = ['plum', 'fig tree', 'quince'] as const
const piece = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...terms, ' plum ', ' quince. ') },
  fc.constantFrom(
    ...['a', 'Jane', '0', ' ', '  ', '\n', '\n\n', ': ', ' #tag', '- ', '"', "'", '|', '>', '# ', ',', '[', ']'],
    ...[
      '{',
      '}',
      '\\',
      '%',
      '@',
      '!',
      '&a',
      '*',
      '**',
      '_',
      '`',
      '<b>',
      '&amp;',
      '1. ',
      '---',
      '\n---\n',
      '\u00e9',
      '\u{1f600}',
    ],
  ),
)
const text = fc.array(piece, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''))
/** What is put for a term holds no term. */
const put = fc.constantFrom(
  ...[
    'date',
    'a: b',
    '# x',
    "it's",
    '"so"',
    '[x]',
    '{y}',
    '- z',
    '*',
    '&c',
    '<i>',
    '`',
    'a\\b',
    'two words',
    '1. one',
    '%',
    '~',
    'é 🎉',
    '---',
  ],
)

/** Every text of a draft with its place in it; the number in a block's header goes with its style. */
const textsOf = ({ posts }: Draft, change?: (post: number, region: number, text: string) => string): string[] =>
  posts.flatMap(({ regions }, post) =>
    regions.flatMap(({ field, text }, region) => {
      const now = change ? change(post, region, text) : text
      return now === '' || field === 'header' ? [] : [`${post} ${field}: ${now}`]
    }),
  )

/** Every fix is made as it means, and nothing else in the file is changed; what is left out leaves its text alone. Returns how many were made, of how many. */
function check(path: string, file: string, puts: readonly string[]): [made: number, all: number] {
  const book = bookOf(...terms.map((term, index) => wordRule(`r${index}`, term, puts[index]!)))
  const source = { path, text: file, named: true }
  const found = lintSource(source, book).diagnostics
  const fixed = fix(path, file, book)
  const again = fix(path, fixed.source.text, book)
  expect(again.source.text).toBe(fixed.source.text)
  const draft = readDraft(source)
  const changes = new Map<string, Edit[]>()
  for (const { post, fixes } of found) {
    const { ofText } = fixes[0] ?? {}
    if (ofText)
      changes.set(`${post} ${ofText.region}`, [...(changes.get(`${post} ${ofText.region}`) ?? []), ...ofText.edits])
  }
  const after = textsOf(readDraft(fixed.source))
  if (fixed.applied === found.length)
    expect(after).toEqual(
      textsOf(draft, (post, region, text) => applyEdits(text, changes.get(`${post} ${region}`) ?? [])),
    )
  else if (fixed.applied === 0) expect(fixed.source.text).toBe(file)
  else expectEach(after, draft, changes)
  return [fixed.applied, found.length]
}

/** Each text has some of its changes, and one that has none is as it was. */
function expectEach(after: readonly string[], draft: Draft, changes: ReadonlyMap<string, readonly Edit[]>) {
  let at = 0
  textsOf(draft, (post, region, text) => {
    const edits = changes.get(`${post} ${region}`) ?? []
    const field = draft.posts[post]!.regions[region]!.field
    if (text === '' || field === 'header') return text
    const possible = subsets(edits).map((some) => `${post} ${field}: ${applyEdits(text, some)}`)
    expect(possible).toContain(after[at++])
    return text
  })
  expect(at).toBe(after.length)
}

const subsets = ([edit, ...others]: readonly Edit[]): Edit[][] => {
  if (!edit) return [[]]
  const without = subsets(others)
  return [...without, ...without.map((some) => [edit, ...some])]
}

const puts = fc.tuple(put, put, put)

describe('fixes do what they mean and no more, and once is enough', () => {
  test('in YAML, in every style', { timeout: 60_000 }, () => {
    const style = fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'PLAIN')
    const posts = fc.array(fc.record({ text, title: text, hashtags: fc.array(text, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    const files = fc.oneof(
      fc
        .tuple(posts, style, fc.constantFrom(0, 20))
        .map(([list, type, lineWidth]) => stringify(list, { defaultStringType: type as 'PLAIN', lineWidth })),
      fc.tuple(text, fc.constantFrom('|', '>', '|-', '>+', '|2')).map(([body, header]) => {
        const indent = header === '|2' ? '  ' : '    '
        return `text: ${header}\n${indent}${body.replaceAll('\n', `\n${indent}`)}\nlang: en\n`
      }),
      text.map((body) => `type: thread\ntext: |\n  ${body.replaceAll('\n', '\n  ')}\n  ---\n  A plum\n`),
      text.map((body) => `text: ${body}\ntitle: x # plum`),
      text.map((body) => `posts: [{text: '${body}', title: b}, {text: plum}]`),
    )
    let made = 0
    let all = 0
    fc.assert(
      fc.property(files, puts, fc.boolean(), (lf, some, crlf) => {
        const counts = check('a.yml', crlf ? lf.replace(/\r?\n/g, '\r\n') : lf, some)
        made += counts[0]
        all += counts[1]
      }),
      { numRuns: 150 },
    )
    expect(made / all).toBeGreaterThan(0.8)
  })

  test('in Markdown', { timeout: 60_000 }, () => {
    const files = fc
      .tuple(fc.constantFrom('', '---\nplatform: x\ntitle: A plum\n---\n', '---\ntype: thread\n---\n'), text, text)
      .map(([head, a, b]) => `${head}${a} day ${b}`)
    let made = 0
    let all = 0
    fc.assert(
      fc.property(files, puts, (file, some) => {
        const counts = check('a.md', file, some)
        made += counts[0]
        all += counts[1]
      }),
      { numRuns: 60 },
    )
    expect(made / all).toBeGreaterThan(0.5)
  })
})
