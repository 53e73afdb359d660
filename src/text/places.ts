import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { Referent } from './people.js'
import { ownerOf } from './place-owner.js'
import { type Found, spelledPlaces } from './place-patterns.js'
import { townsIn } from './place-towns.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'
import { statesOfTown } from './towns.js'

export type PlaceKind =
  | 'address'
  | 'coordinates'
  | 'zip'
  | 'zip3'
  | 'county'
  | 'town'
  | 'school'
  | 'reservation'
  | 'base'

/** A place smaller than a state. */
export interface Place {
  readonly kind: PlaceKind
  readonly span: Span
  /** Whose it is: a person's, the organization's own, where something is held, or nobody's in particular. */
  readonly owner: 'person' | 'organization' | 'event' | 'unknown'
  /** What may be said instead: the state, `our region`, the first digits of a ZIP. */
  readonly general: string
  /** What that replaces, where it is more than the place: `a Maplewood` becomes `an Ohio`. */
  readonly fixSpan?: Span
}

/** The places in a text, in order, none overlapping another. A `location` field is a place as a whole. */
export function placesIn(text: Text, post: PostText, referents: readonly Referent[]): readonly Place[] {
  if (/^location\b/.test(text.region.field)) return wholeField(text)
  if (!/\p{Lu}\p{L}|\d{3}|\/\/\//u.test(text.text)) return []
  const found: Found[] = []
  for (const place of [...spelledPlaces(text), ...townsIn(text)]) {
    if (
      !found.some(({ span }) => overlaps(span, place.span)) &&
      !isApart(text, place.span) &&
      !isName(text, place, referents)
    )
      found.push(place)
  }
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .map((place) => ({ ...place, owner: ownerOf(place, text, post.facts.organization, referents) }))
}

/** The Kowalczyk family is no town. */
const isName = (text: Text, { kind, span, isOfPerson }: Found, referents: readonly Referent[]) =>
  kind === 'town' &&
  (!isOfPerson ||
    statesOfTown(text.text.slice(span.start, span.end)).length === 0 ||
    /^\s+family\b/i.test(text.text.slice(span.end))) &&
  referents.some((referent) => referent.form === 'name' && overlaps(referent.span, span))

/** Inside a link, a handle or an address of mail nothing is a place. */
const isApart = (text: Text, span: Span) =>
  [...text.links, ...text.emails, ...text.mentions].some((other) => overlaps(other.span, span))

function wholeField(text: Text): readonly Place[] {
  const { start, end } = { start: text.text.search(/\S/), end: text.text.trimEnd().length }
  return start < 0 ? [] : [{ kind: 'town', span: { start, end }, owner: 'unknown', general: '' }]
}

/** Whether three ZIP digits stand for so few people that they must be written 000 (45 CFR 164.514(b)(2)(i)(B)). */
export const isRestrictedZip3 = (digits: string): boolean =>
  data<{ entries: string[] }>('lexicons/zip3-restricted').entries.includes(digits)
