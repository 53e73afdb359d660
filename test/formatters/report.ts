import type { Diagnostic } from '../../src/diagnostic.js'
import type { FileResult, FormatOptions, Report } from '../../src/report.js'

export const plain: FormatOptions = { redact: false, color: false, width: 80 }

/** A diagnostic on the first place where `match` stands. */
export function found(text: string, match: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(match)
  return {
    rule: 'house/word',
    severity: 'error',
    message: 'Use another word.',
    span: { start, end: start + match.length },
    post: 0,
    cites: ['45 CFR 164.514(b)(2)(i)(G)'],
    basis: 'law',
    sensitive: false,
    fixes: [],
    ...more,
  }
}

export function fileOf(text: string, diagnostics: readonly Diagnostic[], more: Partial<FileResult> = {}): FileResult {
  return {
    source: { path: 'drafts/a.md', text, named: true },
    posts: [{ index: 0, line: 1, restsOnUnverifiedConsent: false }],
    diagnostics,
    sensitive: diagnostics.filter((one) => one.sensitive).map((one) => one.span),
    allowed: 0,
    outdone: new Map(),
    ...more,
  }
}

export const reportOf = (...results: readonly FileResult[]): Report => ({ results, skipped: [], rules: 24, notes: [] })
