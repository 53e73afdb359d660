import { data } from '../data.js'
import type { Span } from '../source.js'
import { isGeneral } from './mood.js'
import { isIndividual } from './people.js'
import type { PostText } from './post-text.js'
import { asksOfSomebody, praisesStaff, reviewsIn } from './reply.js'
import type { Text } from './text.js'
import { type Clue, cluesIn, count } from './told-clues.js'
import { holds } from './within.js'

/**
 * Where an answer tells something of its reader, or of somebody they speak of, in whatever words: a person beside a word of health, a day, a medicine or a stay.
 * What an answer may say of everybody, of the office or of the review is not told of anyone.
 */
export function toldIn(post: PostText, text: Text): Span[] {
  const clues = cluesIn(post, text)
  const tellsOfOthers = !reviewsIn(post).some(praisesStaff)
  const isOfSomebody = reviewsIn(post).some(asksOfSomebody)
  return text.sentences.flatMap((sentence) => {
    const told = { text, sentence, clues: clues.filter(({ span }) => holds(sentence, span)) }
    if (isAsked(text, sentence)) return []
    const others = tellsOfOthers ? (ofAnother(post, told) ?? (isOfSomebody ? ofNoSubject(told) : undefined)) : undefined
    return ofReader(told) ?? others ?? pointedAt(told) ?? []
  })
}

interface Told {
  readonly text: Text
  readonly sentence: Span
  readonly clues: readonly Clue[]
}

/** `your third session`, `before your Thursday run`, `you ... on the 14th`, `you have an allergy`. */
function ofReader({ text, sentence, clues }: Told): Span | undefined {
  const words = withoutCourtesies(text.text.slice(sentence.start, sentence.end))
  const isOfMany = isGeneral(text, sentence) && !past.test(words)
  if (isOfMany) return undefined
  for (const { 0: found, index } of words.matchAll(reader)) {
    const start = sentence.start + index
    const isOwner = /^(?:your|yours|su|sus)$/i.test(found)
    const clue = clues.find(
      ({ span, kind }) =>
        span.start > start &&
        (isOwner
          ? adjoins(text, start + found.length, span.start, 3)
          : kind !== 'stay' &&
            (kind === 'day' ||
              isHad(text, start + found.length, span.start) ||
              past.test(words.slice(index, span.end - sentence.start)))),
    )
    if (clue) return widest({ start, end: clue.span.end }, clue.span)
    const before = isOwner
      ? undefined
      : clues.find(({ span, kind }) => kind === 'day' && span.end <= start && start - span.end < 60)
    if (before) return widest({ start: before.span.start, end: start + found.length }, before.span)
  }
  return undefined
}

