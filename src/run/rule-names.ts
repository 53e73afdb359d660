import type { Config, ConfigLayer } from '../config/config.js'
import { type Severity, severities } from '../diagnostic.js'
import { UserError } from '../errors.js'
import type { RuleFile } from '../rulebook/rule.js'
import { nearest } from '../schema.js'
import type { RunFlags } from './session.js'
import type { Additions } from './user-rules.js'

const settings: readonly string[] = [...severities, 'off']

/** `--rule ID=SEVERITY`, each a layer above the config's. */
export function settingsFromFlags(flags: readonly string[]): ConfigLayer[] {
  return flags.map((flag) => {
    const [id = '', severity = ''] = flag.split(/=(.*)/s)
    if (!flag.includes('=')) throw new UserError(`--rule takes ID=SEVERITY, such as ${flag}=warning, not \`${flag}\`.`)
    if (!settings.includes(severity))
      throw new UserError(`--rule ${flag}: \`${severity}\` is no severity.${nearest(severity, settings)}`)
    return { rules: { [id]: severity as Severity | 'off' }, origin: '--rule' }
  })
}

/**
 * Refuses names of rules and families that no pack has, from the config and the command line, with the nearest right one. A plugin that is not loaded may bring what
 * the config names.
 */
export function checkNames(
  config: Config,
  flags: RunFlags,
  rules: readonly RuleFile[],
  { leftOut, lacksPlugins }: Pick<Additions, 'leftOut' | 'lacksPlugins'>,
): void {
  const ids = new Set([...rules.map((rule) => rule.id), ...leftOut])
  const families = new Set([...ids].map((id) => id.split('/')[0]!))
  const isKnown = (name: string): boolean => ids.has(name) || families.has(name)
  const refuse = (name: string, place?: string): never => {
    const candidates = name.includes('/') ? [...ids] : [...families, ...ids]
    throw new UserError(`unknown rule \`${name}\`.${nearest(name, candidates)}`, place)
  }
  const isRefused = (name: string): boolean => !isKnown(name) && !lacksPlugins
  for (const { name, place } of config.namedRules) if (isRefused(name)) refuse(name, place)
  for (const name of flags.only ?? []) if (!isKnown(name)) refuse(name, '--only')
  for (const flag of flags.rule ?? []) if (isRefused(flag.split('=')[0]!)) refuse(flag.split('=')[0]!, '--rule')
}
