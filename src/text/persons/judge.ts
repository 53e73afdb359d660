import type { Facts } from '../../facts.js'
import { statesOfTown } from '../towns.js'
import { type Candidate, isFirstName } from './candidate.js'
import { isColleague, isOfHiring, isThankedGiver } from './colleagues.js'
import type { Cue } from './cue.js'
import { cuesOf } from './evidence.js'
import { cueWords, figures, fold, isEponym, isGiven, isNamesake, isSurname, isWordlike } from './lexicons.js'
import type { Person, PersonForm, PersonRole } from './person.js'
import type { Item } from './run.js'
import { isEponymOfPatient } from './surnames.js'
import { isDevice, isMascot } from './things.js'
import { isTrainee } from './trainees.js'

/** A candidate that is a person's name, or one word that may turn out to be a part of another's. */
export interface Judged {
  readonly person: Person
  /** Too little evidence for itself: it counts only as a later mention of somebody already named. */
  readonly isLoose: boolean
}

/** Whether a candidate is a person, in what form and in which role. */
export function judge(candidate: Candidate, facts: Facts, isReply = false): Judged | undefined {
  if (isNoName(candidate) || isToy(candidate) || isMascot(candidate)) return undefined
  const cues = cuesOf(candidate)
  const form = formOf(candidate, cues)
  if (form === 'initials' && candidate.names[0]!.text.replace(/[^\p{L}]/gu, '').length > 3) return undefined
  if (form === 'initials' && !cues.has('patient-noun') && !isInitialled(candidate, cues)) return undefined
  const person: Person = {
    text: candidate.text,
    span: candidate.span,
    name: nameOf(candidate),
    form,
    role: roleOf(candidate, cues, facts, isReply),
    cues: [...cues],
    in: placeOf(candidate),
  }
  const strength = nameStrength(candidate) + evidence(candidate, cues) + (form === 'initials' ? 1 : 0)
  return { person, isLoose: strength < 3 }
}

/** `M.L. passed away`, `So proud of A.J., who finished rehab`: dotted letters, and the care or the death of whom they stand for. */
const isInitialled = ({ names, suffix, before }: Candidate, cues: ReadonlySet<Cue>): boolean =>
  names.length === 1 &&
  suffix.length === 0 &&
  /^(?:\p{Lu}\.){2,3}$/u.test(names[0]!.text) &&
  !cueWords('not_initials').has(names[0]!.text.replace(/\.$/, '')) &&
  (/(?:^|[.!?:\n]\s*)$/.test(before) || cues.has('introduced') || cues.has('relation')) &&
  (cues.has('care-event') || cues.has('own-care'))

/** `it's a Buzz Lightyear`: a thing that is called after a figure. */
const isToy = (candidate: Candidate): boolean =>
  /\ban? $/i.test(candidate.before) &&
  (figures().has(fold(nameOf(candidate))) || isNamesake(fold(nameOf(candidate)).replace('-', ' ')))

