import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import { isGeneral } from './mood.js'
import type { Piece } from './phrase-index.js'
import { addresseeOf, standInsOf } from './stand-ins.js'
import type { Text } from './text.js'
import { thingsOf } from './things.js'
import { isCharacter, isVisitor } from './visitors.js'
import { within } from './within.js'

/** Whom a word stands for: somebody in care, any one person, the writer, people in general, staff, a giver, an animal, a figure of public life or history. */
export type Role = 'care' | 'person' | 'self' | 'group' | 'staff' | 'giver' | 'animal' | 'public'

/** A noun, name or pronoun for somebody. */
export interface Referent {
  readonly span: Span
  readonly role: Role
  readonly form: 'noun' | 'name' | 'pronoun'
  /** Why it stands for no one person, of a noun that often does: `a compound`, `people in general`. */
  readonly reason?: string
  /** One known person, also in a sentence that tells of no event: `our patient`, `recipient number 300`. */
  readonly isCertain?: boolean
  /** By name, and as the one of whom is spoken: introduced, addressed, by a story of theirs. */
  readonly isSpokenOf?: boolean
}

/** Whether a referent is one person who may be in care. */
export const isIndividual = ({ role, reason }: Referent): boolean =>
  reason === undefined && (role === 'care' || role === 'person' || role === 'self')

/** Who is spoken of in a text, in order. `all` are the names that stand in it; `isReply`: it answers one person, who is `you`. */
export function referentsIn(text: Text, all: readonly Referent[], isReply = false): readonly Referent[] {
  const names = all.filter(
    ({ span }) =>
      !/^(?:my|her|his|i|she|he)$/i.test(text.text.slice(span.start, span.end)) &&
      !text.dates.some((date) => overlaps(date.span, span)),
  )
  const nouns = text.health
    .filter(({ meaning }) => meaning.kind === 'person-noun' || meaning.kind === 'occupation')
    .flatMap((mention) => {
      if (names.some(({ span }) => span.start <= mention.span.start && mention.span.end <= span.end)) return []
      if (isOfAnimals(text, mention.span) || isPrankster(text, mention.span) || isOfHoliday(text, mention.span))
        return []
      const role = (mention.meaning.kind === 'occupation' ? 'person' : mention.meaning.sort) as Role
      const noun = nounAt(text, mention.span, role)
      const isGuest =
        (mention.meaning.sort === 'held by one' || isCharacter(text, mention.span)) && isVisitor(text, mention.span)
      return [{ ...noun, role: isGuest ? 'giver' : (apposedRole(text, noun, names) ?? noun.role) }]
    })
  const others = standInsOf(text)
    .filter(({ span }) => !names.some((name) => overlaps(name.span, span)))
    .map((other) => (isCharacter(text, other.span) && isVisitor(text, other.span) ? asGuest(other) : other))
  const known = [...withoutCovered([...nouns, ...others]), ...names].sort((a, b) => a.span.start - b.span.start)
  return withPronouns(text, known, isReply)
}

/** Guests give their time. */
const asGuest = (referent: Referent): Referent => ({ ...referent, role: 'giver' })

/** `Mother's Day` is no mother. */
const isOfHoliday = (text: Text, span: Span) =>
  text.dates.some(({ holiday, span: date }) => holiday !== undefined && overlaps(date, span))

/** `had his checkup at the vet`, of the facility dog. */
const isOfAnimals = (text: Text, { start, end }: Span) =>
  thingsOf(text).has('animal') &&
  (/^vets?$/i.test(text.text.slice(start, end)) ||
    /(?<!\p{L})(?:dog|cat|pup|horse|pony|parrot|rabbit|goat|llama|lab|retriever|poodle|doodle), (?:the )?$/iu.test(
      text.text.slice(Math.max(0, start - 20), start),
    ))

