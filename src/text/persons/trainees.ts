import type { Text } from '../text.js'
import type { Candidate } from './candidate.js'

// Whom a school or a residency takes in and lets go, whatever it calls them: residents in training, graduates of a nursing class, apprentices.

/** Nobody but staff in training is called so. */
const learners =
  '(?:interns|fellows|externs|apprentices|(?:[\\p{L}-]+ )?students|first-years|second-years|third-years|fourth-years|trainees|preceptees|cadets|(?:resident|associate|attending) physicians|(?:nurse|pharmacy|dental|medical|medicine|surgery|surgical|pediatrics?|psychiatry|ER|ED|EM|IM|OB-?GYN|radiology|anesthesia|neurology|orthop(?:a)?edics?|podiatry|chaplain|physician|administrative|PGY-?\\d?) residents|chief residents|(?:dental|medical|nursing|physician|veterinary) assistants|CNAs|LPNs|RNs|EMTs|paramedics|medics|nurses|phlebotomists|technicians|techs|hygienists|sonographers|pharmacists|new hires|hires|scholars|scholarship (?:winners|recipients)|board-certified [\\p{L} ]{3,20}s|providers|physicians|hospitalists|midwives|social workers)'
/** Residents, where the text is about a residency. */
const residents = '(?:residents|(?:residency )?class(?: of \\d{4})?|cohort|graduates|grads)'
const called = new RegExp(
  `(?<!\\p{L})(?:(?:meet|welcome|congrat\\p{L}*|introducing|celebrat\\p{L}*|proud of|cheer\\p{L}*|applause|kudos|say (?:hi|hello)|shout ?-?out|hats off|pinning|commencement|graduation|our|the|these|new(?:est)?|incoming|outgoing|graduating|departing)(?!\\p{L})[^.!?\\n]{0,50}?(?<!\\p{L}))(?<who>${learners}|(?<mixed>${residents}))(?!\\p{L})(?! (?:and|or) (?:patients|families))`,
  'giu',
)
const residency =
  /(?<!\p{L})(?:match ?day|matched|residency|residencies|incoming|intern year|PGY|med(?:ical)? school|fellowship|attendings?|rotations?|white coats?|boards|stethoscopes?|pagers?|capstone|commencement|pinning|diplomas?|caps? and gowns?|nursing (?:school|program|class)|apprenticeship|academy|college|university|july 1)(?!\p{L})|#\S*match/iu
const nursingHome =
  /(?<!\p{L})(?:moved in|memory care|assisted living|independent living|apartment|roommates?|nursing home|senior living|rehab|chemo|sober|sobriety|recovery program|NICU|physical therapy|treatment|detox|bell)(?!\p{L})/iu

/** Between the line that calls them so and a name: other names, marks, places and fields. */
const between =
  /^(?:[^\p{L}]|(?:and|from|of|de|la|to|in|at|the|&|who|is|our|headed|joining|University|State|College|School|Medicine)(?!\p{L})|\p{Lu}[\p{L}.'-]*|\([^)\n]{0,50}\)|, [^.!?\n]{3,40}\n)*$/u

/** Whether a name stands in a list, or begins a sentence, right after a line that calls those named students, residents in training or graduates. */
export function isTrainee(candidate: Candidate): boolean {
  if (finishedTraining.test(candidate.after)) return true
  return (isListed(candidate) || isAtGraduation(candidate)) && !ownCare.test(candidate.after)
}

function isListed({ text, span, prefix }: Candidate): boolean {
  const start = Math.max(0, span.start - 260)
  const lead = text.text.slice(start, span.start)
  const head = [...lead.matchAll(called)].at(-1)
  if (!head || prefix.some(({ kind }) => kind === 'kin' || kind === 'honorific')) return false
  const isInTraining = !head.groups?.mixed || isOfResidency(text)
  return isInTraining && between.test(lead.slice(head.index + head[0].length))
}

/** `Graduation night for our paramedic program. Hugo Estrada carried the flag`. */
function isAtGraduation({ text, sentence, prefix, names }: Candidate): boolean {
  const { start } = text.sentenceAt(sentence.start)
  if (start === 0 || names.length < 2 || prefix.some(({ kind }) => kind === 'kin' || kind === 'honorific')) return false
  const before = text.sentenceAt(start - 1)
  return graduation.test(text.text.slice(before.start, before.end))
}

const graduation =
  /(?<!\p{L})(?:graduation|commencement|pinning|white coat|capping|graduates?|graduated)(?!\p{L})[^.!?]{0,60}(?<!\p{L})(?:nurs(?:e|ing)|paramedic|EMT|medic|medical|dental|pharmacy|midwifery|residency|CNA|phlebotomy|sonography|radiography|surgical tech|apprentice\p{L}*|fellowship)(?!\p{L})/iu

const known = new WeakMap<Text, boolean>()
function isOfResidency(text: Text): boolean {
  const found = known.get(text) ?? (residency.test(text.text) && !nursingHome.test(text.text))
  known.set(text, found)
  return found
}

/** `Beatriz Couto, Mohamed Farah and Sunniva Lie, who graduated from our hospital's nurse apprenticeship`. */
const finishedTraining =
  /^(?:,? (?:and |& )?\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+){0,2}){0,5}(?:,? (?:who|which|all|both))?(?: (?:just|recently|also|all|both|have|has|officially))* (?:graduat(?:ed|es|ing)|finish(?:ed|es)|complet(?:ed|es)|wrapped up|start(?:ed|s)|enter(?:ed|s)|earned|passed|began)(?: (?:from|in|out of|at|of))? (?:(?:our|the|their|his|her|a|an|this) )?(?:[\p{L}'-]+ ){0,4}?(?:apprenticeship|residency|fellowship|internship|externship|(?:nurs(?:e|ing)|medical|dental|pharmacy|paramedic|EMT|CNA|tech(?:nician|nologist)?|phlebotomy|sonography|radiography|surgical tech|midwifery|hygiene|leadership|training|\p{L}+-month|\p{L}+-week) (?:school|program|class|course|academy|track)|college|university|degree|boards?|NCLEX|certification|licens\p{L}+|orientation|clinicals)(?!\p{L})/iu
/** Of a student too, what follows may be care. */
const ownCare =
  /^[^.!?\n]{0,80}(?<!\p{L})(?:chemo\p{L}*|surger(?:y|ies)|diagnos\p{L}+|transplant\p{L}*|stroke|cancer|seizures?|sober|sobriety|dialysis|(?:was|were) (?:admitted|treated|discharged|hospitali[sz]ed)|rang the bell|NICU|survivors?|remission)(?!\p{L})/iu
