import type { Span } from '../source.js'
import type { Text } from './text.js'

/** Something in a post that ties it to a person's care, or speaks against that (domain/hipaa.md 2.1). */
export interface Cue {
  /** `care event`, `person in care`, `type`, `story frame`, ... */
  readonly name: string
  /** What it counts where it stands; negative for what speaks against care. */
  readonly points: number
  /** Undefined for what a draft field says. */
  readonly text?: Text
  readonly span?: Span
  /** Why it was not counted: `people in general`, `no person`, `staff`. */
  readonly discounted?: string
}

/** Two points make patient context. */
export const threshold = 2

/** Distinct cues count once each, at their best. */
export const sum = (cues: readonly Cue[]): number => bestOf(cues).reduce((total, { points }) => total + points, 0)

/** The cues that count: of each name the first that says most. */
export function bestOf(cues: readonly Cue[]): readonly Cue[] {
  const best = new Map<string, Cue>()
  for (const cue of cues) {
    if (cue.discounted) continue
    const known = best.get(cue.name)
    if (known === undefined || Math.abs(cue.points) > Math.abs(known.points)) best.set(cue.name, cue)
  }
  return [...best.values()]
}
