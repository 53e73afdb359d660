import { overlaps, type Span } from '../source.js'
import { isBody, type TextContext } from './context.js'
import { otherPart } from './context-cues.js'
import { type Cue, threshold } from './cue.js'
import type { Match } from './match.js'
import { isAboutOrganization, isGeneral } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import type { PostText } from './post-text.js'
import { storyElements } from './story-elements.js'
import type { Text } from './text.js'

/** A detail that helps to tell whose story it is (domain/hipaa.md 6.1). */
export interface StoryElement {
  /** `rare condition`, `small place`, `public event`, ... */
  readonly name: string
  readonly points: number
  readonly text: Text
  readonly span: Span
  /** What to leave out, for people: `the town`. */
  readonly drop: string
  /** What to say instead, where that is sure. */
  readonly general?: string
  readonly fixSpan?: Span
}

/** The care of one person, told. */
export interface Story {
  readonly text: Text
  readonly subject: 'named' | 'pictured' | 'unnamed'
  readonly elements: readonly StoryElement[]
  readonly score: number
  /** Named or pictured; score 5 or more; 3 or 4; less. */
  readonly grade: 'named' | 'identifiable' | 'detailed' | 'plain'
  /** The shortest telling stretch: the name, else the strongest detail, else the care itself. */
  readonly match: Match
}

/** One story at most for each text of a post that is posted. */
export function storiesIn(post: PostText): readonly Story[] {
  if (post.post.type === 'review-response' || post.post.inReplyTo !== undefined) return []
  const stories = post.context.texts.flatMap((context) => storyIn(post, context))
  return stories.some(({ subject }) => subject === 'named') ? stories : [...stories, ...namedElsewhere(post, stories)]
}

/** The slide before, another part of the thread or the accounts that are tagged name whom a story without a name is about. */
function namedElsewhere(post: PostText, stories: readonly Story[]): Story[] {
  const isTold = stories.some(({ score }) => score >= 0) || post.context.ofPost.some(({ name }) => name === otherPart)
  if (!isTold || stories.some(({ grade }) => grade === 'named')) return []
  const fields = stories.length > 0 ? /^(?:slides|title|first_comment|tagged)\b/ : /^text\b/
  const person = post.persons.find(
    ({ text, role, cues, form }) =>
      fields.test(text.region.field) &&
      (role === 'patient' || (role === 'unknown' && (form === 'handle' || cues.some((cue) => introducing.has(cue))))),
  )
  if (!person) return []
  const { text, span } = person
  const match = { text, span, data: { drop: 'the name' } }
  return [{ text, subject: 'named', elements: [], score: 2, grade: 'named', match }]
}

const introducing: ReadonlySet<string> = new Set(['introduced', 'age', 'pronoun', 'addressed', 'named', 'story'])

function storyIn(post: PostText, context: TextContext): Story[] {
  const care = careTold(post, context)
  if (!care) return []
  const isPictured = post.context.ofPost.some(({ name }) => name === 'a patient in the picture')
  const named = nameOf(post, context)
  const elements = storyElements(post, context)
  const fiction = context.cues.some(({ name }) => name === 'fiction') ? 3 : 0
  const score = pointsOf(elements) + (isPictured ? 2 : 0) - fiction
  if (fiction > 0 && score < 3) return []
  const subject = named ? 'named' : isPictured ? 'pictured' : 'unnamed'
  const grade =
    fiction === 0 && subject !== 'unnamed' ? 'named' : score >= 5 ? 'identifiable' : score >= 3 ? 'detailed' : 'plain'
  const { text } = context
  return [
    {
      text,
      subject,
      elements,
      score,
      grade,
      match: matchOf(text, named, score >= 3 ? telling(post, elements) : [], care),
    },
  ]
}

/** The place that tells of care, where it is one person's; what only frames a story needs a health word or a person beside it. */
function careTold(post: PostText, { text, cues, referents, narratives }: TextContext): Span | undefined {
  if (!isBody(text) && !/^(?:title|media\.\d+\.(?:alt|text|spoken))\b/.test(text.region.field)) return undefined
  const counted = cues.filter(({ points, discounted }) => points > 0 && !discounted)
  // The words in a picture are a review that somebody wrote, or a caption.
  if (text.region.field.startsWith('media') && !text.region.field.endsWith('alt'))
    return counted.find(({ name }) => name === 'testimonial')?.span
  const isFramed = ({ name }: Cue) => name === 'story frame'
  const telling = [
    ...counted.filter((cue) => cue.points > 1 && !isFramed(cue) && cue.name !== 'person in care'),
    ...(narratives.length > 0 ? counted.filter((cue) => !isFramed(cue)) : []),
    ...(isTelling(text, referents) ? counted.filter(isFramed) : []),
  ]
  const isFiction = cues.some(({ name }) => name === 'fiction')
  return telling.find(({ span }) => span && (isFiction || post.context.scoreAt({ text, span }) >= threshold))?.span
}

