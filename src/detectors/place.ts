import type { Place, PlaceKind } from '../text/places.js'
import type { PostText } from '../text/post-text.js'
import { defineDetector, type Match } from './detector.js'

interface PlaceOptions {
  readonly kinds: readonly PlaceKind[]
  /** Only where the sentence speaks of the person whose care is told. */
  readonly withPerson?: boolean
}

const kinds: readonly PlaceKind[] = [
  'address',
  'coordinates',
  'zip',
  'zip3',
  'county',
  'town',
  'school',
  'reservation',
  'base',
]

/** Places smaller than a state that are not the organization's own and hold no event. */
export const place = defineDetector<PlaceOptions>({
  name: 'place',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['kinds'],
    properties: { kinds: { type: 'array', minItems: 1, items: { enum: kinds } }, withPerson: { type: 'boolean' } },
  },
  compile({ kinds: wanted, withPerson = false }, { reads, isUngated }) {
    return function* (post): Iterable<Match> {
      for (const text of post.of(reads)) {
        for (const found of post.placesIn(text)) {
          const match = {
            text,
            span: found.span,
            fixSpan: found.fixSpan,
            ...(found.general && { data: { general: found.general } }),
          }
          if (wanted.includes(found.kind) && mayBePersons(found, match, post, withPerson && !isUngated)) yield match
        }
      }
    }
  },
})

function mayBePersons({ kind, owner }: Place, match: Match, post: PostText, withPerson: boolean): boolean {
  if (owner === 'organization' || owner === 'event') return false
  if (kind === 'zip3' && match.data?.general !== '000') return false
  if (!withPerson) return true
  if (match.text.region.field.startsWith('location')) return post.context.tellsOfPerson
  return post.context.isWithPerson(match)
}
