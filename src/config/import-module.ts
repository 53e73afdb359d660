import { pathToFileURL } from 'node:url'

/** Imports a module by its address. */
type Import = (address: string) => Promise<unknown>

let load: Import = (address) => import(address)

/** Sets how modules are imported: a script that V8's code cache has given cannot do it itself, so the command hands it in. */
export function importWith(own: Import): void {
  load = own
}

/** What a module of the project exports by default, undefined where nothing is; a promise is awaited. `file` is absolute. Runs its code. */
export async function importDefault(file: string): Promise<unknown> {
  const module = (await load(pathToFileURL(file).href)) as { readonly default?: unknown }
  const exported = (await module.default) as { readonly __esModule?: boolean; readonly default?: unknown } | undefined
  // CommonJS that was compiled from a module keeps its default export one deeper.
  return exported?.__esModule ? exported.default : exported
}
