import { data, isBuilt, packageFolder } from '../data.js'
import { openBuilt, type Table } from '../table.js'
import { loadPack } from './load.js'
import type { RuleFile } from './rule.js'

type Documentation = Pick<RuleFile, 'why' | 'examples'>

/** The rules that medlint brings. A build has them compiled, without what only people read: `documentedRules` has it. */
export function builtinRules(): readonly RuleFile[] {
  if (!isBuilt) return sources()
  return data<readonly Omit<RuleFile, keyof Documentation>[]>('pack').map((rule) => ({
    ...rule,
    ...undocumented,
    detect: withOptions(rule),
  }))
}

/** The same rules with their reasons and examples, for `explain` and `test`. */
export function documentedRules(): readonly RuleFile[] {
  if (!isBuilt) return sources()
  const documentation = data<Readonly<Record<string, Documentation>>>('docs')
  return builtinRules().map((rule) => ({ ...rule, ...documentation[rule.id] }))
}

/** What a build calls the table of the detectors' options, by rule. */
export const optionsName = 'options'

let options: Table | undefined

/** A detector's options stand in a table, where they are long: most runs ask for few of them. */
function withOptions({ id, detect }: Pick<RuleFile, 'id' | 'detect'>): RuleFile['detect'] {
  const [name, own] = Object.entries(detect)[0]!
  if (own !== null) return detect
  return {
    get [name]() {
      options ??= openBuilt(optionsName)
      return JSON.parse(options.get(id)!)
    },
  }
}

const undocumented: Documentation = { why: '', examples: { bad: [], good: [] } }

let loaded: readonly RuleFile[] | undefined

function sources(): readonly RuleFile[] {
  loaded ??= loadPack(`${packageFolder}rules`)
  return loaded
}
