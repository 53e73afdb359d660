import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { notAState, stateCode } from '../config/jurisdictions.js'
import { UserError } from '../errors.js'
import { openSession } from '../run/session.js'
import { nearest } from '../schema.js'
import {
  configText,
  consentsText,
  draftText,
  githubText,
  gitlabText,
  hookText,
  kinds,
  type ProjectAnswers,
} from './init-files.js'
import { type Io, write } from './io.js'
import { Questions } from './questions.js'

export interface InitFlags {
  /** Asks nothing. */
  readonly yes?: boolean
  /** A folder or file to learn from. */
  readonly learn?: string
}

/** `medlint init`: sets a project up with a config, a consent register, a sample draft, the hook and a CI job. Never writes over a file. */
export async function init(flags: InitFlags, io: Io): Promise<number> {
  if (!flags.yes && io.stdin.isTTY !== true)
    throw new UserError('medlint init asks on a terminal; --yes takes the defaults.')
  const questions = new Questions(io, flags.yes ?? false)
  const answers = await askFor(questions)
  await questions.close()
  const { config } = await openSession({ plugins: false }, io.cwd())
  const files: readonly (readonly [name: string, text: string])[] = [
    ...(config.file ? [] : ([['.medlintrc.yml', configText(answers)]] as const)),
    ['consents.yml', consentsText],
    ['drafts/welcome.md', draftText],
    ['.pre-commit-config.yaml', `repos:\n${hookText}`],
    existsSync(path.resolve(io.cwd(), '.gitlab-ci.yml'))
      ? ['.gitlab-ci.yml', gitlabText]
      : ['.github/workflows/medlint.yml', githubText],
  ]
  const lines = config.file ? [`kept   ${path.relative(io.cwd(), config.file)}`] : []
  for (const [name, text] of files) lines.push(await create(name, text, io.cwd()))
  await write(io.stdout, `${lines.join('\n')}\n\nNow run \`medlint\`. \`pre-commit install\` turns the hook on.\n`)
  return 0
}

async function askFor(questions: Questions): Promise<ProjectAnswers> {
  const name = await questions.ask('What is the organization called?', '')
  const kind = (await questions.ask(`What is it? ${kinds.join(', ')}`, '')).toLowerCase()
  if (kind !== '' && !kinds.includes(kind)) throw new UserError(`\`${kind}\` is none of these.${nearest(kind, kinds)}`)
  const states = await questions.ask('In which states, such as TX CA?', '')
  return { name, kind, states: stateCodes(states) }
}

/** `TX CA`, `Texas, New York`: as the config has them. */
function stateCodes(answer: string): string[] {
  const parts = answer.split(/[,;]|\band\b/).map((part) => part.trim())
  const words = parts.flatMap((part) => (stateCode(part) === undefined ? part.split(/\s+/) : [part]))
  return words
    .filter((word) => word !== '')
    .map((word) => {
      const code = stateCode(word)
      if (code === undefined) throw new UserError(notAState(word))
      return code
    })
}

/** What belongs into a file that is there already is printed instead. */
const printed: Readonly<Record<string, string>> = {
  '.pre-commit-config.yaml': hookText,
  '.gitlab-ci.yml': gitlabText,
}

async function create(name: string, text: string, cwd: string): Promise<string> {
  const file = path.resolve(cwd, name)
  const entry = printed[name]
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
    return `wrote  ${name}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new UserError(`${name} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    return entry === undefined ? `kept   ${name}` : `kept   ${name}; to add:\n\n${entry}`
  }
}
