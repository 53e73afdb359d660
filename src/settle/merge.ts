import type { Found } from '../diagnose.js'
import { compared } from '../diagnostic.js'
import { overlaps } from '../source.js'

/** Where several diagnostics are about one thing, the better one stays: what a rule yields to, and in families of identifiers the weightier, longer, first. */
export function merge(found: readonly Found[]): Found[] {
  const byPost = new Map<number, Found[]>()
  for (const diagnostic of found) under(byPost, diagnostic.post).push(diagnostic)
  return [...byPost.values()].flatMap(mergePost)
}

function mergePost(found: readonly Found[]): Found[] {
  const rules = new Set(found.map(({ rule }) => rule))
  const near = new Map<number, Found[]>()
  for (const diagnostic of found) for (const stretch of stretchesOf(diagnostic)) under(near, stretch).push(diagnostic)
  const isReplaced = (diagnostic: Found) =>
    stretchesOf(diagnostic).some((stretch) =>
      near.get(stretch)!.some((other) => other !== diagnostic && replaces(other, diagnostic)),
    )
  return found.filter(
    (diagnostic) => !diagnostic.from.file.silentWith?.some((rule) => rules.has(rule)) && !isReplaced(diagnostic),
  )
}

/** In UTF-16 units. Diagnostics are compared with those in the same stretches only, so that time grows with a file and not with its square. */
const stretch = 256

function stretchesOf({ span: { start, end } }: Found): number[] {
  const first = Math.floor(start / stretch)
  return Array.from({ length: Math.floor(end / stretch) - first + 1 }, (_, index) => first + index)
}

/** The list under a key, begun where there is none. */
function under(lists: Map<number, Found[]>, key: number): Found[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** Whether the other one, where the two overlap, says it better. */
function replaces(other: Found, diagnostic: Found): boolean {
  const { file, family, oneAtAPlace } = diagnostic.from
  if (!overlaps(other.span, diagnostic.span)) return false
  if (file.yields?.includes(other.rule)) return true
  if (other.from.file.yields?.includes(diagnostic.rule)) return false
  return oneAtAPlace && other.from.family === family && outweighs(other, diagnostic)
}

const weight = { error: 2, warning: 1, info: 0 }

function outweighs(other: Found, diagnostic: Found): boolean {
  const difference =
    weight[other.severity] - weight[diagnostic.severity] ||
    length(other) - length(diagnostic) ||
    diagnostic.span.start - other.span.start ||
    compared(diagnostic.rule, other.rule)
  return difference > 0
}

const length = ({ span }: Found) => span.end - span.start
