import { unifiedDiff } from '../formatters/diff.js'
import { counted } from '../formatters/summary.js'
import type { Report, Skipped } from '../report.js'
import { Fixer } from '../run/fix.js'
import type { Input } from '../run/inputs.js'
import { lintInputs, type Revise } from '../run/run.js'
import type { Session } from '../run/session.js'
import type { LintFlags } from './flags.js'
import { type Io, wantsColor, widthOf, write } from './io.js'

/** What a run that fixed has to say. */
export interface FixedRun {
  readonly report: Report
  /** Where the report goes: to stderr where stdout has the fixed text of standard input, nowhere where a diff is all that was asked for. */
  readonly io: Io | undefined
  /** A draft could not be fixed or written. */
  readonly isIncomplete: boolean
}

/** `--fix`, `--unsafe-fixes`, `--fix-dry-run`: lints the drafts and fixes them, or prints what that would change. */
export async function fix(
  inputs: readonly Input[],
  skipped: readonly Skipped[],
  session: Session,
  flags: LintFlags,
  io: Io,
  isWhole = false,
): Promise<FixedRun> {
  const { unsafeFixes: unsafe = false, fixDryRun: isDry = false } = flags
  const fromStdin = flags.stdin || inputs.some(({ isStdin }) => isStdin)
  const fixer = new Fixer(session, { unsafe, into: isDry ? 'nothing' : fromStdin ? 'memory' : 'file' })
  const revise: Revise = (input, bytes, found) => fixer.fix(input, bytes, found)
  const report = await lintInputs(inputs, skipped, session, revise, isWhole)
  for (const failure of fixer.failures) await write(io.stderr, `medlint: ${failure}\n`)
  const notes = notesOf(fixer, isDry)
  const isDiffOnly = isDry && flags.format.length === 0
  if (isDiffOnly) {
    await write(io.stdout, diffOf(fixer, flags, io.stdout, io))
    await write(io.stderr, `${notes.join('\n')}\n`)
  } else if (isDry) await write(io.stderr, diffOf(fixer, flags, io.stderr, io))
  else if (fromStdin) await write(io.stdout, fixer.written ?? (await inputs[0]?.bytes()) ?? '')
  return {
    report: { ...report, ...(!isDry && { fixed: fixer.applied }), notes: [...report.notes, ...notes] },
    io: isDiffOnly ? undefined : fromStdin && !isDry ? aside(io) : io,
    isIncomplete: fixer.failures.length > 0,
  }
}

const aside = (io: Io): Io => ({
  stdin: io.stdin,
  stdout: io.stderr,
  stderr: io.stderr,
  cwd: () => io.cwd(),
  env: io.env,
})

function diffOf(fixer: Fixer, flags: LintFlags, output: Io['stdout'], io: Io): string {
  const options = {
    redact: flags.redact ?? output.isTTY !== true,
    color: wantsColor(output, io.env),
    width: widthOf(output),
  }
  return fixer.changed.map(({ before, after }) => unifiedDiff(before, after, options)).join('')
}

function notesOf({ applied, dropped, changed }: Fixer, isDry: boolean): string[] {
  const fixes = (count: number): string => counted(count, 'fix').replace(/fixs$/, 'fixes')
  return [
    `${isDry ? 'Would apply' : 'Applied'} ${fixes(applied)} in ${counted(changed.length, 'file')}.`,
    ...(dropped > 0
      ? [`${fixes(dropped)} left out, which would have changed more than meant, helped nothing or made new findings.`]
      : []),
  ]
}
