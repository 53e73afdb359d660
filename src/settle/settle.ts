import type { Found } from '../diagnose.js'
import type { Diagnostic } from '../diagnostic.js'
import { merge } from './merge.js'

/** From what was found to what is reported, in fixed steps: merged, in source order. */
export function settle(found: readonly Found[]): { diagnostics: Diagnostic[]; allowed: number } {
  return { diagnostics: merge(found).sort(inSourceOrder).map(withoutRule), allowed: 0 }
}

const inSourceOrder = (a: Diagnostic, b: Diagnostic) => a.span.start - b.span.start || a.span.end - b.span.end || a.rule.localeCompare(b.rule)

const withoutRule = ({ from: _, ...diagnostic }: Found): Diagnostic => diagnostic
