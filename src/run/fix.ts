import { decode } from '../draft/decode.js'
import { UserError } from '../errors.js'
import { encodeLike } from '../fix/encode.js'
import { fixSource } from '../fix/fix.js'
import { replaceFile } from '../fix/replace-file.js'
import { lintSource } from '../lint.js'
import { type FileResult, withDiagnostics } from '../report.js'
import type { Input } from './inputs.js'
import type { Session } from './session.js'

/** How a run fixes drafts. */
export interface FixMode {
  /** Suggestions, too. */
  readonly unsafe: boolean
  /** `file`: the drafts are written. `memory`: only what would be written is worked out, and reports are on the drafts as fixed. `nothing`: reports are on the drafts as they are. */
  readonly into: 'file' | 'memory' | 'nothing'
}

/** A draft before and after its fixes. */
export interface FixedFile {
  readonly before: FileResult
  readonly after: FileResult
}

/** Fixes drafts as a run lints them, and keeps count. */
export class Fixer {
  /** Only the drafts that changed. */
  readonly changed: FixedFile[] = []
  /** Sentences on drafts that could not be fixed or written. */
  readonly failures: string[] = []
  applied = 0
  /** The bytes of the last draft as fixed; its own where nothing was. */
  written: Uint8Array | undefined
  /** Fixes that were left out: they would have changed more than they meant, would not have helped, or would have done harm. */
  dropped = 0
  readonly #session: Session
  readonly #mode: FixMode

  constructor(session: Session, mode: FixMode) {
    this.#session = session
    this.#mode = mode
  }

  /** Fixes one draft; gives what is to be reported of it. */
  async fix(input: Input, bytes: Uint8Array, found: FileResult): Promise<FileResult> {
    const { unsafe, into } = this.#mode
    this.written = bytes
    if (!found.diagnostics.some(({ fixes }) => fixes.some(({ safe }) => safe || unsafe))) return found
    if (!isWritable(bytes))
      return this.#fail(input, found, 'its encoding cannot be written, so its fixes were left out')
    const rulebook = this.#session.rulebookFor(input.file)
    const { readOptions } = this.#session
    const fixed = fixSource(found, (source) => lintSource(source, rulebook, readOptions), { ...readOptions, unsafe })
    this.dropped += fixed.dropped
    if (fixed.applied === 0) return fixed.result
    const written = encodeLike(fixed.source.text, bytes)
    if (into === 'file') {
      const failure = await replaceFile(input.file, bytes, written).catch(sentence)
      if (failure) return this.#fail(input, found, failure)
    }
    this.written = written
    this.applied += fixed.applied
    this.changed.push({ before: found, after: fixed.result })
    return into === 'nothing' ? found : fixed.result
  }

  /** What cannot be made is not offered, either. */
  #fail(input: Input, found: FileResult, failure: string): FileResult {
    this.failures.push(`${input.path}: ${failure}.`)
    return withDiagnostics(
      found,
      found.diagnostics.map((one) => ({ ...one, fixes: [] })),
    )
  }
}

/** Whether the file's text, encoded again, gives the same bytes. */
function isWritable(bytes: Uint8Array): boolean {
  const decoded = decode(bytes)
  return 'text' in decoded && Buffer.from(bytes).equals(encodeLike(decoded.text, bytes))
}

function sentence(error: unknown): string {
  if (error instanceof UserError) return error.message
  throw error
}
