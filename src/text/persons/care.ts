import type { Span } from '../../source.js'
import type { HealthKind } from '../health.js'
import type { Text } from '../text.js'
import { mentionsIn } from './near.js'
import type { Person } from './person.js'

/** Cues that are care themselves. */
const careCues: ReadonlySet<string> = new Set([
  'patient-noun',
  'care-event',
  'care-noun',
  'treated',
  'testimonial',
  'receives-care',
  'own-care',
  'listed',
])
const careKinds: ReadonlySet<HealthKind> = new Set([
  'condition',
  'rare-condition',
  'procedure',
  'symptom',
  'care-event',
])

/** Places where nobody is but in care, at work or on a visit. */
const bedside = /icu|nursing home|hospice|rehab|ward|memory|assisted living|unit|bed|recovery room|trauma|intensive/i

/** Whether care, a condition or a treatment is told in the clause that names somebody; of whom is thanked, also in the next sentence. */
export function isBesideCare(person: Person): boolean {
  if (person.cues.some((cue) => careCues.has(cue))) return true
  const { text } = person
  const { start, end } = passageOf(person)
  const reach = person.cues.includes('addressed') ? text.sentenceAt(Math.min(text.text.length, end + 2)).end : end
  for (const { meaning, span } of mentionsIn(text.health, { start, end: Math.max(end, reach) })) {
    const isOfCare =
      careKinds.has(meaning.kind) ||
      (meaning.kind === 'care-place' && bedside.test(text.text.slice(span.start, span.end)))
    if (isOfCare && (span.end <= person.span.start || span.start >= person.span.end)) return true
  }
  return false
}

/** Who is introduced, addressed or told of by a pronoun is mostly the one of whom the sentence before told. */
const subjectCues: ReadonlySet<string> = new Set([
  'introduced',
  'addressed',
  'pronoun',
  'age',
  'named',
  'in-memory',
  'support-tag',
])

/** The clause; with the next sentence where that goes on with a pronoun, and the one before where that tells of the same person, or the name is a sentence of its own. */
function passageOf(person: Person): Span {
  const clause = clauseOf(person)
  if (person.in !== 'text') return clause
  const { text, span } = person
  const sentence = text.sentenceAt(span.start)
  const rest = text.text.slice(sentence.end, sentence.end + 30)
  const end = /^[\s\p{Emoji}]*(?:she|he|her|his)\b/iu.test(rest)
    ? text.sentenceAt(sentence.end + rest.search(/\p{L}/u)).end
    : clause.end
  const isAlone = sentence.end - sentence.start < span.end - span.start + 8
  const isToldBefore = isAlone || person.cues.some((cue) => subjectCues.has(cue))
  return { start: isToldBefore && sentence.start > 0 ? text.sentenceAt(sentence.start - 1).start : clause.start, end }
}

const boundary = /[;:\n—]|\s-\s|,?\s(?:and (?:we|our|they|it|learn|join|get|then)|but|so that|while|whereas)\s/giu

const reachOfClause = 400

/** The part of its sentence, between stronger marks, that names somebody. Alt text has few marks and is one clause. */
function clauseOf({ text, span, in: place }: Person): Span {
  if (place !== 'text') return { start: 0, end: text.text.length }
  const sentence = text.sentenceAt(span.start)
  const first = Math.max(sentence.start, span.start - reachOfClause)
  let start = first
  let end = Math.max(Math.min(sentence.end, span.end + reachOfClause), span.end)
  for (const { index, 0: mark } of text.text.slice(start, end).matchAll(boundary)) {
    const at = first + index
    if (at + mark.length <= span.start) start = at + mark.length
    else if (at >= span.end) {
      end = at
      break
    }
  }
  return { start, end }
}

/** What a fix puts for a name, and what that replaces where it is more than the name. */
export interface Generalised {
  readonly general: string
  readonly fixSpan?: Span
}

const noun =
  /\p{Ll}(?<!\b(?:meet|congrats|of|to|for|with|by|see|proud|when|and|as|watch|is|named|called|welcome|from|that|so|but|or|miss|remembering|celebrating))(?<space>\s+)$/u
const described =
  /(?<![\p{L}\p{N}])(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Hh]er|[Hh]is|[Tt]heir|[Yy]our|[Tt]his|[Tt]hat|little|sweet|dear|named|called|is|\p{L}+'s|\p{Lu}\p{L}*)[\s,:-]+["']?$/u

/** `a patient` in the case that its place asks for; after a noun (`our patient Ana`) nothing. Undefined where grammar asks for more than that. */
export function generalFor({ text, span, role, cues, form }: Person): Generalised | undefined {
  if (form === 'handle') return { general: '', fixSpan: withSpaceBefore(text, span) }
  if (form === 'nickname' || cues.some((cue) => cue === 'addressed' || cue === 'staff-title')) return undefined
  const before = text.text.slice(Math.max(0, span.start - 30), span.start)
  const space = cues.some((cue) => cue === 'patient-noun' || cue === 'relation' || cue === 'job')
    ? noun.exec(before)?.groups?.space
    : undefined
  if (space !== undefined) return { general: '', fixSpan: { start: span.start - space.length, end: span.end } }
  if (described.test(before.replace(openers, ' '))) return undefined
  const word = role === 'relative' ? 'a family member' : role === 'staff' ? 'a colleague' : 'a patient'
  return {
    general: /(?:^|[.!?"\n]\s*)$/.test(text.text.slice(Math.max(0, span.start - 6), span.start))
      ? word[0]!.toUpperCase() + word.slice(1)
      : word,
  }
}

const openers =
  /(?<!\p{L})(?:meet|congrats|congratulations|of|to|for|with|by|see|proud|when|and|as|watch|remembering|celebrating|welcome)\s$/iu

/** A stretch that is to go, with the spaces before it. */
export function withSpaceBefore({ text }: Text, { start, end }: Span): Span {
  let from = start
  while (from > 0 && text[from - 1] === ' ') from--
  return { start: from, end }
}
