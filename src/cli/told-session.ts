import type { RunFlags, Session } from '../run/session.js'
import { openSession } from '../run/session.js'
import { type Io, write } from './io.js'

/** Opens a session; what is wrong with registers is told on stderr, and the rest goes on. Throws a UserError for whatever else is wrong. */
export async function openToldSession(
  flags: RunFlags,
  io: Io,
  { documented = false }: { readonly documented?: boolean } = {},
): Promise<Session> {
  const session = await openSession(flags, io.cwd(), { documented, goOn: true })
  const { faults } = session.config
  if (faults.length > 0) await write(io.stderr, `${faultLines(faults)}\n`)
  return session
}

/** An exit code, or 2 where something of a register could not be read. */
export const codeIn = (session: Session, code: number): number => (session.config.faults.length > 0 ? 2 : code)

const shownFaults = 10

function faultLines(faults: readonly Error[]): string {
  const shown = faults.slice(0, shownFaults).map(({ message }) => `medlint: ${message}`)
  const rest = faults.length - shownFaults
  return [...shown, ...(rest > 0 ? [`medlint: ${rest} more of the same register.`] : [])].join('\n')
}
