import type { Judged } from './judge.js'
import { fold } from './lexicons.js'
import type { Person, PersonRole } from './person.js'

/**
 * One person, one role: who is named again by a part of the name is the same, and known as a patient anywhere is a patient everywhere. Loose mentions stay
 * only as a part of somebody's name.
 */
export function settleRoles(judged: readonly Judged[]): Person[] {
  const firm = judged.filter(({ isLoose }) => !isLoose).map(({ person }) => person)
  const groups: Person[][] = []
  for (const person of [...firm].sort((a, b) => wordsOf(b).length - wordsOf(a).length)) {
    const group = groups.find(([first]) => isPartOf(person, first!))
    if (group) group.push(person)
    else groups.push([person])
  }
  const roles = new Map(
    groups.flatMap((group) =>
      group.map((person) => [person, { role: strongest(group), cues: receivedBy(group) }] as const),
    ),
  )
  return judged.flatMap(({ person, isLoose }) => {
    if (!isLoose)
      return [{ ...person, role: roles.get(person)!.role, cues: [...person.cues, ...roles.get(person)!.cues] }]
    const known =
      groups.find(([first]) => wordsOf(first!).length > 1 && isPartOf(person, first!)) ??
      groups.find(([first]) => fold(first!.name) === fold(person.name))
    return known ? [{ ...person, role: strongest(known), cues: [...person.cues, 'same-name'] }] : []
  })
}

const wordsOf = ({ name }: Person) =>
  fold(name)
    .split(/[\s.]+/)
    .filter(Boolean)

/** Every word of the one is a word of the other: `Ana`, `Ms. Roe` and `Ana Roe`. */
function isPartOf(person: Person, of: Person): boolean {
  const known = wordsOf(of)
  return wordsOf(person).every((word) => known.includes(word))
}

const order: readonly PersonRole[] = [
  'organisation',
  'animal',
  'historical',
  'public',
  'author',
  'donor',
  'relative',
  'unknown',
]

/** Staff by title stays staff, and a patient by noun a patient; else care told of anybody makes a patient. */
function strongest(group: readonly Person[]): PersonRole {
  const roles = new Set(group.map(({ role }) => role))
  if (group.some(({ role, cues }) => role === 'patient' && cues.includes('patient-noun'))) return 'patient'
  if (roles.has('staff')) return 'staff'
  if (roles.has('patient')) return 'patient'
  return order.find((role) => roles.has(role)) ?? 'unknown'
}

/** Staff of whom care is told receive it. */
const receivedBy = (group: readonly Person[]): string[] =>
  strongest(group) === 'staff' && group.some(({ cues }) => cues.includes('care-event') || cues.includes('care-noun'))
    ? ['receives-care']
    : []
