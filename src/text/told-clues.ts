import type { Span } from '../source.js'
import { isPartOfName } from './health-cues.js'
import { isAboutOrganization } from './mood.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/** A word that may tell of somebody's care, where it stands beside them. */
export interface Clue {
  readonly span: Span
  /** `time`: a month or season, or a year's part; `record`: a claim, a bill, a specimen, a form. */
  readonly kind: 'health' | 'body' | 'day' | 'time' | 'stay' | 'record'
}

const bodies = new Set(['symptom', 'care-noun'])
const kinds = new Set(['condition', 'rare-condition', 'procedure', 'care-event', 'symptom', 'care-noun'])

/** Words of care, medicines, days and stays that may be told of somebody. */
export function cluesIn(post: PostText, text: Text): readonly Clue[] {
  const health = text.health
    .filter(({ span, meaning }) => kinds.has(meaning.kind) && !isPartOfName(text, span) && !isTitled(text, span))
    .map(({ span, meaning }): Clue => ({ span, kind: bodies.has(meaning.kind) ? 'body' : 'health' }))
  const medicines = post.products.filter(
    (mention) => mention.text === text && /drug|biologic|compound/.test(mention.kind ?? ''),
  )
  const days = text.dates.filter(
    ({ span, kind, isObservance }) => kind !== 'year' && !isObservance && !isOpening(text, span),
  )
  return [
    ...health,
    ...medicines.map(({ span }): Clue => ({ span, kind: 'health' })),
    ...days.map(({ span, kind }): Clue => ({ span, kind: kind === 'partial' ? 'time' : 'day' })),
    ...matchesOf(text, weekday)
      .filter((span) => !isOpening(text, span))
      .map((span): Clue => ({ span, kind: 'day' })),
    ...matchesOf(text, stay).map((span): Clue => ({ span, kind: 'stay' })),
    ...matchesOf(text, record).map((span): Clue => ({ span, kind: 'record' })),
  ]
}

/** `Mr. Molar` is a puppet. */
const isTitled = (text: Text, { start }: Span) =>
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Captain|Professor)\.? $/u.test(text.text.slice(Math.max(0, start - 12), start))

const matchesOf = (text: Text, expression: RegExp): Span[] =>
  Array.from(text.text.matchAll(expression), ({ 0: found, index }) => ({ start: index, end: index + found.length }))

const record =
  /(?<![\p{L}])(?:(?:insurance|secondary|dental|vision|medical) )?(?:coverage|claims?|deductible|co-?pays?|co-?insurance|out-of-pocket|(?:prior )?authorizations?|referrals?|balance|refund|premium|invoices?|statements?|collections|no[- ]shows?|late fees?|vials?|specimens?|swabs?|blood draws?|impressions?|consent form|waiver|wristband|shipment|refill|remake|script|papoose board|restraints?|gurney|screens?|panels?|revisions?|follow-?ups?|charges?|splints?|casts?|labs?|imaging|cultures?|letters?|payment plans?|payments?|biops(?:y|ies)|recheck|touch-?ups?|syringes?|molds?|adjustments?|blood ?work|images?|films?|readings?|tubes?|drains?|dressings?|catheters?|plan (?:pays|paid|covers|covered)|\$\s?\d[\d,.]*)(?![\p{L}])/giu

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

/** A sentence of an answer, and what in it may tell of somebody. */
export interface Told {
  readonly text: Text
  readonly sentence: Span
  readonly words: string
  readonly clues: readonly Clue[]
}

/** What happened: `was`, `came`, `turned`; `is required` and `needed` describe. */
export const past =
  /(?<![\p{L}])(?<!(?:are|is|'re|'s|be|am|'m|to|get|very|so)\s)(?:was|were|had|did|came|went|got|left|told|took|gave|made|saw|found|kept|brought|woke|began|became|broke|fell|met|sat|stood|spent|knew|paid|chose|bit|ate|drank|slept|spoke|sent|swore|hung|held|refused|threw|wore|could(?: not|n't)|has been|have been|(?!un(?:opened|used|worn|limited|expected)|need|speed|feed|indeed|embed|hundred|sacred|bed|shared|excited|pleased|thrilled|delighted|honou?red|committed|dedicated|trained|licensed|interested|concerned|limited|required|designed|based|related|advanced|included|recommended)\p{L}{3,}ed)(?![\p{L}])/iu

/** When it happened, where no verb says that it did. */
export const lately =
  /(?<![\p{L}])(?:last|this past) (?:fall|spring|summer|winter|week|month|year|\p{Lu}\p{L}+)(?![\p{L}])/iu

/** The whole stretch where it is short, else the telling words alone. */
export const widest = (all: Span, telling: Span): Span => (all.end - all.start <= 80 ? all : telling)

/** From the first to the last of two. */
export const both = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})
