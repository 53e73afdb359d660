import type { Span } from '../source.js'
import { echoesIn } from '../text/echo.js'
import { neutralReply } from '../text/neutral-reply.js'
import { keyOf } from '../text/phrase-catalogue.js'
import type { PostText } from '../text/post-text.js'
import { readerPastIn } from '../text/reader-past.js'
import { answersQuestion, asksOfSomebody, isOfWork, isReply, reviewsIn, saysReply } from '../text/reply.js'
import type { Text } from '../text/text.js'
import { toldIn } from '../text/told.js'
import { type DetectorContext, defineDetector, type Match } from './detector.js'
import { compileUnless, type Guards, guardSchema } from './guard.js'
import { phrases } from './phrase.js'

interface ReplyOptions {
  /** Lexicons of phrases that count in whatever answers somebody. */
  readonly confirms: readonly string[]
  /** Lexicons of phrases that recount somebody's own care to them, in any post. */
  readonly recounts?: readonly string[]
  /** Health words of the review count where the answer repeats them about its reader. */
  readonly echoes?: boolean
  /** What it says that the reader did, or had done to them. */
  readonly past?: boolean
  /** What it tells of the reader, or of somebody they speak of, by what stands together. */
  readonly told?: boolean
  readonly unless?: Guards
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** What an answer to a review or comment tells of its reader. A fix may put `{neutral}`, a reply that tells nothing, in place of the whole. */
export const reply = defineDetector<ReplyOptions>({
  name: 'reply',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['confirms'],
    properties: {
      confirms: strings,
      recounts: strings,
      echoes: { type: 'boolean' },
      past: { type: 'boolean' },
      told: { type: 'boolean' },
      unless: guardSchema,
    },
  },
  needs: ({ recounts = [] }, context) => [['reply', keyOf(phrasesIn(recounts, context))]],
  compile(options, context) {
    const { confirms, recounts = [] } = options
    const confirming = phrases(phrasesIn([...confirms, ...recounts], context), context.lexicon)
    const recounting = phrases(phrasesIn(recounts, context), context.lexicon)
    const unless = compileUnless(options.unless, 40, context)
    const telling = (post: PostText, text: Text): Span[] => {
      const recounted = recounting.find(text)
      if (!isReply(post)) return recounted.filter((span) => !isConditional(text, span))
      const echoes = options.echoes ? echoesIn(post, text) : []
      const isOfCare = saysReply(post) && !reviewsIn(post).some(isOfWork)
      const past = options.past && isOfCare ? readerPastIn(text) : []
      const asksAround = answersQuestion(post) && !reviewsIn(post).some(asksOfSomebody)
      const told = options.told && isOfCare && !asksAround ? toldIn(post, text) : []
      const asksForPast = answersQuestion(post) || !saysReply(post)
      const confirmed = [...confirming.find(text), ...echoes, ...past].filter(
        (span) => !(asksForPast && isDirection(text, span)),
      )
      return [
        ...[...recounted, ...confirmed].filter((span) => !isConditional(text, span)),
        ...told.filter((span) => !isOfNobody(text, span)),
      ].sort((a, b) => a.start - b.start || b.end - a.end)
    }
    return function* (post): Iterable<Match> {
      for (const text of post.of(context.reads)) {
        const counted = telling(post, text).filter((span) => unless(post, text, span))
        for (const span of onePerSentence(text, counted)) yield { text, span, ...neutralInstead(post, text) }
      }
    }
  },
})

const phrasesIn = (lexicons: readonly string[], context: DetectorContext): readonly string[] =>
  lexicons.flatMap((name) => context.lexicon(name).entries as string[])

/** The first telling words of each sentence. */
const onePerSentence = (text: Text, spans: readonly Span[]): Span[] =>
  spans.filter(
    (span, index) => !spans.slice(0, index).some(({ start }) => text.sentenceAt(start) === text.sentenceAt(span.start)),
  )

/** An answer is replaced as a whole: what is left of one that told too much still tells. */
function neutralInstead(post: PostText, text: Text): Partial<Match> {
  if (!isReply(post) || !/^(?:text|variants)\b/.test(text.region.field)) return {}
  const neutral = neutralReply(post.facts, post.post.inReplyTo ?? '', text.text)
  const start = text.text.length - text.text.trimStart().length
  return { data: { neutral }, fixSpan: { start, end: text.text.trimEnd().length } }
}