const isTelling = (text: Text, referents: readonly Referent[]) =>
  referents.some((referent) => isIndividual(referent) && referent.role !== 'self') ||
  text.health.some(
    ({ span, meaning }) =>
      /condition|procedure|care-event/.test(meaning.kind) &&
      !isGeneral(text, text.sentenceAt(span.start)) &&
      !isAboutOrganization(text, text.sentenceAt(span.start)),
  )

/** The name of whom the story is about: in a stretch about one person, or next to it. */
function nameOf(post: PostText, { text, referents, narratives, cues }: TextContext): Span | undefined {
  const names = referents
    .filter(
      ({ form, role, reason }) => form === 'name' && reason === undefined && (role === 'person' || role === 'care'),
    )
    .filter((name) => !post.placesIn(text).some((place) => overlaps(place.span, name.span)))
    .filter(
      ({ span }) =>
        !isAboutOrganization(text, text.sentenceAt(span.start)) || post.context.isAboutPatient({ text, span }),
    )
  const isShorthand = ({ span }: Referent) => /^\d/.test(text.text.slice(span.start, span.end))
  const near = narratives.map(([first, last]) => ({
    start: text.sentences[first]!.start,
    end: text.sentences[Math.min(last + 1, text.sentences.length - 1)]!.end,
  }))
  const told =
    names.find((name) => !isShorthand(name) && near.some((stretch) => overlaps(stretch, name.span))) ??
    names.find(({ role, span }) => role === 'care' && !/^\d/.test(text.text.slice(span.start, span.end)))
  return (told ?? signedBy(referents, text, cues))?.span
}

/** Who speaks of their own care: the name after the quotation, without a title. */
const signedBy = (referents: readonly Referent[], text: Text, cues: TextContext['cues']) =>
  referents.find(
    ({ form, span }) =>
      form === 'name' &&
      cues.some(
        (cue) =>
          cue.name === 'testimonial' &&
          cue.span &&
          cue.span.start < span.start &&
          attribution.test(text.text.slice(cue.span.end, span.start)),
      ) &&
      !/^,?\s+(?:MD|DO|RN|NP|PA|PhD|PT|OT|CEO|director)\b/i.test(text.text.slice(span.end)),
  )

const attribution = /^[^"]*"?\s*(?:[-—–~]+\s*|\s(?:says|said|shares|shared|recalls|writes|wrote|adds|told us)\s+)$/

/** Each kind of detail counts once, at its best. */
export function pointsOf(elements: readonly StoryElement[]): number {
  const best = new Map<string, number>()
  for (const { name, points } of elements) best.set(name, Math.max(best.get(name) ?? 0, points))
  return [...best.values()].reduce((total, points) => total + points, 0)
}

/** A rule asks for context where its match stands, so the match is a detail that has it. */
function telling(post: PostText, elements: readonly StoryElement[]): readonly StoryElement[] {
  const tied = elements.filter(({ text, span }) => post.context.isAboutPatient({ text, span }))
  return tied.length > 0 ? tied : elements
}

const longest = 120

function matchOf(text: Text, named: Span | undefined, elements: readonly StoryElement[], care: Span): Match {
  const strongest = elements.reduce<StoryElement | undefined>(
    (best, element) => (best && best.points >= element.points ? best : element),
    undefined,
  )
  const isTold = strongest !== undefined && strongest.points > 0
  const span = named ?? (isTold ? strongest.span : care)
  const general = named ? nameInstead(text, named) : isTold ? strongest.general : undefined
  const drop = named ? 'the name' : strongest && isTold ? strongest.drop : 'the details'
  return {
    text,
    span: { start: span.start, end: Math.min(span.end, span.start + longest) },
    ...(!named && isTold && { fixSpan: strongest.fixSpan }),
    data: { drop, ...(general !== undefined && { general }) },
  }
}

function nameInstead(text: Text, { start, end }: Span): string | undefined {
  if (
    /^'s?\b/.test(text.text.slice(end)) ||
    /\b(?:mr|mrs|ms|miss|meet|our|to)\.?\s+$/i.test(text.text.slice(Math.max(0, start - 80), start))
  )
    return undefined
  return text.sentenceAt(start).start === start ? 'One person we cared for' : 'one person we cared for'
}
