import { diagnose, diagnoseProblem, type Found, isMarkedAsGap } from './diagnose.js'
import type { ReadOptions } from './draft/read.js'
import type { Rule } from './rulebook/rule.js'
import type { Rulebook } from './rulebook/rulebook.js'
import type { PostText } from './text/post-text.js'
import { endsWithin } from './time-limit.js'

/** What the rules in force say of posts. Rules of the user's own run under a time limit; one that exceeds it is reported, and left out from then on. */
export function detect(posts: readonly PostText[], rulebook: Rulebook, options: ReadOptions): Found[] {
  const ours = rulebook.rules.filter(({ file }) => !file.isUsers)
  const users = rulebook.rules.filter(({ file }) => file.isUsers)
  const found = posts.flatMap((post) => ours.flatMap((rule) => detectOne(rule, post, options)))
  return users.length === 0 ? found : [...found, ...detectUsers(users, posts, rulebook, options)]
}

/** Everything a rule says about one post. */
function detectOne(rule: Rule, post: PostText, options: ReadOptions): Found[] {
  const severity = rule.severityFor(post)
  if (!severity) return []
  return [...rule.check(post)]
    .filter((match) => rule.concerns(match, post) && !isMarkedAsGap(rule, match, post))
    .map((match) => diagnose(rule, severity, match, post, options))
}

/** All at once, since a limit costs some tenths of a millisecond; one by one where that takes too long. */
function detectUsers(
  users: readonly Rule[],
  posts: readonly PostText[],
  rulebook: Rulebook,
  options: ReadOptions,
): Found[] {
  const running = users.filter((rule) => !rulebook.timedOut.has(rule))
  let found: Found[] = []
  const isDone = endsWithin(rulebook.timeLimit, () => {
    found = posts.flatMap((post) => running.flatMap((rule) => detectOne(rule, post, options)))
  })
  const leftOut = users.flatMap((rule) => (rulebook.timedOut.has(rule) ? timeout(rule, posts[0], rulebook) : []))
  if (isDone) return [...leftOut, ...found]
  return [
    ...leftOut,
    ...running.flatMap((rule) => posts.flatMap((post) => detectInTime(rule, post, rulebook, options))),
  ]
}

function detectInTime(rule: Rule, post: PostText, rulebook: Rulebook, options: ReadOptions): Found[] {
  if (rulebook.timedOut.has(rule)) return []
  let found: Found[] = []
  const inTime = () =>
    endsWithin(rulebook.timeLimit, () => {
      found = detectOne(rule, post, options)
    })
  if (inTime()) return found
  // What all rules share of a post is worked out for the first that asks, and is no fault of this one.
  void post.context.score
  if (inTime()) return found
  rulebook.timedOut.add(rule)
  return timeout(rule, post, rulebook)
}

/** Said once of each file: on the post where it happened, on the first of those that come after. */
function timeout({ id }: Rule, post: PostText | undefined, rulebook: Rulebook): Found[] {
  if (!post) return []
  const { span, index, draft } = post.post
  const end = draft.source.text.indexOf('\n', span.start)
  const line = { start: span.start, end: Math.min(span.end, end < 0 ? span.end : end) }
  return diagnoseProblem({ kind: 'timeout', span: line, post: index, data: { rule: id } }, rulebook, post)
}
