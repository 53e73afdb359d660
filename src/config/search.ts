import path from 'node:path'
import { repositoryRoot } from '../find/git-ignore.js'

declare module 'cosmiconfig/dist/Explorer.js' {
  /** The search alone. */
  export class Explorer {
    constructor(options: Readonly<Record<string, unknown>>)
    search(from: string): Promise<{ filepath: string; isEmpty?: boolean } | null>
  }
}

const dataPlaces = [
  ...['.medlintrc.yml', '.medlintrc.yaml', '.medlintrc.json'],
  ...['medlint.config.yml', 'medlint.config.yaml', 'package.json'],
]
const codePlaces = ['medlint.config.js', 'medlint.config.mjs', 'medlint.config.cjs']

/**
 * Finds the nearest config upward to the project's root; a repository's root is one, too. It only asks whether there is one: it is read with its places
 * afterwards.
 *
 * @param noPlugins no code of the project is to run: a JavaScript config does not count, and is `unread` where it would be the nearest
 */
export async function searchConfig(cwd: string, noPlugins: boolean): Promise<{ file?: string; unread?: string }> {
  const nearest = within(repositoryRoot(cwd), await search(cwd, [...dataPlaces, ...codePlaces]))
  if (!noPlugins || nearest === undefined || !isCode(nearest)) return { ...(nearest && { file: nearest }) }
  const file = within(repositoryRoot(cwd), await search(cwd, dataPlaces))
  return { unread: nearest, ...(file && { file }) }
}

const isCode = (file: string): boolean => codePlaces.includes(path.basename(file))

const within = (root: string | undefined, file: string | undefined): string | undefined =>
  file !== undefined && (root === undefined || !path.relative(root, file).startsWith('..')) ? file : undefined

async function search(cwd: string, searchPlaces: readonly string[]): Promise<string | undefined> {
  // Not by `cosmiconfig()`: that first looks for settings of its own in the working directory, runs `.config/config.js`, and lets them move our search.
  const { Explorer } = await import('cosmiconfig/dist/Explorer.js')
  const explorer = new Explorer({
    moduleName: 'medlint',
    searchStrategy: 'project',
    searchPlaces,
    loaders: { default: present, '.json': presentIn },
    transform: (found: unknown) => found,
    ignoreEmptySearchPlaces: false,
    cache: false,
  })
  const found = await explorer.search(cwd)
  // An empty file of ours is a config that says nothing; an empty package.json is none.
  if (found?.isEmpty && isPackage(found.filepath))
    return search(
      cwd,
      searchPlaces.filter((place) => !isPackage(place)),
    )
  return found?.filepath
}

const isPackage = (file: string): boolean => path.basename(file) === 'package.json'

const present = () => ({})

/** A package.json is a config where it has our key. What else is in it, or wrong with it, is no matter of ours. */
async function presentIn(file: string, text: string): Promise<object> {
  if (!isPackage(file)) return {}
  return (await hasOurKey(text.replace(/^\ufeff/, ''))) ? { medlint: {} } : {}
}

async function hasOurKey(text: string): Promise<boolean> {
  try {
    return (JSON.parse(text) as { medlint?: unknown } | null)?.medlint != null
  } catch {
    const { isMap, parseDocument } = await import('yaml')
    const { contents } = parseDocument(text, { logLevel: 'silent' })
    return isMap(contents) && contents.has('medlint')
  }
}
