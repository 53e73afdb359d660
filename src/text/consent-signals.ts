import { healthAsksIn } from './health-asks.js'
import type { Match } from './match.js'
import { placeShown, showsPatient, unconsentedIn } from './media.js'
import { generalFor } from './persons/care.js'
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
  /** What somebody wrote of their own care elsewhere, copied into the post. */
  'copied-patient': copiedPatient,
  /** Readers are asked for their own health in public. */
  'health-asked': healthAsksIn,
  /** The organisation is a substance-use programme. */
  'part2-program': (post) => (post.facts.organization.part2 ? firstLine(post) : []),
}

const privatePersons = (post: PostText): Match[] =>
  post.persons
    .filter(({ role }) => role === 'patient' || role === 'relative' || role === 'unknown')
    .map((person) => {
      const general = generalFor(person)
      const { text, span } = person
      return { text, span, ...(general && { data: { general: general.general }, fixSpan: general.fixSpan }) }
    })

function pictures(post: PostText): Match[] {
  const text = post.texts[0]
  if (!text) return []
  return post.post.media
    .filter((media) => showsPatient(media, post) || unconsentedIn(media, post).length > 0)
    .map((media) => ({ text, span: { start: 0, end: 0 }, place: placeShown(media) }))
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

/** Words of an account, an inbox or a review: `RT @account: "..."`, `Regram from @account`, `Screenshot from our inbox`. */
function copiedPatient(post: PostText): readonly Match[] {
  return post.of(['live']).flatMap((text) => {
    const marker = copied.exec(text.text)
    if (!marker) return []
    const end = marker.index + marker[0].length
    const rest = text.text.slice(end, end + 500)
    const told = text.health.some(({ span, meaning }) => span.start >= marker.index && toldKinds.has(meaning.kind))
    const account = text.mentions.find(({ span }) => span.start >= marker.index && span.start <= end + 30)
    const owner = post.persons.find((person) => person.text === text && person.span.start === account?.span.start)
    const isPersonal = account === undefined || owner?.role === 'unknown' || owner?.cues.includes('name-in-handle')
    const isOwn = /(?<!\p{L})(?:I|I'm|I've|[Mm][ey])(?!\p{L})/u.test(rest) || (isPersonal && ofTheirs.test(rest))
    const isGroup = owner?.cues.includes('group-handle')
    return told && isOwn && !isGroup
      ? [{ text, span: { start: marker.index, end: Math.min(end, marker.index + 80) } }]
      : []
  })
}

/** `our little man`, or words in quotation marks. */
const ofTheirs = /(?<!\p{L})(?:[Ww]e|[Oo]ur|[Uu]s)(?!\p{L})|["'][^"'\n]{12,}/u

const toldKinds: ReadonlySet<string> = new Set([...kinds, 'care-noun', 'care-word', 'care-place', 'person-noun'])
const copied =
  /(?<!\p{L})(?:re-?post(?:ed|ing)?|re-?gram(?:med|ming)?|RT|re-?tweet(?:ed|ing)?|via|shar(?:ed|ing)(?: this)?|screenshots?(?: (?:from|of))?|(?:DM|message|text|e-?mail|comment|note|review|letter|post)s?(?: of the \p{L}+)?,? (?:we got |just in |that came in )?) ?(?:(?:from|by) )?(?:our (?:friend|neighbor) )?(?:@[\w.]{2,30}|(?:our|the|my) (?:inbox|DMs?|messages|mailbox|comments|guest ?book|reviews?))|🔁 ?@[\w.]{2,30}|@[\w.]{2,30} (?:wrote|posted|messaged us|commented|tagged us|shared|said)(?: this| us| it)?:?|(?:straight )?from (?:our|the) (?:inbox|DMs?|mailbox)/iu
