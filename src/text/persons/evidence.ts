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
  if (cues.has('quoted') && isTestimonial(candidate)) cues.add('testimonial')
  const event = subjectEvent(candidate)
  if (event?.isGiven && !cues.has('honorific') && !cues.has('kin-title')) cues.add('staff-verb')
  if (event && !event.isGiven && !isOfWork(candidate, event, cues)) cues.add('care-event')
  if (receivedCare().test(candidate.after) || isTreatedHere(candidate)) cues.add('receives-care')
  if (hasOwnCare(candidate)) cues.add('own-care')
  if (ours.test(candidate.after)) cues.add('here')
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

/** `has been in our care since`, `is out of surgery at Grandview Regional`: told of somebody who is in care where the post comes from. */
const ours =
  /^[^.!?;]{0,70}\b(?:(?:in|under) our care|our (?:patient|client|resident)(?![\p{L}])|(?:treated|seen|cared for|operated on) (?:here|by us|by our|at our)|came (?:in )?to us|(?:out of|in) (?:surgery|intensive care|recovery|the ICU)|in (?:stable|critical|serious|fair|good) condition|resting comfortably|on our unit)\b/iu

const receivedCare = once(() => new RegExp(`^[^.!?;]{0,40}?(?:${cuePhrases('care_received')})${end}`, 'iu'))
