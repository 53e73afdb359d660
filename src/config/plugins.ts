import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Detector } from '../detectors/detector.js'
import { detectors as ours } from '../detectors/index.js'
import { UserError } from '../errors.js'
import { nearest } from '../schema.js'
import type { NamedPlugin } from './config.js'
import { importDefault } from './import-module.js'
import { resolvePackage } from './resolve-package.js'

/** What the default export of a plugin may hold. */
export interface Plugin {
  readonly detectors?: readonly Detector[]
  /** Folders of rules: `file:` addresses, or paths, which count from the plugin's file. */
  readonly packs?: readonly (string | URL)[]
}

/**
 * Imports the plugins that a config names, packages and local modules (`./`), seen from the file that names them. Runs their code.
 *
 * @throws UserError for one that cannot be loaded, or is no plugin.
 */
export async function loadPlugins(
  plugins: readonly NamedPlugin[],
): Promise<{ detectors: readonly Detector[]; packs: readonly string[] }> {
  const loaded = await Promise.all(plugins.map(importPlugin))
  return {
    detectors: distinct(loaded.flatMap(({ plugin, named }) => (plugin.detectors ?? []).map((one) => ({ one, named })))),
    packs: loaded.flatMap(({ plugin, file }) => (plugin.packs ?? []).map((pack) => folderOf(pack, file))),
  }
}

const folderOf = (pack: string | URL, file: string): string =>
  /^file:/.test(String(pack)) ? fileURLToPath(pack) : path.resolve(path.dirname(file), String(pack))

interface Imported {
  readonly plugin: Plugin
  readonly file: string
  readonly named: NamedPlugin
}

async function importPlugin(named: NamedPlugin): Promise<Imported> {
  const { name, place, folder } = named
  const file = resolvePackage(name, path.join(folder, 'config.js'))
  if (file === undefined)
    throw new UserError(`there is no plugin \`${name}\`: neither a file nor an installed package.`, place)
  const plugin = await importDefault(file).catch((error: Error) => {
    throw new UserError(`the plugin \`${name}\` cannot be loaded: ${error.message.split('\n')[0]}`, place)
  })
  const fault = faultOf(plugin)
  if (fault) throw new UserError(`the plugin \`${name}\` ${fault}`, place)
  return { plugin: plugin as Plugin, file, named }
}

const keys = ['detectors', 'packs']

/** What keeps an export from being a plugin. */
function faultOf(plugin: unknown): string | undefined {
  if (!isMapping(plugin)) return `needs a default export that is an object: { detectors: [...], packs: [...] }.`
  const stray = Object.keys(plugin).find((key) => !keys.includes(key))
  if (stray !== undefined) return `has an unknown key \`${stray}\`.${nearest(stray, keys)}`
  const { detectors = [], packs = [] } = plugin
  if (!Array.isArray(detectors)) return 'should list its `detectors`: [...].'
  if (!Array.isArray(packs) || !packs.every((pack) => typeof pack === 'string' || pack instanceof URL))
    return 'should list its `packs`, the folders of its rules.'
  return detectors.map(faultOfDetector).find((fault) => fault !== undefined)
}

function faultOfDetector(detector: unknown, index: number): string | undefined {
  if (!isMapping(detector) || typeof detector.name !== 'string' || detector.name === '')
    return `has a detector, number ${index + 1}, without a \`name\`.`
  if (typeof detector.compile !== 'function') return `has a detector \`${detector.name}\` without \`compile\`.`
  if (!isMapping(detector.schema)) return `has a detector \`${detector.name}\` without a \`schema\` of its options.`
  return undefined
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A rule names one detector, so no two may have its name. */
function distinct(detectors: readonly { readonly one: Detector; readonly named: NamedPlugin }[]): Detector[] {
  const names = new Set(ours.map(({ name }) => name))
  for (const { one, named } of detectors) {
    if (names.has(one.name))
      throw new UserError(`the plugin \`${named.name}\` has a detector \`${one.name}\`, which there is.`, named.place)
    names.add(one.name)
  }
  return detectors.map(({ one }) => one)
}
