import { closeSync, existsSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import type { MediaFacts, Metadata } from '../facts.js'

/** Looks at the media files that drafts name, relative to the draft and to the project's root; never outside of it. Reads little, and only what a rule asks about. */
export class MediaFiles {
  readonly #cwd: string
  readonly #root: string
  /** By path, time of change and size; undefined until it has been read. */
  readonly #read = new Map<string, Metadata | undefined>()
  readonly #asked = new Map<string, string>()
  readonly #scans = new Map<string, boolean>()

  /** @param root the project's folder, absolute. */
  constructor(cwd: string, root: string) {
    this.#cwd = cwd
    this.#root = root
  }

  /** Where the file is that a draft names. */
  readonly look = (src: string, draft: string): MediaFacts => {
    const places = this.#placesOf(src, path.dirname(path.resolve(this.#cwd, draft)))
    for (const file of places) {
      const stats = statSync(file, { throwIfNoEntry: false })
      if (stats?.isFile()) return this.#factsOf(file, stats)
    }
    const isFolder = places.some((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory())
    const isMissing = /[/\\]/.test(src) && places.some((file) => existsSync(path.dirname(file)))
    const state = places.length === 0 ? 'outside' : isFolder ? 'folder' : isMissing ? 'missing' : 'elsewhere'
    return { state, isDicom: false, metadata: () => undefined }
  }

  /** Reads what rules have asked about. True where there was something: then a draft is linted again. */
  async readAsked(): Promise<boolean> {
    if (this.#asked.size === 0) return false
    const { readMetadata } = await import('./metadata.js')
    for (const [key, file] of this.#asked) this.#read.set(key, await readMetadata(file))
    this.#asked.clear()
    return true
  }

  #placesOf(src: string, folder: string): string[] {
    const name = decoded(src.replace(/[?#].*$/, ''))
    // `/img/a.jpg` is a site's way to say: from the root.
    const places = name.startsWith('/')
      ? [path.join(this.#root, name)]
      : [path.resolve(folder, name), path.resolve(this.#root, name)]
    return places.filter((file) => !path.relative(this.#root, file).startsWith('..'))
  }

  #factsOf(file: string, { mtimeMs, size }: Stats): MediaFacts {
    const key = `${file}\n${mtimeMs}\n${size}`
    if (!this.#scans.has(key)) this.#scans.set(key, beginsLikeDicom(file))
    return {
      state: 'there',
      isDicom: this.#scans.get(key)!,
      metadata: () => {
        if (!this.#read.has(key)) this.#asked.set(key, file)
        return this.#read.get(key)
      },
    }
  }
}

function decoded(src: string): string {
  try {
    return decodeURI(src)
  } catch {
    return src
  }
}

/** The letters DICM after a preamble of 128 bytes. */
function beginsLikeDicom(file: string): boolean {
  const head = Buffer.alloc(132)
  try {
    const handle = openSync(file, 'r')
    try {
      return readSync(handle, head, 0, 132, 0) === 132 && head.toString('latin1', 128) === 'DICM'
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}
