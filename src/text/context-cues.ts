import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { Cue, TextContext } from './context.js'
import type { HealthMention } from './health.js'
import { isAboutOrganization, isAggregate, isGeneral, isNarrated, isOfThing } from './mood.js'
import { isIndividual, type Referent, referentsIn } from './people.js'
import { careOfNamed } from './persons/context-cue.js'
import { PhraseIndex } from './phrase-index.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'
import { within } from './within.js'

/** All cues of a post, by text, and those of the post as a whole. */
export function contextIn(post: PostText): { texts: readonly TextContext[]; ofPost: readonly Cue[] } {
  const texts = post.of(['live']).map((text) => contextOf(post, text))
  return { texts, ofPost: ofPost(post, texts) }
}

function contextOf(post: PostText, text: Text): TextContext {
  const referents = referentsIn(text, post.namesIn(text))
  const cues = [...text.health.map((mention) => cueOf(text, mention, referents)), ...framesIn(text), ...agesAndSexes(text, referents), ...rooms(text), ...shorthands(text), ...namesInCare(text, referents), ...careOfNamed(post.persons, text), ...ownWords(post, text, referents), ...aggregates(text)].filter((cue) => cue !== undefined)
  const narratives = narrativesIn(text, referents)
  return { text, cues: [...cues, ...narrated(text, cues, referents, narratives), ...(narratives.length > 0 ? careNearby(text, cues) : [])], referents, narratives }
}

/** What happened to one person: in a post of somebody who gives care, half of what it takes. */
function narrated(text: Text, cues: readonly Cue[], referents: readonly Referent[], narratives: TextContext['narratives']): readonly Cue[] {
  return narratives.flatMap(([first, last]): Cue[] => {
    const told = text.sentences.slice(first, last + 1).filter((sentence) => isNarrated(text, sentence))
    const span = told.flatMap((sentence) => referents.filter((referent) => isIndividual(referent) && referent.role !== 'self' && holds(sentence, referent.span)))[0]?.span
    if (!span) return []
    const helps = helpers.test(text.text) || referents.some(({ role, form }) => form !== 'pronoun' && (role === 'giver' || role === 'animal' || role === 'public'))
    return [{ name: 'told of one person', points: 1, text, span, discounted: helps ? 'somebody who helps or works here' : cues.some(({ name }) => name === 'fiction') ? 'fiction' : undefined }]
  })
}

/** Words of a post on volunteers, donors, colleagues and figures of the past. */
const helpers =
  /\b(?:volunteer\w*|donat\w*|donors?|retire[ds]?|retirement|retiring|award\w*|hired|promoted|joined (?:us|our|the)|joins|anniversary|years of service|scholarship|graduated|residency|fellowship|certif\w+|internship|employee|colleague|coworker|career|welcom(?:e|ing) (?:to the team|aboard|our new)|board of|foundation|sponsor\w*|honor(?:ed|ing|s)?|pioneer\w*|founded|founder|invented|discovered|published|author|novel|film|movie|history|century|1[6-9]\d\d|speaker|keynote|elected|interview\w*|podcast|study|trial|research\w*)\b/i

/** A health word or a place of care that is tied to nobody in its own sentence, in a post that tells of somebody in the next. */
function careNearby(text: Text, cues: readonly Cue[]): readonly Cue[] {
  const loose = cues.filter(({ name, discounted }) => (name === 'health beside a person' || name === 'care event') && (discounted === 'no person' || discounted === 'staff'))
  const staff = text.health.filter(({ meaning }) => meaning.kind === 'person-noun' && meaning.sort === 'staff')
  const spans = [...loose.flatMap(({ span }) => span ?? []), ...staff.map(({ span }) => span)].filter((span) => !isAboutOrganization(text, text.sentenceAt(span.start)) && !isGeneral(text, text.sentenceAt(span.start)))
  return spans.map((span) => ({ name: 'care nearby', points: 1, text, span }))
}

/** Names that the text itself makes a patient's: `Baby Teo`, `our resident Walter`. */
const namesInCare = (text: Text, referents: readonly Referent[]): readonly Cue[] =>
  referents.filter(({ form, role, reason }) => form === 'name' && role === 'care' && reason === undefined).map(({ span }) => ({ name: 'person in care', points: 1, text, span }))

