import { type Command, InvalidArgumentError, Option } from 'commander'
import { UserError } from '../errors.js'
import type { InputFlags } from '../run/inputs.js'
import type { RunFlags } from '../run/session.js'

/** What every command that loads a config takes. */
export type ConfigFlags = RunFlags

/** What `medlint lint` takes beside them. */
export interface LintFlags extends RunFlags, InputFlags {
  readonly format: readonly string[]
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly exitZero?: boolean
  readonly redact?: boolean
  readonly timing?: boolean
  readonly printConfig?: string
  readonly fix?: boolean
  readonly unsafeFixes?: boolean
  readonly fixDryRun?: boolean
}

/** A flag that may stand several times. */
const repeatable = (flags: string, description: string): Option =>
  new Option(flags, `${description} (repeatable)`)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'none')

/** Whether any of the flags that fix is there. */
export const wantsFixes = ({ fix, unsafeFixes, fixDryRun }: LintFlags): boolean =>
  Boolean(fix || unsafeFixes || fixDryRun)

/** Refuses to fix what no file stands for. */
export function checkFixFlags(flags: LintFlags): void {
  if (wantsFixes(flags) && flags.staged && !flags.fixDryRun)
    throw new UserError('--staged only reads what is staged: fix the files without it, then stage them again.')
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It takes a number, from 0.')
  return Number(value)
}

/** Adds the flags that choose and set rules. */
export function addConfigFlags(command: Command): Command {
  return command
    .option('-c, --config <file>', 'this config, in place of the nearest one upward')
    .option('--preset <name>', 'recommended, strict, hospital, pharma or supplements, in place of those of the config')
    .addOption(repeatable('--rule <id=severity>', 'sets a rule or family: error, warning, info or off'))
    .addOption(repeatable('--only <family|id>', 'runs these rules only'))
    .option('--now <date>', 'the day to take for today, such as 2026-03-31')
    .option('--no-plugins', 'runs no code of the project: no plugins, no JavaScript config')
}

/** Adds the flags of `medlint lint`. */
export function addLintFlags(command: Command): Command {
  return addConfigFlags(command)
    .option('--fix', 'applies safe fixes: same claim, person, disclosure and grammar')
    .option('--unsafe-fixes', 'applies suggestions, too, which change what a post says')
    .option('--fix-dry-run', 'prints what --fix would change (with --unsafe-fixes: what that would) and writes nothing')
    .addOption(repeatable('--format <name[:file]>', 'pretty, json, compact or github; with a file, written there'))
    .addOption(new Option('--staged', 'lints what is staged in git, as it is staged').conflicts(['since', 'stdin']))
    .addOption(new Option('--since <ref>', 'lints what has changed since a git ref').conflicts('stdin'))
    .option('--stdin', 'lints standard input; so does -')
    .option('--stdin-filename <file>', 'what to call it; the ending tells Markdown from YAML')
    .option('--max-warnings <n>', 'fails when there are more warnings', wholeNumber)
    .option('--quiet', 'reports errors only')
    .option('--exit-zero', 'ends with 0 whatever is found')
    .option('--pass-on-no-files', 'ends with 0 when there is nothing to lint')
    .option('--redact', 'masks what identifies a person (unless the output is a terminal, this is so)')
    .option('--no-redact', 'shows it')
    .option('--timing', 'says on stderr how long each phase took')
    .option('--print-config <file>', 'prints the settings for a file, and where each comes from')
}
