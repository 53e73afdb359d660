import type { Span } from '../source.js'
import { isGeneral, isNarrated } from './mood.js'
import type { PostText } from './post-text.js'
import { namesCare, reviewsIn } from './reply.js'
import type { Text } from './text.js'

/** Health words of the review that an answer repeats about its reader: what the reviewer told does not become the organisation's to tell. */
export function echoesIn(post: PostText, text: Text): Span[] {
  const told = new Set(reviewsIn(post).filter(namesCare).flatMap(healthWords))
  if (told.size === 0) return []
  return mentionsOf(text)
    .filter(({ word, span }) => told.has(word) && isOfReader(text, text.sentenceAt(span.start), span))
    .map(({ span }) => span)
}

const kinds = new Set(['condition', 'rare-condition', 'procedure', 'symptom'])

const mentionsOf = (text: Text) =>
  text.health
    .filter(({ meaning }) => kinds.has(meaning.kind))
    .map(({ span }) => ({ span, word: stem(text.text.slice(span.start, span.end)) }))

const healthWords = (review: Text) => mentionsOf(review).map(({ word }) => word)

const stem = (word: string) => word.toLowerCase().replace(/(?:'s|s)$/, '')

/** A sentence that speaks to the reader or of what happened, rather than of what the organisation offers. */
function isOfReader(text: Text, sentence: Span, span: Span): boolean {
  const words = text.text.slice(sentence.start, sentence.end)
  if (isGeneral(text, sentence)) return false
  return (
    /(?<![\p{L}])(?:you|your|you're|sorry|glad|happy|relieved|thrilled)(?![\p{L}])/iu.test(words) ||
    (isNarrated(text, sentence) &&
      !/(?<![\p{L}])(?:we|our)(?![\p{L}])[^,;]*$/iu.test(text.text.slice(sentence.start, span.start)))
  )
}
