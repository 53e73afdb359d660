import { overlaps, type Span } from '../source.js'
import type { Cue } from './cue.js'
import { frameIndex } from './frames.js'
import { isOwnCare } from './health-cues.js'
import { helpers, isAboutOrganization, isAggregate, isGeneral, isOfThing } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'
import { holds, within } from './within.js'

/** What clinicians write of one patient: `s/p CABG`, `POD 3`, `Surgery date:`. */
export const shorthands = (text: Text): readonly Cue[] =>
  Array.from(
    text.text.matchAll(
      /\b(?:s\/p|h\/o|c\/o|POD\s?#?\d+|post-?op(?:erative)? day|hospital day \d|day \d+ (?:post|after|of (?:life|chemo|radiation|rehab|treatment|detox|sobriety|her|his))|GCS\s?\d|G\dP\d|EDD|dx:|hx of|(?:surgery|procedure|admission|discharge|transplant|delivery|diagnosis|injury) date\s*:|(?:pain|weight|A1C) (?:before|now|after|then)\s*:|\d{1,2}\s?(?:lbs?|pounds)\.?,?\s?\d{1,2}(?:\.\d)?\s?(?:oz|ounces))/giu,
    ),
    ({ 0: found, index }) => ({
      name: 'clinical shorthand',
      points: 2,
      text,
      span: { start: index, end: index + found.length },
      discounted: isGeneral(text, text.sentenceAt(index)) ? 'people in general' : undefined,
    }),
  )

/** `Admitted 9/4. Extubated 9/19. Home 10/30.`, `In: February 2. Out: June 18.`: a stay in dates. */
export function stays(text: Text): readonly Cue[] {
  const found = Array.from(text.text.matchAll(stayed), ({ 0: words, index, groups }) => ({
    span: { start: index, end: index + words.length },
    isSure: groups?.sure !== undefined,
  }))
  if (found.length < 2 && !found.some(({ isSure }) => isSure)) return []
  return found.map(({ span }) => ({
    name: 'clinical shorthand',
    points: 2,
    text,
    span,
    discounted: isAboutOrganization(text, text.sentenceAt(span.start)) ? 'about the organization' : undefined,
  }))
}

const stayed =
  /(?<![\p{L}])(?:(?<sure>(?:re)?admit(?:ted)?|discharged?|intubated|extubated|trached|decannulated|off the vent|transplant(?:ed)?)|in|out|home|born|surgery|rehab|floor|ICU|stepdown|diagnosed|listed|day (?:1|one))\s?[:–—-]? ?(?:on )?(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}*\.? \d{1,2})(?=\s*(?:[.,;:!)\n]|$|-|–|—))/giu

/** `Room 12`, `5 West`, `in our travel clinic`. */
export const rooms = (text: Text): readonly Cue[] =>
  Array.from(
    text.text.matchAll(
      /(?<!\b(?:break|conference|meeting|class|training|board|community|multipurpose|party|escape|team|staff|lecture|mail|control)[ -]?)\b(?:room|rm|bed(?: ?space)?|bay|pod|trauma|chair|exam|isolette)\s*#?\s?\d{1,4}[A-Z]?\b|(?<=\b(?:in|at|to|into|through|from|on|outside|by)\s)our (?:[\p{L}'-]+ ){0,3}(?:clinic|unit|ward|suite|floor|infirmary|nursery|hospital|practice|program|room|bay|lab|center|service|chair|table|hallway|rig|truck|tent|van|dock|parking garage|parking lot|lobby|elevator)\b|\b\d{1,2}\s?(?:North|South|East|West)\b/giu,
    ),
    ({ 0: room, index }) => ({
      name: 'place of care',
      points: 1,
      text,
      span: { start: index, end: index + room.length },
      discounted: isAboutOrganization(text, text.sentenceAt(index)) ? 'about the organization' : undefined,
    }),
  )

const ages =
  /(?<![\p{L}\p{N}$.-])(?:\d{1,3}[\s-](?:year|yr|month|week|day|hour)s?[\s-]old(?![\s-](?:tradition|hospital|building|law|program|practice|clinic|company|technology|organization|business|house|facility|and (?:up|older|under)))|\d{1,3}\s?(?:yo|y\/o|y\.o\.)(?![\p{L}])|\d{2}\s?[FM](?![\p{L}\p{N}°]))/giu

/** `54-year-old woman`, `turned 97`. */
export function agesAndSexes(text: Text, referents: readonly Referent[]): readonly Cue[] {
  const old = text.ages.filter(({ over89 }) => over89).map(({ span }) => span)
  const written = Array.from(text.text.matchAll(ages), ({ 0: age, index }) => ({
    start: index,
    end: index + age.length,
  }))
  return [...old, ...written.filter((span) => !old.some((other) => overlaps(other, span)))].map((span) => {
    const index = span.start
    const sentence = text.sentenceAt(index)
    const isOfStaff =
      referents.some(({ role, span: other }) => role === 'staff' && holds(sentence, other)) &&
      !referents.some(
        (referent) =>
          isIndividual(referent) &&
          referent.form !== 'pronoun' &&
          holds(sentence, referent.span) &&
          !overlaps(referent.span, span),
      )
    const isTelling =
      old.includes(span) &&
      !helpers.test(text.text) &&
      referents.some((referent) => isIndividual(referent) && referent.role !== 'self' && holds(sentence, referent.span))
    return {
      name: 'age and sex',
      points: isTelling ? 2 : 1,
      text,
      span,
      discounted: isGeneral(text, sentence)
        ? 'people in general'
        : isOfStaff
          ? 'staff'
          : isOfThing(text, span)
            ? 'no person'
            : undefined,
    }
  })
}

