import type { Text } from '../text.js'
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
export function subjectEvent(candidate: Candidate): SubjectEvent | undefined {
  const { text, span, sentence, isPossessive } = candidate
  if (isPossessive) return undefined
  return eventAfter(text, span.end, Math.min(sentence.end, span.end + 120)) ?? nextEvent(candidate)
}

/** `Meet Jane Roe! She had her knee replaced`: what the next sentence tells of its `she`, where nobody else was named. */
function nextEvent({ text, span, sentence, after, prefix, suffix }: Candidate): SubjectEvent | undefined {
  if (!/^[\s!.?:\p{Emoji}]*$/u.test(after) || prefix.some(({ kind }) => kind === 'title') || suffix.length > 0)
    return undefined
  const end = Math.max(sentence.end, span.end)
  const subject = /^[\s\p{Emoji}]*(?:she|he)\b/iu.exec(text.text.slice(end, end + 20))?.[0]
  return subject === undefined ? undefined : eventAfter(text, end + subject.length, end + 120)
}

/** The first event whose subject stands right before `start`. */
function eventAfter(text: Text, start: number, end: number): SubjectEvent | undefined {
  for (const { meaning, span: event } of mentionsIn(text.health, { start, end })) {
    if (meaning.kind !== 'care-event' || !subjectGap.test(text.text.slice(start, event.start))) continue
    return { isGiven: activeVerb.test(text.text.slice(event.start, event.end)), sort: meaning.sort ?? '' }
  }
  return undefined
}

const subjectGap =
  /^(?:\s*\([^)]{0,30}\)|,[^,.!?;]{0,60},|,| -[^-.!?]{0,50}- )?(?:\s+(?!(?:we|our|us|the|a|an|for|to|with|at|in|on|from|by|about|how|if|when|where|because|after|before|treats|helps|will|can|may)\b)[\p{L}'-]+){0,6}\s*$/iu
