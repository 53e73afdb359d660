import { lintBytes, unreadable } from '../lint-file.js'
import type { FileResult, Report, Skipped } from '../report.js'
import { Neighbourhood } from '../text/across/neighbourhood.js'
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
  isWhole = false,
): Promise<Report> {
  const neighbourhood = isWhole ? new Neighbourhood() : undefined
  const looked: (FileResult | Skipped)[] = []
  for (const input of inputs) looked.push(await lintInput(input, session, neighbourhood, revise))
  const settled = neighbourhood ? await lookAgain(inputs, looked, session, neighbourhood) : looked
  const results = settled.filter((one): one is FileResult => !('reason' in one))
  const left = [...skipped, ...settled.filter((one): one is Skipped => 'reason' in one)]
  const { rules } = session.rulebookFor(session.config.folder)
  return { results, skipped: left, rules: rules.length, notes: [...session.notes, ...notesOf(results)] }
}

/** Lints the drafts again that have to do with others, now that all are known; they are few. */
async function lookAgain(
  inputs: readonly Input[],
  looked: readonly (FileResult | Skipped)[],
  session: Session,
  neighbourhood: Neighbourhood,
): Promise<(FileResult | Skipped)[]> {
  neighbourhood.close()
  const again: (FileResult | Skipped)[] = []
  for (const [index, input] of inputs.entries()) {
    const isSettled = !neighbourhood.isUnsettled(input.path)
    again.push(isSettled ? looked[index]! : await lintInput(input, session, neighbourhood))
  }
  return again
}

async function lintInput(
  input: Input,
  session: Session,
  neighbourhood: Neighbourhood | undefined,
  revise?: Revise,
): Promise<FileResult | Skipped> {
  const rulebook = session.rulebookFor(input.file)
  const file = { path: input.path, named: input.named }
  const bytes = await input.bytes().catch(reasonOf)
  const isUnread = typeof bytes === 'string'
  const options = { ...session.readOptions, ...(neighbourhood && { neighbourhood }) }
  const lint = () => (isUnread ? unreadable(file, bytes, rulebook) : lintBytes(bytes, file, rulebook, options))
  const first = lint()
  // What pictures carry is read when a rule has asked for it, which is rare.
  const result = (await session.media.readAsked()) ? lint() : first
  if (result.posts.length > 0 || result.diagnostics.length > 0)
    return revise && !isUnread ? revised(input, bytes, result, revise, session, neighbourhood) : result
  // Whoever turned the rule off that reports it still hears that the file was not looked at.
  if (isUnread) return { file: input.path, reason: bytes }
  return input.named ? result : { file: input.path, reason: 'holds no post' }
}

/** Where a fix has changed the file, other posts are compared with what it says now. */
async function revised(
  input: Input,
  bytes: Uint8Array,
  found: FileResult,
  revise: Revise,
  session: Session,
  neighbourhood: Neighbourhood | undefined,
): Promise<FileResult> {
  const result = await revise(input, bytes, found)
  if (neighbourhood && result.source.text !== found.source.text) await lintInput(input, session, neighbourhood)
  return result
}

function notesOf(results: readonly FileResult[]): string[] {
  const count = results.flatMap((result) => result.posts).filter((post) => post.restsOnUnverifiedConsent).length
  if (count === 0) return []
  return [`${count} ${count === 1 ? 'post rests' : 'posts rest'} on consent that no register confirms.`]
}
