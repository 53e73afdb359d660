import { decode } from '../draft/decode.js'
import { readDraft } from '../draft/read.js'
import { Git } from '../git.js'
import { lintSource } from '../lint.js'
import type { FileResult } from '../report.js'
import { type Exception, endOf, endsEarly, exceptionsOf, faultOf } from '../settle/exceptions.js'
import { Lines, type Source } from '../source.js'
import type { Input } from './inputs.js'
import type { Session } from './session.js'

/** An exception of a draft, as somebody who has to answer for it wants to see it. */
export interface ListedException {
  readonly exception: Exception
  /** The draft as linted, for masking. */
  readonly result: FileResult
  /** From 1. */
  readonly line: number
  /** `ended`: for all its posts. `invalid`: it allows nothing. */
  readonly status: 'holds' | 'ended' | 'invalid'
  /** What is wrong with an invalid one, or with one that has ended for some of its posts, as the end of a sentence. */
  readonly fault?: string
  /** The day its line was written, if the draft is under git. */
  readonly since?: string
}

/** The exceptions of drafts, in their order, and the files that could not be read. */
export async function listExceptions(
  inputs: readonly Input[],
  session: Session,
  cwd: string,
): Promise<{ listed: ListedException[]; unread: string[] }> {
  const git = await Git.open(cwd).catch(() => undefined)
  const listed: ListedException[] = []
  const unread: string[] = []
  for (const input of inputs) {
    const bytes = await input.bytes().catch(() => undefined)
    const decoded = bytes && decode(bytes)
    if (!decoded || !('text' in decoded)) unread.push(input.path)
    else {
      const source = { path: input.path, text: decoded.text, named: input.named }
      for (const one of exceptionsIn(source, input.file, session))
        listed.push({ ...one, ...(git && { since: await git.dayOfLine(input.file, one.line) }) })
    }
  }
  return { listed, unread }
}

function exceptionsIn(source: Source, file: string, session: Session): ListedException[] {
  const rulebook = session.rulebookFor(file)
  const exceptions = exceptionsOf(readDraft(source, session.readOptions))
  if (exceptions.length === 0) return []
  const lines = new Lines(source.text)
  const result = lintSource(source, rulebook, session.readOptions)
  return exceptions.map((exception) => {
    const invalidity = faultOf(exception, rulebook)
    const end = endOf(exception, rulebook)
    const fault = invalidity ?? (end === 'partly' ? endsEarly : undefined)
    return {
      exception,
      result,
      line: lines.position(exception.span.start).line,
      status: invalidity ? 'invalid' : end === 'over' ? 'ended' : 'holds',
      ...(fault && { fault }),
    }
  })
}
