import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The file that a package's name, or `package/path`, means to a file that names it; undefined where there is none. Packages that can only be imported count, too. */
export function resolvePackage(name: string, from: string): string | undefined {
  const require = createRequire(from)
  try {
    const file = require.resolve(name)
    if (path.isAbsolute(file)) return file
  } catch {
    // It may be a package for `import` alone, or a file of one that is no module.
  }
  const [, packageName = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? []
  const folder = (require.resolve.paths(name) ?? [])
    .map((folder) => path.join(folder, packageName))
    .find((folder) => existsSync(folder))
  return folder && [exported(folder, `.${rest}`), path.join(folder, rest)].find((file) => file && isFile(file))
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

type Target = string | null | readonly Target[] | { readonly [condition: string]: Target }

/** What `exports` of a package.json gives for `.` or `./path`. */
function exported(folder: string, subpath: string): string | undefined {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) return undefined
  const { exports } = JSON.parse(readFileSync(file, 'utf8')) as { exports?: Target }
  if (exports == null) return undefined
  const target = imported(isByPath(exports) ? (exports[subpath] ?? null) : subpath === '.' ? exports : null)
  return target && path.join(folder, target)
}

const isByPath = (exports: Target): exports is Readonly<Record<string, Target>> =>
  exports !== null && typeof exports === 'object' && Object.keys(exports).some((key) => key.startsWith('.'))

const conditions: ReadonlySet<string> = new Set(['node', 'import', 'module-sync', 'default'])

function imported(target: Target): string | undefined {
  if (target === null || typeof target === 'string') return target ?? undefined
  const choices: readonly Target[] = Array.isArray(target)
    ? target
    : Object.entries(target).flatMap(([condition, one]) => (conditions.has(condition) ? [one] : []))
  return choices.map(imported).find((file) => file !== undefined)
}