/** `someone has eaten my sandwich`: a colleague. */
const isPrankster = (text: Text, { start, end }: Span) =>
  /^some(?:one|body)$/i.test(text.text.slice(start, end)) &&
  /^(?: (?:has|had|just|always|who|keeps|again|finally|already|definitely))* (?:ate|eaten|eats|eating|stole|stolen|steals|took|taken|takes|taking|left|leaves|microwav\p{L}+|moved|drank|hid|hides|borrow\p{L}+|finished|parked|unplugged|label\p{L}+|named|names|brought|brings|baked|bought|turned|taped|wrote|drew|used|replaced|forgot|burned|ordered|made|put|set) (?:my|the|our|a|an|another|all|up|off|popcorn|fish|donuts?|doughnuts?|cookies|cake|pizza|coffee)(?!\p{L})/iu.test(
    text.text.slice(end, end + 60),
  )

const withoutCovered = (nouns: readonly Referent[]) =>
  nouns.filter(
    (noun) =>
      !nouns.some(
        (other) =>
          other !== noun &&
          other.span.start <= noun.span.start &&
          noun.span.end <= other.span.end &&
          other.span.end - other.span.start > noun.span.end - noun.span.start,
      ),
  )

/** `Dr. Roe, a Cedar Bluff native`, `Ohio native Dr. Roe`: the noun stands for whom the name stands for. */
function apposedRole(text: Text, { span }: Referent, names: readonly Referent[]): Role | undefined {
  const between = (start: number, end: number) => text.text.slice(start, end)
  const before = names.find(
    (name) =>
      name.span.end <= span.start &&
      /^(?:\s*,\s+|\s+(?:is|was)\s+)(?:an?|the|our|once an?|a former|originally an?)\s+[^.,!?]{0,40}$|^[^.!?]{0,60}\b(?:is|was|became|becomes|as|turned)\s+(?:now\s+|just\s+)?(?:an?|the|our)\s+[^.,!?]{0,30}$/iu.test(
        between(name.span.end, span.start),
      ),
  )
  const after = names.find(
    (name) => name.span.start >= span.end && /^\s+(?:and\s+\p{L}+\s+)?$/u.test(between(span.end, name.span.start)),
  )
  const named = before ?? after
  return named && named.role !== 'person' && named.role !== 'care' ? named.role : undefined
}

/** `92 babies, including three sets of twins`: a part of a count. */
const setsOf =
  /(?:including|among them|counting|plus) (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:sets|pairs) of $/iu

/** `Walk in. Open 9 to 5.`: what readers may do; `a walk-in with chest pain` is somebody. */
const isInvitation = (text: Text, { start, end }: Span) =>
  /^walk[ -]in$/i.test(text.text.slice(start, end)) &&
  /(?:^|[.!?:,\n]|\b(?:or|and|just|to|can|may|please))\s*$/i.test(text.text.slice(0, start))

const compounds = () => (compound ??= new Set(data<{ notBefore: string[] }>('lexicons/care-persons').notBefore))
let compound: Set<string> | undefined

