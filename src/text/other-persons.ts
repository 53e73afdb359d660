import { overlaps } from '../source.js'
import type { Consent } from './consent.js'
import { isInCare } from './in-care.js'
import { isListedName, isSameName, isSameSurname } from './persons/same-name.js'
import type { Person } from './persons.js'
import type { PostText } from './post-text.js'
import { toldEarlier } from './sibling-consents.js'

/** A patient whom a post names and none of its consents is of: one authorization is of one individual (45 CFR 164.508(c)(1)(vi)). */
export interface OtherPerson {
  /** As first named. */
  readonly person: Person
  /** `other`: the consents say whose they are, and it is somebody else's; `second`: there are more patients than consents; `earlier`: the first ones stand in earlier posts of the file. */
  readonly why: 'other' | 'second' | 'earlier'
}

/**
 * The named patients beyond those whom the post's consents are of. Relatives, couples, staff and quoted writers are none of them, and names are compared in
 * every shape that one person's can have: a false alarm would teach writers to leave `subject` out.
 */
export function othersIn(post: PostText): readonly OtherPerson[] {
  const { consents } = post.consent
  if (!consents.some(({ status }) => status === 'valid' || status === 'unverified')) return []
  const subjects = consents.flatMap(({ record }) => record?.subject ?? [])
  const unnamed = countUnnamed(consents)
  const groups = patientsIn(post, subjects)
  const unmatched = groups.filter((group) => !group.some(({ name }) => subjects.some((one) => isSameName(name, one))))
  const beyond = unmatched.slice(unnamed)
  if (beyond.length > 0 || unnamed === 0 || unmatched.length === 0)
    return beyond.map((group) => ({ person: group[0]!, why: unnamed === 0 ? 'other' : 'second' }))
  const strangers = beyondEarlier(unmatched, unnamed, post)
  return strangers.map((group) => ({ person: group[0]!, why: 'earlier' }))
}

/** Whom this post tells of and no earlier post under the same ids does, where those have used the ids up. */
function beyondEarlier(groups: readonly Person[][], count: number, post: PostText): readonly Person[][] {
  const earlier: Person[][] = []
  for (const persons of toldEarlier(post, patientsOf)) {
    const own = earlier.find((group) => group.some((one) => persons.some((other) => maySharePosts(one, other))))
    if (own) own.push(...persons)
    else earlier.push([...persons])
  }
  if (earlier.length < count) return []
  const isKnown = (group: readonly Person[]) =>
    earlier.some((known) => known.some((one) => group.some((other) => maySharePosts(one, other))))
  return groups.filter((group) => !isKnown(group))
}

/** One person, or one family. */
const maySharePosts = (one: Person, other: Person) => mayBeOne(one, other) || isSameSurname(one.name, other.name)

/** The patients whom a post names, each with all mentions. */
const patientsOf = (post: PostText): readonly Person[][] => patientsIn(post, [])

/** How many persons the consents that do not say whose they are may be of. */
function countUnnamed(consents: readonly Consent[]): number {
  const keyOf = ({ record, id }: Consent, index: number) => record?.subjectRef ?? id ?? String(index)
  const all = consents.map((consent, index) => ({ key: keyOf(consent, index), names: consent.record?.subject ?? [] }))
  const named = new Set(all.filter(({ names }) => names.length > 0).map(({ key }) => key))
  return new Set(all.filter(({ key }) => !named.has(key)).map(({ key }) => key)).size
}

/** Each patient with all mentions. Where the consents say whose they are and nobody of that name is there, whoever the post tells of is likely somebody else. */
function patientsIn(post: PostText, subjects: readonly string[]): Person[][] {
  const persons = post.persons.filter(
    ({ in: place, form }) => (place === 'text' || place === 'alt') && form !== 'handle',
  )
  const isThere = persons.some(({ name }) => subjects.some((one) => isSameName(name, one)))
  const isAlone = subjects.length > 0 && !isThere
  const isMeant = isAlone ? isToldOf : isPatient
  const groups: Person[][] = []
  for (const person of persons.filter((one) => isMeant(one) && isInCare(one, post))) {
    const own = groups.find((group) => group.some((one) => mayBeOne(one, person)))
    if (own) own.push(person)
    else groups.push([person])
  }
  // `Grandpa Leroy` may be the one patient of the post, but hardly a second one.
  const isChild = ({ cues }: Person) => !isAlone && cues.includes('kin-title')
  return groups.filter((group) => !group.some((person) => isChild(person) || isOfFamily(person, persons)))
}

