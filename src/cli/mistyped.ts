import { existsSync } from 'node:fs'
import path from 'node:path'
import { distance } from 'fastest-levenshtein'
import { UserError } from '../errors.js'

/** Names of commands, for whoever mistypes one: it then reads as a path. */
export const commandNames: readonly string[] = [
  'lint',
  'rules',
  'explain',
  'test',
  'show',
  'reply',
  'exceptions',
  'consents',
  'init',
  'help',
]

/** Refuses a path that is not there and looks like a command; others are left to whoever reads them. */
export function refuseMistypedCommand([first]: readonly string[], cwd: string): void {
  if (first === undefined || !/^[a-z]+$/i.test(first) || existsSync(path.resolve(cwd, first))) return
  const meant = commandNames.find((name) => distance(first.toLowerCase(), name) <= 2)
  if (meant) throw new UserError(`${first}: there is no such file or folder. Did you mean the command \`${meant}\`?`)
}