/** The name as written, without titles; a nickname without its quotes. */
const nameOf = ({ names }: Candidate) => names.map(({ text }) => text.replace(/["()]/g, '')).join(' ')

const placeOf = ({ text }: Candidate): Person['in'] => (/(?:^|\.)alt$/.test(text.region.field) ? 'alt' : 'text')

/** Capitals that cannot be a name whatever stands around them. */
function isNoName(candidate: Candidate): boolean {
  const { names, prefix, text, sentence, shape } = candidate
  // He is a surname too, but not where it opens a sentence by itself.
  if (names.length === 1 && prefix.length === 0 && /^(?:He|She|They|We|It|You|An|My|Her|His)$/.test(names[0]!.text))
    return true
  if (names.length > 6 || shape !== 'capitals') return names.length > 6
  const letters = names.map((name) => name.text).join('')
  const isShouted = /^[\p{Lu}'.-]{2,}$/u.test(letters) && names[0]!.kind !== 'initials'
  if (names.length === 1 && isShouted && isShoutedName(names[0]!)) return false
  if (
    isShouted &&
    prefix.length === 0 &&
    !/\p{Lu}{4,}[^\p{Ll}]*\p{Lu}{3,}/u.test(text.text.slice(sentence.start, sentence.end))
  )
    return letters.length < 7
  const [only] = names
  if (names.length === 1 && prefix.length === 0 && only!.text.length === 1) return true
  if (names.length === 1 && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days$/.test(only!.text)) return true
  if (isPartOfPlace(candidate)) return true
  // `5 West` is a floor.
  if (names.length === 1 && /\b\d{1,2} $/.test(candidate.before) && /^(?:North|South|East|West)$/.test(only!.text))
    return true
  if (names.length === 1 && prefix.length === 0 && isMonthInTime(candidate)) return true
  return (
    names.length === 1 &&
    prefix.length === 0 &&
    isEponym(only!.folded) &&
    (only!.isPossessive || !isGiven(only!.folded)) &&
    !isEponymOfPatient(text, only!)
  )
}

/** `can we talk about GINA`: a first name that is no word and no abbreviation. */
const isShoutedName = ({ text, folded }: Item) =>
  text.length > 3 &&
  isGiven(folded) &&
  !isWordlike(folded) &&
  !isEponym(folded) &&
  !cueWords('not_initials_bare').has(text)

/** `last May`, `since April`, `June 4`. */
const isMonthInTime = ({ names, before, after }: Candidate) =>
  cueWords('calendar').has(names[0]!.text) &&
  (/\b(?:last|next|this|since|until|till|by|in|early|mid|late|of|every|each|from|through|past)[ -]$/i.test(before) ||
    /^ \d/.test(after))

/** How much like a name the words look by themselves, 3 being enough. */
function nameStrength(candidate: Candidate): number {
  const names = candidate.names.filter(({ kind }) => kind !== 'particle' && kind !== 'nickname' && kind !== 'roman')
  const [first, ...rest] = names
  const last = rest.at(-1)
  const penalty = candidate.isTitleCase ? 1 : 0
  if (!last)
    return (
      (first!.kind === 'given'
        ? 3
        : first!.kind === 'surname' || (first!.kind === 'wordlike' && isGiven(first!.folded))
          ? 1
          : 0) - penalty
    )
  if (first!.kind === 'initials') return last.kind === 'wordlike' ? 2 : 3
  if (last.kind === 'initials') return isFirstName(first!) || first!.kind === 'surname' ? 3 : 1
  if (first!.kind === 'given')
    return last.kind === 'unknown' && candidate.isTitleCase ? 2 : 3 + (isSurname(last.folded) ? 1 : 0)
  if (last.kind === 'surname') return 3 - penalty * (isGiven(first!.folded) ? 0 : 1)
  if (last.kind === 'given') return isFirstName(first!) ? 3 - penalty : 2
  return (isGiven(first!.folded) && (isSurname(last.folded) || last.kind === 'unknown') ? 2 : 1) - penalty
}

const strong: readonly Cue[] = [
  'own-care',
  'family',
  'honorific',
  'staff-title',
  'office',
  'credentials',
  'patient-noun',
  'age',
  'care-noun',
  'treated',
  'named',
  'kin-title',
]
const middling: readonly Cue[] = [
  'listed',
  'relation',
  'care-event',
  'quoted',
  'pronoun',
  'job',
  'speech',
  'staff-verb',
]
const weak: readonly Cue[] = ['introduced', 'in-memory', 'addressed', 'story', 'relative-of', 'author', 'animal']

/** What the surroundings add. A name in no list needs the shape of a sentence about a person. */
function evidence(candidate: Candidate, cues: ReadonlySet<Cue>): number {
  const count = (list: readonly Cue[]) => list.filter((cue) => cues.has(cue)).length
  const calledFor = candidate.shape === 'nickname' ? 2 : 0
  return (
    Math.min(4, 3 * count(strong) + 2 * count(middling) + count(weak) + (cues.has('care-event') ? 0.5 : 0)) +
    calledFor -
    doubt(candidate, cues)
  )
}

/** What speaks for a place, an organisation or a plain word. */
function doubt(
  { names, prefix, before, suffix, isPossessive, isTitleCase }: Candidate,
  cues: ReadonlySet<Cue>,
): number {
  const isAlone = names.length === 1
  const isWord = isAlone && (names[0]!.kind === 'wordlike' || names[0]!.kind === 'unknown')
  let points = 0
  if (cues.has('place') && !cues.has('honorific')) points += isAlone || names.at(-1)!.kind === 'organisation' ? 4 : 2
  if (isAlone && origin.test(before) && isTown(names[0]!.text)) points += 4
  if (isAlone && isMaybeTown(names[0]!, cues)) points += 2
  if (
    isAlone &&
    !cues.has('honorific') &&
    names[0]!.kind === 'unknown' &&
    /\b(?:from|of|to) $/i.test(before) &&
    isTown(names[0]!.text)
  )
    points += 2
  if (isAlone && cues.has('organisation')) points += 2
  if (isWord && suffix[0]?.kind === 'word') points += 2
  if (isWord && isTitleCase) points += 1
  // `ninety miles from Cutler`.
  if (isAlone && /\b(?:miles|way|here|in|over|down|up) from $/i.test(before) && !isGiven(names[0]!.folded)) points += 3
  // Granger Tire is a shop.
  if (isAlone && !isWord && !isPossessive && !isTitleCase && suffix[0]?.kind === 'word') points += 1
  if (isWord && prefix.length === 0 && before.trim() === '') points += 0.5
  return points
}

/** `She comes from Lafayette`, `Lincoln native`. */
const origin =
  /\b(?:(?:comes?|came|hails?|is|was|originally|moved|moving|transferred|drove|drives|flew|traveled|native|grew up|lives?|lived|raised|born) (?:\w+ )?(?:from|of|to|in|near)|outside|resident of) $/iu

/** `4120 Dixie Hwy`, `Corpus Christi`, `Fort Riley`: a name beside what makes it a street, a town or a base. */
function isPartOfPlace({ names, before, after, prefix, text, span }: Candidate): boolean {
  if (names.length > 1) return false
  if (prefix.length > 0 && prefix.at(-1)!.kind !== 'place') return false
  const street =
    /^ (?:Hwy|Highway|St|Street|Ave|Avenue|Rd|Road|Ln|Lane|Dr|Drive|Blvd|Pkwy|Parkway|Ct|Court|Pike|Trail)\b/
  if (
    street.test(text.text.slice(span.end, span.end + 12)) &&
    /\d+(?: [NSEW]\.?)? $|\b(?:on|off|at|from|to|our|the) $/.test(before)
  )
    return true
  const [previous] = /\p{Lu}[\p{L}.]+(?= $)/u.exec(before) ?? []
  const [next] = /^ (\p{Lu}\p{Ll}+)/u.exec(after)?.slice(1) ?? []
  const name = names[0]!.text
  return (
    (prefix.at(-1)?.kind === 'place' && isTown(`${prefix.at(-1)!.text} ${name}`)) ||
    /^(?:Fort|Ft\.|Camp|Mount|Mt\.|Lake|Port)$/.test(prefix.at(-1)?.text ?? '') ||
    (previous !== undefined && (isTown(`${previous} ${name}`) || land.test(name))) ||
    (next !== undefined && isTown(`${name} ${next}`) && inPlace.test(before))
  )
}
/** `Table Rock`. */
const land =
  /^(?:Rock|Cliff|Glen|Dale|Forest|Brook|River|Stone|Heath|Ford|Marsh|Reef|Summit|Ridge|Sierra|Delta|Mesa|Canyon)$/
const inPlace = /\b(?:from|in|near|to|of|at|around) $/i

const isTown = (name: string) => statesOfTown(name).length > 0
/** A town's name in no list of names is a town's, whatever is told in the sentence. */
const isMaybeTown = ({ kind, text }: Item, cues: ReadonlySet<Cue>) =>
  (cues.size === 0 ||
    (kind === 'unknown' && !cues.has('honorific') && !cues.has('age') && !cues.has('patient-noun'))) &&
  isTown(text)

function formOf({ names, prefix, shape }: Candidate, cues: ReadonlySet<Cue>): PersonForm {
  if (shape === 'nickname') return 'nickname'
  const words = names.filter(
    ({ kind }) => kind !== 'particle' && kind !== 'initials' && kind !== 'nickname' && kind !== 'roman',
  )
  if (words.length === 0) return 'initials'
  // Miss Ana is a first name with a courtesy.
  if (cues.has('honorific'))
    return /^Miss$/i.test(prefix.at(-1)!.text) && words.length === 1 && isGiven(words[0]!.folded)
      ? 'first'
      : 'honorific'
  if (words.length > 1) return 'full'
  const [word] = words
  const hasInitialFirst = names[0]!.kind === 'initials'
  if (hasInitialFirst) return 'full'
  if (prefix.at(-1)?.kind === 'kin') return 'kin'
  if (cues.has('family')) return 'surname'
  if (cues.has('staff-title') && !isGiven(word!.folded)) return 'surname'
  if (isGiven(word!.folded) || shape === 'lower-case') return 'first'
  return isSurname(word!.folded) ? 'surname' : 'first'
}

/** In order: whose name it surely is not a patient's, then what ties it to care. */
function roleOf(candidate: Candidate, cues: ReadonlySet<Cue>, facts: Facts, isReply: boolean): PersonRole {
  const name = fold(nameOf(candidate))
  const figure = figures().get(name)
  const claimsPatient = cues.has('patient-noun') || cues.has('treated')
  const isOurs = claimsPatient || cues.has('treated-here')
  if (cues.has('organisation') || isDevice(candidate)) return 'organisation'
  if (isNamesake(name.replace('-', ' ')) && !isBearer(candidate, cues)) return 'organisation'
  if (isOwnStaff(name, facts)) return 'staff'
  if (figure && !isOurs) return figure
  if (cues.has('animal') && !cues.has('honorific') && candidate.names.length < 3 && !cues.has('age')) return 'animal'
  if (cues.has('thing') && !cues.has('staff-title')) return 'animal'
  const hasOtherTitle =
    cues.has('staff-title') && !cues.has('credentials') && !cues.has('job') && hasOutsideTitle(candidate)
  const isTold = caredFor.some((cue) => cues.has(cue))
  if (hasOtherTitle && (claimsPatient || isTold)) return 'patient'
  if (cues.has('staff-title') || cues.has('credentials')) return 'staff'
  if (isTrainee(candidate)) return 'staff'
  if (cues.has('patient-noun') || cues.has('listed')) return 'patient'
  if (cues.has('job') || cues.has('hired')) return 'staff'
  if (!isTold && !cues.has('treated') && isColleague(candidate)) return 'staff'
  if (isReply && isSignature(candidate)) return 'staff'
  if (cues.has('here') && (cues.has('office') || cues.has('author')) && isTold) return 'patient'
  if ((cues.has('office') || cues.has('public') || figure) && isOurs) return 'patient'
  if (cues.has('office') || cues.has('public')) return 'public'
  if (cues.has('staff-verb') && !isTold && !(cues.has('treated') && cues.has('age'))) return 'staff'
  if (cues.has('own-care')) return cues.has('relative-of') || cues.has('relation') ? 'relative' : 'patient'
  if (cues.has('author')) return 'author'
  if (cues.has('care-event') || cues.has('care-noun') || cues.has('treated') || cues.has('testimonial'))
    return 'patient'
  if (isReply && cues.has('addressed')) return isOfHiring(candidate) ? 'staff' : 'patient'
  if (cues.has('donor') || cues.has('gives') || isThankedGiver(candidate)) return 'donor'
  if (candidate.prefix.some(({ kind, text }) => kind === 'kin' && newborn.test(text))) return 'patient'
  if (cues.has('relation') || cues.has('relative-of') || cues.has('kin-title')) return 'relative'
  if (cues.has('speech') && !cues.has('age')) return 'author'
  if (cues.has('family') && cues.has('addressed')) return 'donor'
  return 'unknown'
}

/** Somebody who is called as a hospital or a character is: `Mrs. Jane Doe`, `Our patient Paul Newman`, `Mary Washington, 84`. */
const isBearer = ({ text, sentence, before, names }: Candidate, cues: ReadonlySet<Cue>): boolean =>
  isFirstName(names[0]!) &&
  (called.some((cue) => cues.has(cue)) || (!from.test(before) && caredFor.some((cue) => cues.has(cue)))) &&
  !sample.test(text.text.slice(sentence.start, sentence.end))

const called: readonly Cue[] = ['honorific', 'patient-noun', 'treated', 'age']
const from = /(?<!\p{L})(?:from|at|in|near|by|via|through) $/iu
const sample = /(?<!\p{L})(?:examples?|samples?|placeholders?|templates?|hypothetical|pretend|e\.g\.)(?!\p{L})/iu

/** Care that is told of whoever is named, in one way or another. */
const caredFor: readonly Cue[] = ['care-event', 'care-noun', 'receives-care', 'testimonial', 'own-care']

/** Coach, Pastor, Lieutenant: who has such a title works elsewhere as often as here, so that care told of them makes a patient. */
const hasOutsideTitle = ({ prefix }: Candidate) =>
  prefix.every(({ kind, text }) => kind !== 'title' || cueWords('outside_titles').has(text))

/** `— Wes`, at the end of an answer. */
const isSignature = ({ text, span }: Candidate) =>
  /(?:^|\s)[-–—~]{1,2}\s*$/.test(text.text.slice(Math.max(0, span.start - 6), span.start)) &&
  text.text.slice(span.end).trim().length < 30

const newborn = /^(?:Baby|Babies|Girl|Boy|Infant|Twins?|Triplets|Little|Lil)$/i

/** Whether the config names somebody so: all words of the name are in one entry. */
function isOwnStaff(name: string, { organization }: Facts): boolean {
  if (organization.staff.length === 0) return false
  const words = name.split(' ')
  return organization.staff.some((entry) => {
    const known = new Set(fold(entry).split(/[\s,.]+/))
    return words.every((word) => known.has(word))
  })
}

/** Whether a product of the organisation's, or the organisation itself, is called so. */
export function isOwnName(name: string, { organization, products }: Facts): boolean {
  const folded = fold(name)
  if (
    organization.name &&
    fold(organization.name)
      .split(/[^\p{L}']+/u)
      .includes(folded) &&
    !isGiven(folded)
  )
    return true
  return (
    products.some(({ brand, aliases = [] }) => [brand, ...aliases].some((known) => fold(known) === folded)) &&
    (!isGiven(folded) || isWordlike(folded))
  )
}
