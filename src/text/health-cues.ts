import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { Cue } from './cue.js'
import type { HealthMention } from './health.js'
import { isAboutOrganization, isGeneral, isNarrated } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import { hasContact } from './somebodys-contact.js'
import type { Text } from './text.js'
import { holds } from './within.js'

/** What a word of health or care says for patient context, counted or with why not; undefined for words that say nothing of it. */
export function cueOf(text: Text, { span, meaning }: HealthMention, referents: readonly Referent[]): Cue | undefined {
  const sentence = text.sentenceAt(span.start)
  const here = referents.filter((referent) => holds(sentence, referent.span))
  switch (meaning.kind) {
    case 'person-noun':
      return meaning.sort === 'care' ? careNoun(text, span, sentence, referents) : undefined
    case 'care-event':
      return {
        name: 'care event',
        points: 2,
        text,
        span,
        discounted: text.isDenied(span) ? undefined : whyNobodys(text, span, sentence, here, referents),
      }
    case 'care-place':
      return {
        name: 'place of care',
        points: 1,
        text,
        span,
        discounted: isAboutOrganization(text, sentence) ? 'about the organization' : undefined,
      }
    case 'condition':
    case 'rare-condition':
    case 'procedure':
      return whoseCare(text, span, sentence, here) ?? besidePerson(text, span, sentence, here)
    case 'care-word':
      return careWord(text, span, sentence, here)
    case 'symptom':
      if (meaning.sort === 'body') return whoseCare(text, span, sentence, here, true)
      return whoseCare(text, span, sentence, here) ?? careWord(text, span, sentence, here)
    case 'care-noun':
      return whoseCare(text, span, sentence, here)
    default:
      return undefined
  }
}

function careNoun(text: Text, span: Span, sentence: Span, referents: readonly Referent[]): Cue {
  const noun = referents.find((referent) => overlaps(referent.span, span) && referent.form === 'noun')
  const discounted =
    noun?.role === 'staff' ? 'staff' : (noun?.reason ?? (isGeneral(text, sentence) ? 'people in general' : undefined))
  if (noun?.role === 'care' && noun.reason === undefined && hasContact(text, noun.span))
    return { name: 'person in care', points: 2, text, span }
  // `My client`, `our patient`: that somebody is one is said by these words alone.
  const isSaid = noun?.isCertain === true && !isAboutOrganization(text, sentence)
  return { name: 'person in care', points: isSaid ? 2 : 1, text, span, discounted }
}

/** Why a care event tells of nobody's care: undefined where it does tell of one person's. */
function whyNobodys(
  text: Text,
  span: Span,
  sentence: Span,
  here: readonly Referent[],
  all: readonly Referent[],
): string | undefined {
  if (here.some((referent) => isIndividual(referent) && referent.role !== 'self') && !isGeneral(text, sentence))
    return undefined
  if (here.some(({ role }) => role === 'self') && isOwnCare(text, span)) return undefined
  if (isGeneral(text, sentence)) return 'people in general'
  if (isAboutOrganization(text, sentence)) return 'about the organization'
  const object = here.find((referent) => referent.span.end > span.end && referent.span.start <= span.end + 12)
  if (object && (object.role === 'staff' || object.role === 'animal')) return object.role
  const subject = here.findLast((referent) => referent.span.end <= span.start)
  if (subject && subject.role === 'self')
    return actsOnSomeone.test(text.text.slice(span.start, sentence.end)) ? undefined : 'the writer'
  if (subject && subject.role !== 'self')
    return subject.role === 'staff' && actsOnSomeone.test(text.text.slice(span.start, sentence.end))
      ? undefined
      : (subject.reason ?? subject.role)
  if (actsOnSomeone.test(text.text.slice(span.start, sentence.end))) return undefined
  const isSubjectless =
    /^[^\p{L}\p{N}]*$/u.test(text.text.slice(sentence.start, span.start)) ||
    /[:;,.—–-]\s*$/.test(text.text.slice(sentence.start, span.start))
  const isTelegraphic =
    isSubjectless &&
    (text.dates.some((date) => holds(sentence, date.span)) ||
      text.health.filter(({ span: other, meaning }) => holds(sentence, other) && meaning.kind === 'care-event').length >
        1)
  return isTelegraphic || (isSubjectless && all.some(isIndividual)) ? undefined : 'no person'
}

