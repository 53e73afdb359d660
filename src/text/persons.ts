import { overlaps } from '../source.js'
import { isBesideCare } from './occasions.js'
import { asAsker, asksInGeneral } from './persons/askers.js'
import { candidatesIn } from './persons/candidate.js'
import { disguisedIn } from './persons/disguised.js'
import { fileNamePersons } from './persons/file-names.js'
import { handlePersons } from './persons/handles.js'
import { isOwnName, type Judged, judge } from './persons/judge.js'
import { initialsIn, lowerCaseIn, nicknamesIn, reversedIn } from './persons/other-shapes.js'
import type { Person } from './persons/person.js'
import { settleRoles } from './persons/same.js'
import { tagPersons } from './persons/tags.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

export type { Person, PersonForm, PersonPlace, PersonRole } from './persons/person.js'

/**
 * Everybody a post names, in order, with who they are to it: staff, patient, relative, public figure, ... `unknown` is a private person of whom the post says
 * too little. Names in hashtags, handles and file names are among them; the handle that a reply begins with, and what is quoted, is not.
 */
export function personsIn(post: PostText): readonly Person[] {
  const texts = post.of(['live', 'visible', 'unknown'])
  const written = texts.filter(isWritten).flatMap((text) => inText(text, post))
  const apart = texts.flatMap((text): Judged[] => [
    ...tagPersons(text, post.facts),
    ...handlePersons(text, post),
    ...fileNamePersons(text, post),
  ])
  const all = inOrder([...written, ...apart], texts)
  const asked = asksInGeneral(post.post, texts) || isBesideCare(post) ? all.map(asAsker) : all
  return settleRoles(isOfStaff(post) ? asked.map(asColleague) : asked)
}

/** Every picture shows staff, or the post looks for some. */
const isOfStaff = ({ post: { media, type } }: PostText) =>
  type === 'job-ad' || (media.length > 0 && media.every(({ depicts }) => depicts === 'staff'))

/** Somebody of whom the text says nothing else is whom the picture shows. */
const asColleague = (judged: Judged): Judged =>
  judged.person.role === 'unknown' && judged.person.in === 'text'
    ? { ...judged, person: { ...judged.person, role: 'staff' } }
    : judged

const somethingToFind =
  /\p{Lu}|patient|\bpt\b|resident|client|survivor|\bm(?:r|s|rs)\b|meet |congrat|named|shout|birthday|proud of|thank|memory of|son |daughter|wife|husband|mom|dad|mother|father|brother|sister|baby|\b(?:had|has|rang|finished|was|got|went|came|beat|underwent|happy for) /u

/** Addresses, file names and the like hold no sentences. */
const isWritten = ({ region: { field } }: Text) =>
  !/(?:^|\.)(?:src|links?|tagged|hashtags|consent|platforms?|type|lang|date|scheduled|keys)(?:\.|$)/.test(field)

const replies: ReadonlySet<string> = new Set(['reply', 'comment', 'review-response'])

function inText(text: Text, { facts, post }: PostText): Judged[] {
  if (!somethingToFind.test(text.text)) return []
  const isReply = replies.has(post.type) || post.inReplyTo !== undefined
  const apart = [...text.links, ...text.emails].map(({ span }) => span)
  const candidates = [
    ...nicknamesIn(text),
    ...reversedIn(text),
    ...candidatesIn(text),
    ...lowerCaseIn(text),
    ...initialsIn(text),
    ...disguisedIn(text),
  ].filter(({ span }) => !apart.some((other) => overlaps(other, span)))
  const judged = candidates
    .flatMap((candidate) => judge(candidate, facts, isReply) ?? [])
    .filter(({ person }) => !isOwnName(person.name, facts))
  return withoutOverlaps(judged)
}

/** Of two that overlap the firm one stays, else the one found first: shapes that say more come first. */
function withoutOverlaps(judged: readonly Judged[]): Judged[] {
  const taken = new Set<number>()
  const offsets = ({ person: { span } }: Judged) =>
    Array.from({ length: span.end - span.start }, (_, index) => span.start + index)
  return [...judged]
    .sort((a, b) => Number(a.isLoose) - Number(b.isLoose))
    .filter((one) => {
      const own = offsets(one)
      if (own.some((offset) => taken.has(offset))) return false
      for (const offset of own) taken.add(offset)
      return true
    })
}

/** By place in the post. */
function inOrder(judged: readonly Judged[], texts: readonly Text[]): Judged[] {
  const rank = new Map(texts.map((text, index) => [text, index]))
  return [...judged].sort(
    (a, b) => rank.get(a.person.text)! - rank.get(b.person.text)! || a.person.span.start - b.person.span.start,
  )
}
