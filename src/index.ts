import type { Report } from './report.js'
import { gather, type InputFlags } from './run/inputs.js'
import { lintInputs } from './run/run.js'
import { openSession, type RunFlags } from './run/session.js'

export type { Plugin } from './config/plugins.js'
export type { Detector, DetectorContext, Lexicon, Match } from './detectors/detector.js'
export { defineDetector } from './detectors/detector.js'
export type { Diagnostic, Edit, Fix, Severity } from './diagnostic.js'
export { UserError } from './errors.js'
export type { Facts } from './facts.js'
export { lintSource } from './lint.js'
export type { FileResult, FormatOptions, Formatter, PostSummary, Report, Skipped } from './report.js'
export type { RuleFile } from './rulebook/rule.js'
export { Rulebook, type RulebookSettings } from './rulebook/rulebook.js'
export { openSession, type RunFlags, type Session } from './run/session.js'
export type { Source, Span } from './source.js'

/** What a run from a program takes: what the command line takes, and the folder it starts in. */
export interface LintOptions extends RunFlags, InputFlags {
  /** The working directory, unless another is given. */
  readonly cwd?: string
}

/**
 * Finds drafts (paths or globs; without any, those of the project) and lints them, as the command line does.
 *
 * @throws UserError for wrong usage, a bad config or a bad rule.
 */
export async function lint(paths: readonly string[] = [], options: LintOptions = {}): Promise<Report> {
  const cwd = options.cwd ?? process.cwd()
  const session = await openSession(options, cwd)
  const { inputs, skipped, isWhole } = await gather(paths, options, session, { stdin: process.stdin, cwd: () => cwd })
  return lintInputs(inputs, skipped, session, undefined, isWhole)
}
