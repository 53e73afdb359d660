import { overlaps } from '../source.js'
import { peopleIn } from './consent.js'
import { isInCare } from './in-care.js'
import type { Match } from './match.js'
import { kindOf, placeShown, showsPatient } from './media.js'
import { type OtherPerson, othersIn } from './other-persons.js'
import { isIndividual } from './people.js'
import type { Person } from './persons.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/** Something that a post shows of a person in care, by the class of `covers` that an authorization must hold for it (45 CFR 164.508(c)(1)(i)). */
export interface Shown {
  /** Any of these covers it. */
  readonly classes: readonly string[]
  /** For people: `the full name`. */
  readonly what: string
  readonly match: Match
  /** What to do about it, where that is not to get an authorization that covers more. */
  readonly remedy?: string
  /** What an authorization for the story holds unless it says otherwise. */
  readonly isPartOfStory?: boolean
}

/** What a post shows of the persons in care that it tells of or depicts. */
export function shownIn(post: PostText): readonly Shown[] {
  return [...names(post), ...pictures(post), ...stories(post)]
}

/** What is shown, and no valid consent of the post covers; nothing where a consent is faulty in itself, which is reported for its own sake. */
export function uncoveredIn(post: PostText): readonly Shown[] {
  const { consent } = post
  const others = othersIn(post).map(ofAnother)
  if (!consent.consents.some(({ status, record }) => status === 'valid' && record)) return others
  const uncovered = shownIn(post).filter(({ classes, isPartOfStory }) =>
    isPartOfStory ? classes.some((name) => consent.excludes(name)) : !classes.some((name) => consent.covers([name])),
  )
  return [...others, ...uncovered.filter(({ match }) => !others.some((other) => isSamePlace(other.match, match)))]
}

const isSamePlace = (one: Match, other: Match) => one.text === other.text && one.span.start === other.span.start

/** No class of information covers a person whom the consent is not of. */
const ofAnother = ({ person: { text, span }, why }: OtherPerson): Shown => ({
  classes: [],
  ...beyond[why],
  match: { text, span },
})

const beyond: Readonly<Record<OtherPerson['why'], Pick<Shown, 'what' | 'remedy'>>> = {
  other: {
    what: 'this person: it is that of somebody else',
    remedy:
      "Name this person's own under `consent`, or leave them out; where it is the same person, add these initials to the record's `subject`.",
  },
  second: {
    what: 'a second person: each authorization is of one person',
    remedy: "Get this person's own and name it beside the first under `consent`, or leave them out.",
  },
  earlier: {
    what: 'a second person: an earlier post of this file tells of somebody else under it, and each authorization is of one person',
    remedy: "Get this person's own and name it under `consent` of this post, or leave them out.",
  },
}

const firstNames = new Set(['first', 'nickname', 'initials', 'kin'])

function names(post: PostText): Shown[] {
  return post.persons
    .filter((person) => isPatient(person) && isInCare(person, post))
    .map(({ text, span, form, role }): Shown => {
      const match = { text, span }
      if (role === 'relative') return { classes: ['family', 'full-name'], what: "a relative's name", match }
      if (form === 'handle') return { classes: ['full-name', 'contact', 'handle'], what: 'the account', match }
      return firstNames.has(form)
        ? { classes: ['first-name'], what: 'the first name', match }
        : { classes: ['full-name'], what: 'the full name', match }
    })
}

const isPatient = ({ role, in: place }: Person) =>
  (role === 'patient' || role === 'relative' || role === 'unknown') && place !== 'file-name'

function pictures(post: PostText): Shown[] {
  const text = post.texts[0]
  if (!text) return []
  return post.post.media
    .filter((media) => showsPatient(media, post) && peopleIn(media).length === 0)
    .map((media) => {
      const kind = kindOf(media)
      const match = { text, span: { start: 0, end: 0 }, place: placeShown(media) }
      if (kind === 'video') return { classes: ['video'], what: 'the video', match }
      return kind === 'sound'
        ? { classes: ['voice'], what: 'the voice', match }
        : { classes: ['photo', 'video'], what: 'the photo', match }
    })
}

/** The story and what it tells: condition, treatment, age, dates, places. */
const stories = (post: PostText): Shown[] =>
  post.stories.flatMap(({ text, match, elements }): Shown[] => [
    { classes: ['story', 'testimonial'], what: 'the story', match },
    ...health(post, text),
    ...ages(text),
    ...dates(text),
    ...places(post, text),
    ...elements
      .filter(({ name }) => name === 'small place' && post.consent.excludes('location'))
      .map(({ text: where, span }) => ({ classes: ['location'], what: 'the place', match: { text: where, span } })),
  ])

/** The first condition that is told of one person. */
function health(post: PostText, text: Text): Shown[] {
  const told = text.health.filter(({ span }) => isTold(post, text, span.start))
  const condition = told.find(({ meaning: { kind } }) => kind === 'condition' || kind === 'rare-condition')
  const treatment = told.find(({ meaning: { kind } }) => kind === 'procedure')
  return [
    ...(condition ? [{ classes: ['condition'], what: 'the condition', match: { text, span: condition.span } }] : []),
    ...(treatment
      ? [{ classes: ['treatment'], what: 'the treatment', match: { text, span: treatment.span }, isPartOfStory: true }]
      : []),
  ]
}

/** In a stretch about one person. */
function isTold(post: PostText, text: Text, offset: number): boolean {
  const context = post.context.texts.find((candidate) => candidate.text === text)
  const sentence = text.sentenceAt(offset)
  return context?.referents.some((referent) => isIndividual(referent) && overlaps(referent.span, sentence)) ?? false
}

/** `before she turned thirty` gives no age. */
const bounded = /(?<!\p{L})(?:before|until|till|under|over|by|past|barely|nearly|almost)(?: \p{L}+){0,2} $/iu

const ages = (text: Text): Shown[] =>
  text.ages
    .filter(({ span }) => !bounded.test(text.text.slice(Math.max(0, span.start - 24), span.start)))
    .slice(0, 1)
    .map(({ span }) => ({ classes: ['age'], what: 'the age', match: { text, span } }))

const dates = (text: Text): Shown[] =>
  text.dates
    .filter(({ kind, isObservance }) => (kind === 'full' || kind === 'labelled') && !isObservance)
    .map(({ span }) => ({ classes: ['dates'], what: 'the date', match: { text, span } }))

const places = (post: PostText, text: Text): Shown[] =>
  post
    .placesIn(text)
    .filter(({ owner }) => owner === 'person')
    .map(({ span }) => ({ classes: ['location'], what: 'the place', match: { text, span } }))
