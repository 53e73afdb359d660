import type { Severity } from '../diagnostic.js'
import type { Report, Skipped } from '../report.js'

/** What a run looked at and what it found, in numbers. */
export interface Summary {
  readonly files: number
  readonly posts: number
  readonly rules: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Diagnostics that carry a fix, safe or not. */
  readonly fixable: number
  /** Diagnostics that an exception or the baseline took out. */
  readonly allowed: number
  readonly skipped: readonly Skipped[]
  /** Fixes that were made, where any were asked for. */
  readonly fixed?: number
}

/** Counts a report; every format and the exit code go by these numbers. */
export function summarise(report: Report): Summary {
  const diagnostics = report.results.flatMap((result) => result.diagnostics)
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length
  return {
    files: report.results.length,
    posts: report.results.reduce((sum, result) => sum + result.posts.length, 0),
    rules: report.rules,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: diagnostics.filter((one) => one.fixes.length > 0).length,
    allowed: report.results.reduce((sum, result) => sum + result.allowed, 0),
    skipped: report.skipped,
    ...(report.fixed !== undefined && { fixed: report.fixed }),
  }
}

/** `1 error`, `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
