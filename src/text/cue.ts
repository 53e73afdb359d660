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

/** The cues that add up to a score, and those that do not, each with why. */
export interface Weighing {
  readonly counted: readonly Cue[]
  readonly others: readonly { readonly cue: Cue; readonly why: string }[]
}

/** Sorts all cues by whether they are among the counted ones; each is told of once, a place that says nothing twice too. */
export function weigh(all: readonly Cue[], counted: readonly Cue[]): Weighing {
  const told = new Set(counted.map(placeOf))
  const names = new Set(counted.map(({ name }) => name))
  const others = all.flatMap((cue) => {
    if (counted.includes(cue) || told.has(placeOf(cue))) return []
    told.add(placeOf(cue))
    return [{ cue, why: cue.discounted ?? (names.has(cue.name) ? 'one of its kind counts' : 'elsewhere in the post') }]
  })
  return { counted, others }
}

/** A field's cue has no place but its name. */
const placeOf = ({ name, text, span }: Cue): string =>
  text && span ? `${text.region.field} ${span.start} ${span.end}` : name
