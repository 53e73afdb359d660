import { pathToFileURL } from 'node:url'

/** Imports a module by its address. */
type Import = (address: string) => Promise<unknown>

let load: Import = (address) => import(address)

/** Sets how modules are imported: a script that V8's code cache has given cannot do it itself, so the command hands it in. */
export function importWith(own: Import): void {
  load = own
}

/** What a module of the project exports: the file is absolute. Runs its code. */
export const importModule = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  (await load(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
