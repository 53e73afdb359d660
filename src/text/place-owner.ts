import type { Organization } from '../facts.js'
import type { Span } from '../source.js'
import { isAboutOrganization } from './mood.js'
import { isInOwnAddress } from './own-address.js'
import { isIndividual, type Referent } from './people.js'
import type { Found } from './place-patterns.js'
import type { Place } from './places.js'
import type { Text } from './text.js'

const event =
  /\b(?:festival|fair|parade|conference|gala|5k|marathon|concert|summit|expo|meeting|class|workshop|webinar|ceremony|tournament|game|picnic|luncheon|drive|screening|event)\b/iu
const own =
  /\b(?:our|our new)\s+$|\b(?:serv(?:e|es|ing)|visit|located (?:at|in|on)|now open (?:at|in)|come see us (?:at|in)|offices? (?:at|in)|clinics? (?:at|in)|locations? (?:at|in)|based in|parking at|mail to|hiring in|open in)\s+(?:\p{L}+\s+){0,2}$/iu
const ownAfter =
  /^\s+(?:clinic|office|location|campus|team|hospital|crew|site|practice|studio|pharmacy|lab|facility|center)s?\b/i

/** Whose place it is: the organization's, where something is held, or a person's, who must be spoken of in the same sentence. */
export function ownerOf(
  place: Found,
  text: Text,
  organization: Organization,
  referents: readonly Referent[],
): Place['owner'] {
  const words = text.text.slice(place.span.start, place.span.end)
  if (place.kind === 'address' && isOwn(words, organization)) return 'organization'
  if (isInOwnAddress(text.text, place.span, organization.addresses)) return 'organization'
  const sentence = text.sentenceAt(place.span.start)
  if (isGivenOut.test(text.text.slice(Math.max(0, place.span.start - 60), place.span.start))) return 'organization'
  const before = text.text.slice(Math.max(sentence.start, place.span.start - 40), place.span.start)
  if (ownAfter.test(text.text.slice(place.span.end)) || (own.test(before) && !place.isOfPerson)) return 'organization'
  // A street may be called Drive.
  const around = `${text.text.slice(sentence.start, place.span.start)} ${text.text.slice(place.span.end, sentence.end)}`
  const isEvent = event.test(around)
  const here = referents.filter(({ span }) => sentence.start <= span.start && span.start < sentence.end)
  const person = nearest(
    here.filter(
      (referent) =>
        referent.role !== 'self' &&
        (isIndividual(referent) ||
          referent.role === 'staff' ||
          referent.role === 'giver' ||
          referent.role === 'animal' ||
          referent.role === 'public'),
    ),
    place.span,
  )
  if (isAboutOrganization(text, sentence) && !(place.isOfPerson && person && isIndividual(person)))
    return isEvent ? 'event' : 'organization'
  if (person) return isIndividual(person) ? 'person' : 'organization'
  if (isOwn(words, organization)) return 'organization'
  if (
    place.isOfPerson &&
    /\b(?:from|lives?|native|resident)\b/i.test(before + text.text.slice(place.span.end, place.span.end + 20))
  )
    return 'person'
  return isEvent ? 'event' : 'unknown'
}

/** `The street address for GPS is`, `we're at`. */
const isGivenOut =
  /(?<!\b(?:her|his|their|patient's|home|whose)\s)\b(?:(?:street|mailing|physical|office|clinic|new|our|the|GPS) address (?:for \p{L}+ )?(?:is|:)|address:|we're (?:at|in|on)|we are (?:at|in|on)|find us (?:at|in|on)|meet (?:us )?at|head to|come to|park (?:at|on|in)|located (?:at|in|on)|entrance (?:is )?(?:at|on))(?:\s+[^.!?\n]{0,50})?$/iu

function nearest(here: readonly Referent[], { start, end }: Span): Referent | undefined {
  const distance = ({ span }: Referent) => Math.min(Math.abs(span.end - start), Math.abs(span.start - end))
  return here.reduce<Referent | undefined>(
    (best, referent) => (best && distance(best) <= distance(referent) ? best : referent),
    undefined,
  )
}

/** Part of one of the organization's addresses, or of its name. */
function isOwn(words: string, { addresses, name }: Organization): boolean {
  const plain = squash(words)
  return (
    plain.length > 3 &&
    [...addresses, ...(name ? [name] : [])].some(
      (entry) => squash(entry).includes(plain) || (squash(entry).length > 8 && plain.includes(squash(entry))),
    )
  )
}

const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
