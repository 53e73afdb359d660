import { summarise } from '../formatters/summary.js'
import { type Report, type Skipped, withDiagnostics } from '../report.js'
import { gather } from '../run/inputs.js'
import { lintInputs } from '../run/run.js'
import { checkFixFlags, type LintFlags, wantsFixes } from './flags.js'
import { type Io, write } from './io.js'
import { refuseMistypedCommand } from './mistyped.js'
import { publish, sinksOf } from './output.js'
import { Stopwatch } from './stopwatch.js'
import { codeIn, openToldSession } from './told-session.js'

/** `medlint lint`: finds the drafts, lints each one, reports. Exit codes: 0 clean, 1 findings, 2 nothing to lint, or a register that cannot be read. */
export async function lint(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  refuseMistypedCommand(paths, io.cwd())
  checkFixFlags(flags)
  const sinks = sinksOf(flags.format)
  const watch = new Stopwatch()
  const classes = sinks.some(({ format }) => format === 'json')
  const session = await openToldSession({ ...flags, classes }, io)
  watch.lap('config and rules')
  const { inputs, skipped, nothing, isWhole, mayBeEmpty } = await gather(paths, flags, session, io)
  watch.lap('finding drafts')
  const run = wantsFixes(flags)
    ? await (await import('./fix.js')).fix(inputs, skipped, session, flags, io, isWhole)
    : { report: await lintInputs(inputs, skipped, session, undefined, isWhole), io, isIncomplete: false }
  const { report } = run
  watch.lap('linting')
  const isEmpty = report.results.length === 0
  if (isEmpty) await write(io.stderr, `medlint: ${nothing}${why(report.skipped)}.\n`)
  if (run.io && (!isEmpty || mayBeEmpty))
    await publish(flags.quiet ? quiet(report) : report, sinks, flags.redact, run.io)
  watch.lap('reporting')
  if (flags.timing) await write(io.stderr, watch.text())
  if (run.isIncomplete) return 2
  return codeIn(session, isEmpty ? (mayBeEmpty ? 0 : 2) : exitCode(report, flags))
}

/** Only the errors, and how many others there are. */
function quiet(report: Report): Report {
  const { warnings, infos } = summarise(report)
  const results = report.results.map((result) =>
    withDiagnostics(
      result,
      result.diagnostics.filter(({ severity }) => severity === 'error'),
    ),
  )
  const hidden = warnings + infos > 0 ? [`--quiet hides ${warnings} at warning level, ${infos} at info level.`] : []
  return { ...report, results, notes: [...report.notes, ...hidden] }
}

const shownSkips = 5

function why(skipped: readonly Skipped[]): string {
  if (skipped.length === 0) return ''
  const shown = skipped.slice(0, shownSkips).map(({ file, reason }) => `${file}: ${reason}`)
  return ` (skipped ${shown.join('; ')}${skipped.length > shownSkips ? '; …' : ''})`
}

function exitCode(report: Report, { exitZero, maxWarnings }: LintFlags): number {
  if (exitZero) return 0
  const { errors, warnings } = summarise(report)
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? 1 : 0
}
