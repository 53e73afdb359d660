import type { Candidate } from './candidate.js'
import { mentionsIn } from './near.js'

/** What a name's own sentence tells of it: care that it received, or care that it gave. */
export interface SubjectEvent {
  readonly isGiven: boolean
  /** Of the lexicon of care events: `arrival`, `treatment`, ... */
  readonly sort: string
}

/** `treated a patient`, `delivered twins` tells of a clinician; `was treated` of a patient. */
const activeVerb =
  /^(?:treat|operat|discharg|intubat|resuscitat|admitt|extract|deliver(?:s|ed|ing) (?!(?:her|their) )|repair|reattach|rebuil|replac|implant|stented|fixed|sav(?:ed|ing)|removed|brought|(?:gave|gives) (?!birth)|helped|straighten)/i

/** The care event whose subject the name is: what stands between them is no new subject and no new sentence. */
export function subjectEvent({ text, span, sentence, isPossessive }: Candidate): SubjectEvent | undefined {
  if (isPossessive) return undefined
  for (const { meaning, span: event } of mentionsIn(text.health, {
    start: span.end,
    end: Math.min(sentence.end, span.end + 120),
  })) {
    if (meaning.kind !== 'care-event' || !subjectGap.test(text.text.slice(span.end, event.start))) continue
    return { isGiven: activeVerb.test(text.text.slice(event.start, event.end)), sort: meaning.sort ?? '' }
  }
  return undefined
}

const subjectGap =
  /^(?:\s*\([^)]{0,30}\)|,[^,.!?;]{0,60},|,| -[^-.!?]{0,50}- )?(?:\s+(?!(?:we|our|us|the|a|an|for|to|with|at|in|on|from|by|about|how|if|when|where|because|after|before|treats|helps|will|can|may)\b)[\p{L}'-]+){0,6}\s*$/iu