const isPatient = (person: Person) => person.role === 'patient' && isCertainName(person)

/** By a name that is one for certain: other capitals may turn out to be a day or a verb, and would make two persons of one. */
const isCertainName = ({ form, name, cues }: Person) =>
  form === 'full' || cues.some((cue) => certain.has(cue)) || isListedName(name)

const certain: ReadonlySet<string> = new Set(['patient-noun', 'honorific', 'age', 'introduced'])

/** A patient, or a private person of whom more is said than thanks or a credit. */
const isToldOf = (person: Person) =>
  person.role === 'patient'
    ? isCertainName(person) || person.cues.includes('care-event')
    : person.role === 'unknown' &&
      isCertainName(person) &&
      person.cues.some((cue) => telling.has(cue)) &&
      !isCredit(person)

const telling: ReadonlySet<string> = new Set([
  'pronoun',
  'honorific',
  'introduced',
  'age',
  'in-memory',
  'story',
  'named',
])

/** `Photo: Mark Lee`, `Story by Ana Diaz`. */
const isCredit = ({ text, span }: Person) =>
  /(?<!\p{L})(?:photos?|pictures?|images?|videos?|films?|credits?|courtesy|📷|📸|by)(?: credit| of| by)?[:,]? $/iu.test(
    text.text.slice(Math.max(0, span.start - 24), span.start),
  )

const lastOnly: ReadonlySet<string> = new Set(['honorific', 'surname'])

/** Also `Jane`, who is `Ms. Roe` further on. */
const mayBeOne = (one: Person, other: Person): boolean =>
  isSameName(one.name, other.name) ||
  (lastOnly.has(one.form) !== lastOnly.has(other.form) && [one, other].every(({ form }) => form !== 'full'))

const related: ReadonlySet<string> = new Set(['relation', 'relative-of', 'family'])

/** `her husband Tom`, `baby Mia`, `Jane and Tom Roe`, `twins Ava and Leo`: for relatives a consent has `covers: [family]`, and a parent may act for a child. */
const isOfFamily = (person: Person, named: readonly Person[]): boolean =>
  !isPatientToo(person) && (isRelated(person) || named.some((other) => other !== person && areOneFamily(person, other)))

const isRelated = ({ text, span, cues }: Person): boolean =>
  cues.some((cue) => related.has(cue)) || kin.test(text.text.slice(Math.max(0, span.start - 24), span.start))

/** `Her sister Kate was treated here`: no covers of `family` and no parent's signature speak for an adult who is a patient, too. */
const isPatientToo = ({ text, span, role, cues }: Person): boolean =>
  role === 'patient' &&
  cues.includes('here') &&
  cues.includes('care-event') &&
  adultKin.test(text.text.slice(Math.max(0, span.start - 24), span.start))

const adultKin =
  /(?<!\p{L})(?:sister|brother|mother|mom|father|dad|husband|wife|spouse|partner|fianc[ée]e?|aunt|uncle|cousin|grandmother|grandfather)(?:-in-law)?,? $/iu

const kin =
  /(?<!\p{L})(?:bab(?:y|ies)|newborns?|twins?|triplets?|sons?|daughters?|brothers?|sisters?|siblings?|cousins?|spouses?|couple|kids|children)[,:]? $/iu

function areOneFamily(one: Person, other: Person): boolean {
  if (one.text !== other.text || overlaps(one.span, other.span) || isSameName(one.name, other.name)) return false
  if (isSameSurname(one.name, other.name)) return true
  const [first, second] = one.span.start < other.span.start ? [one, other] : [other, one]
  const between = one.text.text.slice(first.span.end, second.span.start)
  const isPair = /^(?:, (?:and )?| and | & | y )$/.test(between)
  return isPair && ((first.form === 'first' && second.form === 'full') || isRelated(first) || first.form === 'kin')
}
