import type { Fix } from '../diagnostic.js'
import type { ReadOptions } from '../draft/read.js'
import type { FileResult } from '../report.js'
import type { Source } from '../source.js'
import { applyEdits, collide } from './apply.js'
import { inVain } from './own-finding.js'
import { writeTogether } from './write-together.js'

/** What fixing a draft gave. */
export interface Fixed {
  /** The draft as fixed; the same text where nothing was done. */
  readonly source: Source
  /** Linted again after the last fix. */
  readonly result: FileResult
  readonly applied: number
  /** Fixes that were left out: they would have changed more than they meant, or would not have helped. */
  readonly dropped: number
}

/** How a draft is fixed. */
export interface FixOptions extends ReadOptions {
  /** Suggestions too, which may change what the post says. */
  readonly unsafe?: boolean
}

/** Two fixes that undo or feed each other must not run for ever, nor fill the disk. */
const maxRounds = 20
const isBloated = (text: string, first: string): boolean => text.length > 2 * first.length + 4000

/** A draft between two rounds of fixes. */
interface State {
  readonly result: FileResult
  readonly applied: number
}

/**
 * Applies the safe fixes of a draft, or suggestions as well, until there are none left, so that fixing it again changes nothing. Writes nothing.
 *
 * @param first what linting the draft gave
 * @param lint lints a source as `first` was linted
 */
export function fixSource(first: FileResult, lint: (source: Source) => FileResult, options: FixOptions = {}): Fixed {
  const states: State[] = [{ result: first, applied: 0 }]
  let excluded = new Set<Fix>()
  for (let round = 0; round < maxRounds; round++) {
    const current = states.at(-1)!
    const chosen = choose(current.result, excluded, options.unsafe ?? false)
    if (chosen.length === 0) return outcome(current, excluded.size)
    const step = take(current.result, chosen, lint, options)
    for (const fix of step.refused) excluded.add(fix)
    if (!step.result) continue
    const text = step.result.source.text
    const known = states.find(({ result }) => result.source.text === text)
    // Where fixes undo each other, the state that the circle begins with is as good as any, and stays the same the next time.
    if (isBloated(text, first.source.text)) break
    if (known) return outcome(known, excluded.size + chosen.length)
    states.push({ result: step.result, applied: current.applied + chosen.length - step.refused.length })
    excluded = new Set()
  }
  return outcome(states[0]!, choose(first, new Set(), options.unsafe ?? false).length)
}

const outcome = ({ result, applied }: State, dropped: number): Fixed => ({
  source: result.source,
  result,
  applied,
  dropped,
})

/** A fix and the post that it is for. */
interface Candidate {
  readonly fix: Fix
  readonly post: number
}

/** The first fix of each diagnostic that may be applied; where two collide the earlier one goes first, the other in the next round. */
function choose(result: FileResult, excluded: ReadonlySet<Fix>, unsafe: boolean): Fix[] {
  const chosen: Candidate[] = []
  for (const { fixes, post } of result.diagnostics) {
    const fix = fixes.find((candidate) => (unsafe || candidate.safe) && !excluded.has(candidate))
    if (fix && !chosen.some((other) => isInTheWay(other, { fix, post }))) chosen.push({ fix, post })
  }
  return chosen.map(({ fix }) => fix)
}

/** Of one text, what changes in it counts, not how much of the file is written anew for that. */
function isInTheWay(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.fix.ofText, other.fix.ofText]
  if (a && b && one.post === other.post && a.region === b.region) return collide(a.edits, b.edits)
  return collide(one.fix.edits, other.fix.edits)
}

/** Applies those fixes that do what they mean and no more. Without a result nothing was applied: then some were refused. */
function take(
  before: FileResult,
  chosen: readonly Fix[],
  lint: (source: Source) => FileResult,
  options: ReadOptions,
): { result?: FileResult; refused: readonly Fix[] } {
  const { kept, edits } = writeTogether(before, chosen, options)
  const refused = chosen.filter((fix) => !kept.includes(fix))
  if (kept.length === 0) return { refused }
  const result = lint({ ...before.source, text: applyEdits(before.source.text, edits) })
  const vain = inVain(kept, edits, before, result)
  return vain.length > 0 ? { refused: [...refused, ...vain] } : { result, refused }
}
