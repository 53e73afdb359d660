import { ageFix, dateFix } from '../text/date-fixes.js'
import { isAboutOrganization, isOfThing } from '../text/mood.js'
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
    .map((found) => ({ text, span: found.span, ...dateFix(text, found) }))
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
  return here.every(({ role }) => role === 'group') && !isAboutOrganization(match.text, sentence)
}
