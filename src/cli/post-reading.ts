import { counted } from '../formatters/summary.js'
import type { Cue } from '../text/context.js'
import { threshold } from '../text/context.js'
import { foldOf, lengthOn, platformFacts } from '../text/folds.js'
import type { Person, PersonForm } from '../text/persons.js'
import type { PostText } from '../text/post-text.js'
import type { ShownFile } from './shown-file.js'

/** How a post's text fits each of its platforms, and where it is cut off. */
export function fitLines(post: PostText, file: ShownFile): string[] {
  return post.post.platforms.flatMap((platform) => {
    const facts = platformFacts(platform)
    const own = post.texts.find(({ region }) => region.field === `variants.${platform}`)
    const region = (own ?? post.texts.find(({ region: { field } }) => field === 'text'))?.region
    if (!facts || !region) return []
    const length = lengthOn(region.text, platform)
    const over = length > facts.limit ? file.chalk.red(`, ${length - facts.limit} too many`) : ''
    const fold = foldOf(post.post, region.text, platform)
    const cut =
      fold === undefined
        ? ', all of it seen'
        : `, cut with “more” after ${file.quote(region.map.toFile({ start: wordBefore(region.text, fold - 40), end: fold }))}`
    return [`on ${platform}: ${length} of ${counted(facts.limit, 'character')}${over}${cut}`]
  })
}

/** Where the first word begins after an offset. */
const wordBefore = (text: string, offset: number): number =>
  offset <= 0 ? 0 : offset + Math.max(0, text.slice(offset, offset + 20).search(/(?<=\s)\S/))

/** The consents that a post rests on, and what each is worth on the day it goes live. */
export function consentLines({ consent: { consents } }: PostText, file: ShownFile): string[] {
  if (consents.length === 0) return ['consent: none named']
  return consents.map(({ id, record, status, span }) => {
    const covers = record?.covers?.length ? `, covers ${record.covers.join(', ')}` : ''
    return `consent ${file.quote(span)} at ${file.place(span)}: ${id === undefined ? 'no id, ' : ''}${status.replaceAll('-', ' ')}${covers}`
  })
}

const forms: Readonly<Record<PersonForm, string>> = {
  full: 'a full name',
  honorific: 'a name with a title',
  surname: 'a surname',
  first: 'a first name',
  initials: 'initials',
  nickname: 'a nickname',
  handle: 'an account',
  kin: 'a name with a word of kinship',
}

/** Everybody a post names, who they are to it, and why. Whoever may be private is masked. */
export function personLines({ persons }: PostText, file: ShownFile): string[] {
  return persons.map((person) => {
    const span = person.text.toFile(person.span)
    const why = person.cues.length > 0 ? ` (${person.cues.map(spaced).join(', ')})` : ''
    return `${file.quote(span)} at ${file.place(span)}: ${forms[person.form]}, ${roleOf(person)}${why}`
  })
}

const roleOf = ({ role }: Person): string => (role === 'unknown' ? 'a private person, as far as is known' : role)
const spaced = (word: string): string => word.replaceAll('-', ' ')

/** Whether the post tells of somebody's care: the cues that add up to its score, and each other one with why it does not count. */
export function contextLines({ context }: PostText, file: ShownFile): string[] {
  const { score } = context
  const { counted, others } = context.weighing
  const verdict =
    score >= threshold
      ? `tells of somebody's care: score ${score}, and ${threshold} are enough`
      : `tells of nobody's care: score ${score}, and it takes ${threshold}`
  return [
    verdict,
    ...counted.map((cue) => `  ${signed(cue.points)}  ${cueText(cue, file)}`),
    ...others.map(({ cue, why }) => file.chalk.dim(`   0  ${cueText(cue, file)}: not counted, ${why}`)),
  ]
}

const signed = (points: number): string => `${points > 0 ? '+' : ''}${points}`.padStart(2)

function cueText({ name, text, span }: Cue, file: ShownFile): string {
  if (!text || !span) return `${name} (a field of the draft says so)`
  const place = text.toFile(span)
  return `${name} ${file.quote(place)} at ${file.place(place)}`
}
