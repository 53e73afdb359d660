import { loadPack } from './load.js'
import type { RuleFile } from './rule.js'
import { withNeeds } from './rulebook.js'

/** The built-in pack as a build ships it: read, checked, and each rule with what a post must hold for it to find anything. */
export const compilePack = (folder: string): RuleFile[] => loadPack(folder).map(withNeeds)