function nounAt(text: Text, span: Span, role: Role): Referent {
  const noun = { span, role, form: 'noun' as const }
  if (role !== 'care' && role !== 'person') return noun
  const { before, after } = around(text, span)
  if (after && compounds().has(after.lower) && /^[ -]$/.test(text.text.slice(span.end, after.start)))
    return { ...noun, reason: 'part of a compound' }
  if (isResidency(text, span)) return { ...noun, role: 'staff' }
  if (isWriter(text, span)) return { ...noun, role: 'staff' }
  if (isQuality(text, span)) return { ...noun, reason: 'part of a compound' }
  if (isFee(text, span)) return { ...noun, reason: 'part of a compound' }
  if (setsOf.test(text.text.slice(Math.max(0, span.start - 40), span.start)))
    return { ...noun, role: 'group', reason: 'people in general' }
  if (isInvitation(text, span)) return { ...noun, reason: 'no one person' }
  const at = before.findLastIndex(({ lower }) => general.has(lower) || determiners.has(lower))
  const article = before[at - 1]?.lower === 'not' ? undefined : before[at]
  if (article && general.has(article.lower)) return { ...noun, role: 'group', reason: 'people in general' }
  const isSpecific =
    before.some(
      ({ lower, end }) =>
        determiners.has(lower) && (!/^\d/.test(lower) || !/[,.;:]/.test(text.text.slice(end, span.start))),
    ) || isAgeWord(before)
  const isNumbered = /^\s+(?:number|no\.|#)\s*#?\d/i.test(text.text.slice(span.end, span.end + 14))
  const isHinted = /(?<!\p{L})(?:a|one) certain (?:[\p{L}\d]+[ -]){0,5}$/iu.test(
    text.text.slice(Math.max(0, span.start - 50), span.start),
  )
  if (isNumbered || isHinted || before.some(({ lower }) => pointing.has(lower))) return { ...noun, isCertain: true }
  if (isSpecific || (startsClause(text, span, before) && !speaksToReaders(text, span))) return noun
  return { ...noun, reason: 'no one person' }
}

function around(text: Text, { start, end }: Span): { before: readonly Piece[]; after: Piece | undefined } {
  const sentence = text.sentenceAt(start)
  const pieces = within(text.pieces, sentence)
  const at = pieces.findIndex((piece) => piece.start >= start)
  return { before: pieces.slice(Math.max(0, at - 5), at), after: pieces.find((piece) => piece.start >= end) }
}

const words = (list: string) => new Set(list.split(' '))
const general = words('any every each no your if all most many few fewer several these those both your other per')
const determiners = words(
  'un una el la este esta nuestro nuestra su which a an one this that another our my her his their the whose its somebody someone certain first youngest oldest smallest tiniest to meet that little local two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10',
)

const pointing = words('our my this nuestro nuestra')

const isAgeWord = (before: readonly Piece[]) =>
  before.some(({ lower }) => /^(?:\d{1,3}|year|yo|old|month|week|day)$/.test(lower))

/** `3 a.m., baby's up, you're up`. */
const speaksToReaders = (text: Text, { start }: Span) => {
  const sentence = text.sentenceAt(start)
  return /\b(?:you're|you are|your)\b/i.test(text.text.slice(sentence.start, sentence.end))
}

/** `Guy walks into our ER`, `Patient came in`: a noun that opens its clause without an article. */
const startsClause = (text: Text, { start }: Span, before: readonly Piece[]) =>
  before.length === 0 || /[:;—–,(…"]\s*$|\.\.\s*$|- $/.test(text.text.slice(Math.max(0, start - 3), start))

/** `I'm a school nurse`, `I've been a medic for ten years`: whoever writes says what they do, which is no patient's job. */
const isWriter = (text: Text, { start, end }: Span) =>
  caring.test(text.text.slice(start, end)) &&
  /(?<!\p{L})(?:I(?:'m| am|'ve been| have been| was)|as|we(?:'re| are)) (?:an? |the |your |two |just an? )?(?:\p{L}+ ){0,2}$/iu.test(
    text.text.slice(Math.max(0, start - 40), start),
  )
const caring =
  /(?<!\p{L})(?:nurses?|medics?|paramedics?|EMTs?|pharmacists?|doctors?|physicians?|dentists?|hygienists?|therapists?|midwi(?:fe|ves)|chaplains?|social workers?|dietitians?|surgeons?)$/iu

/** `one very patient driver`. */
const isQuality = (text: Text, { start, end }: Span) =>
  /^patient(?= \p{L})/iu.test(text.text.slice(start, end + 2)) &&
  /(?<!\p{L})(?:very|so|infinitely|incredibly|endlessly|extremely|remarkably|more|most|especially|extra) $/iu.test(
    text.text.slice(Math.max(0, start - 14), start),
  )

/** `Admission is free`. */
const isFee = (text: Text, { start, end }: Span) =>
  /^admission$/i.test(text.text.slice(start, end)) &&
  /^(?::|\s+(?:is|are|one|two|free|\$|by|fee|price|costs?|tickets?|includes?|at the)\b)/i.test(
    text.text.slice(end, end + 12),
  )

/** A resident, fellow or intern in training, by the words around it. */
const isResidency = (text: Text, span: Span) =>
  /^resident/i.test(text.text.slice(span.start, span.end)) &&
  /\b(?:residency|PGY|match day|interns?|fellows?(?:hip)?|attending|chief|surgical|medicine resident|program director|med(?:ical)? school|emergency medicine|internal medicine|pharmacy resident|city|county|local residents?|area)\b/iu.test(
    text.text,
  )

const pronoun =
  /(?<![\p{L}'])(?:she|he|her|his|him|hers|herself|himself|they|them|their|theirs|themselves|themself|i|my|me|myself)(?![\p{L}])/giu

const second = /(?<![\p{L}'])(?:you|your|yours|yourself)(?![\p{L}])/giu

/** What comes before the name of somebody who is spoken to. */
const greeting =
  /(?:^|[.!?\n]\s*)(?:hey|hi|hello|dear|congrat(?:s|ulations)(?: to)?|happy \p{L}+|rip|rest in peace|goodbye|farewell|safe travels|fair winds|way to go|go|welcome (?:home|back)|get well|so proud of you|look at you|good job|cheers|to|keep (?:it up|going)|thank(?:s| you))[,!]?\s+$/iu

/** Pronouns take the role of whom they stand for: the nearest person before them, staff only where nobody else was spoken of. */
function withPronouns(text: Text, known: readonly Referent[], isReply: boolean): readonly Referent[] {
  const addressed = isReply ? reviewer : addressedIn(text, known)
  const you = addressed
    ? Array.from(
        text.text.matchAll(second),
        ({ 0: word, index }): Referent => ({
          span: { start: index, end: index + word.length },
          role: addressed.role,
          form: 'pronoun',
        }),
      ).filter(({ span }) => span.start > addressed.span.end)
    : []
  const found = Array.from(text.text.matchAll(pronoun), ({ 0: word, index }) =>
    pronounAt(text, word.toLowerCase(), { start: index, end: index + word.length }, known),
  )
  const all = [...known, ...you, ...found.filter((referent) => referent !== undefined)]
  const others = addressed?.isCertain ? [...all.filter(({ span }) => !overlaps(span, addressed.span)), addressed] : all
  return others.sort((a, b) => a.span.start - b.span.start)
}

/** Whoever wrote what is answered. */
const reviewer: Referent = { span: { start: -1, end: -1 }, role: 'person', form: 'pronoun' }

/** `Omari, you are a rock star`, `we're closed, Ludmila, but your ultrasound`. */
function isCalled(text: Text, { start, end }: Span): boolean {
  const sentence = text.sentenceAt(start)
  const before = text.text.slice(sentence.start, start)
  const after = text.text.slice(end, sentence.end)
  if (/^\s*[,!]\s+(?:you|your|you're|you've|we(?:'re| are|'ll|'ve)?|thank|congrat|way to|keep|it was)\b/i.test(after))
    return /(?:^|[.!?\n\s"])$/.test(before) && before.trim().split(/\s+/).length < 3
  return /,\s$/.test(before) && /^\s*(?:[,.!?]|$)/.test(after) && /\b(?:you|your|you're|you've)\b/i.test(before + after)
}

function addressedIn(text: Text, known: readonly Referent[]): Referent | undefined {
  const named = known.find(
    (referent) =>
      referent.form === 'name' &&
      isIndividual(referent) &&
      (greeting.test(text.text.slice(Math.max(0, referent.span.start - 40), referent.span.start)) ||
        isCalled(text, referent.span)),
  )
  if (named) return named
  const other = addresseeOf(text)
  return other && { span: other, role: 'person', form: 'noun', isCertain: true }
}

function pronounAt(text: Text, word: string, span: Span, known: readonly Referent[]): Referent | undefined {
  const form = 'pronoun' as const
  if (/^(?:i|my|me|myself)$/.test(word)) return { span, role: 'self', form }
  const near = reach(text, span)
  const before = known.filter((referent) => referent.span.start >= near.start && referent.span.end <= span.start)
  const isPlural = word.startsWith('the')
  const person = before.findLast((referent) => isIndividual(referent) && referent.role !== 'self')
  const group = before.findLast(({ role, reason }) => role === 'group' || reason === 'no one person')
  if (isPlural && (!person || (group && group.span.start > person.span.start)))
    return { span, role: 'group', form, reason: 'people in general' }
  if (
    group &&
    (!person || group.span.start > person.span.start) &&
    /\b(?:every|each|any|your)\s+\p{L}+$/iu.test(text.text.slice(Math.max(0, group.span.start - 8), group.span.end))
  )
    return { span, role: 'group', form, reason: 'people in general' }
  if (person) return { span, role: person.role, form }
  const other = before.findLast(({ role, reason }) => role !== 'self' && role !== 'group' && reason === undefined)
  if (other?.role === 'public') return { span, role: 'public', form }
  if (other && !isTreatedBy(text, other.span, span) && !isObjectOf(text, other.span, span))
    return { span, role: other.role, form }
  if (isGeneral(text, text.sentenceAt(span.start))) return { span, role: 'group', form, reason: 'people in general' }
  // `She's turning 100! The old brick hospital ...`
  return { span, role: thingsOf(text).size > 0 ? 'animal' : 'person', form }
}

/** A pronoun looks back three sentences. */
function reach(text: Text, span: Span): Span {
  const at = text.sentences.findIndex(({ end }) => end > span.start)
  return { start: text.sentences[Math.max(0, at - 3)]?.start ?? 0, end: span.end }
}

/** `Our therapist spun him around`: an object is never the subject of its own clause. */
function isObjectOf(text: Text, { end }: Span, pronoun: Span): boolean {
  const isObject =
    /^him$/i.test(text.text.slice(pronoun.start, pronoun.end)) ||
    (/^her$/i.test(text.text.slice(pronoun.start, pronoun.end)) &&
      /^(?:\s*[,.!?;]|\s+(?:in|to|on|with|for|at|again|back|up|down|out|around|from|how|that|a|an|the|through|home|walk|until|when|after)\b)/i.test(
        text.text.slice(pronoun.end),
      ))
  return (
    isObject &&
    /^\s+\p{L}[^,;:.!?—-]{2,40}\s$/u.test(text.text.slice(end, pronoun.start)) &&
    !/\b(?:and|we|they|that|who|when|as|us)\b/i.test(text.text.slice(end, pronoun.start))
  )
}

/** `did her residency`: what follows is nothing that is treated. */
const isOwn = (text: Text, { start, end }: Span) =>
  /^(?:his|her)$/i.test(text.text.slice(start, end)) &&
  /^\s+(?:\p{L}+\s+){0,2}(?:residency|fellowship|training|degree|internship|career|badge|shift|coffee|desk|scrubs|stethoscope|boards?|masters?|doctorate|certification|license|practice|team|colleagues|patients|clinic|office|phone|hometown|commute|lunch|ink|tattoos?|white coat|years)\b/iu.test(
    text.text.slice(end, end + 60),
  )

/** `Dr. Lee removed his gallbladder`, `the doctor told her`: the pronoun is not the one who treats. */
const isTreatedBy = (text: Text, staff: Span, pronoun: Span) =>
  !isOwn(text, pronoun) &&
  /\b(?:remov|treat|told|tells|saw|sees|repair|deliver|sav|operat|replac|diagnos|fix|perform|gave|gives|help|car(?:ed|es|ing) for|met|meets|rebuil|implant|plac|put|order|prescrib|got|caught|found|pull|stitch|clos|did|does|took)\w*\b[^.!?]{0,40}$/iu.test(
    text.text.slice(staff.end, pronoun.start),
  )
