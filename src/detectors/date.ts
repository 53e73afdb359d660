import type { Span } from '../source.js'
import { ageFix, dateFix } from '../text/date-fixes.js'
import { isAboutOrganization, isNarrated, isOfThing } from '../text/mood.js'
import { isIndividual } from '../text/people.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import { defineDetector, type Match } from './detector.js'

type Kind = 'full' | 'partial' | 'relative' | 'clock' | 'labelled' | 'newborn-age' | 'age-over-89'

interface DateOptions {
  readonly kinds: readonly Kind[]
  /** Only where the sentence speaks of the person whose care is told. */
  readonly withPerson?: boolean
}

const kinds: readonly Kind[] = ['full', 'partial', 'relative', 'clock', 'labelled', 'newborn-age', 'age-over-89']

/** Dates and telling ages of a person; no observances, opening hours, events or days in the organization's own life. */
export const date = defineDetector<DateOptions>({
  name: 'date',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['kinds'],
    properties: { kinds: { type: 'array', minItems: 1, items: { enum: kinds } }, withPerson: { type: 'boolean' } },
  },
  compile({ kinds: wanted, withPerson = false }, { reads }) {
    return function* (post): Iterable<Match> {
      for (const text of post.of(reads)) {
        for (const match of [...datesOf(text, wanted), ...agesOf(text, wanted)]) {
          if (wanted.includes('labelled') || (isPersons(match, post, withPerson) && !post.context.isMadeUp(match)))
            yield match
        }
      }
    }
  },
})

function datesOf(text: Text, wanted: readonly Kind[]): Match[] {
  return text.dates
    .filter(({ kind, isObservance }) => kind !== 'year' && wanted.includes(kind) && !isObservance)
    .filter(({ span }) => !isRecurring(text, span))
    .map((found) => ({ text, span: found.span, ...dateFix(text, found) }))
}

/** `Each December our hospice lights a tree`. */
const isRecurring = (text: Text, { start }: Span): boolean =>
  /(?<!\p{L})(?:each|every) $/iu.test(text.text.slice(Math.max(0, start - 8), start))

/** `Sunday, December 13, 5 pm, courthouse lawn`: a day with an hour, and nobody of whom it is told. */
function isHeld({ text, span }: Match, sentence: Span): boolean {
  const isIn = (other: Span) => sentence.start <= other.start && other.start < sentence.end
  const dates = text.dates.filter((other) => isIn(other.span))
  return (
    dates.some(({ kind }) => kind === 'clock') &&
    /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(
      text.text.slice(Math.max(sentence.start, span.start - 12), span.end),
    ) &&
    !isNarrated(text, sentence) &&
    !text.health.some((mention) => isIn(mention.span))
  )
}

function agesOf(text: Text, wanted: readonly Kind[]): Match[] {
  if (!wanted.includes('age-over-89') && !wanted.includes('newborn-age')) return []
  return text.ages.flatMap((age) => {
    if (age.over89 && wanted.includes('age-over-89') && !isOfThing(text, age.span))
      return [{ text, span: age.span, ...ageFix(text, age) }]
    const isNewborn = age.unit === 'minutes' || age.unit === 'hours' || age.unit === 'days'
    return isNewborn && wanted.includes('newborn-age') ? [{ text, span: age.span }] : []
  })
}

/** Not the organization's day, nor one of staff, donors or history. */
function isPersons(match: Match, post: PostText, withPerson: boolean): boolean {
  if (withPerson) return post.context.isWithPerson(match)
  const sentence = match.text.sentenceAt(match.span.start)
  const here = post
    .referentsIn(match.text)
    .filter(({ span }) => sentence.start <= span.start && span.start < sentence.end)
  if (here.some((referent) => isIndividual(referent))) return true
  if (post.post.type === 'event' && here.length === 0 && isHeld(match, sentence)) return false
  return here.every(({ role }) => role === 'group') && !isAboutOrganization(match.text, sentence)
}
