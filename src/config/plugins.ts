import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Detector } from '../detectors/detector.js'
import { UserError } from '../errors.js'
import type { Named } from './config.js'
import { importModule } from './import-module.js'

/** What the default export of a plugin may hold. */
export interface Plugin {
  readonly detectors?: readonly Detector[]
  /** Folders of rules: absolute paths or `file:` addresses. */
  readonly packs?: readonly string[]
}

/** Imports the plugins that a config names, packages and local modules (`./`), seen from the config's folder. */
export async function loadPlugins(
  plugins: readonly Named[],
  folder: string,
): Promise<{ detectors: Detector[]; packs: string[] }> {
  const loaded = await Promise.all(plugins.map((plugin) => importPlugin(plugin, folder)))
  return {
    detectors: loaded.flatMap(({ detectors = [] }) => detectors),
    packs: loaded.flatMap(({ packs = [] }) =>
      packs.map((pack) => (pack.startsWith('file:') ? fileURLToPath(pack) : pack)),
    ),
  }
}

async function importPlugin({ name, place }: Named, folder: string): Promise<Plugin> {
  try {
    const file = createRequire(path.join(folder, 'config.js')).resolve(name)
    return ((await importModule(file)) as { default?: Plugin }).default ?? {}
  } catch (error) {
    throw new UserError(`the plugin \`${name}\` cannot be loaded: ${(error as Error).message.split('\n')[0]}`, place)
  }
}
