import type { Config, ConfigLayer } from '../config/config.js'
import { type Severity, severities } from '../diagnostic.js'
import { UserError } from '../errors.js'
import type { RuleFile } from '../rulebook/rule.js'
import { nearest } from '../schema.js'
import type { RunFlags } from './session.js'

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

/** Refuses names of rules and families that no pack has, from the config and the command line, with the nearest right one. */
export function checkNames(config: Config, flags: RunFlags, rules: readonly RuleFile[]): void {
  const ids = new Set(rules.map((rule) => rule.id))
  const families = new Set([...ids].map((id) => id.split('/')[0]!))
  const isKnown = (name: string): boolean => ids.has(name) || families.has(name)
  const refuse = (name: string, place?: string): never => {
    const candidates = name.includes('/') ? [...ids] : [...families, ...ids]
    throw new UserError(`unknown rule \`${name}\`.${nearest(name, candidates)}`, place)
  }
  for (const { name, place } of config.namedRules) if (!isKnown(name)) refuse(name, place)
  for (const name of flags.only ?? []) if (!isKnown(name)) refuse(name, '--only')
  for (const flag of flags.rule ?? []) if (!isKnown(flag.split('=')[0]!)) refuse(flag.split('=')[0]!, '--rule')
}