/** `treated a chainsaw injury`, `removed a bead from`: the object is one person's care. */
const actsOnSomeone =
  /^(?:we\s+)?(?:just\s+|finally\s+)?(?:treated|saw|removed|pulled|extracted|delivered|resuscitated|revived|intubated|stitched up|sutured|reattached|repaired|admitted|transported|saved|narcanned|stented|dug|coded|lost|amputated)\s+(?:a|an|one|this|another|someone|somebody|twins|triplets|quadruplets|baby)\b(?!\s+(?:world|difference|way|lot|new (?:era|record)|record|spot|place|opportunity|chance))/iu

/** `her surgery`, `his broken hip`, `their A1C`. */
function whoseCare(text: Text, span: Span, sentence: Span, here: readonly Referent[], isBody = false): Cue | undefined {
  const before = text.text.slice(sentence.start, span.start)
  const whose = /(?<![\p{L}'])(his|her|their|your)\s+(?:[\p{L}-]+\s+){0,2}$/iu.exec(before)
  const ofName = /[\p{L}]'s?\s+(?:[\p{L}-]+\s+){0,1}$/u.test(before)
  if (!whose && !ofName) return undefined
  // `your` is somebody's only where one person is spoken to.
  if (whose && /^your$/i.test(whose[1]!) && !here.some(({ span: { start } }) => start === sentence.start + whose.index))
    return undefined
  const owner = here.findLast(
    (referent) =>
      referent.span.end <= span.start &&
      referent.span.end >= span.start - 40 &&
      (!ofName || /^'s?\s/.test(text.text.slice(referent.span.end, referent.span.end + 3)) || whose),
  )
  if (!owner) return undefined
  const discounted = !isIndividual(owner)
    ? (owner.reason ?? owner.role)
    : isPartOfName(text, span)
      ? 'part of a name'
      : undefined
  const isHurt =
    isBody &&
    hurtOrMended.test(text.text.slice(Math.max(sentence.start, span.start - 60), Math.min(sentence.end, span.end + 30)))
  return {
    name: isBody && !isHurt ? "somebody's body" : "somebody's own care",
    points: isBody && !isHurt ? 1 : 2,
    text,
    span,
    discounted,
  }
}

/** `New liver at 35.` */
const ofAnAge =
  /^(?:\s+[\p{L}-]+){0,2}\s+at (?:age )?(?:\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?|(?:a|one) hundred(?: and \p{L}+)?)(?=[.,!;]|\s*$)/iu

const hurtOrMended =
  /\b(?:remov|repair|replac|fix|operat|rebuil|stitch|sav(?:ed|ing)|reattach|hurt|br(?:oke|oken|eak)|injur|t(?:ore|orn)|shatter|crush|burn|swollen|swelling|pain|ach(?:e|ing)|heal|amputat|fractur|sprain|dislocat|numb|bleed|bled|stent|bypass|transplant|donat|scan|x-ray|inject|straighten|whiten|drain|lodged|stuck|impal|lost|los(?:e|ing))\w*/iu

function besidePerson(text: Text, span: Span, sentence: Span, here: readonly Referent[]): Cue {
  const isOurs = isPartOfName(text, span) && isSettingOfOurs(text, span, sentence)
  const cue = isOurs
    ? { name: 'care nearby', points: 1, text, span }
    : { name: 'health beside a person', points: 2, text, span }
  if (!isOurs && isPartOfName(text, span)) return { ...cue, discounted: 'part of a name' }
  if (isGeneral(text, sentence)) return { ...cue, discounted: 'people in general' }
  const near = here.filter(
    (referent) => isIndividual(referent) && (referent.span.start < span.start || referent.span.end > span.end),
  )
  if (near.length === 0 && here.length === 0 && ofAnAge.test(text.text.slice(span.end))) return cue
  if (near.length === 0)
    return { ...cue, discounted: here.find(({ role }) => role !== 'self')?.reason ?? here[0]?.role ?? 'no person' }
  if (near.every(({ role }) => role === 'self'))
    return isOwnCare(text, span) ? cue : { ...cue, discounted: 'the writer' }
  if (near.some(({ form, isCertain }) => form !== 'noun' || isCertain) || isNarrated(text, sentence))
    return isAboutOrganization(text, sentence) && !near.some(({ form }) => form === 'pronoun')
      ? { ...cue, discounted: 'about the organization' }
      : cue
  return { ...cue, discounted: 'people in general' }
}

/** `the graft`, `a lift assist`: half of what it takes, where it is told of one person. */
function careWord(text: Text, span: Span, sentence: Span, here: readonly Referent[]): Cue {
  const cue = besidePerson(text, span, sentence, here)
  return { ...cue, name: 'care nearby', points: 1 }
}

let namesAfter: Set<string> | undefined

/** `infusion nurses`, `the Stroke Center`: what follows makes it a name or a job. */
export function isPartOfName(text: Text, { end }: Span): boolean {
  namesAfter ??= new Set(data<{ afterHealth: string[] }>('lexicons/care-places').afterHealth)
  const next = /^[ -]([\p{L}']+)/u.exec(text.text.slice(end, end + 30))?.[1]
  return next !== undefined && namesAfter.has(next.toLowerCase())
}

/** `in our cardiac rehab class`, `our methadone program`: whoever is told of beside it is there for care, unless the place itself is what is told of. */
const isSettingOfOurs = (text: Text, { start, end }: Span, sentence: Span) =>
  /\b(?:our|my|in the|on the)\s+(?:[\p{L}-]+\s+){0,3}$/iu.test(text.text.slice(sentence.start, start)) &&
  /^[ -](?:[\p{L}-]+\s)?(?:program|class|clinic|study|trial|unit|floor|ward|group|lab|suite|gym|pool|wing|room|center|team|service|day)s?\b/iu.test(
    text.text.slice(end, end + 40),
  )

const illness = /^(?:condition|rare-condition|procedure)$/
const mine =
  /(?<!\p{L})my (?:own )?(?!patient|client|resident|colleague|team|staff|practice|work|job|field|dog|cat)(?:[\p{L}-]+ ){0,2}$/iu

/** `I was diagnosed`, `my surgery`, `saved my life`: the writer's own care, not what the writer does at work. */
export function isOwnCare(text: Text, span: Span): boolean {
  const { start, end } = text.sentenceAt(span.start)
  const before = text.text.slice(start, span.start)
  const all = text.text.slice(start, end)
  const isIllness = text.health.some(
    ({ span: { start: at }, meaning }) => at === span.start && illness.test(meaning.kind),
  )
  if (isIllness && mine.test(before)) return true
  return (
    /\b(?:saved|changed|gave me|got) my life\b|\bmy (?:own |recent |first |last |second )?(?:surgeon|surgery|doctor|nurse|therapist|diagnosis|cancer|chemo|recovery|treatment|procedure|knee|hip|back|heart|pain|delivery|labor|pregnancy|birth|baby|stay|visit|results|smile|teeth|tooth|braces|skin|weight|journey|son's|daughter's|mom's|dad's|husband's|wife's|father's|mother's)\b|\bI(?:'ve| have|'m| am| was| had| got| went| came| lost| finished| beat| started| woke| spent| survived| thought| could| can)\b/iu.test(
      all,
    ) &&
    !/\b(?:treated|saw|see|care for|cared for|had a patient|work|worked|operated|my patients?|my clients?|my residents?|on shift|my shift)\b/i.test(
      before,
    )
  )
}
