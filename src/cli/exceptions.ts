import { Chalk, type ChalkInstance } from 'chalk'
import { UserError } from '../errors.js'
import { visible } from '../formatters/excerpt.js'
import { Mask } from '../formatters/mask.js'
import { counted } from '../formatters/summary.js'
import { type ListedException, listExceptions } from '../run/exceptions.js'
import { gather } from '../run/inputs.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'
import { openToldSession } from './told-session.js'

export interface ExceptionsFlags extends ConfigFlags {
  readonly format: string
  readonly redact?: boolean
}

/** `medlint exceptions`: every exception in the drafts with its rule, owner, reason, age and end. Ends with 0, whatever they say: linting judges them. */
export async function exceptions(paths: readonly string[], flags: ExceptionsFlags, io: Io): Promise<number> {
  if (!['pretty', 'json'].includes(flags.format))
    throw new UserError(`exceptions are listed as pretty or json, not as \`${flags.format}\`.`)
  const session = await openToldSession(flags, io)
  const { inputs } = await gather(paths, {}, session, io)
  const { listed, unread } = await listExceptions(inputs, session, io.cwd())
  for (const file of unread) await write(io.stderr, `medlint: ${visible(file)}: it cannot be read.\n`)
  const redact = flags.redact ?? io.stdout.isTTY !== true
  const rows = listed.map((one) => rowOf(one, session.facts.today, redact))
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const looked = counted(inputs.length, 'file')
  await write(io.stdout, flags.format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : textOf(rows, looked, chalk))
  return 0
}

type Row = ReturnType<typeof rowOf>

/** What is masked in the draft is masked in its exceptions, and their `match` always is: it names what it allows. */
function rowOf({ exception, result, line, status, fault, since }: ListedException, today: string, redact: boolean) {
  const { rule, match, reason, by, until, posts } = exception
  const mask = new Mask(result, redact)
  const words = (text: string | undefined) => (text === undefined ? undefined : mask.words(text))
  return {
    file: result.source.path,
    line,
    rule,
    by,
    reason: words(reason),
    match: match !== undefined && redact ? '•'.repeat(match.length) : match,
    until,
    since,
    days: since && daysBetween(since, today),
    posts: posts.map(({ index }) => index),
    status,
    fault,
  }
}

const daysBetween = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)

function textOf(rows: readonly Row[], looked: string, chalk: ChalkInstance): string {
  const blocks = rows.map((row) => blockOf(row, chalk).join('\n'))
  const open = rows.filter(({ until, status }) => status === 'holds' && until === undefined).length
  const over = rows.filter(({ status }) => status !== 'holds').length
  const tally = [
    `${counted(rows.length, 'exception')} in ${looked}`,
    ...(open > 0 ? [`${open} without an end`] : []),
    ...(over > 0 ? [`${over} ended or invalid`] : []),
  ]
  return `${[...blocks, `${tally.join('; ')}.`].join('\n\n')}\n`
}

function blockOf(row: Row, chalk: ChalkInstance): string[] {
  const state = row.status === 'holds' ? chalk.green('holds') : chalk.red(row.status)
  const until = row.until ? `until ${visible(row.until)}` : 'without an end'
  const age = row.since === undefined ? '' : `, since ${row.since} (${counted(row.days as number, 'day')})`
  const posts = row.posts.length > 1 ? `, for ${row.posts.length} posts` : ''
  return [
    `${chalk.underline(visible(`${row.file}:${row.line}`))}  ${chalk.bold(visible(row.rule || '(no rule)'))}  ${state}`,
    `  allowed by ${visible(row.by ?? 'nobody')}, ${until}${age}${posts}`,
    ...(row.match ? [`  only “${visible(row.match)}”`] : []),
    `  reason: ${visible(row.reason ?? 'none given')}`,
    ...(row.fault ? [`  ${chalk.red(`it ${row.fault}`)}`] : []),
  ]
}
