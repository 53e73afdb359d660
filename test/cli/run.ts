import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.js'

/** How a run of the command line ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  /** What went to standard output, byte by byte. */
  readonly bytes: Buffer
  readonly err: string
}

export interface RunOptions {
  readonly cwd: string
  readonly stdin?: string | Uint8Array
  readonly isTTY?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command line in this process, with streams that keep what is written. */
export async function medlint(
  argv: readonly string[],
  { cwd, stdin = '', isTTY = false, env = {} }: RunOptions,
): Promise<Ran> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const into = (kept: Buffer[]) => ({
    isTTY,
    write: (text: string | Uint8Array, done: () => void) => {
      kept.push(Buffer.from(text as string))
      done()
    },
  })
  const code = await main(argv, {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY }),
    stdout: into(out),
    stderr: into(err),
    cwd: () => cwd,
    env,
  })
  const bytes = Buffer.concat(out)
  const ran = { code, out: bytes.toString(), err: Buffer.concat(err).toString() }
  // No test that compares a whole run means these, too.
  return Object.defineProperty(ran, 'bytes', { value: bytes, enumerable: false }) as Ran
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medlint-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

/** An invented number that a rule of every preset reports. */
export const ssn = '219-45-6780'
export const bad = `Her number is ${ssn}, please update the form.\n`
export const clean = 'Flu shots are in. Walk in on any weekday.\n'
