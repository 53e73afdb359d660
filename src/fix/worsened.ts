import type { Diagnostic, Severity } from '../diagnostic.js'
import type { FileResult } from '../report.js'
import { contains, type Span } from '../source.js'

/** What fixes made of a file. */
export interface Step {
  readonly before: FileResult
  readonly after: FileResult
  /** Where in the file as edited the words stand that the fixes put there. */
  readonly putIn: readonly Span[]
  /** Suggestions are made, too. */
  readonly unsafe: boolean
}

/**
 * Whether a post is worse off: it draws an error or warning of a rule that had nothing to say of it, in the words put in, or elsewhere
 * where nothing of that rule's family has gone for it; or the words put in draw anything that would be fixed in turn. The gap that a fix leaves on purpose is none of these.
 */
export function isWorse(post: number, step: Step): boolean {
  const { before, after } = step
  const found = after.diagnostics.filter((one) => one.post === post && !isGap(one, step))
  const had = before.diagnostics.filter((one) => one.post === post)
  const known = new Set([...had.map(({ rule }) => rule), ...(before.outdone.get(post) ?? [])])
  return found.some(
    (one) =>
      isFixedInTurn(one, step) ||
      (!known.has(one.rule) &&
        (weighs(one, found) > weighs(one, had) || (isIn(one, step.putIn) && one.severity !== 'info'))),
  )
}

const weight: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** How many of its family weigh at least as much; an info never counts. */
function weighs({ rule, severity }: Diagnostic, among: readonly Diagnostic[]): number {
  if (severity === 'info') return 0
  const isLike = (other: Diagnostic) =>
    familyOf(other.rule) === familyOf(rule) && weight[other.severity] >= weight[severity]
  return among.filter(isLike).length
}

const familyOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))

const isIn = ({ span }: Diagnostic, places: readonly Span[]): boolean => places.some((place) => contains(place, span))

const isFixedInTurn = (one: Diagnostic, { putIn, unsafe }: Step): boolean =>
  isIn(one, putIn) && one.fixes.some(({ safe }) => safe || unsafe)

/** `[TODO: ...]` among the words put in, in Markdown with backslashes. */
const isGap = (one: Diagnostic, { after, putIn }: Step): boolean =>
  isIn(one, putIn) && /^\\?\[[^\]]*\]$/.test(after.source.text.slice(one.span.start, one.span.end))
