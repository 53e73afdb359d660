import { diagnoseProblem, type Found } from '../diagnose.js'
import { compared, type Diagnostic } from '../diagnostic.js'
import type { Draft } from '../draft/post.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { PostText } from '../text/post-text.js'
import { applyExceptions } from './allow.js'
import { merge } from './merge.js'

/** From what was found to what is reported, in fixed steps: allowed, merged, in source order. */
export function settle(
  found: readonly Found[],
  draft: Draft,
  posts: readonly PostText[],
  rulebook: Rulebook,
): { diagnostics: Diagnostic[]; allowed: number } {
  const { kept, allowed, problems } = applyExceptions(found, draft, posts, rulebook)
  const all = [...kept, ...problems.flatMap((problem) => diagnoseProblem(problem, rulebook, posts[problem.post]))]
  return { diagnostics: merge(all).sort(inSourceOrder).map(withoutRule), allowed }
}

const inSourceOrder = (a: Diagnostic, b: Diagnostic) =>
  a.span.start - b.span.start || a.span.end - b.span.end || compared(a.rule, b.rule)

const withoutRule = ({ from: _, ...diagnostic }: Found): Diagnostic => diagnostic
