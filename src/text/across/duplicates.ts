import { type Relation, relation, type TracedPost } from './relation.js'

/** Posts with the text of an earlier one. Drafts of one text for different platforms are meant. */
export function duplicates(posts: readonly TracedPost[]): Relation[] {
  const known = new Map<string, TracedPost[]>()
  return posts.flatMap((post) => {
    const { body } = post.trace
    if (!body) return []
    const alike = known.get(body.value) ?? []
    known.set(body.value, alike)
    const first = alike.find((other) => meet(post.trace.platforms, other.trace.platforms))
    if (first) return [relation('duplicate', post, body, first.path, first.trace.body!.line)]
    alike.push(post)
    return []
  })
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((platform) => others.includes(platform))
