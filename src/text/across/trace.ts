import { type Lines, overlaps, type Span } from '../../source.js'
import { threshold } from '../context.js'
import type { Person } from '../persons.js'
import type { PostText } from '../post-text.js'
import type { Text } from '../text.js'
import { detailsOf } from './details.js'
import { fingerprint } from './fingerprint.js'
import { type Reference, referencesIn } from './references.js'

/** A stretch of one of a post's texts. */
export interface TracePlace {
  /** Index in the post's texts. */
  readonly text: number
  readonly span: Span
  /** Of the file, from 1. */
  readonly line: number
}

/** A private person that a post names. */
export interface NameTrace extends TracePlace {
  readonly first?: string
  readonly last?: string
}

/** Something that tells who somebody is, as far as it is told of a person: an occupation, a town, a day, a picture. */
export interface Detail {
  readonly kind: string
  readonly value: string
}

/** What is kept of a post for rules that look across posts: fingerprints and places, nothing of its words. */
export interface PostTrace {
  readonly index: number
  readonly line: number
  /** The thread it is a part of: the index of its first post. */
  readonly thread?: number
  /** The day it goes live, `YYYY-MM-DD`. */
  readonly day?: string
  readonly platforms: readonly string[]
  /** Its text, of a post that is not an answer to anybody. */
  readonly body?: TracePlace & { readonly value: string }
  /** Whom it names, staff, donors, authors and figures of public life apart. */
  readonly names: readonly NameTrace[]
  /** Where it tells of one person's care. */
  readonly care?: TracePlace
  readonly details: readonly Detail[]
  /** Where it speaks of another post. */
  readonly references: readonly Reference[]
}

/** Traces a post. @param lines of its file */
export function traceOf(post: PostText, lines: Lines): PostTrace {
  const { index, span, part, scheduled, platforms } = post.post
  const place = placer(post, lines)
  const names = namesOf(post, place)
  const care = careOf(post, place)
  const tells = names.length > 0 || care !== undefined
  return {
    index,
    line: lines.position(span.start).line,
    ...(part !== undefined && { thread: index - part }),
    ...(scheduled !== undefined && { day: scheduled.slice(0, 10) }),
    platforms,
    body: bodyOf(post, place),
    names,
    care,
    details: tells ? detailsOf(post) : [],
    references: tells ? referencesIn(post) : [],
  }
}

type Placer = (text: Text, span: Span) => TracePlace

const placer =
  (post: PostText, lines: Lines): Placer =>
  (text, span) => ({ text: post.texts.indexOf(text), span, line: lines.position(text.toFile(span).start).line })

const answers: ReadonlySet<string> = new Set(['reply', 'comment', 'review-response', 'repost'])
/** Two words alike are no duplicate: `Thank you!`. */
const fewestWords = 4

function bodyOf({ post, texts }: PostText, place: Placer): PostTrace['body'] {
  if (answers.has(post.type) || post.inReplyTo !== undefined || post.repostOf !== undefined) return undefined
  const text = texts.find(({ region }) => /^(?:text|variants)\b/.test(region.field) && region.kind === 'live')
  const first = text?.sentences[0]
  if (!text || !first || text.words.length < fewestWords) return undefined
  return { ...place(text, first), value: fingerprint(text.words.map(({ lower }) => lower).join(' ')) }
}

/** Whom a post names, with first and last name as far as they are written. A town that reads like a name is none. */
function namesOf(post: PostText, place: Placer): NameTrace[] {
  const named = post.persons.filter(
    (person) => isPrivate(person) && !post.placesIn(person.text).some((town) => overlaps(town.span, person.span)),
  )
  return named.map(({ text, span, name, form }) => {
    const words = name.toLowerCase().split(/\s+/)
    const isLast = form === 'surname' || form === 'honorific'
    return {
      ...place(text, span),
      ...(!isLast && { first: fingerprint(words[0]!) }),
      ...((isLast || (form === 'full' && words.length > 1)) && { last: fingerprint(words.at(-1)!) }),
    }
  })
}

const isPrivate = ({ role, form, in: where }: Person): boolean =>
  (role === 'patient' || role === 'unknown') &&
  (where === 'text' || where === 'alt') &&
  ['full', 'honorific', 'surname', 'first', 'kin'].includes(form)

/** The condition or treatment of the person whose story a post tells, else the telling itself. */
function careOf(post: PostText, place: Placer): TracePlace | undefined {
  const [story] = post.stories
  if (!story) return undefined
  const { text, match } = story
  const named = text.health.find(
    ({ span, meaning }) =>
      /^(?:condition|rare-condition|procedure)$/.test(meaning.kind) &&
      !text.isDenied(span) &&
      post.context.scoreAt({ text, span }) >= threshold,
  )
  return place(text, named?.span ?? match.span)
}
