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
export function sum(cues: readonly Cue[]): number {
  const best = new Map<string, number>()
  for (const { name, points, discounted } of cues) {
    if (discounted) continue
    const known = best.get(name)
    if (known === undefined || Math.abs(points) > Math.abs(known)) best.set(name, points)
  }
  return [...best.values()].reduce((total, points) => total + points, 0)
}
