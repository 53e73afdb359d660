import { data } from '../data.js'
import type { Span } from '../source.js'
import { isGeneral } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import type { PostText } from './post-text.js'
import { asksOfSomebody, praisesStaff, reviewsIn } from './reply.js'
import type { Text } from './text.js'
import { both, type Clue, cluesIn, lately, past, type Told, widest } from './told-clues.js'
import { askedAfter, happened, office, pointedAt, wishedWell } from './told-things.js'
import { holds } from './within.js'

/**
 * Where an answer tells something of its reader, or of somebody they speak of, in whatever words: a person beside a word of health, a day, a medicine or a stay.
 * What an answer may say of everybody, of the office or of the review is not told of anyone.
 */
export function toldIn(post: PostText, text: Text): Span[] {
  const clues = cluesIn(post, text)
  const staff = reviewsIn(post).filter(praisesStaff)
  const isOfSomebody = reviewsIn(post).some(asksOfSomebody)
  return text.sentences.flatMap((sentence) => {
    const words = text.text.slice(sentence.start, sentence.end)
    const told = { text, sentence, words, clues: clues.filter(({ span }) => holds(sentence, span)) }
    if (isAsked(words)) return askedAfter(told) ?? []
    if (unspoken.test(words) || (isGeneral(text, sentence) && !past.test(words))) return []
    return (
      ofReader(told) ??
      ofAnother(post, told, staff) ??
      (isOfSomebody ? (ofNoSubject(told) ?? ofAsked(told, staff)) : undefined) ??
      pointedAt(told) ??
      wishedWell(told) ??
      happened(told) ??
      []
    )
  })
}

