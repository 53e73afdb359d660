const neverNames: readonly RegExp[] = [
  /^(readme|changelog|licen[cs]e|contributing|code[_-]of[_-]conduct)([._-].*)?$/i,
  /^(package|npm-shrinkwrap|pnpm-lock|yarn|composer|gemfile|poetry|cargo|flake|pubspec|podfile|conda-lock|chart)([.-]lock)\.(ya?ml|json)$/i,
  /^(pnpm-lock|pnpm-workspace|conda-lock)\.ya?ml$/i,
]
const configNames = /^(\.medlintrc\.(ya?ml|json)|medlint\.config\.(ya?ml|js|mjs|cjs))$/i

/** Why a file is never a draft, even when it is named; undefined for one that may be. `path` has `/`, from the project's folder on. */
export function neverDraft(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '..' && part !== '.')
  const name = parts.at(-1) ?? ''
  if (parts.includes('node_modules')) return 'in node_modules'
  if (configNames.test(name)) return 'the configuration of medlint'
  if (parts.slice(0, -1).some((part) => part.startsWith('.'))) return 'in a dot-folder'
  if (name.startsWith('.')) return 'a dot-file'
  if (neverNames.some((pattern) => pattern.test(name))) return 'a file of the repository, never a draft'
  if (!isDraftName(name)) return 'neither Markdown nor YAML'
  return undefined
}

/** Markdown or YAML by its name. */
export const isDraftName = (path: string): boolean => /\.(md|markdown|ya?ml)$/i.test(path)

/** Whether a YAML text below a folder `rules/` is a rule of medlint's, a lexicon or a preset. */
export function isRulePack(path: string, text: string): boolean {
  if (!/(^|\/)rules\//.test(path) || !/\.ya?ml$/i.test(path)) return false
  if (/(^|\/)rules\/(.*\/)?(lexicons|presets)\//.test(path)) return true
  return ['detect', 'message', 'severity'].every((key) => new RegExp(`^${key}:`, 'm').test(text))
}