/** Tags are read as their words: `#PatientSpotlight`. */
export function framesIn(text: Text): readonly Cue[] {
  const found = frameIndex().find(text.text, text.pieces)
  const tagged = text.hashtags
    .filter(({ name }) => framingTag.test(name))
    .flatMap((tag) => {
      const words = tag.parts.map(({ text: word, span }) => ({ lower: word.toLowerCase(), ...span }))
      return frameIndex().find(text.text, words)
    })
  const pair = /(?:^|\n|[.!?]\s)\W{0,4}before\s?[:—-][\s\S]{3,200}?\bafter\s?[:—-]/i.exec(text.text)
  const framed = pair ? [{ start: pair.index, end: pair.index + 7, meaning: { kind: 'frame' } }] : []
  const invites = found.filter(({ meaning }) => meaning.kind === 'invitation')
  return [...found, ...tagged, ...framed].flatMap(({ start, end, meaning: { kind } }): Cue[] => {
    const span = { start, end }
    // A film, a doll's clinic or sample data tell of nobody, whatever they say; a case called hypothetical may.
    if (kind === 'make-believe') return [{ name: 'fiction', points: -6, text, span }]
    if (kind === 'fiction' && deny.test(text.text.slice(Math.max(0, start - 14), start))) return []
    if (kind === 'fiction') return [{ name: 'fiction', points: -2, text, span }]
    if (kind !== 'frame') return []
    const sentence = text.sentenceAt(start)
    const isInvitation =
      invites.some((other) => holds(sentence, other)) || /\byour\b/i.test(text.text.slice(sentence.start, sentence.end))
    return [{ name: 'story frame', points: 2, text, span, discounted: isInvitation ? 'an invitation' : undefined }]
  })
}

/** `I can't make this up`: it happened. */
const deny = /(?<!\p{L})(?:can't|cannot|couldn't|could not|can not|don't|didn't|never) $/iu

/** Splitting a tag takes a word list; these are worth it. */
const framingTag =
  /story|spotlight|journey|grad|transform|before|testimon|of_?the_?(?:day|week|month)|results|hypothet|fiction/i

/** `"They saved my life"`: somebody's own words on their care, in quotation marks or as the post's author. */
export function ownWords(post: PostText, text: Text, referents: readonly Referent[]): readonly Cue[] {
  const isAuthor = post.post.author === 'patient' || post.post.repostOf !== undefined
  const isSigned =
    /(?:^|\n)\s*(?:>\s*)?(?:[-–—~]\s*\p{Lu}|review by|from a (?:recent )?review)|^\s*>|\u2b50|★|\b5[- ]star review/iu.test(
      text.text,
    )
  const quotes =
    isAuthor || isSigned
      ? [{ start: 0, end: text.text.length }]
      : Array.from(
          text.text.matchAll(
            /"[^"\n]{12,900}"|(?<=^|\s)'[^'\n]{20,600}'(?=\s|$)|(?<=\b(?:card|letter|note|sign|poster|drawing) (?:reading|reads|saying|says|that says|that reads):? ).{12,400}$/gmu,
          ),
          ({ 0: quote, index }) => ({ start: index, end: index + quote.length }),
        )
  return quotes.flatMap((quote): Cue[] => {
    const health = text.health.find(
      ({ span, meaning }) =>
        quote.start <= span.start &&
        span.end <= quote.end &&
        meaning.kind !== 'person-noun' &&
        meaning.kind !== 'story-detail' &&
        meaning.kind !== 'occupation',
    )
    const self = within(
      referents.map(({ span, role }) => ({ ...span, role })),
      quote,
    ).some(({ role }) => role === 'self')
    const owned =
      (health && self && isOwnCare(text, health.span)) ||
      (health && health.meaning.sort !== 'body' && isFromPerson(text, quote, referents)) ||
      (self && isOfTreated(text, quote))
    if (!owned && !/\b(?:saved|changed|gave me back) my life\b/i.test(text.text.slice(quote.start, quote.end)))
      return []
    return [{ name: 'testimonial', points: 2, text, span: health?.span ?? quote }]
  })
}

/** Words on care that somebody by name or account is said to have written: `"Two attacks a week, now none." Thanks, @maple_dee`. */
const isFromPerson = (text: Text, quote: Span, referents: readonly Referent[]): boolean =>
  referents.some(
    (referent) =>
      referent.form === 'name' &&
      isIndividual(referent) &&
      (referent.span.end <= quote.start
        ? /^[^.!?\n]{0,25}(?::|,|\b(?:says|said|wrote|writes|told us))\s*$/.test(
            text.text.slice(referent.span.end, quote.start),
          )
        : /^\s*(?:[-—–~]\s*|[^.!?\n]{0,12}\bfrom\s+|thank(?:s| you)[^.!?\n]{0,40}|(?:says|said|writes|wrote|shares)\s+)$/i.test(
            text.text.slice(quote.end, referent.span.start),
          )),
  )

/** `"Dr. Beck had me back on the truck"`: whoever speaks was treated. */
const isOfTreated = (text: Text, quote: Span): boolean =>
  /\b(?:Dr|doctors?|nurses?|surgeons?|team|staff|therapists?|midwi(?:fe|ves)|they|clinic|hospital)\b\.?[^.!?"]{0,30}\b(?:had me|got me|gave me|fixed (?:me|my)|saved (?:me|my)|fixing my|saving my|helped me|made me|put me|brought me|held my|sat with me|took care of me|listened to me)\b/iu.test(
    text.text.slice(quote.start, quote.end),
  )

/** `1 in 5 adults`, percentages: where they stand, nobody's own care is told. */
export const aggregates = (text: Text): readonly Cue[] =>
  text.sentences
    .filter((sentence) => isAggregate(text, sentence))
    .map((span) => ({ name: 'statistics', points: -2, text, span: { start: span.start, end: span.end } }))
