import type { Candidate } from './candidate.js'

/** What a candidate's surroundings say of it. The name of a cue is what `medlint show` prints. */
export type Cue =
  | 'honorific'
  | 'kin-title'
  | 'staff-title'
  | 'office'
  | 'credentials'
  | 'job'
  | 'hired'
  | 'staff-verb'
  | 'speech'
  | 'patient-noun'
  | 'relation'
  | 'age'
  | 'care-event'
  | 'care-noun'
  | 'story'
  | 'treated'
  | 'introduced'
  | 'named'
  | 'in-memory'
  | 'addressed'
  | 'quoted'
  | 'testimonial'
  | 'pronoun'
  | 'family'
  | 'organisation'
  | 'place'
  | 'donor'
  | 'gives'
  | 'author'
  | 'animal'
  | 'thing'
  | 'public'
  | 'relative-of'
  | 'receives-care'
  | 'own-care'
  | 'here'
  | 'treated-here'
  | 'listed'

/** Whether a cue holds for a candidate. */
export type Test = (candidate: Candidate) => boolean

/** Cues with their tests. */
export type Tests = readonly (readonly [Cue, Test])[]

/** What must stand right before the name: a regular expression whose first word is a whole one. */
export const before = (source: string): Test => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})$`, 'iu')
  return (candidate) => pattern.test(candidate.before)
}

/** What must stand right after the name: a regular expression. */
export const after = (source: string): Test => {
  const pattern = new RegExp(`^${source}`, 'iu')
  return (candidate) => pattern.test(candidate.after)
}

export const either =
  (...tests: Test[]): Test =>
  (candidate) =>
    tests.some((test) => test(candidate))

/** The end of a word. */
export const end = '(?![\\p{L}\\p{N}])'
