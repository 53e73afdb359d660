import type { Facts, Product } from '../facts.js'
import { contains, overlaps, type Span } from '../source.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/**
 * Whether a span lies in a claim that the register has cleared, word for word (`approved_claims`): then no claim rule has anything to say. Spaces, quotes, case and
 * closing punctuation may differ; words may not.
 */
export const isApproved = (text: Text, span: Span, facts: Facts): boolean =>
  facts.products.some(({ approvedClaims }) => approvedClaims) &&
  approvedIn(text, facts).some((approved) => contains(approved, span))

const known = new WeakMap<Text, readonly Span[]>()

function approvedIn(text: Text, facts: Facts): readonly Span[] {
  const spans =
    known.get(text) ?? facts.products.flatMap((product) => claimsOf(product).flatMap((claim) => exactly(text, claim)))
  known.set(text, spans)
  return spans
}

const claimsOf = ({ approvedClaims = [] }: Product) => approvedClaims.map(wordsIn).filter((words) => words.length > 2)

/** Words in small, hyphens apart, with their places. */
const tokensIn = (text: string) =>
  Array.from(text.matchAll(/[\p{L}\p{N}]+%?(?:['’]\p{L}+)?/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + word.length,
  }))

const wordsIn = (text: string): readonly string[] => tokensIn(text).map(({ word }) => word)

function exactly(text: Text, claim: readonly string[]): Span[] {
  const words = tokensIn(text.text)
  const starts = words.flatMap((_, at) => (claim.every((word, index) => words[at + index]?.word === word) ? [at] : []))
  return starts.map((at) => ({ start: words[at]!.start, end: words[at + claim.length - 1]!.end }))
}

/**
 * Sentences that say nearly what an approved claim says: at least two thirds of their words in common, and not the claim itself. `data.claim` is the register's wording,
 * `data.diff` tells the words that were added (`+`) and left out (`-`).
 */
export function nearlyApproved(post: PostText): readonly Match[] {
  const claims = post.facts.products.flatMap(({ approvedClaims = [] }) => approvedClaims)
  if (claims.length === 0) return []
  return post.of(['live']).flatMap((text) =>
    text.sentences.flatMap((sentence) => {
      const words = tokensIn(text.text.slice(sentence.start, sentence.end))
      if (words.length < 4 || approvedIn(text, post.facts).some((span) => overlaps(span, sentence))) return []
      const near = claims
        .map((claim) => ({
          claim,
          diff: diffOf(
            wordsIn(claim),
            words.map(({ word }) => word),
          ),
        }))
        .filter(({ diff }) => diff.likeness >= 2 / 3 && diff.words.length > 0)
        .sort((a, b) => b.diff.likeness - a.diff.likeness)[0]
      if (!near) return []
      const span = { start: sentence.start + words[0]!.start, end: sentence.start + words.at(-1)!.end }
      return [{ text, span, data: { claim: near.claim, diff: near.diff.words.join(' ') } }]
    }),
  )
}

/** Words of `now` that are not in `then` and the other way round, in order, by the longest common row of words. */
function diffOf(then: readonly string[], now: readonly string[]): { likeness: number; words: string[] } {
  const table = rows(then, now)
  const words: string[] = []
  let [i, j] = [0, 0]
  while (i < then.length || j < now.length) {
    if (i < then.length && j < now.length && then[i] === now[j]) [i, j] = [i + 1, j + 1]
    else if (j >= now.length || (i < then.length && table[i + 1]![j]! >= table[i]![j + 1]!)) words.push(`-${then[i++]}`)
    else words.push(`+${now[j++]}`)
  }
  return { likeness: (2 * table[0]![0]!) / (then.length + now.length), words }
}

/** How many words the rests of two rows have in common, for every pair of rests. */
function rows(then: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: then.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = then.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      table[i]![j] = then[i] === now[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
