import { data } from '../data.js'
import type { Span } from '../source.js'
import { anyOf } from './any-of.js'
import type { HealthKind, HealthMention } from './health.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import { isDeclaredReply, reviewsIn } from './reply.js'
import type { Text } from './text.js'
import { holds } from './within.js'

/**
 * The sentences of an answer that are about something other than care: a race, a job, an event, a law, goods, past work together. Its reader did not come as a patient,
 * so that `your results` and `your visit` confirm no care (45 CFR 164.502(a)); a sentence that tells of the reader's care all the same is none of these. Where nothing says that
 * an answer is about something else, there are none.
 */
export function besideCare(post: PostText): readonly Match[] {
  const known = found.get(post) ?? besideCareIn(post)
  found.set(post, known)
  return known
}

/** Whether an answer as a whole is about something other than care: what it answers says so, and no sentence of it tells of care. */
export const isBesideCare = (post: PostText): boolean =>
  isOfOccasion(post) && besideCare(post).length === sentencesOf(post).length

const found = new WeakMap<PostText, readonly Match[]>()

function besideCareIn(post: PostText): readonly Match[] {
  if (!isDeclaredReply(post) || reviewsIn(post).some(isOfOwnCare)) return []
  const isAnswer = isOfOccasion(post)
  return sentencesOf(post).filter(
    ({ text, span }) => (isAnswer || saysItself(post, text, span)) && !tellsCare(post, text, span),
  )
}

const sentencesOf = (post: PostText): readonly Match[] =>
  post.of(['live']).flatMap((text) => text.sentences.map((span) => ({ text, span })))

/** What is answered is about an occasion, and not about its writer's care. */
const isOfOccasion = (post: PostText) => {
  const reviews = reviewsIn(post)
  return reviews.some(({ text }) => words().occasion.test(text)) && !reviews.some(isOfOwnCare)
}

/** A sentence of the answer says it for itself; of a review less than of a comment, since a review is of care until it says otherwise. */
function saysItself(post: PostText, { text }: Text, { start, end }: Span): boolean {
  const sentence = text.slice(start, end)
  const { occasion, thing } = words()
  if (post.post.type === 'review-response') return reviewsIn(post).length > 0 && occasion.test(sentence)
  return occasion.test(sentence) || thing.test(sentence)
}

const illness: ReadonlySet<HealthKind> = new Set(['condition', 'rare-condition', 'procedure', 'symptom'])
const kinds: ReadonlySet<HealthKind> = new Set([...illness, 'care-event', 'care-noun'])

/** `My knee surgery`, `I had the flu`: a comment on one's own care, whatever else it speaks of. */
const isOfOwnCare = (comment: Text): boolean =>
  words().own.test(comment.text) ||
  comment.health.some(
    (mention) =>
      illness.has(mention.meaning.kind) &&
      !isEveryday(comment, mention) &&
      ofWriter.test(comment.text.slice(comment.sentenceAt(mention.span.start).start, mention.span.start)),
  )

const ofWriter =
  /(?<!\p{L})(?:my|our|his|her|(?:my|our) \p{L}+'s|i(?:'ve)? (?:had|have|got|was|beat|survived|needed)(?: (?:an?|the|my))?)(?: \p{L}+){0,2}\s*$/iu

/** Whether a sentence of the answer tells of the reader's care, or of somebody's whom it calls theirs. */
function tellsCare(post: PostText, text: Text, sentence: Span): boolean {
  if (words().told.test(text.text.slice(sentence.start, sentence.end))) return true
  const mentions = text.health.filter(
    (mention) => kinds.has(mention.meaning.kind) && holds(sentence, mention.span) && !isEveryday(text, mention),
  )
  const medicines = post.products.filter(
    (mention) => mention.text === text && holds(sentence, mention.span) && /drug|biologic/.test(mention.kind ?? ''),
  )
  const isTold = ({ span }: { readonly span: Span }) => isOfReader(text, sentence, span)
  const isClinical = ({ meaning }: HealthMention) => illness.has(meaning.kind)
  return (
    [...mentions, ...medicines].some(isTold) ||
    [...mentions.filter(isClinical), ...medicines].some(({ span }) => isBesideSomebody(text, sentence, span))
  )
}

const isEveryday = ({ text }: Text, { span }: HealthMention) =>
  words().everyday.has(text.slice(span.start, span.end).toLowerCase())

