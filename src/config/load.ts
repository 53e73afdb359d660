import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../errors.js'
import { nearest } from '../schema.js'
import { type Config, contribute, defaultConfig, type Named } from './config.js'
import { importDefault } from './import-module.js'
import { presetContributions, presetNames } from './preset.js'
import type { ConfigPlace, ReadConfig } from './read.js'
import { resolvePackage } from './resolve-package.js'
import { searchConfig } from './search.js'

/** How a config is found and what the command line says over it. */
export interface LoadOptions {
  readonly cwd: string
  /** `--config`: this file, and no search. */
  readonly file?: string
  /** `--preset`: in place of those that the config extends. */
  readonly preset?: string
  /** `--no-plugins`: no code of the project runs, so no JavaScript config either. */
  readonly noPlugins?: boolean
  /** With faults of registers, which the caller reports. */
  readonly goOn?: boolean
}

/**
 * Finds and reads the config of the project around a folder, with all that it extends; the preset `recommended` where nothing else is said.
 *
 * @throws UserError naming the place of what is wrong; with `goOn`, not for what is wrong with registers.
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  if (options.preset !== undefined) checkPreset(options.preset)
  const { file, unread } = await fileOf(options)
  if (file === undefined)
    return withPresets({ ...defaultConfig(options.cwd), unread }, [options.preset ?? 'recommended'])
  const config = { ...(await assemble(file, options)), unread }
  if (!options.goOn) refuse(config.faults)
  return config
}

async function fileOf({ cwd, file, noPlugins = false }: LoadOptions): Promise<{ file?: string; unread?: string }> {
  if (file === undefined) return searchConfig(cwd, noPlugins)
  const named = path.resolve(cwd, file)
  if (!existsSync(named)) throw new UserError(`${file}: there is no such config.`)
  return { file: named }
}

function refuse(faults: Config['faults']): void {
  const [first, ...rest] = faults
  if (first) throw rest.length === 0 ? first : new UserError(faults.map(({ message }) => message).join('\nmedlint: '))
}

function checkPreset(name: string): void {
  if (!presetNames.includes(name)) throw new UserError(`there is no preset \`${name}\`.${nearest(name, presetNames)}`)
}

async function assemble(file: string, options: LoadOptions): Promise<Config> {
  const read: Read = { project: path.dirname(file), options, chain: [], presets: [], packaged: new Set() }
  await collect(file, [], read)
  const { chain, presets } = read
  const asked = options.preset !== undefined ? [options.preset] : presets.length > 0 ? presets : ['recommended']
  const base = withPresets({ ...defaultConfig(path.dirname(file)), file }, asked)
  return chain.reduce((config, { said }) => contribute(config, said), base)
}

/** What has been read of a config and of all that it extends. */
interface Read {
  readonly project: string
  readonly options: LoadOptions
  readonly chain: ReadConfig[]
  readonly presets: string[]
  /** Files of packages, which may be linked from anywhere, and what these extend. */
  readonly packaged: Set<string>
}

const withPresets = (config: Config, names: readonly string[]): Config =>
  presetContributions(names).reduce(contribute, { ...config, origins: { ...config.origins, preset: names.join(', ') } })

/** Reads a file after those that it extends, each once; presets are kept apart, since they lie beneath every file. */
async function collect(file: string, trail: readonly string[], all: Read): Promise<void> {
  const read = await readFile(file, all)
  for (const named of read.extends) {
    if (presetNames.includes(named.name)) all.presets.push(named.name)
    else {
      const { file: next, isPackage } = resolveExtended(named, file)
      if ([...trail, file].includes(next))
        throw new UserError(`\`${named.name}\` extends this config in turn.`, named.place)
      if (isPackage || all.packaged.has(file)) all.packaged.add(next)
      await collect(next, [...trail, file], all)
    }
  }
  all.chain.push(read)
}

function resolveExtended({ name, place }: Named, from: string): { file: string; isPackage: boolean } {
  const looksLikeFile = /^[./]|\.(ya?ml|json|js|mjs|cjs)$/.test(name)
  const file = path.resolve(path.dirname(from), name)
  if (looksLikeFile && existsSync(file)) return { file, isPackage: false }
  const found = /^\.|^\//.test(name) ? undefined : resolvePackage(name, from)
  if (found !== undefined) return { file: found, isPackage: true }
  if (looksLikeFile) throw new UserError(`there is no file \`${name}\` to extend.`, place)
  throw new UserError(
    `there is no preset \`${name}\`, and no package of this name is installed.${nearest(name, presetNames)}`,
    place,
  )
}

async function readFile(file: string, { options: { cwd, noPlugins }, project, packaged }: Read): Promise<ReadConfig> {
  const { readConfig } = await import('./read.js')
  const shown = path.relative(cwd, file).split(path.sep).join('/')
  const whole = { file, shown, project, isPackaged: packaged.has(file) }
  if (!/\.[cm]?js$/.test(file)) {
    const at = { ...whole, ...(path.basename(file) === 'package.json' && { within: 'medlint' }) }
    return readConfig(readText(file, shown), at)
  }
  if (noPlugins) throw new UserError('a JavaScript config is code, which --no-plugins keeps from running.', shown)
  return readCode(whole, readConfig)
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new UserError(`it cannot be read: ${(error as Error).message}`, shown)
  }
}

/** A JavaScript config has no places: errors name the file. */
async function readCode(at: ConfigPlace, readConfig: typeof import('./read.js').readConfig): Promise<ReadConfig> {
  const { file, shown } = at
  const config = await importDefault(file).catch((error: Error) => {
    throw new UserError(`it cannot be run: ${error.message}`, shown)
  })
  if (config === undefined) throw new UserError('it has no default export, which should be the config.', shown)
  return readConfig(asText(config, shown), { ...at, hasPlaces: false })
}

/** A config in JavaScript says what one in JSON could say. */
function asText(config: unknown, shown: string): string {
  const fault = (what: string) => new UserError(`the config holds ${what}, which no config may.`, shown)
  const onlyData = (key: string, value: unknown): unknown => {
    if (['function', 'bigint', 'symbol'].includes(typeof value))
      throw fault(`a ${typeof value}${key && ` under \`${key}\``}`)
    return value
  }
  try {
    return JSON.stringify(config, onlyData)
  } catch (error) {
    throw error instanceof UserError ? error : fault('a value that contains itself')
  }
}
