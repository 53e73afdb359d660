import { diagnoseProblem } from './diagnose.js'
import { decode } from './draft/decode.js'
import { type LintOptions, lintSource } from './lint.js'
import { type FileResult, withDiagnostics } from './report.js'
import type { Rulebook } from './rulebook/rulebook.js'
import { settle } from './settle/settle.js'
import type { Source } from './source.js'

/** A file whose bytes have not become a text yet. */
export type File = Omit<Source, 'text'>

/** Lints a file's bytes. What is no UTF-8 but no binary either is reported, and searched all the same as the Western text it most likely is. */
export function lintBytes(bytes: Uint8Array, file: File, rulebook: Rulebook, options: LintOptions = {}): FileResult {
  const decoded = decode(bytes)
  if ('text' in decoded) return lintSource({ ...file, text: decoded.text }, rulebook, options)
  const problem = unreadable(file, decoded.problem.detail, rulebook)
  if (bytes.includes(0)) return problem
  const guessed = lintSource({ ...file, text: new TextDecoder('windows-1252').decode(bytes) }, rulebook, options)
  return withDiagnostics(guessed, [...problem.diagnostics, ...guessed.diagnostics])
}

/** What is reported of a file that cannot be read at all. @param detail why, as the start of a sentence: `Permission denied`. */
export function unreadable(file: File, detail: string, rulebook: Rulebook): FileResult {
  const source = { ...file, text: '' }
  const problem = { kind: 'unreadable', span: { start: 0, end: 0 }, post: -1, data: { detail } }
  return {
    source,
    posts: [],
    sensitive: [],
    ...settle(diagnoseProblem(problem, rulebook, undefined), { source, posts: [], problems: [problem] }, [], rulebook),
  }
}