const reader = /(?<![\p{L}'])(?:you|your|yours)(?![\p{L}])/giu

/** At most so many words lie between, and no stop. */
const adjoins = (text: Text, from: number, to: number, words: number) => {
  const between = text.text.slice(from, to)
  return from <= to && !/[.,;:!?—–\n]/.test(between) && between.trim().split(/\s+/).filter(Boolean).length <= words
}

/** `you have a`, `you're on`, `you take`. */
const isHad = (text: Text, from: number, to: number) =>
  /^(?:'(?:re|ve|d))?\s+(?:still |also |now |both )?(?:have|had|take|took|need|needed|get|got|are on|were on|on|with)?\s*(?:\p{L}+\s+){0,2}$/iu.test(
    text.text.slice(from, to),
  ) &&
  /^(?:'(?:re|ve|d)|\s+(?:\p{L}+ )?(?:have|had|take|took|need|needed|got|are|were)\b)/iu.test(text.text.slice(from, to))

/** Somebody whom the reader or the answer speaks of, by name, kinship or pronoun, beside what tells of care. */
function ofAnother(post: PostText, { text, sentence, clues }: Told): Span | undefined {
  const words = text.text.slice(sentence.start, sentence.end)
  if (isGeneral(text, sentence) && !past.test(words)) return undefined
  const person = post
    .referentsIn(text)
    .find(
      (referent) =>
        holds(sentence, referent.span) &&
        isIndividual(referent) &&
        referent.role !== 'self' &&
        !isReader(text, referent.span),
    )
  if (!person) return undefined
  const clue = clues.find(({ kind }) => kind !== 'stay') ?? placeIn(text, sentence)
  if (clue)
    return widest(
      { start: Math.min(person.span.start, clue.span.start), end: Math.max(person.span.end, clue.span.end) },
      clue.span,
    )
  const acts = isSingular(text, person.span) ? past.exec(words) : null
  return acts
    ? widest(
        {
          start: Math.min(person.span.start, sentence.start + acts.index),
          end: Math.max(person.span.end, sentence.start + acts.index + acts[0].length),
        },
        person.span,
      )
    : undefined
}

const isReader = (text: Text, { start, end }: Span) =>
  /^(?:you|your|yours)$/i.test(text.text.slice(start, end)) ||
  (/(?:^|[\n.!?,]\s*)(?:hi|hello|hey|dear|thanks?|thank you)?,?\s*$/i.test(
    text.text.slice(Math.max(0, start - 14), start),
  ) &&
    /^[,!:.]/.test(text.text.slice(end)))

const isSingular = (text: Text, { start, end }: Span) => /^(?:he|she|him|her|his)$/i.test(text.text.slice(start, end))

function placeIn(text: Text, sentence: Span): Clue | undefined {
  const place = text.health.find(({ span, meaning }) => meaning.kind === 'care-place' && holds(sentence, span))
  if (place) return { span: place.span, kind: 'stay' }
  const room =
    /(?<![\p{L}])(?:a (?:room|bed) (?:on|in)|(?:room|bed|bay|floor|unit) (?:\d|[A-Z]\b)|(?:moved|transferred) to|upstairs|rehab|recovery|surgery)(?![\p{L}])/iu.exec(
      text.text.slice(sentence.start, sentence.end),
    )
  return room
    ? { span: { start: sentence.start + room.index, end: sentence.start + room.index + room[0].length }, kind: 'stay' }
    : undefined
}

/** `Moved to rehab on Monday`: of whom the comment asks. */
function ofNoSubject({ text, sentence, clues }: Told): Span | undefined {
  const start =
    /^[^\p{L}]*(?:yes,? |yep,? |yeah,? |sure,? )?(?=(?:moved|transferred|discharged|admitted|released|went|came|left|home|back|out of|still|resting|sleeping|eating|walking|sitting|doing|up and|in (?:surgery|recovery|rehab|room)|stable|awake)(?![\p{L}]))/iu.exec(
      text.text.slice(sentence.start, sentence.end),
    )
  if (!start) return undefined
  const from = sentence.start + start[0].length
  const clue = clues[0] ?? placeIn(text, sentence)
  return { start: from, end: Math.max(clue?.span.end ?? 0, Math.min(sentence.end, from + 30)) }
}

/** `that shoulder is behaving`, `the new hearing aids`, `an infection of four days`: one thing, not what things are like. */
function pointedAt({ text, sentence, clues }: Told): Span | undefined {
  if (isGeneral(text, sentence)) return undefined
  for (const { span, kind } of clues) {
    if (kind !== 'health' && kind !== 'body') continue
    const pointer = pointing.exec(text.text.slice(Math.max(sentence.start, span.start - 40), span.start))
    const isLong = lasting.test(text.text.slice(span.end, sentence.end))
    if (pointer && !conjunction.test(text.text.slice(sentence.start, span.start - pointer[0].length)))
      return { start: span.start - pointer[0].length, end: span.end }
    if (isLong) return span
  }
  return undefined
}

const pointing =
  /(?<![\p{L}])(?:that|those|both|the new|this new|the old|the first|the second|the last|the other|left|right)\s+(?:[\p{L}-]+\s+)?$/iu
const conjunction =
  /(?<![\p{L}])(?:know|understand|say|believe|hope|sure|think|aware|hear|agree|ensure|mean|feel|show|find|note|so|recommend|remember|mind|fact|said|told)s?\s*$/iu
const lasting = new RegExp(
  `^\\s+(?:of|for|from)\\s+(?:about |over )?${count}\\s(?:hour|day|night|week|month)s?(?![\\p{L}])`,
  'iu',
)

const isAsked = (text: Text, { start, end }: Span) =>
  /\?[\s"')*]*$/.test(text.text.slice(start, end)) &&
  !/(?:isn't|wasn't|didn't|haven't|aren't|weren't|right|remember)[^?]{0,12}\?/i.test(text.text.slice(start, end))

/** What happened: `was`, `came`, `turned`; `is required` and `needed` describe. */
const past =
  /(?<![\p{L}])(?<!(?:are|is|'re|'s|be|am|'m|to|get|very|so)\s)(?:was|were|had|did|came|went|got|left|told|took|gave|made|saw|found|kept|brought|woke|began|became|broke|fell|met|sat|stood|spent|knew|paid|chose|bit|ate|drank|slept|spoke|sent|swore|hung|held|refused|threw|wore|has been|have been|(?!need|speed|feed|indeed|embed|hundred|sacred|bed|shared|excited|pleased|thrilled|delighted|honou?red|committed|dedicated|trained|licensed|interested|concerned|limited|required|designed|based|related|advanced)\p{L}{3,}ed)(?![\p{L}])/iu

/** The whole stretch where it is short, else the telling words alone. */
const widest = (all: Span, telling: Span): Span => (all.end - all.start <= 80 ? all : telling)

let courtesies: RegExp | undefined

/** The sentence with what may be said to any reader blanked out: `your feedback`, `you may call`. */
function withoutCourtesies(words: string): string {
  courtesies ??= new RegExp(
    `(?<![\\p{L}])(?:${data<{ entries: string[] }>('lexicons/reply-courtesies').entries.join('|')})(?![\\p{L}])`,
    'giu',
  )
  return words.replace(courtesies, (found) => ' '.repeat(found.length))
}
