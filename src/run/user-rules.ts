import path from 'node:path'
import type { Config } from '../config/config.js'
import type { Detector, Lexicon } from '../detectors/detector.js'
import { UserError } from '../errors.js'
import type { RuleFile } from '../rulebook/rule.js'

/** What a project adds to medlint: detectors, and rules that may name them. */
export interface Additions {
  readonly detectors: readonly Detector[]
  readonly lexicons: Readonly<Record<string, Lexicon>>
  readonly rules: readonly RuleFile[]
  /** Ids of rules that are left out, since a plugin that is not loaded may bring their detector. */
  readonly leftOut: readonly string[]
  /** Plugins are configured and not loaded: what they bring is unknown. */
  readonly lacksPlugins: boolean
}

/**
 * Loads the plugins and packs of a config.
 *
 * @param builtin the rules that medlint brings: no other may have an id of theirs
 * @param runsPlugins false: no code of the project runs
 * @throws UserError for whatever is wrong in them
 */
export async function additionsOf(
  config: Config,
  builtin: readonly RuleFile[],
  runsPlugins: boolean,
): Promise<Additions> {
  const lacksPlugins = !runsPlugins && config.plugins.length > 0
  const { detectors, packs } = runsPlugins ? await pluginsOf(config) : nothing
  const folders = [...new Set([...config.packs, ...packs])]
  if (folders.length === 0) return { detectors, lexicons: {}, rules: [], leftOut: [], lacksPlugins }
  const { loadPack, detectorsByName, refuseDoubles } = await import('../rulebook/load.js')
  const lexicons = await lexiconsOf(folders)
  const loaded = folders.flatMap((folder) => loadPack(folder, { detectors, lexicons, takesUnknown: lacksPlugins }))
  refuseDoubles([...builtin.map(({ id }) => ({ id, origin: 'medlint itself' })), ...loaded])
  const known = detectorsByName(detectors)
  const runs = ({ detect }: RuleFile) => known.has(Object.keys(detect)[0]!)
  return {
    detectors,
    lexicons,
    rules: loaded.filter(runs).map((rule) => ({ ...rule, isUsers: true })),
    leftOut: loaded.filter((rule) => !runs(rule)).map(({ id }) => id),
    lacksPlugins,
  }
}

/** The lexicons of packs, by name. */
export async function lexiconsOf(folders: readonly string[]): Promise<Additions['lexicons']> {
  const { packLexicons } = await import('../rulebook/pack-lexicons.js')
  const all = folders.flatMap((folder) => Object.values(packLexicons(folder)))
  const double = all.find(({ name }, index) => all.findIndex((one) => one.name === name) < index)
  if (double) throw new UserError(`two packs have a lexicon \`${double.name}\`: give one of them another name.`)
  return Object.fromEntries(all.map((lexicon) => [lexicon.name, lexicon]))
}

const nothing: { readonly detectors: readonly Detector[]; readonly packs: readonly string[] } = {
  detectors: [],
  packs: [],
}

/** The detectors and packs of a config's plugins. Runs their code. */
export async function pluginsOf({ plugins }: Config): Promise<typeof nothing> {
  if (plugins.length === 0) return nothing
  const { loadPlugins } = await import('../config/plugins.js')
  return loadPlugins(plugins)
}

/** What a report says of the project's code that did not run: a JavaScript config, plugins. */
export function notesOnCode({ plugins, unread }: Config, { lacksPlugins, leftOut }: Additions): string[] {
  const config =
    unread === undefined ? [] : [`${path.basename(unread)} is code and was not read, so its settings do not hold.`]
  if (!lacksPlugins) return config
  const without = leftOut.length > 0 ? ` Left out, since they may need them: ${leftOut.join(', ')}.` : ''
  return [...config, `Plugins are not loaded: ${plugins.map(({ name }) => name).join(', ')}.${without}`]
}
