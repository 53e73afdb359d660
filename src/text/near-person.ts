import type { Span } from '../source.js'
import type { TextContext } from './context.js'
import { holds } from './within.js'

/** Whether a span stands in a sentence about one person, or in one next to it that speaks of nobody else. */
export function isNearPerson({ text, narratives, referents }: TextContext, span: Span): boolean {
  const sentence = text.sentenceAt(span.start)
  const at = text.sentences.indexOf(sentence)
  if (narratives.some(([first, last]) => first <= at && at <= last)) return true
  if (!narratives.some(([first, last]) => first - 1 === at || last + 1 === at)) return false
  return referents
    .filter((referent) => holds(sentence, referent.span))
    .every(({ role }) => role !== 'giver' && role !== 'animal' && role !== 'public')
}
