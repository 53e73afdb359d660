import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { decode } from '../draft/decode.js'
import { UserError } from '../errors.js'
import { type FindOptions, type Found, findDrafts, siftDrafts } from '../find/find.js'
import type { Skipped } from '../report.js'
import type { Session } from './session.js'

/** A draft to lint, not read yet. */
export interface Input {
  /** Absolute; for `overrides`. */
  readonly file: string
  /** As reports show it. */
  readonly path: string
  readonly named: boolean
  readonly isStdin?: boolean
  /** Rejects where the file cannot be read. */
  bytes(): Promise<Uint8Array>
}

/** Where drafts come from, beside the paths. */
export interface InputFlags {
  readonly staged?: boolean
  readonly since?: string
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly passOnNoFiles?: boolean
}

/** Where a run stands: its folder, and its standard input. */
export interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array | string>
  cwd(): string
}

export interface Inputs {
  readonly inputs: readonly Input[]
  readonly skipped: readonly Skipped[]
  /** Where the drafts were looked for, for the line that says there were none: `no staged drafts`. */
  readonly nothing: string
  /** All drafts of a folder or project, so that rules may compare them; not those that somebody named, staged or changed. */
  readonly isWhole: boolean
  /** Nothing to lint is no failure here. */
  readonly mayBeEmpty: boolean
}

/** Gathers what is to be linted: standard input, what git says, or the paths. */
export async function gather(
  paths: readonly string[],
  flags: InputFlags,
  session: Session,
  io: Surroundings,
): Promise<Inputs> {
  if (flags.stdin || paths.includes('-')) return fromStdin(paths, flags, io)
  const options = findOptions(session, io.cwd())
  if (flags.staged) return fromStaged(paths, options)
  if (flags.since !== undefined) return fromSince(flags.since, paths, options)
  const nothing = paths.length > 0 ? `no draft to lint in ${paths.join(', ')}` : 'no draft to lint'
  const found = fromDisk(await findDrafts(paths, options))
  const isWhole = found.inputs.some(({ named }) => !named)
  return { ...found, nothing, isWhole, mayBeEmpty: flags.passOnNoFiles ?? false }
}

const findOptions = ({ config }: Session, cwd: string): FindOptions => ({
  cwd,
  folder: config.folder,
  ignore: config.ignore,
  ownFiles: config.ownFiles,
  packs: config.packs,
  ...(config.drafts && { drafts: config.drafts }),
})

const fromDisk = ({ files, skipped }: Found): Pick<Inputs, 'inputs' | 'skipped'> => ({
  inputs: files.map((found) => ({ ...found, bytes: () => readFile(found.file) })),
  skipped,
})

async function fromStdin(paths: readonly string[], { stdinFilename }: InputFlags, io: Surroundings): Promise<Inputs> {
  const others = paths.filter((one) => one !== '-')
  if (others.length > 0) throw new UserError(`standard input is linted alone, without ${others.join(', ')}.`)
  const shown =
    stdinFilename === undefined ? '<stdin>' : slashed(path.relative(io.cwd(), path.resolve(io.cwd(), stdinFilename)))
  let read: Promise<Uint8Array> | undefined
  const input: Input = {
    file: path.resolve(io.cwd(), stdinFilename ?? 'stdin'),
    path: shown,
    named: true,
    isStdin: true,
    bytes: () => {
      read ??= drain(io)
      return read
    },
  }
  return { inputs: [input], skipped: [], nothing: '', isWhole: false, mayBeEmpty: false }
}

async function drain({ stdin }: Surroundings): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

async function fromStaged(paths: readonly string[], options: FindOptions): Promise<Inputs> {
  const { Git } = await import('../git.js')
  const git = await Git.open(options.cwd)
  const staged = new Map((await git.staged()).map((name) => [path.resolve(git.root, name), name]))
  const { files, skipped } = siftDrafts(below(paths, [...staged.keys()], options.cwd), options)
  const inputs = files.map((found) => ({ ...found, bytes: () => git.stagedBytes(staged.get(found.file)!) }))
  return { inputs, skipped, nothing: 'no staged draft to lint', isWhole: false, mayBeEmpty: true }
}

async function fromSince(ref: string, paths: readonly string[], options: FindOptions): Promise<Inputs> {
  const { Git } = await import('../git.js')
  const git = await Git.open(options.cwd)
  const changed = (await git.since(ref)).map((name) => path.resolve(git.root, name))
  const found = siftDrafts(below(paths, changed, options.cwd), options)
  return { ...fromDisk(found), nothing: `no draft has changed since ${ref}`, isWhole: false, mayBeEmpty: true }
}

/** Of files, those that are one of the paths or lie in one; all, if there are no paths. */
function below(paths: readonly string[], files: readonly string[], cwd: string): string[] {
  const roots = paths.map((one) => path.resolve(cwd, one))
  return files.filter(
    (file) => roots.length === 0 || roots.some((root) => file === root || file.startsWith(root + path.sep)),
  )
}

/** Reads one draft for a command that looks at a single file. */
export async function readOne(file: string, cwd: string) {
  const shown = slashed(path.relative(cwd, path.resolve(cwd, file)))
  const bytes = await readFile(path.resolve(cwd, file)).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${file}: ${error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error)}.`)
  })
  const decoded = decode(bytes)
  if ('problem' in decoded) throw new UserError(`${file}: ${decoded.problem.detail}.`)
  return { path: shown, text: decoded.text, named: true }
}

/** Why a file cannot be read, as the start of a sentence. */
export function reasonOf(error: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'Permission denied',
    EPERM: 'Permission denied',
    EISDIR: 'It is a folder',
    ENOENT: 'It is gone',
    ELOOP: 'It is a link that leads back to itself',
  }
  return reasons[error.code ?? ''] ?? `It cannot be read (${error.code ?? error.name})`
}

const slashed = (file: string): string => file.split(path.sep).join('/')