/** `If you were seen here` and `anyone whose bill` tell nothing of this reader; nor does what may not be discussed, or is in no record. */
const isConditional = (text: Text, span: Span) =>
  isOfNobody(text, span) ||
  (whenever.test(text.text.slice(text.sentenceAt(span.start).start, span.end)) && !past.test(clauseAround(text, span)))

const isOfNobody = (text: Text, span: Span) =>
  isReferral(text, span) ||
  conditional.test(text.text.slice(text.sentenceAt(span.start).start, span.start)) ||
  general.test(clauseAround(text, span))

/** `Please ask your doctor`, `your doctor or pharmacist can tell`: whoever that may be. */
const isReferral = (text: Text, span: Span): boolean =>
  ownClinician.test(text.text.slice(span.start, span.end)) &&
  (sentTo.test(text.text.slice(0, span.start)) || maySay.test(text.text.slice(span.end)))

const ownClinician =
  /^your (?:own |primary care |family |regular )*(?:doctors?|physician|pharmacist|clinician|dentist|pediatrician|obstetrician|gynecologist|specialist|midwife|nurse practitioner|prescriber|(?:health ?care )?provider|care team)$/iu
const sentTo =
  /(?<!\p{L})(?:ask|asking|see|call|contact|tell|consult|(?:talk|talking|speak|speaking|check|checking|bring (?:it|this|that|them) up|discuss (?:it|this|that)|follow(?:ing)? up) (?:to|with)|(?:a question|questions|one|are|is|decision|matter) (?:for|with))\s$/iu
const maySay =
  /^(?:,? or (?:your )?(?:\p{L}+ ){0,2}?(?:pharmacist|nurse|dentist|doctor|provider|care team))? (?:can(?! see| fit)|may|could|might|knows?|would know|will (?:know|help|be able)|is (?:the|your) (?:best|right))(?!\p{L})/iu

/** What stands around a span up to where the sentence turns. */
function clauseAround(text: Text, span: Span): string {
  const { start, end } = text.sentenceAt(span.start)
  const before = text.text.slice(start, span.start)
  return (
    before.slice(Math.max(0, ...Array.from(before.matchAll(turn), ({ index }) => index))) +
    text.text.slice(span.start, end).split(turn, 1)[0]!
  )
}

/** Where a sentence turns to something else. */
const turn = /(?<![\p{L}])(?:but|however|although|though|yet|except|still|since)(?![\p{L}])|[;—]/giu
const conditional =
  /(?<![\p{L}])(?:if|whether|whenever|anyone|anybody|everyone|someone (?:who|whose|with|has)|those who|whoever|imagine|should you|(?:people|patients|those) (?:who|whose)|no (?:record|trace) of|find|locate)(?![\p{L}])[^.!?]*$/iu
/** `When you visit`, `before your exam`: of the reader only where it happened. */
const whenever = /(?<![\p{L}])(?:when|(?<!(?:than|at) )once|before|until|as soon as|the next time)(?![\p{L}])/iu
const general =
  /(?<![\p{L}])(?:cannot|can't|can not|not able to|unable to|never|don't|do not|won't|not allowed to|not permitted to)\s+(?:\p{L}+\s+){0,3}(?:discuss|comment|confirm|respond|talk|speak|share|say)(?![\p{L}])/iu

/** Answers to a question tell where to go and what to bring; what happened is told in the past. */
const isDirection = (text: Text, span: Span) => {
  const { start, end } = text.sentenceAt(span.start)
  const sentence = text.text.slice(start, end)
  return !past.test(sentence) && !thanksForReview.test(sentence)
}

const thanksForReview =
  /(?<![\p{L}])(?:thank|appreciat)[^.!?]*(?:reviews?|words|feedback|stars|comments?|sharing)(?![\p{L}])/iu

const past =
  /(?<![\p{L}])(?:was|were|had|has been|have been|has|did|chose|came|went|saw|got|told|gave|spent|took|sent|sold|paid|left|felt|hurt|kept|met|knew|again|back|(?:happy|glad|relieved|loved|sorry) (?:that )?your|(?:we|I) (?:all )?(?:know|remember)|(?!need|speed|feed|indeed)\p{L}{3,}ed)(?![\p{L}])/iu