function narrativesIn(text: Text, referents: readonly Referent[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [index, sentence] of text.sentences.entries()) {
    if (!referents.some((referent) => isIndividual(referent) && holds(sentence, referent.span))) continue
    if (isAboutOrganization(text, sentence) || isGeneral(text, sentence)) continue
    const run = runs.at(-1)
    if (run && run[1] === index - 1) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.start < outer.end

function cueOf(text: Text, { span, meaning }: HealthMention, referents: readonly Referent[]): Cue | undefined {
  const sentence = text.sentenceAt(span.start)
  const here = referents.filter((referent) => holds(sentence, referent.span))
  switch (meaning.kind) {
    case 'person-noun':
      return meaning.sort === 'care' ? careNoun(text, span, sentence, referents) : undefined
    case 'care-event':
      return { name: 'care event', points: 2, text, span, discounted: text.isDenied(span) ? undefined : whyNobodys(text, span, sentence, here, referents) }
    case 'care-place':
      return { name: 'place of care', points: 1, text, span, discounted: isAboutOrganization(text, sentence) ? 'about the organization' : undefined }
    case 'condition':
    case 'rare-condition':
    case 'procedure':
      return whoseCare(text, span, sentence, here) ?? besidePerson(text, span, sentence, here)
    case 'symptom':
    case 'care-noun':
      return whoseCare(text, span, sentence, here, meaning.sort === 'body')
    default:
      return undefined
  }
}

function careNoun(text: Text, span: Span, sentence: Span, referents: readonly Referent[]): Cue {
  const noun = referents.find((referent) => overlaps(referent.span, span) && referent.form === 'noun')
  const discounted = noun?.role === 'staff' ? 'staff' : (noun?.reason ?? (isGeneral(text, sentence) ? 'people in general' : undefined))
  // What `my client` or `our patient` did is told of somebody in care, whatever it was.
  const isTold = noun?.isCertain === true && isNarrated(text, sentence) && !isAboutOrganization(text, sentence)
  return { name: 'person in care', points: isTold ? 2 : 1, text, span, discounted }
}

/** Why a care event tells of nobody's care: undefined where it does tell of one person's. */
function whyNobodys(text: Text, span: Span, sentence: Span, here: readonly Referent[], all: readonly Referent[]): string | undefined {
  if (here.some((referent) => isIndividual(referent) && referent.role !== 'self') && !isGeneral(text, sentence)) return undefined
  if (here.some(({ role }) => role === 'self') && isOwnCare(text, span)) return undefined
  if (isGeneral(text, sentence)) return 'people in general'
  if (isAboutOrganization(text, sentence)) return 'about the organization'
  const object = here.find((referent) => referent.span.end > span.end && referent.span.start <= span.end + 12)
  if (object && (object.role === 'staff' || object.role === 'animal')) return object.role
  const subject = here.findLast((referent) => referent.span.end <= span.start)
  if (subject && subject.role === 'self') return actsOnSomeone.test(text.text.slice(span.start, sentence.end)) ? undefined : 'the writer'
  if (subject && subject.role !== 'self') return subject.role === 'staff' && actsOnSomeone.test(text.text.slice(span.start, sentence.end)) ? undefined : (subject.reason ?? subject.role)
  if (actsOnSomeone.test(text.text.slice(span.start, sentence.end))) return undefined
  const isSubjectless = /^[^\p{L}\p{N}]*$/u.test(text.text.slice(sentence.start, span.start)) || /[:;,.—–-]\s*$/.test(text.text.slice(sentence.start, span.start))
  const isTelegraphic = isSubjectless && (text.dates.some((date) => holds(sentence, date.span)) || text.health.filter(({ span: other, meaning }) => holds(sentence, other) && meaning.kind === 'care-event').length > 1)
  return isTelegraphic || (isSubjectless && all.some(isIndividual)) ? undefined : 'no person'
}

/** `treated a chainsaw injury`, `removed a bead from`: the object is one person's care. */
const actsOnSomeone = /^(?:we\s+)?(?:just\s+|finally\s+)?(?:treated|saw|removed|pulled|extracted|delivered|resuscitated|revived|intubated|stitched up|sutured|reattached|repaired|admitted|transported|saved|narcanned|stented|dug|coded|lost|amputated)\s+(?:a|an|one|this|another|someone|somebody|twins|triplets|quadruplets|baby)\b(?!\s+(?:world|difference|way|lot|new (?:era|record)|record|spot|place|opportunity|chance))/i

/** `her surgery`, `his broken hip`, `their A1C`. */
function whoseCare(text: Text, span: Span, sentence: Span, here: readonly Referent[], isBody = false): Cue | undefined {
  const before = text.text.slice(sentence.start, span.start)
  const whose = /(?<![\p{L}'])(his|her|their)\s+(?:[\p{L}-]+\s+){0,2}$/iu.exec(before)
  const ofName = /[\p{L}]'s?\s+(?:[\p{L}-]+\s+){0,1}$/u.test(before)
  if (!whose && !ofName) return undefined
  const owner = here.findLast((referent) => referent.span.end <= span.start && referent.span.end >= span.start - 40 && (!ofName || /^'s?\s/.test(text.text.slice(referent.span.end, referent.span.end + 3)) || whose))
  if (!owner) return undefined
  const discounted = !isIndividual(owner) ? (owner.reason ?? owner.role) : isPartOfName(text, span) ? 'part of a name' : undefined
  const isHurt = isBody && hurtOrMended.test(text.text.slice(Math.max(sentence.start, span.start - 60), Math.min(sentence.end, span.end + 30)))
  return { name: isBody && !isHurt ? "somebody's body" : "somebody's own care", points: isBody && !isHurt ? 1 : 2, text, span, discounted }
}

/** `New liver at 35.` */
const ofAnAge = /^(?:\s+[\p{L}-]+){0,2}\s+at (?:age )?\d{1,2}(?=[.,!;]|\s*$)/u

const hurtOrMended =
  /\b(?:remov|repair|replac|fix|operat|rebuil|stitch|sav(?:ed|ing)|reattach|hurt|br(?:oke|oken|eak)|injur|t(?:ore|orn)|shatter|crush|burn|swollen|swelling|pain|ach(?:e|ing)|heal|amputat|fractur|sprain|dislocat|numb|bleed|bled|stent|bypass|transplant|donat|scan|x-ray|inject|straighten|whiten|drain|lodged|stuck|impal|lost|los(?:e|ing))\w*/i

function besidePerson(text: Text, span: Span, sentence: Span, here: readonly Referent[]): Cue {
  const cue = { name: 'health beside a person', points: 2, text, span }
  if (isPartOfName(text, span)) return { ...cue, discounted: 'part of a name' }
  if (isGeneral(text, sentence)) return { ...cue, discounted: 'people in general' }
  const near = here.filter((referent) => isIndividual(referent) && (referent.span.start < span.start || referent.span.end > span.end))
  if (near.length === 0 && here.length === 0 && ofAnAge.test(text.text.slice(span.end))) return cue
  if (near.length === 0) return { ...cue, discounted: here.find(({ role }) => role !== 'self')?.reason ?? here[0]?.role ?? 'no person' }
  if (near.every(({ role }) => role === 'self')) return isOwnCare(text, span) ? cue : { ...cue, discounted: 'the writer' }
  if (near.some(({ form, isCertain }) => form !== 'noun' || isCertain) || isNarrated(text, sentence)) return isAboutOrganization(text, sentence) && !near.some(({ form }) => form === 'pronoun') ? { ...cue, discounted: 'about the organization' } : cue
  return { ...cue, discounted: 'people in general' }
}

let namesAfter: Set<string> | undefined

/** `infusion nurses`, `the Stroke Center`: what follows makes it a name or a job. */
function isPartOfName(text: Text, { end }: Span): boolean {
  namesAfter ??= new Set(data<{ afterHealth: string[] }>('lexicons/care-places').afterHealth)
  const next = /^[ -]([\p{L}']+)/u.exec(text.text.slice(end, end + 30))?.[1]
  return next !== undefined && namesAfter.has(next.toLowerCase())
}

/** `I was diagnosed`, `my surgery`, `saved my life`: the writer's own care, not what the writer does at work. */
function isOwnCare(text: Text, span: Span): boolean {
  const { start, end } = text.sentenceAt(span.start)
  const before = text.text.slice(start, span.start)
  const all = text.text.slice(start, end)
  return /\b(?:saved|changed|gave me|got) my life\b|\bmy (?:own |recent |first |last |second )?(?:surgeon|surgery|doctor|nurse|therapist|diagnosis|cancer|chemo|recovery|treatment|procedure|knee|hip|back|heart|pain|delivery|labor|pregnancy|birth|baby|stay|visit|results|smile|teeth|tooth|braces|skin|weight|journey|son's|daughter's|mom's|dad's|husband's|wife's|father's|mother's)\b|\bI(?:'ve| have|'m| am| was| had| got| went| came| lost| finished| beat| started| woke| spent| survived| thought| could| can)\b/i.test(all) && !/\b(?:treated|saw|see|care for|cared for|had a patient|work|worked|operated|my patients?|my clients?|my residents?|on shift|my shift)\b/i.test(before)
}

/** What clinicians write of one patient: `s/p CABG`, `POD 3`, `Surgery date:`. */
const shorthands = (text: Text): readonly Cue[] =>
  Array.from(text.text.matchAll(/\b(?:s\/p|h\/o|c\/o|POD\s?#?\d+|post-?op(?:erative)? day|hospital day \d|day \d+ (?:post|after|of (?:life|chemo|radiation|rehab|treatment|detox|sobriety|her|his))|GCS\s?\d|G\dP\d|EDD|dx:|hx of|(?:surgery|procedure|admission|discharge|transplant|delivery|diagnosis|injury) date\s*:|(?:pain|weight|A1C) (?:before|now|after|then)\s*:|\d{1,2}\s?(?:lbs?|pounds)\.?,?\s?\d{1,2}(?:\.\d)?\s?(?:oz|ounces))/giu), ({ 0: found, index }) => ({
    name: 'clinical shorthand',
    points: 2,
    text,
    span: { start: index, end: index + found.length },
    discounted: isGeneral(text, text.sentenceAt(index)) ? 'people in general' : undefined,
  }))

/** `Room 12`, `5 West`. */
const rooms = (text: Text): readonly Cue[] =>
  Array.from(text.text.matchAll(/\b(?:room|rm|bed|bay|pod|trauma)\s*#?\s?\d{1,4}[A-Z]?\b|\b\d{1,2}\s?(?:North|South|East|West)\b/giu), ({ 0: room, index }) => ({
    name: 'place of care',
    points: 1,
    text,
    span: { start: index, end: index + room.length },
    discounted: isAboutOrganization(text, text.sentenceAt(index)) ? 'about the organization' : undefined,
  }))

const ages = /(?<![\p{L}\p{N}$.-])(?:\d{1,3}[\s-](?:year|yr|month|week|day|hour)s?[\s-]old(?![\s-](?:tradition|hospital|building|law|program|practice|clinic|company|technology|organization|business|house|facility|and (?:up|older|under)))|\d{1,3}\s?(?:yo|y\/o|y\.o\.)(?![\p{L}])|\d{2}\s?[FM](?![\p{L}\p{N}°]))/giu

function agesAndSexes(text: Text, referents: readonly Referent[]): readonly Cue[] {
  const old = text.ages.filter(({ over89 }) => over89).map(({ span }) => span)
  const written = Array.from(text.text.matchAll(ages), ({ 0: age, index }) => ({ start: index, end: index + age.length }))
  return [...old, ...written.filter((span) => !old.some((other) => overlaps(other, span)))].map((span) => {
    const index = span.start
    const sentence = text.sentenceAt(index)
    const isOfStaff = referents.some(({ role, span: other }) => role === 'staff' && holds(sentence, other)) && !referents.some((referent) => isIndividual(referent) && referent.form !== 'pronoun' && holds(sentence, referent.span) && !overlaps(referent.span, span))
    return { name: 'age and sex', points: 1, text, span, discounted: isGeneral(text, sentence) ? 'people in general' : isOfStaff ? 'staff' : isOfThing(text, span) ? 'no person' : undefined }
  })
}

let frames: PhraseIndex<{ readonly kind: string }> | undefined

function frameIndex(): PhraseIndex<{ readonly kind: string }> {
  if (frames) return frames
  frames = new PhraseIndex()
  const { words, entries } = data<{ words: Record<string, string[]>; entries: { kind: string; terms: string[] }[] }>('lexicons/context-frames')
  for (const { kind, terms } of entries) for (const term of terms) frames.add(term, { kind }, { words })
  return frames
}

/** Tags are read as their words: `#PatientSpotlight`. */
function framesIn(text: Text): readonly Cue[] {
  const found = frameIndex().find(text.text, text.pieces)
  const tagged = text.hashtags.filter(({ name }) => framingTag.test(name)).flatMap((tag) => {
    const words = tag.parts.map(({ text: word, span }) => ({ lower: word.toLowerCase(), ...span }))
    return frameIndex().find(text.text, words)
  })
  const invites = found.filter(({ meaning }) => meaning.kind === 'invitation')
  return [...found, ...tagged].flatMap(({ start, end, meaning: { kind } }): Cue[] => {
    const span = { start, end }
    if (kind === 'fiction') return [{ name: 'fiction', points: -2, text, span }]
    if (kind !== 'frame') return []
    const sentence = text.sentenceAt(start)
    const isInvitation = invites.some((other) => holds(sentence, other)) || /\byour\b/i.test(text.text.slice(sentence.start, sentence.end))
    return [{ name: 'story frame', points: 2, text, span, discounted: isInvitation ? 'an invitation' : undefined }]
  })
}

/** Splitting a tag takes a word list; these are worth it. */
const framingTag = /story|spotlight|journey|grad|transform|before|testimon|of_?the_?(?:day|week|month)|results|hypothet|fiction/i

/** `"They saved my life"`: somebody's own words on their care, in quotation marks or as the post's author. */
function ownWords(post: PostText, text: Text, referents: readonly Referent[]): readonly Cue[] {
  const isAuthor = post.post.author === 'patient' || post.post.repostOf !== undefined
  const isSigned = /(?:^|\n)\s*(?:>\s*)?(?:[-–—~]\s*\p{Lu}|review by|from a (?:recent )?review)|^\s*>|\u2b50|★|\b5[- ]star review/iu.test(text.text)
  const quotes = isAuthor || isSigned ? [{ start: 0, end: text.text.length }] : Array.from(text.text.matchAll(/"[^"\n]{12,900}"|(?<=^|\s)'[^'\n]{20,600}'(?=\s|$)/g), ({ 0: quote, index }) => ({ start: index, end: index + quote.length }))
  return quotes.flatMap((quote): Cue[] => {
    const health = text.health.find(({ span, meaning }) => quote.start <= span.start && span.end <= quote.end && meaning.kind !== 'person-noun' && meaning.kind !== 'story-detail' && meaning.kind !== 'occupation')
    const self = within(referents.map(({ span, role }) => ({ ...span, role })), quote).some(({ role }) => role === 'self')
    const owned = health && self && isOwnCare(text, health.span)
    if (!owned && !/\b(?:saved|changed|gave me back) my life\b/i.test(text.text.slice(quote.start, quote.end))) return []
    return [{ name: 'testimonial', points: 2, text, span: health?.span ?? quote }]
  })
}

/** `1 in 5 adults`, percentages: where they stand, nobody's own care is told. */
const aggregates = (text: Text): readonly Cue[] => text.sentences.filter((sentence) => isAggregate(text, sentence)).map((span) => ({ name: 'statistics', points: -2, text, span: { start: span.start, end: span.end } }))

/** What the post says of itself, in its fields. */
function ofPost(post: PostText, texts: readonly TextContext[]): readonly Cue[] {
  const { type, media, inReplyTo } = post.post
  const cues: Cue[] = []
  if (type === 'review-response') cues.push({ name: 'type', points: 3 })
  if (type === 'reply' || type === 'comment') cues.push({ name: 'type', points: tellsOwnCare(inReplyTo) ? 3 : 1 })
  if (media.some(({ depicts }) => depicts === 'patient')) cues.push({ name: 'a patient in the picture', points: 3 })
  const isFramed = texts.some(({ cues: found }) => found.some(({ name, discounted }) => name === 'story frame' && !discounted))
  if (isOutsideHipaa(post.facts.organization.kind)) cues.push({ name: 'publisher outside HIPAA', points: -1, discounted: isFramed ? 'framed as a story' : undefined })
  return cues
}

const tellsOwnCare = (comment: string | undefined) => comment !== undefined && /\b(?:I|my|me|we|our)\b/i.test(comment) && /\b(?:dr|doctor|nurse|dentist|surgery|appointment|visit|procedure|treat\w*|diagnos\w*|pain|bill\w*|insurance|prescri\w*|results?|hospital|clinic|staff|waited|waiting|baby|tooth|teeth|knee|back|chemo|therap\w*|medication|office|ER|ICU|care)\b/i.test(comment)

const isOutsideHipaa = (kind: string | undefined) => kind !== undefined && /^(?:pharma\w*|drug\w*|device|supplements?|cosmetics?|agency|employer|school|wellness|brand|manufacturer|media)$/i.test(kind)
