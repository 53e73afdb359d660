import path from 'node:path'
import { Chalk } from 'chalk'
import { settingsGiven } from '../config/given.js'
import { loadConfig } from '../config/load.js'
import { type ExampleResult, runExamples } from '../examples.js'
import { counted } from '../formatters/summary.js'
import { documentedRules } from '../rulebook/builtin.js'
import { loadPack } from '../rulebook/load.js'
import type { RunFlags } from '../run/session.js'
import { lexiconsOf, pluginsOf } from '../run/user-rules.js'
import type { Span } from '../source.js'
import { shadowingNames } from '../text/shadowing-names.js'
import { type Io, wantsColor, write } from './io.js'

/**
 * `medlint test [FOLDER]`: runs the examples of a folder of rules, which may name detectors of the project's plugins, or of the built-in rules. Ends with 1 where one
 * goes wrong.
 */
export async function test(
  folder: string | undefined,
  flags: Pick<RunFlags, 'config' | 'plugins'>,
  io: Io,
): Promise<number> {
  const { rules, ...own } =
    folder === undefined ? { rules: documentedRules() } : await packAt(path.resolve(io.cwd(), folder), flags, io)
  if (rules.length === 0) {
    await write(io.stderr, `medlint: no rule in ${folder}; a rule is <family>/<name>.yml.\n`)
    return 2
  }
  const results = rules.flatMap((rule) => runExamples(rule, (given) => ({ ...settingsGiven(given), ...own })))
  const wrong = results.filter(({ group, verdict }) => group !== 'todo' && verdict !== 'right')
  const solved = results.filter(({ group, verdict }) => group === 'todo' && verdict === 'right')
  const shadowing = folder === undefined ? shadowingNames() : []
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const lines = [
    ...wrong.map((result) => `${chalk.red(result.verdict)}  ${told(result)}`),
    ...solved.map((result) => `${chalk.yellow('works now')}  ${told(result)}`),
    ...shadowing.map(
      ({ brand, name }) =>
        `${chalk.red('shadows')}  \`${name}\` of ${brand} is an everyday word: give it \`common_word: true\`.`,
    ),
    tally(results, wrong.length, counted(rules.length, 'rule')),
  ]
  await write(io.stdout, `${lines.join('\n')}\n`)
  return wrong.length > 0 || shadowing.length > 0 ? 1 : 0
}

/** A folder of rules, with its lexicons and the detectors that the plugins of the project around the working directory bring. */
async function packAt(folder: string, { config: file, plugins }: Pick<RunFlags, 'config' | 'plugins'>, io: Io) {
  const { detectors } =
    plugins === false ? { detectors: [] } : await pluginsOf(await loadConfig({ cwd: io.cwd(), file, goOn: true }))
  const lexicons = await lexiconsOf([folder])
  return { rules: loadPack(folder, { detectors, lexicons }), detectors, lexicons }
}

function tally(results: readonly ExampleResult[], wrong: number, rules: string): string {
  const todo = results.filter(({ group }) => group === 'todo').length
  return `${rules}: ${results.length - todo - wrong} examples right, ${wrong} wrong, ${todo} known misses.`
}

/** Which example, with what was expected and what was found marked in it. */
function told({ rule, group, index, draft, expected, found }: ExampleResult): string {
  return [
    `${rule}  ${group} example ${index + 1}`,
    `  expected  ${marked(draft, expected)}`,
    `  found     ${marked(draft, found)}`,
  ].join('\n')
}

function marked(text: string, spans: readonly Span[]): string {
  const latestFirst = [...spans].sort((a, b) => b.start - a.start)
  const shown = latestFirst.reduce(
    (now, { start, end }) => `${now.slice(0, start)}[[${now.slice(start, end)}]]${now.slice(end)}`,
    text,
  )
  return shown.trim().replace(/\n/g, '⏎')
}
