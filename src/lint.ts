import { diagnose, diagnoseProblem, type Found } from './diagnose.js'
import type { Draft } from './draft/post.js'
import { type ReadOptions, readDraft } from './draft/read.js'
import type { FileResult } from './report.js'
import type { Rule } from './rulebook/rule.js'
import type { Rulebook } from './rulebook/rulebook.js'
import { settle } from './settle/settle.js'
import { Lines, type Source, type Span } from './source.js'
import { PostText } from './text/post-text.js'

/** Linting itself: one draft through the rules. The command line, editors and tests all come through here; it touches no disk. */
export function lintSource(source: Source, rulebook: Rulebook, options: ReadOptions = {}): FileResult {
  const lines = new Lines(source.text)
  const draft = readDraft(source, options)
  const posts = draft.posts.map((post) => new PostText(post, rulebook.facts))
  const found = [
    ...problemsOf(draft, posts, rulebook),
    ...posts.flatMap((post) => rulebook.rules.flatMap((rule) => detect(rule, post, options))),
  ]
  const reported = found.filter((diagnostic) => diagnostic.sensitive).map((diagnostic) => diagnostic.span)
  let sensitive: readonly Span[] | undefined
  return {
    source,
    posts: posts.map((post) => post.summary(lines)),
    // Only reports that show something of the file ask for it.
    get sensitive() {
      sensitive ??= [...reported, ...unreported(source, rulebook, options)]
      return sensitive
    },
    ...settle(found, draft, posts, rulebook),
  }
}

const problemsOf = (draft: Draft, posts: readonly PostText[], rulebook: Rulebook): Found[] =>
  draft.problems.flatMap((problem) => diagnoseProblem(problem, rulebook, posts[problem.post]))

/** Everything a rule says about one post. */
function detect(rule: Rule, post: PostText, options: ReadOptions): Found[] {
  const severity = rule.severityFor(post)
  if (!severity) return []
  return [...rule.check(post)]
    .filter((match) => rule.concerns(match, post))
    .map((match) => diagnose(rule, severity, match, post, options))
}

/**
 * What identifies somebody and no rule in force has reported: what rules that are off would find, and what a consent covers. The draft is read again, since
 * keeping every draft's analysis would cost more.
 */
function unreported(source: Source, rulebook: Rulebook, options: ReadOptions): Span[] {
  const posts = readDraft(source, options).posts.map((post) => new PostText(post, rulebook.facts))
  return posts.flatMap((post) => {
    const silent = rulebook.sensitiveRules.filter((rule) => rule.file.coveredBy || !isInForce(rule, post, rulebook))
    return silent.flatMap((rule) =>
      [...rule.check(post)]
        .filter((match) => rule.isInContext(match, post))
        .map((match) => match.place ?? match.text.toFile(match.span)),
    )
  })
}

const isInForce = (rule: Rule, post: PostText, rulebook: Rulebook): boolean =>
  rulebook.rule(rule.id)?.severityFor(post) !== undefined
