import { overlaps } from '../source.js'
import { candidatesIn } from './persons/candidate.js'
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
    ...fileNamePersons(text),
  ])
  return settleRoles(inOrder([...written, ...apart], texts))
}

const somethingToFind =
  /\p{Lu}|patient|\bpt\b|resident|client|survivor|\bm(?:r|s|rs)\b|meet |congrat|named|shout|birthday|proud of|thank|memory of|son |daughter|wife|husband|mom|dad|mother|father|brother|sister|baby/u

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
  ].filter(({ span }) => !apart.some((other) => overlaps(other, span)))
  const judged = candidates
    .flatMap((candidate) => judge(candidate, facts, isReply) ?? [])
    .filter(({ person }) => !isOwnName(person.name, facts))
  const firm = judged.filter(({ isLoose }) => !isLoose)
  return judged.filter(
    (one, index) =>
      !firm.some(
        (other) =>
          other !== one &&
          overlaps(other.person.span, one.person.span) &&
          (judged.indexOf(other) < index || one.isLoose),
      ),
  )
}

const inOrder = (judged: readonly Judged[], texts: readonly Text[]) =>
  [...judged].sort(
    (a, b) => texts.indexOf(a.person.text) - texts.indexOf(b.person.text) || a.person.span.start - b.person.span.start,
  )
