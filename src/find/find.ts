import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../errors.js'
import { globMatcher, isGlob } from '../glob.js'
import type { Skipped } from '../report.js'
import { GitIgnore } from './git-ignore.js'
import { isDraftName, isRulePack, neverDraft } from './never.js'

/** A file to lint. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string
  /** As reports show it: relative to the working directory, with `/`. */
  readonly path: string
  /** Named on the command line, not found by a glob. */
  readonly named: boolean
}

export interface Found {
  /** Each file once, sorted by its path. */
  readonly files: readonly FoundFile[]
  readonly skipped: readonly Skipped[]
}

/** Where to look, and what a project says of its drafts. */
export interface FindOptions {
  readonly cwd: string
  /** What `drafts` and `ignore` are relative to: the config's folder, else the working directory. */
  readonly folder: string
  readonly drafts?: readonly string[]
  readonly ignore?: readonly string[]
  /** Absolute paths of the config and the registers. */
  readonly ownFiles?: readonly string[]
  /** Absolute paths of folders with rules of the user's own. */
  readonly packs?: readonly string[]
}

const anyDraft = '**/*.{md,markdown,yml,yaml}'

/**
 * Finds the drafts that paths and globs mean; without any, those of the project.
 *
 * @throws UserError for a path that is not there and for a glob that matches nothing.
 */
export async function findDrafts(args: readonly string[], options: FindOptions): Promise<Found> {
  const candidates = args.length > 0 ? await named(args, options) : await project(options)
  return sift(candidates, options)
}

/** Keeps, of files found elsewhere (an index, a diff), those that are drafts of the project. */
export function siftDrafts(files: readonly string[], options: FindOptions): Found {
  return sift(
    files.filter(isDraftName).map((file) => ({ file, named: false, base: options.folder })),
    options,
  )
}

interface Candidate {
  readonly file: string
  readonly named: boolean
  /** The folder the search started from: what lies above it is no reason to skip. */
  readonly base: string
}

async function named(args: readonly string[], options: FindOptions): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const arg of args) found.push(...(await meant(arg, options)))
  return found
}

/** What exists is a path, also with glob characters in it; anything else is a glob. */
async function meant(arg: string, options: FindOptions): Promise<Candidate[]> {
  const file = path.resolve(options.cwd, arg)
  if (existsSync(file))
    return statSync(file).isDirectory()
      ? within(file, [anyDraft], options)
      : [{ file, named: true, base: baseOf(file, options) }]
  const globs = isGlob(arg) ? await within(options.cwd, [slashed(arg)], options) : []
  if (globs.length === 0)
    throw new UserError(`${arg}: ${isGlob(arg) ? 'no file matches' : 'there is no such file or folder'}.`)
  return globs
}

const project = ({ folder, drafts, ...rest }: FindOptions): Promise<Candidate[]> =>
  within(folder, drafts ? drafts.map((glob) => wholeFolder(glob, folder)) : [anyDraft], { folder, ...rest })

/** `drafts` in a config may name a folder. */
const wholeFolder = (glob: string, folder: string): string =>
  !isGlob(glob) && statSync(path.join(folder, glob), { throwIfNoEntry: false })?.isDirectory()
    ? `${glob.replace(/\/+$/, '')}/${anyDraft}`
    : glob

/**
 * Globs a folder. Links to folders are not followed, so that a loop is harmless; links to files are.
 * Ignored by git is as if not there.
 */
async function within(folder: string, globs: readonly string[], options: FindOptions): Promise<Candidate[]> {
  const { default: glob } = await import('fast-glob')
  const entries = await glob([...globs], {
    cwd: folder,
    absolute: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    caseSensitiveMatch: false,
    ignore: ['**/node_modules/**'],
  })
  const gitIgnore = new GitIgnore(folder)
  return entries
    .filter(({ dirent, path: file }) => dirent.isFile() || (dirent.isSymbolicLink() && isFile(file)))
    .map((entry) => path.normalize(entry.path))
    .filter((file) => !gitIgnore.ignores(file))
    .map((file) => ({ file, named: false, base: baseOf(path.join(folder, 'x'), options) }))
}

function sift(candidates: readonly Candidate[], options: FindOptions): Found {
  const files = new Map<string, FoundFile>()
  const skipped = new Map<string, Skipped>()
  const reasonFor = judge(options)
  for (const candidate of candidates) {
    const shown = slashed(path.relative(options.cwd, candidate.file)) || slashed(candidate.file)
    const reason = reasonFor(candidate)
    const key = realPath(candidate.file)
    if (reason !== undefined) skipped.set(shown, { file: shown, reason })
    else if (!files.has(key) || candidate.named)
      files.set(key, { file: candidate.file, path: shown, named: candidate.named })
  }
  return {
    files: [...files.values()].sort(byPath),
    skipped: [...skipped.values()].sort((a, b) => compare(a.file, b.file)),
  }
}

/** Why a file is skipped, undefined for one to lint. */
function judge({
  folder,
  drafts,
  ignore = [],
  ownFiles = [],
  packs = [],
}: FindOptions): (candidate: Candidate) => string | undefined {
  const isDraft = drafts ? globMatcher(drafts) : () => true
  const isIgnored = globMatcher(ignore)
  return ({ file, base }) => {
    const inProject = slashed(path.relative(folder, file))
    const isOutside = inProject.startsWith('../') || path.isAbsolute(inProject)
    if (ownFiles.includes(file)) return 'the configuration or a register of medlint'
    const never = neverDraft(slashed(path.relative(base, file)))
    if (never) return never
    if (!isOutside && isIgnored(inProject)) return 'in `ignore` of the configuration'
    if (drafts && (isOutside || !isDraft(inProject))) return 'outside `drafts` of the configuration'
    if ([inProject, ...inPacks(file, packs)].some((name) => isRulePack(name, headOf(file, name))))
      return 'a rule of medlint'
    return undefined
  }
}

/** What a file is called in the packs that it lies in, as if they were folders `rules`. */
const inPacks = (file: string, packs: readonly string[]): string[] =>
  packs.filter((pack) => isInside(pack, file)).map((pack) => `rules/${slashed(path.relative(pack, file))}`)

/** The start of a file that may be a rule: a rule's keys stand in its first lines. */
function headOf(file: string, inProject: string): string {
  if (!/(^|\/)rules\//.test(inProject)) return ''
  try {
    const handle = openSync(file, 'r')
    const buffer = Buffer.alloc(16_384)
    const length = readSync(handle, buffer, 0, buffer.length, 0)
    closeSync(handle)
    return buffer.toString('utf8', 0, length)
  } catch {
    return ''
  }
}

const baseOf = (file: string, { folder, cwd }: FindOptions): string =>
  [folder, cwd].find((base) => isInside(base, file)) ?? path.dirname(file)

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return !relative.startsWith('..') && !path.isAbsolute(relative)
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

const slashed = (file: string): string => file.split(path.sep).join('/')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byPath = (a: FoundFile, b: FoundFile): number => compare(a.path, b.path)
