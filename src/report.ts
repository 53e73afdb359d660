import type { Diagnostic } from './diagnostic.js'
import type { Source, Span } from './source.js'

/** What linting one file gave. */
export interface FileResult {
  readonly source: Source
  readonly posts: readonly PostSummary[]
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Stretches of the file that identify somebody, those of rules that are off or excepted included: every excerpt masks them. */
  readonly sensitive: readonly Span[]
  /** Diagnostics that an exception or the baseline took out. */
  readonly allowed: number
  /** The rules of what is not reported since a better diagnostic stands for it, by post. */
  readonly outdone: ReadonlyMap<number, ReadonlySet<string>>
}

/** A result with other diagnostics. What identifies somebody is still worked out only when it is asked for. */
export const withDiagnostics = (result: FileResult, diagnostics: readonly Diagnostic[]): FileResult => ({
  source: result.source,
  posts: result.posts,
  allowed: result.allowed,
  outdone: result.outdone,
  diagnostics,
  get sensitive() {
    return result.sensitive
  },
})

export interface PostSummary {
  readonly index: number
  /** From 1. */
  readonly line: number
  /** `product-claim`, `reminder`, `help-seeking`, ...; undefined where no class applies. */
  readonly class?: string
  /** Its consent could not be checked against a register. */
  readonly restsOnUnverifiedConsent: boolean
}

export interface Skipped {
  readonly file: string
  readonly reason: string
}

/** A whole run: what formatters turn into text. */
export interface Report {
  readonly results: readonly FileResult[]
  readonly skipped: readonly Skipped[]
  /** How many rules were in force. */
  readonly rules: number
  /** How many fixes were made; undefined where none were asked for. */
  readonly fixed?: number
  /** Sentences about the run as a whole, for people: `3 posts rest on consent that no register confirms`. */
  readonly notes: readonly string[]
}

/** What a formatter may know beside the report. */
export interface FormatOptions {
  /** Mask what identifies somebody; off only on an interactive terminal or by `--no-redact`. */
  readonly redact: boolean
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width: number
}

/** Turns a report into a string; writes nothing, decides nothing. */
export type Formatter = (report: Report, options: FormatOptions) => string
