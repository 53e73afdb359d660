import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { UserError } from './errors.js'

const run = promisify(execFile)

/** Reads a repository through the `git` on the path; never writes to it. */
export class Git {
  readonly #cwd: string
  /** Root of the working tree, absolute, with `/`. */
  readonly root: string

  private constructor(cwd: string, root: string) {
    this.#cwd = cwd
    this.root = root
  }

  /** The repository around a folder, a linked worktree too; a UserError where there is none. */
  static async open(cwd: string): Promise<Git> {
    const root = await git(cwd, ['rev-parse', '--show-toplevel'])
    return new Git(cwd, root.toString('utf8').replace(/\r?\n$/, ''))
  }

  /** Files whose content in the index differs from HEAD: added, changed, renamed (by the new name). */
  staged(): Promise<string[]> {
    return this.#changed(['--cached'])
  }

  /** Files of the working tree that differ from where this branch left `ref`, untracked ones included. */
  async since(ref: string): Promise<string[]> {
    const base = (await this.#git(['merge-base', '--end-of-options', ref, 'HEAD'])).toString('utf8').trim()
    const untracked = await this.#git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'])
    return [...new Set([...(await this.#changed([base])), ...paths(untracked)])].sort()
  }

  /** The bytes that a commit made now would hold; `path` is relative to the root. */
  stagedBytes(path: string): Promise<Buffer> {
    return this.#git(['cat-file', 'blob', `:0:${path}`])
  }

  /** The day on which a line (from 1) got what it has now, `YYYY-MM-DD`; undefined where git does not know it. */
  async dayOfLine(file: string, line: number): Promise<string | undefined> {
    const args = ['blame', '--porcelain', '-L', `${line},${line}`, '--', file]
    const out = await this.#git(args).catch(() => undefined)
    const [commit, ...lines] = out?.toString('utf8').split('\n') ?? []
    const time = lines.find((one) => one.startsWith('author-time '))?.slice('author-time '.length)
    if (!commit || !time || /^0{40}/.test(commit)) return undefined
    return new Date(Number(time) * 1000).toISOString().slice(0, 10)
  }

  async #changed(what: readonly string[]): Promise<string[]> {
    const options = ['--raw', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=all', '--no-abbrev']
    const out = await this.#git(['diff', ...options, '--diff-filter=ACMT', ...what, '--'], { atRoot: true })
    return filesOf(out)
  }

  #git(args: readonly string[], { atRoot = false } = {}): Promise<Buffer> {
    return git(atRoot ? this.root : this.#cwd, args)
  }
}

async function git(cwd: string, args: readonly string[]): Promise<Buffer> {
  // The optional lock is for refreshing the index, which a reader has no need of; a hook's own locale must not change what git prints.
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  try {
    const { stdout } = await run('git', [...args], { cwd, env, encoding: 'buffer', maxBuffer: 1 << 30 })
    return stdout
  } catch (error) {
    throw new UserError(reasonOf(error as NodeJS.ErrnoException & { stderr?: Buffer }))
  }
}

function reasonOf(error: NodeJS.ErrnoException & { stderr?: Buffer }): string {
  if (error.code === 'ENOENT') return 'git is not installed, or not on the PATH.'
  const said = error.stderr
    ?.toString('utf8')
    .split('\n')[0]
    ?.replace(/^(fatal|error): /, '')
  return said ? `git: ${said}` : `git failed: ${error.message.split('\n')[0]}`
}

const paths = (out: Buffer): string[] => out.toString('utf8').split('\0').filter(Boolean)

/** Plain files among the pairs of record and path; symbolic links (120000) and submodules (160000) have no text of their own. */
function filesOf(out: Buffer): string[] {
  const parts = paths(out)
  const files: string[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const mode = parts[at]!.split(' ')[1]
    if (mode?.startsWith('100')) files.push(parts[at + 1]!)
  }
  return files
}
