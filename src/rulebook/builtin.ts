import { data, isBuilt, packageFolder } from '../data.js'
import { loadPack } from './load.js'
import type { RuleFile } from './rule.js'

type Documentation = Pick<RuleFile, 'why' | 'examples'>

/** The rules that medlint brings. A build has them compiled, without what only people read: `documentedRules` has it. */
export function builtinRules(): readonly RuleFile[] {
  if (!isBuilt) return sources()
  return data<readonly Omit<RuleFile, keyof Documentation>[]>('pack').map((rule) => ({ ...rule, ...undocumented }))
}

/** The same rules with their reasons and examples, for `explain` and `test`. */
export function documentedRules(): readonly RuleFile[] {
  if (!isBuilt) return sources()
  const documentation = data<Readonly<Record<string, Documentation>>>('docs')
  return builtinRules().map((rule) => ({ ...rule, ...documentation[rule.id] }))
}

const undocumented: Documentation = { why: '', examples: { bad: [], good: [] } }

let loaded: readonly RuleFile[] | undefined

function sources(): readonly RuleFile[] {
  loaded ??= loadPack(`${packageFolder}rules`)
  return loaded
}
