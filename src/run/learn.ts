import { decode } from '../draft/decode.js'
import { readDraft } from '../draft/read.js'
import type { Organization } from '../facts.js'
import { PostText } from '../text/post-text.js'
import type { Input } from './inputs.js'
import type { Session } from './session.js'

/** The lists of `organization` that drafts can teach. */
export type Learnable = 'phones' | 'domains' | 'addresses' | 'staff'

/** Something that recurs in drafts and the config does not know. */
export interface Learned {
  readonly list: Learnable
  /** As it stands in the first post. */
  readonly value: string
  /** In how many posts. */
  readonly posts: number
}

/** From how many posts on it is the organization's own rather than a person's. */
const enough = 3

/** What in drafts seems to be the organization's own: telephone numbers, domains of mail, street addresses, staff with title or credentials. The more frequent first. */
export async function learn(inputs: readonly Input[], session: Session): Promise<Learned[]> {
  const counts = new Map<string, { list: Learnable; value: string; posts: number }>()
  for (const input of inputs) {
    const bytes = await input.bytes().catch(() => undefined)
    const decoded = bytes && decode(bytes)
    if (!decoded || !('text' in decoded)) continue
    const source = { path: input.path, text: decoded.text, named: input.named }
    for (const post of readDraft(source, session.readOptions).posts) {
      for (const [key, { list, value }] of ownIn(new PostText(post, session.facts))) {
        const known = counts.get(key)
        counts.set(key, { list, value: known?.value ?? value, posts: (known?.posts ?? 0) + 1 })
      }
    }
  }
  return [...counts.values()].filter(({ posts }) => posts >= enough).sort((a, b) => b.posts - a.posts)
}

type Seen = Omit<Learned, 'posts'>

/** Each of a post once, by what makes two spellings the same. */
function ownIn(post: PostText): ReadonlyMap<string, Seen> {
  const { organization } = post.facts
  const seen = [...phonesIn(post), ...domainsIn(post), ...addressesIn(post), ...staffIn(post)]
  const unknown = seen.filter(({ list, value }) => !knows(organization, list, value))
  return new Map(unknown.map((one) => [`${one.list} ${keyOf(one)}`, one]))
}

const keyOf = ({ list, value }: Seen): string =>
  list === 'phones' ? value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') : plain(value)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function knows(organization: Organization, list: Learnable, value: string): boolean {
  const key = keyOf({ list, value })
  return organization[list].some((own) => keyOf({ list, value: own }) === key)
}

const phone = /(?<![\d.\p{L}-])(?:\+?1[-. ]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/gu
/** Whose number follows. */
const personal =
  /\b(?:her|his|their|him|cell|mobile|mom|dad|wife|husband|daughter|son|family|patient|resident)\b[^.!?]*$/i
const tollFree = /^\D*1?\D*8(?:00|33|44|55|66|77|88)\D/

const phonesIn = (post: PostText): Seen[] =>
  post.of(['live', 'visible']).flatMap((text) =>
    Array.from(text.text.matchAll(phone), ({ 0: value, index }) => ({ value, index }))
      .filter(({ value, index }) => {
        return !tollFree.test(value) && !personal.test(text.text.slice(Math.max(0, index - 40), index))
      })
      .map(({ value }): Seen => ({ list: 'phones', value })),
  )

/** Anybody has an address there. */
const consumer =
  /^(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|mac|aol|proton|protonmail|gmx|comcast|verizon|att|sbcglobal|cox|charter|example)\./

const domainsIn = (post: PostText): Seen[] =>
  post
    .of(['live', 'visible'])
    .flatMap(({ emails }) => emails.map(({ domain }): Seen => ({ list: 'domains', value: domain })))
    .filter(({ value }) => !consumer.test(value))

const addressesIn = (post: PostText): Seen[] =>
  post.of(['live', 'visible']).flatMap((text) =>
    post
      .placesIn(text)
      .filter(({ kind, owner }) => kind === 'address' && owner !== 'person')
      .map(({ span }): Seen => ({ list: 'addresses', value: text.text.slice(span.start, span.end) })),
  )

const staffIn = (post: PostText): Seen[] =>
  post.persons
    .filter(
      ({ role, form, cues }) =>
        role === 'staff' && form === 'full' && (cues.includes('staff-title') || cues.includes('credentials')),
    )
    .map(({ name }): Seen => ({ list: 'staff', value: name }))
