import type { Found } from '../diagnose.js'
import type { Draft } from '../draft/post.js'

/** What is said of a text that an alias repeats, once: each post that posts it is judged by it, and each would say the same of the same place. */
export function withoutRepeats(found: readonly Found[], draft: Draft): readonly Found[] {
  const repeated = repeatedIn(draft)
  if (repeated.length === 0) return found
  const said = new Set<string>()
  return found.filter(({ rule, severity, message, span, post }) => {
    if (!repeated.some(({ start, end }) => start <= span.start && span.end <= end)) return true
    const key = [rule, severity, span.start, span.end, message].join(' ')
    const isNew = !said.has(key) || said.has(`${key} ${post}`)
    if (isNew) said.add(key).add(`${key} ${post}`)
    return isNew
  })
}

/** Where in the file the scalars stand that are posted by several posts. */
function repeatedIn({ posts }: Draft) {
  const owners = new Map<number, number>()
  return posts.flatMap(({ regions, index }) =>
    regions.flatMap(({ kind, syntax }) => {
      if (kind !== 'live' || syntax.kind !== 'yaml') return []
      const owner = owners.get(syntax.span.start)
      owners.set(syntax.span.start, owner ?? index)
      // The parts of a thread share a scalar, and each has its own stretch of it.
      return owner !== undefined && owner !== index && posts[index]!.part === undefined ? [syntax.span] : []
    }),
  )
}
