import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** Answers from the `.gitignore` files between a repository's root and a file, the nearest one last, as git does. Paths are absolute. */
export class GitIgnore {
  readonly #root: string
  readonly #rules = new Map<string, Ignore | undefined>()
  readonly #folders = new Map<string, boolean>()

  /** @param folder where the search for drafts starts; the repository around it counts, and where there is none, the folder itself. */
  constructor(folder: string) {
    this.#root = repositoryRoot(folder) ?? folder
  }

  ignores(file: string): boolean {
    if (isOutside(path.relative(this.#root, file))) return false
    return this.#ignoresFolder(path.dirname(file)) || this.#decides(file, false)
  }

  /** What lies in an ignored folder stays ignored, whatever a `.gitignore` inside says. */
  #ignoresFolder(folder: string): boolean {
    if (folder === this.#root || isOutside(path.relative(this.#root, folder))) return false
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const answer = this.#ignoresFolder(path.dirname(folder)) || this.#decides(folder, true)
    this.#folders.set(folder, answer)
    return answer
  }

  #decides(file: string, isFolder: boolean): boolean {
    let folder = file
    do {
      folder = path.dirname(folder)
      const name = path.relative(folder, file).split(path.sep).join('/') + (isFolder ? '/' : '')
      const { ignored, unignored } = this.#rulesOf(folder)?.test(name) ?? { ignored: false, unignored: false }
      if (ignored || unignored) return ignored
    } while (folder !== this.#root)
    return false
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#rules.has(folder)) this.#rules.set(folder, readRules(path.join(folder, '.gitignore')))
    return this.#rules.get(folder)
  }
}

function readRules(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The nearest folder upward with a `.git`: a folder, or a file in a linked worktree. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at
    if (at === path.dirname(at)) return undefined
  }
}

const isOutside = (relative: string): boolean => relative.startsWith('..') || path.isAbsolute(relative)
