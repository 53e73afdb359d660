import { overlaps, type Span } from '../source.js'
import { isBody, type TextContext } from './context.js'
import { dateFix } from './date-fixes.js'
import { isAboutOrganization, isGeneral, isNarrated } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import type { PostText } from './post-text.js'
import type { StoryElement } from './stories.js'
import { toldDetails } from './story-details.js'
import type { Text } from './text.js'

/** What narrows a story down, in one of the post's texts and its location; not what is said of the organization or of people in general. */
export function storyElements(post: PostText, context: TextContext): readonly StoryElement[] {
  const { text } = context
  const isTold = ({ span }: { readonly span: Span }) => {
    const sentence = text.sentenceAt(span.start)
    const here = context.referents.filter(
      (referent) => sentence.start <= referent.span.start && referent.span.start < sentence.end,
    )
    if (
      here.some(({ role }) => role === 'staff' || role === 'giver' || role === 'public') &&
      !here.some((referent) => isIndividual(referent))
    )
      return false
    return (
      !(isAboutOrganization(text, sentence) || isGeneral(text, sentence)) ||
      context.referents.some(
        (referent) =>
          referent.form !== 'pronoun' &&
          isIndividual(referent) &&
          sentence.start <= referent.span.start &&
          referent.span.start < sentence.end,
      )
    )
  }
  const listed = lexical(context)
  const found = [
    ...listed,
    ...places(post, text),
    ...dates(text),
    ...ages(text),
    ...quotes(context),
    ...toldDetails(context).filter(
      (one) => !listed.some((other) => other.name === one.name && overlaps(other.span, one.span)),
    ),
    ...clinicians(context),
    ...rooms(text),
  ].filter(isTold)
  return [...found, ...elsewhere(post, text)].sort((a, b) => a.span.start - b.span.start)
}

/** Rare conditions, occupations and the details of the lexicon. */
function lexical({ text, referents }: TextContext): StoryElement[] {
  return text.health.flatMap(({ span, meaning }): StoryElement[] => {
    if (meaning.kind === 'rare-condition')
      return text.isDenied(span)
        ? []
        : [
            {
              name: 'rare condition',
              points: 2,
              text,
              span,
              drop: 'the diagnosis or operation',
              general: meaning.general && withArticle(text, span, meaning.general),
            },
          ]
    if (meaning.kind === 'story-detail')
      return [{ name: meaning.sort!, points: meaning.points!, text, span, drop: meaning.drop! }]
    if (meaning.kind !== 'occupation') return []
    const noun = referents.find((referent) => overlaps(referent.span, span) && referent.form === 'noun')
    if (!noun || !isIndividual(noun)) return []
    const isOnlyOne = meaning.sort === 'held by one'
    return [
      { name: isOnlyOne ? 'job held by one' : 'occupation', points: isOnlyOne ? 2 : 1, text, span, drop: 'the job' },
    ]
  })
}

/** `with progeria` becomes `with a rare genetic condition`; after an article or adjective no wording is sure. */
const withArticle = (text: Text, { start }: Span, general: string) =>
  /\b(?:with|had|has|got|from|of|survived|beat|contracted|for|having)\s+$/i.test(
    text.text.slice(Math.max(0, start - 80), start),
  )
    ? general
    : undefined

const places = (post: PostText, text: Text): StoryElement[] =>
  post
    .placesIn(text)
    .filter(
      ({ owner, kind, general }) =>
        (owner === 'person' || owner === 'unknown') && !(kind === 'zip3' && general !== '000'),
    )
    .map(({ span, general, fixSpan }) => ({
      name: 'small place',
      points: 2,
      text,
      span,
      drop: 'the place',
      general,
      fixSpan,
    }))

function dates(text: Text): StoryElement[] {
  return text.dates
    .filter(
      ({ kind, isObservance, span }) =>
        kind !== 'year' && !isObservance && (kind !== 'clock' || isNarrated(text, text.sentenceAt(span.start))),
    )
    .map((date) => {
      const { data, fixSpan } = dateFix(text, date)
      return {
        name: 'time',
        points: date.kind === 'partial' ? 1 : 2,
        text,
        span: date.span,
        drop: 'the date',
        general: data?.general,
        fixSpan,
      }
    })
}

const ages = (text: Text): StoryElement[] =>
  text.ages.map(({ span, years, unit, over89 }) => ({
    name: 'age',
    points: over89 || unit !== 'years' || (years !== undefined && years > 80) ? 2 : 1,
    text,
    span,
    drop: 'the exact age',
  }))

/** Words of the person, which a search finds. */
function quotes({ text, cues, referents }: TextContext): StoryElement[] {
  const quoted = cues.find(({ name, span }) => name === 'testimonial' && span)?.span ?? saidBy(text, referents)
  return quoted ? [{ name: 'quotation', points: 1, text, span: quoted, drop: 'the quotation' }] : []
}

/** What stands in quotation marks beside one person, and no staff. */
const saidBy = (text: Text, referents: readonly Referent[]): Span | undefined =>
  Array.from(text.text.matchAll(/"(?!(?:\p{Lu}[^\s"]*\s?){1,4}")[^"\n]{6,300}"/gu), ({ 0: quote, index }) => ({
    start: index,
    end: index + quote.length,
  })).find((quote) => {
    const near = referents.filter(
      ({ span }) => span.start > quote.start - 90 && span.end < quote.end + 50 && !overlaps(span, quote),
    )
    return (
      near.some((referent) => isIndividual(referent) && referent.role !== 'self') &&
      !near.some(({ role, form }) => role === 'staff' && form === 'name')
    )
  })

/** A clinician by name, with the unit. */
function clinicians({ text, referents, cues }: TextContext): StoryElement[] {
  const staff = referents.find(({ role, form }) => role === 'staff' && form === 'name')
  return staff && cues.some(({ name, discounted }) => name === 'place of care' && !discounted)
    ? [{ name: 'treating clinician', points: 1, text, span: staff.span, drop: "the clinician's name" }]
    : []
}

const rooms = (text: Text): StoryElement[] =>
  Array.from(text.text.matchAll(/\b(?:room|rm|bed|bay)\s*#?\s?\d{1,4}[A-Z]?\b/giu), ({ 0: room, index }) => ({
    name: 'room',
    points: 1,
    text,
    span: { start: index, end: index + room.length },
    drop: 'the room',
  }))

/** Where the post says it was made: its location field. */
const elsewhere = (post: PostText, text: Text): StoryElement[] =>
  isBody(text)
    ? post.texts
        .filter(({ region }) => region.field.startsWith('location'))
        .flatMap((location) =>
          post
            .placesIn(location)
            .filter(({ owner }) => owner !== 'organization')
            .map(({ span }) => ({ name: 'small place', points: 2, text: location, span, drop: 'the location' })),
        )
    : []
