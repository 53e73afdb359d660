import { diagnose, diagnoseProblem, type Found } from './diagnose.js'
import type { Draft } from './draft/post.js'
import { type ReadOptions, readDraft } from './draft/read.js'
import type { FileResult } from './report.js'
import type { Rulebook } from './rulebook/rulebook.js'
import { settle } from './settle/settle.js'
import { Lines, type Source } from './source.js'
import { PostText } from './text/post-text.js'

/** Linting itself: one draft through the rules. The command line, editors and tests all come through here; it touches no disk. */
export function lintSource(source: Source, rulebook: Rulebook, options: ReadOptions = {}): FileResult {
  const lines = new Lines(source.text)
  const draft = readDraft(source, options)
  const posts = draft.posts.map((post) => new PostText(post, rulebook.facts))
  const found = [...problemsOf(draft, posts, rulebook), ...posts.flatMap((post) => detect(post, rulebook))]
  const sensitive = found.filter((diagnostic) => diagnostic.sensitive).map((diagnostic) => diagnostic.span)
  return {
    source,
    posts: posts.map((post) => post.summary(lines)),
    sensitive,
    ...settle(found, draft, posts, rulebook),
  }
}

const problemsOf = (draft: Draft, posts: readonly PostText[], rulebook: Rulebook): Found[] =>
  draft.problems.flatMap((problem) => diagnoseProblem(problem, rulebook, posts[problem.post]))

/** Everything the rules say about one post. */
const detect = (post: PostText, rulebook: Rulebook): Found[] =>
  rulebook.rules.flatMap((rule) => {
    const severity = rule.severityFor(post)
    if (!severity) return []
    return [...rule.check(post)]
      .filter((match) => rule.concerns(match, post))
      .map((match) => diagnose(rule, severity, match, post))
  })
