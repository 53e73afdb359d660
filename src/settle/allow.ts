import type { Found } from '../diagnose.js'
import type { Draft, Post, Problem, Value } from '../draft/post.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { Span } from '../source.js'
import { dayItGoesLive } from '../text/consent.js'

/** `medlint: {allow: [...]}`: a record in the draft that allows one rule in one post. It stands in fields, so that it can never be posted by accident. */
export interface Exception {
  readonly rule: string
  /** Only diagnostics whose stretch of the file holds this text. */
  readonly match?: string
  readonly reason?: string
  readonly by?: string
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until?: string
  readonly span: Span
  /** The posts it stands for: one, or all that share a default. */
  readonly posts: readonly Post[]
}

/** What exceptions leave, how much they took out, and what is wrong with them. */
export function applyExceptions(
  found: readonly Found[],
  draft: Draft,
  rulebook: Rulebook,
): { kept: Found[]; allowed: number; problems: Problem[] } {
  const exceptions = exceptionsOf(draft)
  if (exceptions.length === 0) return { kept: [...found], allowed: 0, problems: [] }
  const problems = exceptions.flatMap((exception) => faultOf(exception, rulebook) ?? [])
  const valid = exceptions.filter((exception) => !problems.some(({ span }) => span === exception.span))
  const used = new Set<Exception>()
  const kept = found.filter((diagnostic) => {
    const by = valid.filter((exception) => allows(exception, diagnostic, draft.source.text))
    for (const exception of by) used.add(exception)
    return by.length === 0
  })
  const unused = valid.filter((exception) => !used.has(exception) && rulebook.rule(exception.rule))
  return { kept, allowed: found.length - kept.length, problems: [...problems, ...unused.map(unusedProblem)] }
}

const allows = (exception: Exception, diagnostic: Found, file: string) =>
  exception.rule === diagnostic.rule &&
  exception.posts.some(({ index }) => index === diagnostic.post) &&
  (exception.match === undefined ||
    file.slice(diagnostic.span.start, diagnostic.span.end).toLowerCase().includes(exception.match.toLowerCase()))

/** Every exception once, also where several posts share it as a default. */
export function exceptionsOf(draft: Draft): Exception[] {
  const posts = new Map<Value, Post[]>()
  for (const post of draft.posts) {
    for (const value of post.fields.get('medlint')?.value.entries?.get('allow')?.value.items ?? [])
      posts.set(value, [...(posts.get(value) ?? []), post])
  }
  return [...posts].map(([value, shared]) => readException(value, shared))
}

function readException({ entries, span }: Value, posts: readonly Post[]): Exception {
  const text = (key: string) => entries?.get(key)?.value.scalar ?? undefined
  return {
    rule: text('rule') ?? '',
    match: text('match'),
    reason: text('reason'),
    by: text('by'),
    until: text('until'),
    span,
    posts,
  }
}

function faultOf(exception: Exception, rulebook: Rulebook): Problem | undefined {
  const { rule, reason, by, until, span, posts } = exception
  const post = posts[0]!
  const fault = (detail: string): Problem => ({ kind: 'exception-invalid', span, post: post.index, data: { detail } })
  if (!rulebook.settings.rules.some(({ id }) => id === rule))
    return fault(rule ? `names no rule of ours: ${rule}` : 'names no rule')
  if (rulebook.settings.locked?.some((name) => rule === name || rule.startsWith(`${name}/`)))
    return fault(`is for ${rule}, which no draft may except`)
  if (!reason?.trim()) return fault('gives no reason')
  if (!by?.trim()) return fault('does not say who allows it (`by`)')
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    return fault('has an `until` that is no date such as 2026-12-31')
  if (until !== undefined && until < dayItGoesLive(post, rulebook.facts)) return fault('has ended')
  return undefined
}

const unusedProblem = ({ span, posts }: Exception): Problem => ({
  kind: 'exception-unused',
  span,
  post: posts[0]!.index,
  data: {},
})
