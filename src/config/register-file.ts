import { readFileSync } from 'node:fs'
import { decode } from '../draft/decode.js'
import { UserError } from '../errors.js'

/** A register's file. */
export interface Register {
  /** Absolute. */
  readonly file: string
  /** As errors name it. */
  readonly shown: string
  /** Reads it; from the disk, unless an example brings its own. */
  readonly read: (file: string) => Uint8Array | string
}

export const fromDisk = (file: string): Uint8Array => readFileSync(file)

/**
 * A register's text, in UTF-8 or UTF-16.
 *
 * @throws UserError without a place where it cannot be read at all, which is said where the config names it; with one where nothing stands in it.
 */
export function textOf({ file, shown, read }: Register): string {
  const text = decoded(shown, bytesOf(file, shown, read))
  if (text.replace(/^[ \t]*#.*$/gm, '').trim() === '')
    throw new UserError(`the register is empty; ${whenEmpty(file)}`, `${shown}:1:1`)
  return text
}

const whenEmpty = (file: string) =>
  /\.csv$/i.test(file)
    ? 'its first line names the columns: id,signed,expires,covers,channels.'
    : 'write `[]` where it holds nothing yet.'

function bytesOf(file: string, shown: string, read: Register['read']): Uint8Array | string {
  try {
    return read(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new UserError(`the register ${shown} cannot be read: ${reasons[code] ?? `the system says ${code}`}.`)
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the file in it',
  EACCES: 'you may not open it (permission denied)',
  EPERM: 'you may not open it (permission denied)',
  ELOOP: 'it is a link that leads back to itself',
}

function decoded(shown: string, read: Uint8Array | string): string {
  if (typeof read === 'string') return read
  const result = decode(read)
  if ('text' in result) return result.text.replace(/^\ufeff/, '')
  throw new UserError(
    `the register ${shown} cannot be read: ${
      result.problem.detail === 'The file is binary'
        ? 'it is no text; save it as CSV or YAML'
        : 'its letters are in another encoding than UTF-8; save it as CSV UTF-8'
    }.`,
  )
}
