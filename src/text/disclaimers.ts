import type { Span } from '../source.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/**
 * The disclaimer for dietary supplements where nothing ties it to its claim: it neither follows the claim with nothing between, nor is it linked by a symbol such as
 * `*` at the claim's end and at its own beginning (21 CFR 101.93(d)). Reported on the disclaimer's first words.
 */
export function unlinkedDisclaimers(post: PostText): readonly Match[] {
  return post.of(['live']).flatMap((text) =>
    text
      .find(opening)
      .filter((span) => !isTied(text, span))
      .map((span) => ({ text, span })),
  )
}

const opening = /(?<!\p{L})Th(?:is|ese) statements? ha(?:s|ve) not been evaluated(?!\p{L})/giu
const symbol = /([*†‡§^])[\s"“'(]*$/u

function isTied(text: Text, { start }: Span): boolean {
  const before = text.text.slice(0, start)
  const mark = symbol.exec(before)?.[1]
  if (mark) return before.slice(0, before.lastIndexOf(mark)).includes(mark)
  const sentences = text.sentences.filter(({ end }) => end <= start)
  return sentences.length <= 1
}
