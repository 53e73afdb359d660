import { detect } from './detect.js'
import { diagnoseProblem, type Found } from './diagnose.js'
import type { Draft } from './draft/post.js'
import { type ReadOptions, readDraft } from './draft/read.js'
import type { FileResult } from './report.js'
import type { Rule } from './rulebook/rule.js'
import type { Rulebook } from './rulebook/rulebook.js'
import { exceptionsOf } from './settle/exceptions.js'
import { settle } from './settle/settle.js'
import { Lines, type Source, type Span } from './source.js'
import { introduce, type Neighbourhood } from './text/across/neighbourhood.js'
import { PostText } from './text/post-text.js'
import { endsWithin } from './time-limit.js'

/** How a draft is read, and what is known of others. */
export interface LintOptions extends ReadOptions {
  /** The posts of the run; without it, posts are compared within their file only. */
  readonly neighbourhood?: Neighbourhood
  /** False: nobody asks for the classes of posts. */
  readonly classes?: boolean
}

/** Linting itself: one draft through the rules. The command line, editors and tests all come through here; it touches no disk. */
export function lintSource(source: Source, rulebook: Rulebook, options: LintOptions = {}): FileResult {
  const lines = new Lines(source.text)
  const draft = readDraft(source, options)
  const posts = draft.posts.map((post) => new PostText(post, rulebook.facts))
  if (rulebook.looksAcross)
    introduce(posts, lines, { ...options, path: source.path, isWaiting: exceptsAcross(draft, rulebook) })
  const found = [...problemsOf(draft, posts, rulebook), ...detect(posts, rulebook, options)]
  const reported = found.filter((diagnostic) => diagnostic.sensitive).map((diagnostic) => diagnostic.span)
  let sensitive: readonly Span[] | undefined
  return {
    source,
    posts: posts.map((post) => post.summary(lines, options.classes)),
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

/** Whether a draft excepts a rule that compares posts: whether it allows anything shows when all are known. */
const exceptsAcross = (draft: Draft, rulebook: Rulebook): boolean =>
  exceptionsOf(draft).some(({ rule }) => rulebook.rule(rule)?.looksAcross)

/**
 * What identifies somebody and no rule in force has reported: what rules that are off would find, and what a consent covers. The draft is read again, since
 * keeping every draft's analysis would cost more.
 */
function unreported(source: Source, rulebook: Rulebook, options: ReadOptions): Span[] {
  const posts = readDraft(source, options).posts.map((post) => new PostText(post, rulebook.facts))
  return posts.flatMap((post) => {
    const silent = rulebook.sensitiveRules.filter((rule) => rule.file.coveredBy || !isInForce(rule, post, rulebook))
    return [...subjectsOf(post), ...silent.flatMap((rule) => matchesInTime(rule, post, rulebook))]
  })
}

/** Whom the records that a draft holds are of: no rule looks there, since nobody posts it. */
const subjectsOf = ({ post }: PostText): Span[] =>
  post.regions
    .filter(({ field }) => /(?:^|\.)consent\.(?:\d+\.)?subject\b/.test(field))
    .map(({ map, text }) => map.toFile({ start: 0, end: text.length }))

function matchesInTime(rule: Rule, post: PostText, rulebook: Rulebook): Span[] {
  const matches = () =>
    [...rule.check(post)]
      .filter((match) => rule.isInContext(match, post))
      .map((match) => match.place ?? match.text.toFile(match.span))
  if (!rule.file.isUsers) return matches()
  let found: Span[] = []
  const isDone =
    !rulebook.timedOut.has(rule) &&
    endsWithin(rulebook.timeLimit, () => {
      found = matches()
    })
  if (!isDone) rulebook.timedOut.add(rule)
  return found
}

const isInForce = (rule: Rule, post: PostText, rulebook: Rulebook): boolean =>
  rulebook.rule(rule.id)?.severityFor(post) !== undefined