/** `your knee surgery`, `since the heart attack`, `you had the flu`, `glad the stent holds`; `your stroke bill` and `your gift to the cancer center` are the occasion's. */
function isOfReader({ text }: Text, sentence: Span, { start, end }: Span): boolean {
  const before = text.slice(sentence.start, start)
  const owner = owned.exec(before)
  if (!owner || attributive.test(text.slice(end, sentence.end))) return false
  return !words().occasion.test(before.slice(owner.index))
}

/** `Triple bypass, and you asked for the score`: an illness or operation in a sentence about somebody, where it is no matter of the occasion. */
function isBesideSomebody({ text }: Text, sentence: Span, { start, end }: Span): boolean {
  if (ofMatter.test(text.slice(sentence.start, start)) || attributive.test(text.slice(end, sentence.end))) return false
  const { occasion } = words()
  const rest = text.slice(sentence.start, sentence.end).replace(new RegExp(occasion.source, 'giu'), ' ')
  return reader.test(rest) || somebody.test(rest)
}

const reader =
  /(?<!\p{L})(?<!thank |tell )(?:your?|s?he|his|her)(?!\p{L})(?! (?:can|may|could|might|will|all|guys|team|crew|staff)(?!\p{L}))/iu
const somebody =
  /(?<!\p{L})(?!That|This|It|There|What|Who|Here|Which|Our|Everyone|Nobody)\p{Lu}\p{Ll}+ (?:is|was|has|had|came|went|got|needs|took)(?!\p{L})/u
/** `your poster on falls`, `taught us how to place an IV`. */
const ofMatter =
  /(?<!\p{L})(?:on|about|for|against|toward|towards|regarding|(?:how )?to \p{L}+)(?: (?!you|your|she|he)[\p{L}'-]+){0,3}\s*$/iu

const owned =
  /(?<!\p{L})(?:(?:your|his|her|their|\p{Lu}\p{L}+'s)(?: (?!was|were|is|are|will|would|can|has|had|have|gives?|makes?|helps?|means?|buys?|pays?|brings?)[\p{L}'-]+){0,3}|your (?:wife|husband|mom|mother|dad|father|son|daughter|sister|brother|baby|partner) (?:was|were|is|has|had)(?: [\p{L}'-]+){0,3}|(?:you|she|he)(?:'(?:re|ve|s)| are| were| was| is| had| have| has| got| get| came| went| needed| need| took| take| started| finished| underwent| received| beat| survived| fought| refused| declined| missed| skipped| stopped| rang)(?: [\p{L}'-]+){0,5}|(?:since|after|following|from|before) (?:the|that|an?)(?: [\p{L}'-]+)?|(?:in|during|through|with) that|how(?:'s| is| are) (?:the|that)(?: [\p{L}'-]+)?|(?:glad|happy|thrilled|hope|hoping|relieved|delighted|great|good|hear|see)(?: that)? (?:the|that|those|this)(?: [\p{L}'-]+)?)\s*$/iu
/** A word of health that says which gift, race, law, meeting or team it is. */
const attributive =
  /^(?: (?:\p{L}+ )?)(?:chairs?|pumps?|scanners?|machines?|beds?|kits?|tents?|booths?|van|bus|bills?|act|law|awareness|walk|run|5k|conference|talk|poster|session|research|study|fund|wing|unit|center|foundation|month|gala|program|fair|drive|clinic|department|booth|class|team|crew|nurses?|staff|society|association|workshop|webinar|slides|paper|panel|costume|float|band|quilt|story)(?!\p{L})/iu

interface Occasions {
  readonly entries: readonly string[]
  readonly things: readonly string[]
  readonly own: readonly string[]
  readonly everyday: readonly string[]
  readonly told: readonly string[]
}

interface Words {
  readonly occasion: RegExp
  readonly thing: RegExp
  readonly own: RegExp
  readonly told: RegExp
  readonly everyday: ReadonlySet<string>
}

let loaded: Words | undefined

/** Compiled when the first answer is read; without the flag `g`, so that `test` begins at the start. */
function words(): Words {
  if (loaded) return loaded
  const { entries, things, own, everyday, told } = data<Occasions>('lexicons/occasions')
  const any = (list: readonly string[]) => new RegExp(anyOf(list).source, 'iu')
  loaded = { occasion: any(entries), thing: any(things), own: any(own), told: any(told), everyday: new Set(everyday) }
  return loaded
}
