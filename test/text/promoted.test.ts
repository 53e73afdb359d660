import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'
import { claimPlace } from '../../src/text/promotion.js'

interface Rows {
  readonly claim: readonly { readonly text: string; readonly on?: readonly string[] }[]
  readonly reminder: readonly { readonly text: string }[]
  readonly other: readonly string[]
}

const rows = parse(readFileSync(path.join(import.meta.dirname, 'promoted.110.yml'), 'utf8')) as Rows

const read = (text: string) => {
  const [post] = readDraft({
    path: /^(?:text|platform|product): /.test(text) ? 'a.yml' : 'a.md',
    text,
    named: true,
  }).posts
  return new PostText(post!, noFacts)
}

describe('promotes', () => {
  test.each(rows.claim)('$text', ({ text, on }) => {
    const post = read(text)
    expect(post.class.name).toBe('product-claim')
    const place = claimPlace(post.balances[0]!)
    const said = place.text.text.slice(place.span.start, place.span.end)
    expect(said.length).toBeLessThanOrEqual(120)
    if (!on) return
    expect(
      on.some((stretch) => said.includes(stretch) || stretch.includes(said)),
      said,
    ).toBe(true)
  })
})

test.each(rows.reminder)('only reminds: $text', ({ text }) => {
  expect(read(text).class.name).toBe('reminder')
})

test.each(rows.other)('promotes nothing: %s', (text) => {
  expect(['none', 'institutional', 'help-seeking']).toContain(read(text).class.name)
})
