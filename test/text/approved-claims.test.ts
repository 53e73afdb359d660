import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { isApproved, nearlyApproved } from '../../src/text/approved-claims.js'
import { PostText } from '../../src/text/post-text.js'

const facts = {
  ...noFacts,
  products: [{ brand: 'Velmora', approvedClaims: ['Velmora is the best-studied gout medicine for adults.'] }],
}

function read(text: string) {
  const [post] = readDraft({ path: 'a.md', text, named: true }).posts
  const read = new PostText(post!, facts)
  return { read, text: read.of(['live'])[0]! }
}

const isSilent = (draft: string, words: string) => {
  const { text } = read(draft)
  const start = text.text.indexOf(words)
  return isApproved(text, { start, end: start + words.length }, facts)
}

describe('an approved claim', () => {
  test('is approved word for word, whatever its case and punctuation', () => {
    expect(isSilent('Velmora is the best-studied gout medicine for adults. Ask us.', 'best-studied')).toBe(true)
    expect(isSilent('VELMORA is the best studied gout medicine for adults!', 'best studied')).toBe(true)
  })

  test('approves nothing beside it', () => {
    expect(isSilent('Velmora is the best-studied gout medicine for adults. It cures gout.', 'cures gout')).toBe(false)
  })

  test('is no longer one with a word more or less', () => {
    expect(isSilent('Velmora is the best gout medicine for adults.', 'best gout')).toBe(false)
  })
})

describe('nearly an approved claim', () => {
  const diffs = (draft: string) => nearlyApproved(read(draft).read).map(({ data }) => data?.diff)

  test('tells which words were added and left out', () => {
    expect(diffs('Velmora is the very best-studied gout medicine.')).toEqual(['+very -for -adults'])
  })

  test('is neither the claim itself nor another sentence', () => {
    expect(diffs('Velmora is the best-studied gout medicine for adults.')).toEqual([])
    expect(diffs('Gout hurts, and our rheumatologists can help you with it.')).toEqual([])
  })
})
