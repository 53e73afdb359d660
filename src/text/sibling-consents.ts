import type { Draft } from '../draft/post.js'
import type { Consent } from './consent.js'
import type { Person } from './persons.js'
import { PostText } from './post-text.js'

/** The patients whom one post of a draft names, and the consents that do not say whose they are under which it does. */
interface Told {
  readonly index: number
  readonly ids: readonly string[]
  readonly groups: readonly Person[][]
}

/** Read once for a draft: a calendar may hold thousands of posts. */
const toldIn = new WeakMap<Draft, readonly Told[]>()

/** The patients of earlier posts of the draft that rest on no other consents than this post does: a thread's parts, the posts of a calendar. */
export function toldEarlier(post: PostText, patientsOf: (post: PostText) => readonly Person[][]): readonly Person[][] {
  const { draft, index } = post.post
  const ids = idsOf(post.consent.consents)
  if (draft.posts.length < 2 || ids.length === 0) return []
  const told = toldIn.get(draft) ?? readAll(draft, post.facts, patientsOf)
  toldIn.set(draft, told)
  return told
    .filter((one) => one.index < index && one.ids.every((id) => ids.includes(id)))
    .flatMap(({ groups }) => groups)
}

const readAll = (
  { posts }: Draft,
  facts: PostText['facts'],
  patientsOf: (post: PostText) => readonly Person[][],
): Told[] =>
  posts
    .filter(({ fields }) => fields.has('consent'))
    .map((post) => new PostText(post, facts))
    .map((post) => ({ post, ids: idsOf(post.consent.consents) }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ post, ids }) => ({ index: post.post.index, ids, groups: patientsOf(post) }))

/** The keys of the consents that do not say whose they are: two of one `subject_ref` are of one person. */
const idsOf = (consents: readonly Consent[]): string[] =>
  consents.filter(({ record }) => !record?.subject).flatMap(({ id, record }) => record?.subjectRef ?? id ?? [])
