import type { Found } from '../diagnose.js'
import { overlaps } from '../source.js'

/** Where several diagnostics are about one thing, the better one stays: what a rule yields to, and in families of identifiers the weightier, longer, first. */
export function merge(found: readonly Found[]): Found[] {
  const byPost = new Map<number, Found[]>()
  for (const diagnostic of found) byPost.set(diagnostic.post, [...(byPost.get(diagnostic.post) ?? []), diagnostic])
  return [...byPost.values()].flatMap((ofPost) =>
    ofPost.filter((diagnostic) => !ofPost.some((other) => other !== diagnostic && replaces(other, diagnostic))),
  )
}

function replaces(other: Found, diagnostic: Found): boolean {
  const { file, family, oneAtAPlace } = diagnostic.from
  if (file.silentWith?.includes(other.rule)) return true
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
    diagnostic.rule.localeCompare(other.rule)
  return difference > 0
}

const length = ({ span }: Found) => span.end - span.start
