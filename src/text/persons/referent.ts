import type { Referent, Role } from '../people.js'
import type { Person, PersonRole } from './person.js'

const roles: Readonly<Partial<Record<PersonRole, Role>>> = {
  patient: 'care',
  relative: 'person',
  unknown: 'person',
  staff: 'staff',
  author: 'staff',
  donor: 'giver',
  animal: 'animal',
  public: 'public',
  historical: 'public',
}

const spokenOf: ReadonlySet<string> = new Set([
  'addressed',
  'age',
  'in-memory',
  'introduced',
  'named',
  'pronoun',
  'relation',
  'relative-of',
  'story',
])

/** A person as a referent, among nouns and pronouns; an organization is none. Staff of whom care is told are somebody in care. */
export function referentOf({ span, role, cues }: Person): Referent[] {
  const inCare = role === 'staff' && cues.includes('receives-care')
  const known = inCare ? 'person' : roles[role]
  const isSpokenOf = cues.some((cue) => spokenOf.has(cue))
  return known ? [{ span, role: known, form: 'name', ...(isSpokenOf && { isSpokenOf }) }] : []
}
