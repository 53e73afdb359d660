import ignore, { type Ignore } from 'ignore'

/**
 * Tells whether a path (relative, with `/`) matches one of the globs and none of those that begin with `!`. A folder's name stands for all that is in it.
 * The same few forms as in .gitignore, and `{a,b}`; upper and lower case are alike.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const isIn = anyOf(globs.filter((glob) => !glob.startsWith('!')))
  const isOut = anyOf(globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)))
  return (path) => path !== '' && isIn.ignores(path) && !isOut.ignores(path)
}

const anyOf = (globs: readonly string[]): Ignore =>
  ignore({ ignorecase: true, allowRelativePaths: true }).add(globs.flatMap(expandBraces).map(anchored))

/** `a.{md,yml}` as `a.md`, `a.yml`; nested braces too. */
export function expandBraces(glob: string): string[] {
  const [whole, inner] = glob.match(/\{([^{}]*,[^{}]*)\}/) ?? []
  if (whole === undefined) return [glob]
  const expanded = inner!.split(',').flatMap((part) => expandBraces(glob.replace(whole, () => part)))
  return [...new Set(expanded)]
}

/** A glob counts from the folder it is written for, while .gitignore lets one without a slash float. */
const anchored = (glob: string): string => `/${glob.replace(/^\.?\//, '')}`

/** Whether a text has glob characters. */
export const isGlob = (text: string): boolean => /[*?[\]{}!()]/.test(text)