const isAsked = (words: string) =>
  /\?[\s"')*]*$/.test(words) &&
  !/^[^\p{L}]*(?:@\S+\s+)?(?:(?:hi|hey|hmm|so)[,!]? )?(?:I'm|I am|we're|it|looks like|shows?|system|our (?:system|log|records?|notes)|that|yours?)(?!\p{L})/iu.test(
    words,
  ) &&
  !/(?:isn't|wasn't|didn't|haven't|aren't|weren't|right|remember)[^?]{0,12}\?/i.test(words)

/** What may not be talked about. */
const unspoken =
  /(?<![\p{L}])(?:cannot|can't|can not|(?:not|aren't|isn't) able to|unable to|never|don't|do not|doesn't|won't|not (?:allowed|permitted) to|keeps? us from|prevents? us from)\s+(?:\p{L}+\s+){0,3}(?:discuss|comment|confirm|respond|talk|speak|share|say|saying|talking|discussing|commenting)\p{L}*(?![\p{L}])(?![^.!?]*(?<![\p{L}])(?:but|however|that said)(?![\p{L}]))/iu

/** `your third session`, `before your Thursday run`, `you ... on the 14th`, `you have an allergy`, `after the hives ... with you`. */
function ofReader({ text, sentence, words, clues }: Told): Span | undefined {
  const left = withoutCourtesies(words)
  for (const { 0: found, index } of left.matchAll(reader)) {
    const start = sentence.start + index
    const end = start + found.length
    const clue = clues.find(({ span, kind }) =>
      span.start < end || kind === 'time' || kind === 'record'
        ? false
        : /^your$/i.test(found)
          ? adjoins(text, end, span.start)
          : kind === 'day' ||
            (kind !== 'stay' &&
              (isHad(text, end, span.start) || past.test(left.slice(index, span.end - sentence.start)))),
    )
    if (clue) return widest({ start, end: clue.span.end }, clue.span)
    const before = clues.find(
      ({ span, kind }) =>
        span.end <= start &&
        start - span.end < 60 &&
        (kind === 'day' || (kind === 'health' && (past.test(words) || lately.test(words)))),
    )
    if (before && !/^your$/i.test(found)) return widest({ start: before.span.start, end }, before.span)
  }
  return undefined
}

const reader = /(?<![\p{L}'])(?:you|yours?)(?![\p{L}])/giu

/** At most three words lie between, and no stop. */
const adjoins = (text: Text, from: number, to: number) => {
  const between = text.text.slice(from, to)
  return !/[.,;:!?—–\n]/.test(between) && between.trim().split(/\s+/).filter(Boolean).length <= 3
}

/** `you have a`, `you're on`, `you take`. */
const isHad = (text: Text, from: number, to: number) =>
  /^(?:'(?:re|ve|d))?\s+(?:(?:still|also|now|both|are) )?(?:have|had|take|took|need|needed|got|on|were|with)\s+(?:\p{L}+\s+){0,2}$/iu.test(
    text.text.slice(from, to),
  )

/** Somebody whom the reader or the answer speaks of, by name, kinship or pronoun, beside what tells of care; `she` may be who is praised. */
function ofAnother(post: PostText, { text, sentence, words, clues }: Told, staff: readonly Text[]): Span | undefined {
  const isTold = (referent: Referent) => isSomebody(text, referent, staff)
  const all = post.referentsIn(text).filter(isTold)
  const hasNamed =
    all.some(({ form }) => form !== 'pronoun') ||
    /(?<![\p{L}])(?:Mom|Dad|Grandma|Grandpa|Mama|Papa)(?![\p{L}])/u.test(words)
  const person = all.find(
    (referent) => holds(sentence, referent.span) && (referent.form !== 'pronoun' || staff.length === 0 || hasNamed),
  )
  if (!person) return undefined
  const clue =
    clues.find(({ kind }) => kind === 'health' || kind === 'body' || kind === 'day') ?? placeIn(text, sentence)
  if (clue) return widest(both(person.span, clue.span), clue.span)
  const isPlaced = person.form !== 'name' || clues.length > 0
  const acts = isPlaced && isKnown(text, person) && !office.test(words) ? past.exec(words) : null
  const start = sentence.start + (acts?.index ?? 0)
  return acts ? widest(both(person.span, { start, end: start + acts[0].length }), person.span) : undefined
}

/** By name, or `he` and `she`. */
const isKnown = (text: Text, { form, span }: Referent) =>
  form === 'name' || /^(?:s?he|him|her|his)$/i.test(text.text.slice(span.start, span.end))

/** One person, other than the reader, the writer and whom the review praises. */
function isSomebody(text: Text, referent: Referent, staff: readonly Text[]): boolean {
  const { start, end } = referent.span
  const word = text.text.slice(start, end)
  if (
    !isIndividual(referent) ||
    referent.role === 'self' ||
    /^(?:@.*|you|yours?|ours|individual|person|someone|somebody|human|adult|consult|admission|trauma|overdose|walk[- ]in)$/i.test(
      word,
    )
  )
    return false
  if (referent.form === 'name' && staff.some((review) => review.text.includes(word))) return false
  const isAddressed =
    /(?:^|[\n.!?,]\s*)(?:(?:hi|hello|hey|dear|thanks?|thank you|you),?)?\s*$/i.test(
      text.text.slice(Math.max(0, start - 14), start),
    ) && /^\s*[,!:.?—–]/.test(text.text.slice(end))
  return !isAddressed
}

function placeIn(text: Text, sentence: Span): Clue | undefined {
  const place = text.health.find(({ span, meaning }) => meaning.kind === 'care-place' && holds(sentence, span))
  if (place) return { span: place.span, kind: 'stay' }
  const room = placeOfCare.exec(text.text.slice(sentence.start, sentence.end))
  const start = sentence.start + (room?.index ?? 0)
  return room ? { span: { start, end: start + room[0].length }, kind: 'stay' } : undefined
}

const placeOfCare =
  /(?<![\p{L}])(?:a (?:room|bed) (?:on|in)|(?:room|bed|bay|floor|unit) (?:\d|[A-Z]\b)|(?:moved|transferred) to|upstairs|rehab|recovery|surgery|(?:second|third|fourth|fifth) floor)(?![\p{L}])/iu

/** `Moved to rehab on Monday`: of whom the comment asks. */
function ofNoSubject({ text, sentence, words, clues }: Told): Span | undefined {
  const start = subjectless.exec(words)
  if (!start) return undefined
  const from = sentence.start + start[0].length
  const clue = clues[0] ?? placeIn(text, sentence)
  return { start: from, end: Math.max(clue?.span.end ?? 0, Math.min(sentence.end, from + 30)) }
}

/** `She sure is!`, `He's upstairs`: of whom the comment asks after. */
function ofAsked({ sentence, words }: Told, staff: readonly Text[]): Span | undefined {
  const found = staff.length > 0 ? null : asked.exec(words)
  return found
    ? { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length }
    : undefined
}

const asked =
  /(?<!\p{L})s?he(?:'s|'ll)?(?: (?:sure|really|still|just|certainly|always|also))*(?: (?:is|was|has|had|will|does|did|loves?|likes?|misses|keeps|went|moved|eats?|sleeps?|asks?|tells?|sits?|spends?|wins?|comes?|[\p{L}]+ing|here|home|up|down|on|in|out|doing))?(?!\p{L})(?! (?:can|may|might|would) (?:call|be reached))/iu

const subjectless =
  /^[^\p{L}]*(?:yes,? |yep,? |yeah,? |sure,? )?(?=(?:moved|transferred|discharged|admitted|released|went|came|left|home|back (?:home|from|on|in)|out of|still|resting|sleeping|eating|walking|sitting|doing|up and|in (?:surgery|recovery|rehab|room)|stable|awake|new \p{L}+, and)(?![\p{L}]))/iu

let courtesies: RegExp | undefined

/** The sentence with what may be said to any reader blanked out: `your feedback`, `you may call`. */
function withoutCourtesies(words: string): string {
  courtesies ??= new RegExp(
    `(?<![\\p{L}])(?:${data<{ entries: string[] }>('lexicons/reply-courtesies').entries.join('|')})(?![\\p{L}])`,
    'giu',
  )
  return words.replace(courtesies, (found) => ' '.repeat(found.length))
}
