import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseDocument, stringify } from 'yaml'
import { UserError } from '../errors.js'
import { counted } from '../formatters/summary.js'
import { gather } from '../run/inputs.js'
import { type Learnable, type Learned, learn } from '../run/learn.js'
import { openSession } from '../run/session.js'
import type { InitFlags } from './init.js'
import { type Io, write } from './io.js'
import { Questions } from './questions.js'

const lists: readonly Learnable[] = ['phones', 'domains', 'addresses', 'staff']

/** `medlint init --learn FOLDER`: prints what recurs in drafts and seems to be the organization's own, and writes it into the config when told to. */
export async function learnFrom(folder: string, flags: InitFlags, io: Io): Promise<number> {
  const session = await openSession({ plugins: false }, io.cwd())
  const { inputs } = await gather([folder], {}, session, io)
  const learned = await learn(inputs, session)
  const looked = counted(inputs.length, 'file')
  if (learned.length === 0) {
    await write(io.stdout, `# Nothing new recurs in three or more posts of ${looked}.\n`)
    return 0
  }
  await write(
    io.stdout,
    `# Recurs in three or more posts of ${looked}. Look at each before you adopt it.\n${yamlOf(learned)}`,
  )
  const file = session.config.file ?? path.resolve(io.cwd(), '.medlintrc.yml')
  if (await isWanted(flags, file, io)) {
    await adopt(learned, file)
    await write(io.stderr, `medlint: added to ${path.relative(io.cwd(), file)}.\n`)
  }
  return 0
}

async function isWanted(flags: InitFlags, file: string, io: Io): Promise<boolean> {
  if (flags.yes) return true
  if (io.stdin.isTTY !== true) return false
  const questions = new Questions(io, false)
  const answer = await questions.confirm(`Add all of it to ${path.relative(io.cwd(), file)}?`, false)
  await questions.close()
  return answer
}

const of = (learned: readonly Learned[], list: Learnable) => learned.filter((one) => one.list === list)

function yamlOf(learned: readonly Learned[]): string {
  const entries = lists.flatMap((list) => {
    const own = of(learned, list).map(({ value, posts }) => `    - ${scalar(value)}  # in ${counted(posts, 'post')}`)
    return own.length > 0 ? [`  ${list}:`, ...own] : []
  })
  return `organization:\n${entries.join('\n')}\n`
}

const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd()

/** Adds to the lists that are there; comments and all else stay as they are. */
async function adopt(learned: readonly Learned[], file: string): Promise<void> {
  if (!/\.ya?ml$/.test(file)) throw new UserError(`${path.basename(file)} is no YAML: add it there by hand.`)
  const document = parseDocument(await readFile(file, 'utf8').catch(() => ''))
  for (const list of lists) {
    const own = of(learned, list).map(({ value }) => value)
    if (own.length === 0) continue
    const before = (document.toJS() as { organization?: Partial<Record<Learnable, string[]>> } | null)?.organization
    document.setIn(['organization', list], document.createNode([...(before?.[list] ?? []), ...own]))
  }
  await writeFile(file, document.toString({ lineWidth: 0 }))
}
