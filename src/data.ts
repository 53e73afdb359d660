import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** The package's folder: `src/` and `dist/` lie one below it. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url))

const loaded = new Map<string, unknown>()

/** A data file that medlint brings: compiled (`dist/data/NAME.json`) where there is a build, else from `rules/NAME.json` or `rules/NAME.yml`. */
export function data<T>(name: string): T {
  if (!loaded.has(name)) loaded.set(name, read(name))
  return loaded.get(name) as T
}

/** The names of the data files in a folder of them, in order: `lexicons`. */
export function namesIn(folder: string): string[] {
  const files = readdirSync(isBuilt ? `${packageFolder}dist/data/${folder}` : `${packageFolder}rules/${folder}`)
  return files.flatMap((file) => /^(.+)\.(?:ya?ml|json)$/.exec(file)?.[1] ?? []).sort()
}

function read(name: string): unknown {
  const compiled = `${packageFolder}dist/data/${name}.json`
  if (isBuilt && existsSync(compiled)) return JSON.parse(readFileSync(compiled, 'utf8'))
  const json = `${packageFolder}rules/${name}.json`
  if (existsSync(json)) return JSON.parse(readFileSync(json, 'utf8'))
  return parseYaml(readFileSync(`${packageFolder}rules/${name}.yml`, 'utf8'))
}

/** Sources read the sources; only a build trusts what was compiled with it. */
export const isBuilt = import.meta.url.includes('/dist/')

/** Only without a build: a cold start parses no YAML of ours. */
function parseYaml(text: string): unknown {
  return (createRequire(import.meta.url)('yaml') as typeof import('yaml')).parse(text)
}
