import type { Draft, Entry, Post, Problem, Value } from '../draft/post.js'
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
  /** Keys that no exception has: one that is misspelt would be passed over in silence. */
  readonly unknownKeys: readonly string[]
}

/** Every exception of a draft once, also where several posts share it as a default. */
export function exceptionsOf({ posts }: Draft): Exception[] {
  const shared = new Map<Value, Post[]>()
  for (const post of posts) {
    for (const value of recordsIn(post)) {
      const known = shared.get(value)
      if (known) known.push(post)
      else shared.set(value, [post])
    }
  }
  return [...shared].map(([value, own]) => readException(value, own))
}

/** A list of records, or one; anything else where they should be is one that says nothing. */
function recordsIn(post: Post): readonly Value[] {
  const allow = allowOf(post)?.value
  if (!allow || allow.isNull) return []
  return allow.items ?? [allow]
}

/** The list of records that a post's exceptions stand in, or the one record. */
export const allowOf = (post: Post): Entry | undefined => post.fields.get('medlint')?.value.entries?.get('allow')

const keys: readonly string[] = ['rule', 'match', 'reason', 'by', 'until']

function readException({ entries, span }: Value, posts: readonly Post[]): Exception {
  const text = (key: string) => entries?.get(key)?.value.scalar?.trim() || undefined
  const match = entries?.get('match')?.value.scalar ?? undefined
  return {
    rule: text('rule') ?? '',
    match,
    reason: text('reason'),
    by: text('by'),
    until: text('until'),
    span,
    posts,
    unknownKeys: [...(entries?.keys() ?? [])].filter((key) => !keys.includes(key)),
  }
}

/** What stands under `medlint` and is no `allow`, each once: exceptions under `alow` would allow nothing, without a word, and so would a list. */
export function strayKeys({ posts }: Draft): Problem[] {
  const strays = new Map<Span, Problem>()
  for (const { fields, index } of posts) {
    const value = fields.get('medlint')?.value
    if (!value || value.isNull) continue
    if (!value.entries)
      strays.set(value.span, invalid(value.span, index, 'stands under `medlint` without its key `allow`'))
    for (const { key, keySpan } of value.entries?.values() ?? [])
      if (key !== 'allow' && !strays.has(keySpan))
        strays.set(keySpan, invalid(keySpan, index, 'is under a key that is not `allow`, the only one of `medlint`'))
  }
  return [...strays.values()]
}

/** Why an exception allows nothing at all, as the end of a sentence. */
export function faultOf(
  { rule, reason, by, until, match, unknownKeys }: Exception,
  rulebook: Rulebook,
): string | undefined {
  const { rules, locked = [], lacksPlugins = false } = rulebook.settings
  const isId = rules.some(({ id }) => id === rule)
  if (rule === '') return 'names no rule'
  if (!isId && rules.some(({ id }) => id.startsWith(`${rule}/`)))
    return `is for the family ${rule}; it has to name one rule`
  if (!isId && !(lacksPlugins && rule.includes('/')))
    return /^[\w/-]{1,60}$/.test(rule) ? `names no rule of ours: ${rule}` : 'names no rule of ours'
  if (locked.some((name) => rule === name || rule.startsWith(`${name}/`)))
    return `is for ${rule}, which no draft may except`
  if (!reason) return 'gives no reason'
  if (!by) return 'does not say who allows it (`by`)'
  if (until !== undefined && !isDay(until)) return 'has an `until` that is no date such as 2026-12-31'
  if (match !== undefined && match.trim() === '') return 'has an empty `match`'
  if (unknownKeys.length > 0) return `has a key that is none of ${keys.join(', ')}`
  return undefined
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** Whether it has ended by the day a post goes live, today at the earliest; the day of `until` is its last. */
export const hasEnded = ({ until }: Exception, post: Post, { facts }: Rulebook): boolean =>
  until !== undefined && until < dayItGoesLive(post, facts)

/** Whether it has ended for all its posts, for some of them, or for none. */
export function endOf(exception: Exception, rulebook: Rulebook): 'over' | 'partly' | undefined {
  const late = exception.posts.filter((post) => hasEnded(exception, post, rulebook)).length
  if (late === 0) return undefined
  return late === exception.posts.length ? 'over' : 'partly'
}

/** What is said of one that has ended for some of its posts only. */
export const endsEarly = 'ends before one of its posts goes live'

const mend = 'it allows nothing until that is put right'

/** What is reported of an exception that does not allow what it was written for. @param detail the end of a sentence on it @param effect what that means */
export const invalid = (span: Span, post: number, detail: string, effect = mend): Problem => ({
  kind: 'exception-invalid',
  span,
  post,
  data: { detail, effect },
})
