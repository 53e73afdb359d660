import type { Diagnostic, Fix, TextChange } from '../diagnostic.js'
import type { ReadOptions } from '../draft/read.js'
import { type FileResult, withDiagnostics } from '../report.js'
import type { Source } from '../source.js'
import { collide } from './apply.js'
import { tryOut } from './trial.js'

/** What fixing a draft gave. */
export interface Fixed {
  /** The draft as fixed; the same text where nothing was done. */
  readonly source: Source
  /** Linted again after the last fix. */
  readonly result: FileResult
  readonly applied: number
  /** Fixes that were left out: they would have changed more than they meant, would not have helped, or would have done harm. */
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
    if (chosen.length === 0) return outcome(current, excluded)
    const step = tryOut(current.result, chosen, lint, options)
    for (const fix of step.refused) excluded.add(fix)
    if (!step.result) continue
    const text = step.result.source.text
    const known = states.find(({ result }) => result.source.text === text)
    // Where fixes undo each other, the state that the circle begins with is as good as any, and stays the same the next time.
    if (isBloated(text, first.source.text)) break
    if (known) return outcome(known, new Set([...excluded, ...chosen]))
    states.push({ result: step.result, applied: current.applied + step.applied })
    excluded = new Set()
  }
  return outcome(states[0]!, new Set(choose(first, new Set(), options.unsafe ?? false)))
}

/** What was left out is not offered again. */
function outcome({ result, applied }: State, leftOut: ReadonlySet<Fix>): Fixed {
  const without = (one: Diagnostic): Diagnostic => ({ ...one, fixes: one.fixes.filter((fix) => !leftOut.has(fix)) })
  return {
    source: result.source,
    result: leftOut.size > 0 ? withDiagnostics(result, result.diagnostics.map(without)) : result,
    applied,
    dropped: leftOut.size,
  }
}

/** A fix and the post that it is for. */
interface Candidate {
  readonly fix: Fix
  readonly post: number
}

/**
 * The first fix of each diagnostic that may be applied; where two collide the earlier one goes first, the other in the next round. What is to be added to a post
 * waits until nothing of it is to be changed or taken away: the drug whose risks are missing may go with its tag.
 */
function choose(result: FileResult, excluded: ReadonlySet<Fix>, unsafe: boolean): Fix[] {
  const candidates = result.diagnostics.flatMap(({ fixes, post }): Candidate[] => {
    const fix = fixes.find((candidate) => (unsafe || candidate.safe) && !excluded.has(candidate))
    return fix ? [{ fix, post }] : []
  })
  const changing = new Set(candidates.filter(({ fix }) => !fix.ofText?.isAddition).map(({ post }) => post))
  const chosen: Candidate[] = []
  for (const candidate of candidates) {
    if (candidate.fix.ofText?.isAddition && changing.has(candidate.post)) continue
    if (!chosen.some((other) => isInTheWay(other, candidate))) chosen.push(candidate)
  }
  return chosen.map(({ fix }) => fix)
}

/** Of one text, what changes in it counts, not how much of the file is written anew for that. */
function isInTheWay(one: Candidate, other: Candidate): boolean {
  const [a, b] = [one.fix.ofText, other.fix.ofText]
  if (a && b && one.post === other.post && a.region === b.region)
    return collide(a.edits, b.edits) || saySameSentence(a, b)
  return collide(one.fix.edits, other.fix.edits)
}

/** A sentence that stands for several, such as an invitation, is wanted once: the next round sees that it stands there. */
const saySameSentence = (a: TextChange, b: TextChange): boolean =>
  a.edits.some(({ text }) => /\s.*[.!?]$/s.test(text) && b.edits.some((other) => other.text === text))
