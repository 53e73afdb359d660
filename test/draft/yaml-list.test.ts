import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { stretchesOf } from '../../src/draft/yaml-list.js'

const item = (n: number, indent = '') =>
  [
    `- text: |`,
    `    Post ${n}`,
    `     - more`,
    '',
    '  title: "a',
    `    - ${n}"`,
    `  hashtags: &h${n} [flu, *h${(n - 1) % 2 ? 0 : Math.max(0, n - 1)}] # c`,
  ]
    .map((line) => indent + line)
    .join('\n')
const long = (indent?: string) => Array.from({ length: 700 }, (_, n) => item(n + 1, indent)).join('\n')
const first = '- text: a\n  hashtags: &h0 flu\n'

test.each([
  ['a list', `# note\n${first}${long()}\n`],
  ['posts', `platform: x\nposts: \n# note\n${first.replace(/^/gm, '  ').trimEnd()}\n${long('  ')}\ntitle: a\n`],
  ['posts, not indented', `platform: x\nposts:\n${first}${long()}\n`],
])('%s is read alike in stretches and as a whole', (_, text) => {
  expect(stretchesOf(text, { start: 0, end: text.length }, 10_000)!.items.length).toBeGreaterThan(5)
  const inStretches = readDraft({ path: 'a.yml', text, named: true })
  // A document's start keeps it from being cut.
  const whole = readDraft({ path: 'a.yml', text: `---\n${text}`, named: true })
  const told = (shift: number, { posts, problems }: typeof whole) => [
    posts.map(({ regions, fields }) => [
      [...fields.keys()],
      regions.map(({ text, field, map }) => [
        text,
        field,
        text && map.toFile({ start: 0, end: text.length }).end - shift,
      ]),
    ]),
    problems.map(({ kind, span }) => [kind, span.start - shift]),
  ]
  expect(inStretches.posts).toHaveLength(701)
  expect(told(0, inStretches)).toEqual(told(4, whole))
})
