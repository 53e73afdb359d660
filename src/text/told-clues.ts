import type { Span } from '../source.js'
import { isAboutOrganization } from './mood.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/** A word that may tell of somebody's care, where it stands beside them. */
export interface Clue {
  readonly span: Span
  readonly kind: 'health' | 'body' | 'day' | 'stay'
}

const bodies = new Set(['symptom', 'care-noun'])
const kinds = new Set(['condition', 'rare-condition', 'procedure', 'care-event', 'symptom', 'care-noun'])

/** Words of care, medicines, days and stays that may be told of somebody. */
export function cluesIn(post: PostText, text: Text): readonly Clue[] {
  const health = text.health
    .filter(({ meaning }) => kinds.has(meaning.kind))
    .map(({ span, meaning }): Clue => ({ span, kind: bodies.has(meaning.kind) ? 'body' : 'health' }))
  const medicines = post.products.filter(
    (mention) => mention.text === text && /drug|biologic|compound/.test(mention.kind ?? ''),
  )
  const days = text.dates.filter(
    ({ span, kind, isObservance }) => kind !== 'year' && kind !== 'partial' && !isObservance && !isOpening(text, span),
  )
  return [
    ...health,
    ...medicines.map(({ span }): Clue => ({ span, kind: 'health' })),
    ...days.map(({ span }): Clue => ({ span, kind: 'day' })),
    ...matchesOf(text, weekday)
      .filter((span) => !isOpening(text, span))
      .map((span): Clue => ({ span, kind: 'day' })),
    ...matchesOf(text, stay).map((span): Clue => ({ span, kind: 'stay' })),
  ]
}

const matchesOf = (text: Text, expression: RegExp): Span[] =>
  Array.from(text.text.matchAll(expression), ({ 0: found, index }) => ({ start: index, end: index + found.length }))

/** A day of somebody's week; `every Monday` and `the first Friday` are the office's. */
const weekday =
  /(?<![\p{L}])(?<!(?:every|each|first|second|third|fourth|last|open|until|through|till|to|by) )(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)?(?![\p{L}])/giu

/** How many, of days, visits and the like. */
export const count =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|ninety|a few|several|first|second|third|fourth|last|next)'
const stay = new RegExp(
  `(?<![\\p{L}\\d])${count}[- ](?:day|night|week|month|year|session|round|visit|appointment|treatment|dose|shot)s?(?![\\p{L}])`,
  'giu',
)

/** `Mondays`, `8 to noon`, `open Friday`: when the office is there. */
const isOpening = (text: Text, span: Span) =>
  /^s(?!\p{L})|^\s?(?:-|–|to|through|until|till)\s?(?:\d|noon|midnight|close|mon|tue|wed|thu|fri|sat|sun)/iu.test(
    text.text.slice(span.end, span.end + 14),
  ) || isAboutOrganization(text, text.sentenceAt(span.start))
