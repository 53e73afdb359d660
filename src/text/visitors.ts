import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { HealthKind } from './health.js'
import type { Text } from './text.js'

interface Visitors {
  readonly characters: readonly string[]
  readonly does: readonly string[]
  readonly seen: readonly string[]
}

const oneOf = (words: readonly string[]) => `(?:${words.map((word) => word.replace(/[.\s]/g, '[.\\s]+')).join('|')})`
let expressions: { readonly does: RegExp; readonly seen: RegExp; readonly character: RegExp } | undefined

function compiled() {
  if (expressions) return expressions
  const { does, seen, characters } = data<Visitors>('lexicons/visitors')
  expressions = {
    does: new RegExp(
      `^(?:, [^,.!?]{1,40},)? (?:and \\p{L}+ |also |even |recently |kindly )?${oneOf(does)}(?!\\p{L})`,
      'iu',
    ),
    seen: new RegExp(`(?<!\\p{L})${oneOf(seen)}(?!\\p{L})`, 'iu'),
    character: new RegExp(`^${oneOf(characters)}$`, 'iu'),
  }
  return expressions
}

/** Santa, the Easter Bunny. */
export const isCharacter = ({ text }: Text, { start, end }: Span): boolean =>
  compiled().character.test(text.slice(start, end))

const own: ReadonlySet<HealthKind> = new Set([
  'condition',
  'rare-condition',
  'procedure',
  'symptom',
  'care-event',
  'care-word',
])
const reason =
  /(?<!\p{L})(?:after|because|when|since|him|her|his|complain\p{L}+|for (?:a|an|the|pain|help) )(?!\p{L})|\bwith (?:a|an|severe|chest|his|her)\b/iu

/**
 * Whether somebody of office or fame (a mayor, a pastor, Santa) comes to a ward as a guest: `visited our burn unit on Friday`. Not where the sentence
 * tells what they came with, nor where people come for their own care.
 */
export function isVisitor(text: Text, { start, end }: Span): boolean {
  const sentence = text.sentenceAt(start)
  const after = text.text.slice(end, sentence.end)
  const did = compiled().does.exec(after)
  if (!did) return false
  const rest = after.slice(did[0].length)
  if (reason.test(rest) || compiled().seen.test(rest)) return false
  // `visited our hospice`, `read to our stroke patients`: who is visited says nothing of the guest.
  const whom = /^ (?:our|the|its|their) (?:[\p{L}-]+ ?){1,3}/u.exec(rest)?.[0] ?? ''
  const places = text.health.filter(({ meaning }) => meaning.kind === 'care-place')
  return !text.health.some(
    ({ span, meaning }) =>
      own.has(meaning.kind) &&
      end < span.start &&
      span.end <= sentence.end &&
      span.start >= end + did[0].length + whom.length &&
      !places.some((place) => overlaps(place.span, span)),
  )
}
