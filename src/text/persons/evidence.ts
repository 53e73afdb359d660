import { once } from '../../once.js'
import { isTestimonial } from './attribution.js'
import type { Candidate } from './candidate.js'
import { isColleague } from './colleagues.js'
import { type Cue, end } from './cue.js'
import { cuesOfCare } from './cues-of-care.js'
import { cuesOfOthers } from './cues-of-others.js'
import { cuesOfWork } from './cues-of-work.js'
import { cuePhrases, cueWords } from './lexicons.js'
import { hasOwnCare, isTreatedHere, type SubjectEvent, subjectEvent } from './subject-event.js'
import { isTrainee } from './trainees.js'

/** The cues that hold for a candidate, care events among them. */
export function cuesOf(candidate: Candidate): Set<Cue> {
  const cues = new Set<Cue>(
    [cuesOfWork, cuesOfCare, cuesOfOthers]
      .flatMap((tests) => tests())
      .filter(([, test]) => test(candidate))
      .map(([cue]) => cue),
  )
  if (cues.has('job') && isRelativeThanking(candidate)) cues.delete('job')
  if (cues.has('quoted') && isTestimonial(candidate)) cues.add('testimonial')
  const event = subjectEvent(candidate)
  if (event?.isGiven && !cues.has('honorific') && !cues.has('kin-title')) cues.add('staff-verb')
  if (event && !event.isGiven && !isOfWork(candidate, event, cues)) cues.add('care-event')
  if (receivedCare().test(candidate.after) || isTreatedHere(candidate)) cues.add('receives-care')
  if (hasOwnCare(candidate)) cues.add('own-care')
  if (ours.test(candidate.after)) cues.add('here')
  if (isCareOfOurs(candidate, event, cues)) cues.add('treated-here')
  return cues
}

/** What staff do and what befalls them as staff: they arrive, retire and die, and graduate from their training. */
const isOfWork = (candidate: Candidate, event: SubjectEvent, cues: ReadonlySet<Cue>): boolean =>
  isTrainee(candidate) ||
  (isStationary(event) && !isOutsider(candidate) && (isStaffCue(cues) || isColleague(candidate)))

/** Officer, Coach: who works elsewhere. */
const isOutsider = ({ prefix }: Candidate) => prefix.some(({ text }) => cueWords('outside_titles').has(text))

const isStaffCue = (cues: ReadonlySet<Cue>) =>
  cues.has('staff-title') || cues.has('credentials') || cues.has('job') || cues.has('hired')
const struck =
  /cod(?:ed|es|ing)|collapsed|unresponsive|resuscitat|intubat|flatlin|arrest|hospitali|life support|coma|went (?:blue|septic)|lost (?:his|her|their) pulse|(?:was|got) (?:shot|hit|stabbed|burned|bitten)/

/** Staff come to a unit and spend years on it, open up, join a program, and are mourned. */
const isStationary = ({ sort, words }: SubjectEvent) =>
  (/^(?:arrival|admission|payment|therapy|death)$/.test(sort) && !struck.test(words)) ||
  /^(?:joined|started (?:as|with|at)|enrolled)/.test(words)

/** `His wife, Carla Ostrom, thanked our ICU nurses`: the job is that of others. */
const isRelativeThanking = ({ before, after }: Candidate): boolean => kinBefore().test(before) && !ownJob().test(after)

const kinBefore = once(
  () =>
    new RegExp(`(?<!\\p{L})(?:his|her|their|my|\\p{L}+'s) (?:[\\p{L}-]+ )?(?:${cuePhrases('relations')}),? $`, 'iu'),
)
const ownJob = once(
  () =>
    new RegExp(
      `^(?:,? (?:who )?(?:is|was|works as|serves as)(?: (?:an?|the|our|one of our|also|now))*|, (?:an?|our|the|one of our|fellow)|,)(?: (?!that|our|the|for|to|how|because|and|when|with|of|from|by|thank\\p{L}*|grateful|told|gave|said)[\\p{L}-]+){0,3} (?:${cuePhrases('jobs')})${end}`,
      'iu',
    ),
)

const had: readonly Cue[] = ['own-care', 'care-noun', 'receives-care']
/** Who comes, joins or moves in is a visitor as often; who was admitted, struck or died is none. */
const isOfVisit = ({ sort, words }: SubjectEvent) =>
  (/^(?:arrival|admission|payment|therapy)$/.test(sort) &&
    !/^(?:was|is|were)(?!\p{L})/u.test(words) &&
    !struck.test(words)) ||
  /^(?:joined|visited|toured|started)/.test(words)

/** Care that whoever writes gave: also of whom the public knows, it is theirs to keep (45 CFR 164.502). */
function isCareOfOurs({ after, beyond }: Candidate, event: SubjectEvent | undefined, cues: ReadonlySet<Cue>): boolean {
  const isTold = (event !== undefined && !event.isGiven && !isOfVisit(event)) || had.some((cue) => cues.has(cue))
  return isTold && byUs.test(after + (/^[^.!?]*[.!?]?\s*$/.test(after) ? beyond : ''))
}

const byUs =
  /^[^.!?\n]{0,90}(?<!\p{L})(?:with us|by us|right here|here(?=[,.!]| at| with| in)|(?:at|in|on|by|from) our (?!patients?(?!\p{L}))(?:\p{L}[\p{L}'-]* ){0,3}?(?:hospitals?|clinics?|centers?|ER|ED|OR|ICU|NICU|units?|wing|ward|floor|table|cath lab|emergency (?:room|department)|office|practice|facility|campus|team|surgeons?|nurses?|doctors?|crews?|staff|care|program)|our (?:\p{L}[\p{L}'-]* ){0,3}?(?:team|surgeons?|nurses?|doctors?|ER|crews?|cardiologists?|medics|cath lab) (?:saved|treated|operated|removed|replaced|repaired|fixed|cared|got|stabilized|revived|delivered|discharged|brought))(?!\p{L})/iu

/** `has been in our care since`, `is out of surgery at Grandview Regional`: told of somebody who is in care where the post comes from. */
const ours =
  /^[^.!?;]{0,70}\b(?:(?:in|under) our care|our (?:patient|client|resident)(?![\p{L}])|(?:treated|seen|cared for|operated on) (?:here|by us|by our|at our)|came (?:in )?to us|(?:out of|in) (?:surgery|intensive care|recovery|the ICU)|in (?:stable|critical|serious|fair|good) condition|resting comfortably|on our unit)\b/iu

const receivedCare = once(() => new RegExp(`^[^.!?;]{0,40}?(?:${cuePhrases('care_received')})${end}`, 'iu'))
