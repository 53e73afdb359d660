import { noFacts } from '../../src/facts.js'
import { type Fixed, type FixOptions, fixSource } from '../../src/fix/fix.js'
import { lintSource } from '../../src/lint.js'
import type { RuleFile } from '../../src/rulebook/rule.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'

/** A rule that reports a term and puts something else in its place. */
export const wordRule = (name: string, term: string, put: string, safe = true): RuleFile => ({
  id: `house/${name}`,
  title: 'A word',
  severity: 'warning',
  message: 'Use another word than {match}.',
  why: 'House style.',
  basis: 'policy',
  cites: [{ provision: 'policy', url: '' }],
  confidence: 'high',
  context: 'none',
  sensitive: false,
  fix: { description: 'Use the other word', safe, with: put },
  detect: { terms: { any: [term] } },
  examples: { bad: [], good: [] },
  origin: 'test',
})

/** The rules in force, with nothing known of the organisation. */
export const bookOf = (...rules: readonly RuleFile[]): Rulebook =>
  new Rulebook({ rules, facts: { ...noFacts, today: '2026-11-01' } })

/** Fixes a draft by some rules. */
export function fix(path: string, text: string, rulebook: Rulebook, options: FixOptions = {}): Fixed {
  const lint = (source: { path: string; text: string; named: boolean }) => lintSource(source, rulebook, options)
  return fixSource(lint({ path, text, named: true }), lint, options)
}
