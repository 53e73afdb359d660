import { Command, CommanderError } from 'commander'
import { UserError } from '../errors.js'
import type { ExceptionsFlags } from './exceptions.js'
import type { ExplainFlags } from './explain.js'
import { addConfigFlags, addLintFlags, type ConfigFlags, type LintFlags } from './flags.js'
import type { InitFlags } from './init.js'
import { type Io, write } from './io.js'
import type { ReplyFlags } from './reply.js'
import { version } from './version.js'

export { importWith } from '../config/import-module.js'

/** Runs the command line. Exit codes: 0 clean, 1 errors found, 2 we could not do what was asked. Never throws, never exits. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const run = new Run(io)
  try {
    await run.program.parseAsync([...argv], { from: 'user' })
    return run.exitCode
  } catch (error) {
    return await fail(error, io)
  } finally {
    await run.flush()
  }
}

/** Expected failures are a sentence; anything else is a defect of ours, whose text may hold words of a draft and stays in. */
async function fail(error: unknown, io: Io): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isDebug = io.env.MEDLINT_DEBUG !== undefined && io.env.MEDLINT_DEBUG !== ''
  if (error instanceof UserError) await write(io.stderr, `medlint: ${error.message}\n`)
  else
    await write(
      io.stderr,
      `medlint: an internal error (${error instanceof Error ? error.name : typeof error}). This is a defect of medlint; MEDLINT_DEBUG=1 shows where.\n`,
    )
  if (isDebug && error instanceof Error) await write(io.stderr, framesOf(error))
  return 2
}

/** Where an error was thrown; its own words may be a draft's. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => `${line}\n`)
    .join('')

/** The commands, and what one run of them says and ends with. */
class Run {
  exitCode = 0
  readonly program: Command
  readonly #io: Io
  #out = ''
  #err = ''

  constructor(io: Io) {
    this.#io = io
    this.program = new Command('medlint')
      .description(
        'Lints drafts of health-care social-media posts for HIPAA, FDA and FTC problems before they go live.',
      )
      .version(version, '-V, --version')
      .exitOverride()
      .configureOutput({
        writeOut: (text) => {
          this.#out += text
        },
        writeErr: (text) => {
          this.#err += text
        },
        outputError: (text, keep) => keep(text.replace(/^error: /, 'medlint: ')),
      })
    this.#addCommands()
  }

  /** Prints what commander had to say: help to stdout, complaints to stderr. */
  async flush(): Promise<void> {
    if (this.#out) await write(this.#io.stdout, this.#out)
    if (this.#err) await write(this.#io.stderr, this.#err)
  }

  #addCommands(): void {
    const { program } = this
    const io = this.#io
    const ends = async (code: Promise<number>): Promise<void> => {
      this.exitCode = await code
    }
    const lint = addLintFlags(
      program
        .command('lint [paths...]', { isDefault: true })
        .description('lints drafts (what medlint does without a command)'),
    )
    lint.action((paths: string[], flags: LintFlags) => ends(lintOrPrint(paths, flags, io)))
    addConfigFlags(
      program
        .command('rules')
        .description('lists the rules in force, their severity, and where each setting comes from'),
    )
      .option('--json', 'as JSON')
      .action((flags: ConfigFlags & { json?: boolean }) =>
        ends(import('./rules.js').then(({ rules }) => rules(flags, io))),
      )
    addConfigFlags(
      program.command('explain <id>').description('says what a rule looks for, why, and what to write instead'),
    )
      .option('--file <file>', 'says what it saw in this draft, and why that is reported or not')
      .option('--redact', 'masks what identifies a person')
      .option('--no-redact', 'shows it')
      .action((id: string, flags: ExplainFlags) =>
        ends(import('./explain.js').then(({ explain }) => explain(id, flags, io))),
      )
    program
      .command('test [folder]')
      .description('runs the examples of the built-in rules, or of a folder of rules')
      .option('-c, --config <file>', 'this config, whose plugins bring detectors, in place of the nearest one upward')
      .option('--no-plugins', 'runs no code of the project: no plugins, no JavaScript config')
      .action((folder: string | undefined, flags: ConfigFlags) =>
        ends(import('./test.js').then(({ test }) => test(folder, flags, io))),
      )
    addConfigFlags(program.command('show <file>').description('shows the posts of a draft as medlint reads them'))
      .option('--redact', 'masks what identifies a person')
      .option('--no-redact', 'shows it')
      .action((file: string, flags: ConfigFlags & { redact?: boolean }) =>
        ends(import('./show.js').then(({ show }) => show(file, flags, io))),
      )
    addConfigFlags(
      program
        .command('reply')
        .description(
          'judges a reply to a review (on standard input: the review, a line of ---, the reply) and gives a neutral one',
        ),
    )
      .option('--in-reply-to <file|text>', 'the review; standard input then holds the reply alone')
      .option('--redact', 'masks what identifies a person')
      .option('--no-redact', 'shows it')
      .action((flags: ReplyFlags) => ends(import('./reply.js').then(({ reply }) => reply(flags, io))))
    addConfigFlags(
      program
        .command('exceptions [paths...]')
        .description('lists what drafts except from rules, who allows it, why, and until when'),
    )
      .option('--format <name>', 'pretty or json', 'pretty')
      .option('--redact', 'masks what identifies a person')
      .option('--no-redact', 'shows it')
      .action((paths: string[], flags: ExceptionsFlags) =>
        ends(import('./exceptions.js').then(({ exceptions }) => exceptions(paths, flags, io))),
      )
    program
      .command('init')
      .description('sets a project up: config, consent register, sample draft, pre-commit hook, CI job')
      .option('--yes', 'asks nothing')
      .option('--learn <folder>', "finds in drafts what is the organization's own, for the config")
      .action((flags: InitFlags) => ends(initOrLearn(flags, io)))
    const consents = program.command('consents').description('where consents are used, and which end')
    addConfigFlags(
      consents.command('expiring').description('consents that end soon, or before a post that rests on them goes live'),
    )
      .option('--within <time>', 'how soon: 30d, 6w, 3m, 1y', '30d')
      .action((flags: ConfigFlags & { within: string }) =>
        ends(import('./consents-expiring.js').then(({ consentsExpiring }) => consentsExpiring(flags, io))),
      )
    addConfigFlags(
      consents.command('used <id>').description('every draft, media file and address that rests on a consent'),
    ).action((id: string, flags: ConfigFlags) =>
      ends(import('./consents-used.js').then(({ consentsUsed }) => consentsUsed(id, flags, io))),
    )
    program.addHelpText(
      'after',
      () =>
        `\n${lint.helpInformation().slice(lint.helpInformation().indexOf('Options:')).replace('Options:', 'Options of lint:')}`,
    )
  }
}

async function initOrLearn(flags: InitFlags, io: Io): Promise<number> {
  if (flags.learn === undefined) return (await import('./init.js')).init(flags, io)
  return (await import('./init-learn.js')).learnFrom(flags.learn, flags, io)
}

async function lintOrPrint(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  if (flags.printConfig !== undefined) {
    const { printConfig } = await import('./print-config.js')
    return printConfig(flags.printConfig, flags, io)
  }
  const { lint } = await import('./lint.js')
  return lint(paths, flags, io)
}

/** Uses what most runs use, once, so that V8's code cache holds it whatever the first run was: both readers, every rule, the usual formats. */
export async function warmUp(): Promise<void> {
  const { warmUp: lintSamples } = await import('./warm-up.js')
  await lintSamples()
}
