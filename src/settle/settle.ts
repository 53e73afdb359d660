import { diagnoseProblem, type Found } from '../diagnose.js'
import { compared, type Diagnostic } from '../diagnostic.js'
import type { Draft } from '../draft/post.js'
import type { FileResult } from '../report.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { PostText } from '../text/post-text.js'
import { applyExceptions } from './allow.js'
import { merge } from './merge.js'
import { withoutRepeats } from './repeats.js'

/** From what was found to what is reported, in fixed steps: allowed, merged, in source order. */
export function settle(
  found: readonly Found[],
  draft: Draft,
  posts: readonly PostText[],
  rulebook: Rulebook,
): Pick<FileResult, 'diagnostics' | 'allowed' | 'outdone'> {
  const { kept, allowed, problems } = applyExceptions(found, draft, posts, rulebook)
  const all = [...kept, ...problems.flatMap((problem) => diagnoseProblem(problem, rulebook, posts[problem.post]))]
  const merged = withoutRepeats(merge(all), draft)
  return { diagnostics: [...merged].sort(inSourceOrder).map(withoutRule), allowed, outdone: outdoneOf(all, merged) }
}

function outdoneOf(all: readonly Found[], merged: readonly Found[]): ReadonlyMap<number, ReadonlySet<string>> {
  const kept = new Set(merged)
  const byPost = new Map<number, Set<string>>()
  for (const found of all) {
    if (kept.has(found)) continue
    const rules = byPost.get(found.post) ?? new Set()
    byPost.set(found.post, rules.add(found.rule))
  }
  return byPost
}

const inSourceOrder = (a: Diagnostic, b: Diagnostic) =>
  a.span.start - b.span.start || a.span.end - b.span.end || compared(a.rule, b.rule)

const withoutRule = ({ from: _, ...diagnostic }: Found): Diagnostic => diagnostic
