import type { Fix } from '../diagnostic.js'
import type { Draft } from '../draft/post.js'
import { type ReadOptions, readDraft } from '../draft/read.js'
import { lintSource } from '../lint.js'
import type { FileResult } from '../report.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { overlaps, type Source } from '../source.js'
import { applyEdits, collide } from './apply.js'

/** What fixing a draft gave. */
export interface Fixed {
  /** The draft as fixed; the same text where nothing was done. */
  readonly source: Source
  /** Linted again after the last fix. */
  readonly result: FileResult
  readonly applied: number
  /** Fixes that were left out, since they would have changed more than they meant. */
  readonly dropped: number
}

/** A draft is linted and fixed again until nothing changes, at most this often: two fixes that undo each other must not run for ever. */
const maxPasses = 20

/** Applies the safe fixes of a draft, or suggestions as well. Writes nothing. */
export function fixSource(
  source: Source,
  rulebook: Rulebook,
  options: ReadOptions & { readonly unsafe?: boolean } = {},
): Fixed {
  let current = source
  let result = lintSource(current, rulebook, options)
  let applied = 0
  let dropped = 0
  const seen = new Set([source.text])
  for (let pass = 0; pass < maxPasses; pass++) {
    const chosen = choose(result, options.unsafe ?? false)
    const kept = keepHarmless(current, chosen, options)
    dropped = chosen.length - kept.length
    const text = applyEdits(
      current.text,
      kept.flatMap(({ edits }) => edits),
    )
    if (kept.length === 0 || seen.has(text)) break
    seen.add(text)
    applied += kept.length
    current = { ...current, text }
    result = lintSource(current, rulebook, options)
  }
  return { source: current, result, applied, dropped }
}

/** The first fix of each diagnostic that may be applied; where two collide the earlier one goes first, the other in the next pass. */
function choose(result: FileResult, unsafe: boolean): Fix[] {
  const chosen: Fix[] = []
  for (const diagnostic of result.diagnostics) {
    const fix = diagnostic.fixes.find((candidate) => unsafe || candidate.safe)
    if (fix && !chosen.some((other) => collide(other.edits, fix.edits))) chosen.push(fix)
  }
  return chosen
}

/** All of them where the draft then reads as before but for what they touch; else those that pass alone, one after the other. */
function keepHarmless(source: Source, fixes: readonly Fix[], options: ReadOptions): Fix[] {
  const before = readDraft(source, options)
  if (isHarmless(source, before, fixes, options)) return [...fixes]
  const kept: Fix[] = []
  for (const fix of fixes) if (isHarmless(source, before, [...kept, fix], options)) kept.push(fix)
  return kept
}

/** Whether the file, read again, has the same posts and the same words everywhere outside the edited stretches. */
function isHarmless(source: Source, before: Draft, fixes: readonly Fix[], options: ReadOptions): boolean {
  if (fixes.length === 0) return true
  const edits = fixes.flatMap((fix) => fix.edits)
  const after = readDraft({ ...source, text: applyEdits(source.text, edits) }, options)
  // A draft that was broken may well read otherwise once it is mended.
  if (before.problems.length > 0) return after.problems.length <= before.problems.length
  if (after.problems.length > 0 || after.posts.length !== before.posts.length) return false
  return before.posts.every((post, index) => {
    const untouched = post.regions.filter(
      ({ map, text }) => !edits.some(({ span }) => overlaps(map.toFile({ start: 0, end: text.length }), span)),
    )
    const texts = new Set(after.posts[index]!.regions.map(({ field, text }) => `${field}\n${text}`))
    return untouched.every(({ field, text }) => texts.has(`${field}\n${text}`))
  })
}
