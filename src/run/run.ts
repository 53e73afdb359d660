import { lintBytes, unreadable } from '../lint-file.js'
import type { FileResult, Report, Skipped } from '../report.js'
import { type Input, reasonOf } from './inputs.js'
import type { Session } from './session.js'

/** What is to be reported of a draft once it has been linted: the same, or what is left when it was fixed. */
export type Revise = (input: Input, bytes: Uint8Array, found: FileResult) => Promise<FileResult>

/** Lints what was gathered, file by file, and sums up. Files that cannot be read are reported, and the others go on. */
export async function lintInputs(
  inputs: readonly Input[],
  skipped: readonly Skipped[],
  session: Session,
  revise?: Revise,
): Promise<Report> {
  const results: FileResult[] = []
  const left: Skipped[] = [...skipped]
  for (const input of inputs) {
    const result = await lintInput(input, session, revise)
    if ('reason' in result) left.push(result)
    else results.push(result)
  }
  const { rules } = session.rulebookFor(session.config.folder)
  return { results, skipped: left, rules: rules.length, notes: notesOf(results) }
}

async function lintInput(input: Input, session: Session, revise?: Revise): Promise<FileResult | Skipped> {
  const rulebook = session.rulebookFor(input.file)
  const file = { path: input.path, named: input.named }
  const bytes = await input.bytes().catch(reasonOf)
  const isUnread = typeof bytes === 'string'
  const lint = () =>
    isUnread ? unreadable(file, bytes, rulebook) : lintBytes(bytes, file, rulebook, session.readOptions)
  const first = lint()
  // What pictures carry is read when a rule has asked for it, which is rare.
  const result = (await session.media.readAsked()) ? lint() : first
  if (result.posts.length > 0 || result.diagnostics.length > 0)
    return revise && !isUnread ? revise(input, bytes, result) : result
  // Whoever turned the rule off that reports it still hears that the file was not looked at.
  if (isUnread) return { file: input.path, reason: bytes }
  return input.named ? result : { file: input.path, reason: 'holds no post' }
}

function notesOf(results: readonly FileResult[]): string[] {
  const count = results.flatMap((result) => result.posts).filter((post) => post.restsOnUnverifiedConsent).length
  if (count === 0) return []
  return [`${count} ${count === 1 ? 'post rests' : 'posts rest'} on consent that no register confirms.`]
}
