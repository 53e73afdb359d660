import type { Judged } from './judge.js'
import { cueWords, fold, isGiven } from './lexicons.js'
import type { Person, PersonRole } from './person.js'

/**
 * One person, one role: who is named again by a part of the name is the same, and known as a patient anywhere is a patient everywhere. Loose mentions stay
 * only as a part of somebody's name.
 */
export function settleRoles(judged: readonly Judged[]): Person[] {
  const known = new KnownPersons()
  const firm = judged.filter(({ isLoose }) => !isLoose).map(({ person }) => person)
  for (const person of [...firm].sort((a, b) => wordsOf(b).length - wordsOf(a).length)) known.add(person)
  return judged.flatMap(({ person, isLoose }) => {
    const group = known.groupOf(person)
    if (!group) return []
    const cues = isLoose ? ['same-name'] : group.receivesCare ? ['receives-care'] : []
    const role = known.roleBeside(person, judged) ?? group.role
    return [{ ...person, role, cues: [...new Set([...person.cues, ...cues])] }]
  })
}

const wordsOf = ({ name }: Person) =>
  fold(name)
    .split(/[\s.]+/)
    .filter(Boolean)

/** Everybody named so far, by the words of their names; the longest names come first. */
class KnownPersons {
  readonly #byWord = new Map<string, Group[]>()

  add(person: Person): void {
    const group = this.groupOf(person)
    if (group) group.persons.push(person)
    else this.#found(person)
  }

  /** Whose name has every word of the person's: `Ana`, `Ms. Roe` and `Ana Roe` are one. */
  groupOf(person: Person): Group | undefined {
    const words = wordsOf(person)
    return (
      this.#byWord.get(words[0] ?? '')?.find((group) => words.every((word) => group.words.has(word))) ??
      (words.length === 1 && person.form === 'first' ? this.#calledFor(words[0]!) : undefined)
    )
  }

  /** `Piet and Johanna Vandermolen`: who shares a surname with a giver or a colleague is one too, where nothing else is told of them. */
  roleBeside({ text, span, form, cues }: Person, judged: readonly Judged[]): PersonRole | undefined {
    if (form !== 'first' || cues.some((cue) => ofCare.has(cue))) return undefined
    const other = judged.find(
      ({ person: { text: same, span: next, form: whole } }) =>
        same === text && whole === 'full' && /^ (?:and|&) $/.test(text.text.slice(span.end, next.start)),
    )
    const role = other && this.groupOf(other.person)?.role
    return role === 'donor' || role === 'staff' || role === 'public' ? role : undefined
  }

  /** Whoever has a first name of which this is short: `Len` for `Leonard`. */
  #calledFor(short: string): Group | undefined {
    for (const [word, groups] of this.#byWord)
      if (isShortFor(short, word)) return groups.find(({ persons }) => persons.some(({ form }) => form === 'full'))
    return undefined
  }

  #found(person: Person): void {
    const group = new Group(person)
    for (const word of group.words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), group])
  }
}

const isShortFor = (short: string, word: string) =>
  (short.length > 2 && word.length > short.length && word.startsWith(short) && isGiven(word)) ||
  cueWords('nicknames').has(`${short}-${word}`)

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

/** The mentions of one person. */
class Group {
  readonly persons: Person[]
  readonly words: ReadonlySet<string>
  #role: PersonRole | undefined

  constructor(person: Person) {
    this.persons = [person]
    this.words = new Set(wordsOf(person))
  }

  /** Staff by title stays staff, and a patient by noun a patient; else care told of anybody makes a patient. Asked for when all are there. */
  get role(): PersonRole {
    this.#role ??= strongest(this.persons)
    return this.#role
  }

  /** Staff of whom care is told. */
  get receivesCare(): boolean {
    return (
      this.role === 'staff' &&
      this.persons.some(({ cues }) => ['receives-care', 'care-event', 'care-noun'].some((cue) => cues.includes(cue)))
    )
  }
}

const ofCare: ReadonlySet<string> = new Set(['patient-noun', 'own-care', 'care-noun', 'treated', 'age'])

const subjectCues = ['introduced', 'age', 'in-memory', 'support-tag']

function strongest(persons: readonly Person[]): PersonRole {
  const roles = new Set(persons.map(({ role }) => role))
  if (persons.some(({ role, cues }) => role === 'patient' && cues.includes('patient-noun'))) return 'patient'
  // `Meet Doug 🤖 Doug was admitted to the third floor`.
  if (persons.some(({ role, cues }) => role === 'animal' && cues.includes('thing'))) return 'animal'
  if (roles.has('staff')) return 'staff'
  if (roles.has('patient')) return 'patient'
  // Whom a post introduces and then lets speak is its subject, and no spokesman.
  const isSubject = persons.some(
    ({ role, cues }) => role === 'unknown' && subjectCues.some((cue) => cues.includes(cue)),
  )
  if (roles.has('author') && isSubject) return 'unknown'
  return order.find((role) => roles.has(role)) ?? 'unknown'
}
