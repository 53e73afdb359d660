import type { Config, NamedOptions } from '../config/config.js'
import { UserError } from '../errors.js'
import { detectorsByName } from '../rulebook/load.js'
import { checkLexicons } from '../rulebook/pack-lexicons.js'
import type { RuleFile } from '../rulebook/rule.js'
import { firstError } from '../schema.js'
import type { Additions } from './user-rules.js'

/**
 * Refuses options that a config gives a family, and those that a rule's detector does not take, together with what the rule's file says.
 *
 * @throws UserError at the place of what is wrong.
 */
export function checkOptions(config: Config, rules: readonly RuleFile[], additions: Additions): void {
  for (const named of config.namedOptions) checkOne(named, rules, additions)
}

function checkOne(
  { rule: id, options, place }: NamedOptions,
  rules: readonly RuleFile[],
  { detectors, lexicons, leftOut }: Additions,
): void {
  const rule = rules.find((one) => one.id === id)
  if (!rule) {
    const isFamily = [...rules.map((one) => one.id), ...leftOut].some((one) => one.startsWith(`${id}/`))
    if (isFamily) throw new UserError(`options are for one rule, and \`${id}\` is a family.`, place([]))
    return
  }
  const [name, own] = Object.entries(rule.detect)[0]!
  const fault = firstError({ ...(own as object), ...options }, detectorsByName(detectors).get(name)!.schema)
  if (fault) throw new UserError(`the options of \`${id}\`: ${fault.sentence}`, place(fault.path, fault.isKey))
  checkLexicons(options, place, lexicons)
}
