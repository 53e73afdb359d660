import type { Match } from './match.js'
import { placeOf, showsPatient, unconsentedIn } from './media.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/** What a post says that may ask for an authorization of a certain kind, by name. */
export const consentSignals: Readonly<Record<string, (post: PostText) => readonly Match[]>> = {
  /** Names and accounts of persons who are no staff, donors or public figures. */
  'private-person': (post) => privatePersons(post),
  /** Persons in care by name, account or picture. */
  'identified-patient': (post) => [
    ...privatePersons(post).filter((match) => post.isAboutPatient(match)),
    ...pictures(post),
  ],
  /** Somebody else's post about care, shared. */
  'reshared-patient': resharedPatient,
  /** The organisation is a substance-use programme. */
  'part2-program': (post) => (post.facts.organization.part2 ? firstLine(post) : []),
}

const privatePersons = (post: PostText): Match[] =>
  post.persons
    .filter(({ role }) => role === 'patient' || role === 'relative' || role === 'unknown')
    .map(({ text, span }) => ({ text, span }))

function pictures(post: PostText): Match[] {
  const text = post.texts[0]
  if (!text) return []
  return post.post.media
    .filter((media) => showsPatient(media, post) || unconsentedIn(media, post).length > 0)
    .map((media) => ({ text, span: { start: 0, end: 0 }, place: placeOf(media, ['depicts', 'alt', 'src']) }))
}

function resharedPatient(post: PostText): readonly Match[] {
  const { type, repostOf } = post.post
  if (type !== 'repost' && repostOf === undefined) return []
  const shared = post.of(['quoted']).filter(({ region }) => region.field.startsWith('repost_of'))
  if (post.context.score < 2 && !shared.some(tellsOwnCare)) return []
  const told = shared.find(({ text }) => /\s/.test(text.trim())) ?? shared[0]
  return told ? [{ text: told, span: firstWords(told) }] : firstLine(post)
}

const kinds = new Set(['condition', 'rare-condition', 'procedure', 'care-event', 'symptom'])

/** `I`, `my mom` and a word of health: not what an organisation writes of people in general. */
const tellsOwnCare = (text: Text): boolean =>
  /(?<![\p{L}])(?:I|I'm|I've|[Mm](?:e|y|ine))(?![\p{L}])/u.test(text.text) &&
  text.health.some(({ meaning }) => kinds.has(meaning.kind))

const firstLine = (post: PostText): Match[] => {
  const text = post.of(['live'])[0]
  return text ? [{ text, span: firstWords(text) }] : []
}

function firstWords({ text }: Text) {
  const start = Math.max(0, text.search(/\S/))
  const end = text.indexOf('\n', start)
  return { start, end: Math.min(end < 0 ? text.trimEnd().length : end, start + 80) }
}
