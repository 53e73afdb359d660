import type { Span } from '../../source.js'
import type { Text } from '../text.js'
import type { Candidate } from './candidate.js'
import { mentionsIn } from './near.js'

/** What a name's own sentence tells of it: care that it received, or care that it gave. */
export interface SubjectEvent {
  /** As written, in lower case. */
  readonly words: string
  readonly isGiven: boolean
  /** Of the lexicon of care events: `arrival`, `treatment`, ... */
  readonly sort: string
}

/** `treated a patient`, `delivered twins` tells of a clinician; `was treated` of a patient. */
const activeVerb =
  /^(?:treat|operat|discharg|intubat|resuscitat|admitt|extract|deliver(?:s|ed|ing) (?!(?:her|their) )|repair|reattach|rebuil|replac|implant|stented|fixed|sav(?:ed|ing)|removed|caught (?:my|her|his|their|the|it|a)|spotted|diagnosed|brought|(?:gave|gives) (?!birth)|helped|straighten)/iu

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

/** The first event whose subject stands right before `start`, an offset; nothing from `end` on counts. */
export function eventAfter(text: Text, start: number, end: number): SubjectEvent | undefined {
  const done = apposedEvent(text, start)
  if (done) return done
  for (const { meaning, span: event } of mentionsIn(text.health, { start, end })) {
    if (meaning.kind !== 'care-event' || !subjectGap.test(text.text.slice(start, event.start))) continue
    if (ofLesson.test(text.text.slice(event.end, event.end + 40))) continue
    const words = text.text.slice(event.start, event.end).toLowerCase()
    return { words, isGiven: activeVerb.test(words), sort: meaning.sort ?? '' }
  }
  return undefined
}

/** `had a knee replacement class`: what is taught. */
const ofLesson =
  /^(?: [\p{L}-]+)? (?:class|course|webinar|seminar|lecture|workshop|talk|lesson|demo|simulation|lab day)(?!\p{L})/iu

/** `Debra Jones, treated here for depression`: what stands after the comma was done to her. */
const apposed =
  /^(?:,| \(| [-–—]) ?(?:(?:first|once|recently|newly|now|who was) )?((?:treated|diagnosed|hospitali[sz]ed|admitted|discharged|operated on|intubated|resuscitated|airlifted|flown in) (?:here|for|with|at|by|in|on|from|last|twice))\b/i

function apposedEvent(text: Text, end: number): SubjectEvent | undefined {
  const words = apposed.exec(text.text.slice(end, end + 50))?.[1]
  return words === undefined ? undefined : { words: words.toLowerCase(), isGiven: false, sort: 'treatment' }
}

const subjectGap =
  /^(?:\s*\([^)]{0,30}\)|,[^,.!?;]{0,60},|,| -[^-.!?]{0,50}- )?(?:\s+(?!(?:we|our|us|the|a|an|for|to|with|at|in|on|from|by|about|how|if|when|where|because|after|before|treats|helps|will|can|may|won't|can't|cannot)\b)[\p{L}'-]+){0,6}\s*$/iu

const ownKinds: ReadonlySet<string> = new Set(['condition', 'rare-condition', 'procedure', 'symptom', 'care-noun'])
/** Of a part of the body: it was hurt or mended. */
const mended =
  /\b(?:remov|repair|replac|fix|operat|rebuil|stitch|reattach|injur|shatter|amputat|fractur|dislocat|stent|bypass|transplant|scan|x-ray|inject|straighten|whiten|drain|implant|reset|numb|clean(?:ed|ing)|br(?:oke|oken)|tore|torn|in pieces|heal)\w*/iu

/** `told our staff what it did for his diabetic foot ulcer`, `joined us after her hip replacement`: the sentence gives the care to whom it names. */
export function hasOwnCare({ text, span, sentence }: Candidate): boolean {
  const reach = Math.min(sentence.end, span.end + 140)
  if (session.test(text.text.slice(span.end, reach)) || isToldBefore(text, span, sentence)) return true
  return [...mentionsIn(text.health, { start: span.end, end: reach })].some(
    ({ meaning, span: { start } }) =>
      ownKinds.has(meaning.kind) &&
      (whose.test(text.text.slice(Math.max(span.end, start - 40), start)) ||
        reason.test(text.text.slice(Math.max(span.end, start - 40), start))) &&
      !treats.test(text.text.slice(span.end, start).replace(byOthers, ' ')) &&
      (meaning.sort !== 'body' || mended.test(text.text.slice(Math.max(span.end, start - 60), start + 40))),
  )
}

/** `Simone treated her acne`: it is somebody else's. */
const treats =
  /\b(?:treat|remov|repair|fix|help|operat|replac|deliver|explain|manag|diagnos|rebuil|clean|straighten|whiten|inject|perform|guid|support|coach)\w*|\b(?:car(?:ed|es|ing) for|walk(?:ed|s) \w+ through|took out|put in|worked on|reads?)\b/iu

/** `nine weeks after we replaced his hip`: who treats is said. */
const byOthers =
  /(?<!\p{L})(?:we|they|our \p{L}+|dr\.? \p{L}+|surgeons?|doctors?|nurses?|the team)\s+(?:just |finally |first )?\p{L}+/giu

/** `after we rebuilt his ACL, Coach Vasquez is pacing`: the pronoun looks ahead. */
const isToldBefore = (text: Text, { start }: Span, sentence: Span): boolean =>
  [...mentionsIn(text.health, { start: Math.max(sentence.start, start - 80), end: start })].some(
    ({ meaning, span }) =>
      (ownKinds.has(meaning.kind) || meaning.kind === 'symptom') &&
      whose.test(text.text.slice(Math.max(sentence.start, span.start - 40), span.start)) &&
      /^(?: [\p{L}-]+){0,2}, (?:[\p{L}.]+ )?$/u.test(text.text.slice(span.end, start)),
  )

const whose = /(?<!\p{L})(?:his|her|their)(?: own)?(?: [\p{L}-]+){0,2} $/iu
/** `because he's one year out of detox`. */
const reason =
  /(?<!\p{L})(?:because|since|now that|after) (?:he|she|they)(?:'s|'re| is| are| was| has| had| got| beat| finished| survived)(?: (?!our|his|her|the)[\p{L}'-]+){0,4} $/iu
/** `said that to me in our eleventh session`. */
const session =
  /^ [^.!?]{0,40}\b(?:in|during|after) (?:our|my|his|her|last|this|a|the)(?: [\p{L}'-]+)? (?:session|therapy|visit|appointment)\b/iu

const needed =
  /^(?: Jr\.)?,?(?: (?:who|himself|herself|himself,|herself,|just|recently|finally|suddenly|also|once|really|later|has|had))*(?: (?:needed|needs|underwent|required|had|got|chose us for|trusted us with|came (?:in|to us) for|checked in for|went in for|faced|was facing|was scheduled for|was in for))(?: [\p{L}-]+){0,3} $/iu
const ofWork =
  /^s? (?:patients?|cases?|questions?|class(?:es)?|training|certification|slots?|schedule|conference|machine|scanner|suite|techs?|installed|delivered|team|program|lab|room|tray|to (?:do|perform|assist|prep|read))(?!\p{L})/iu
const here =
  /(?<!\p{L})(?:right here|here(?: at|,|\.|!| with| in)|with us|our own|(?:her|his|their) own (?:unit|hospital|colleagues|team|department|OR|clinic|floor|coworkers)|(?:her|his|their|the) (?:colleagues|coworkers|co-workers|teammates)|by us|on our (?:unit|floor|table)|in our (?:OR|cath lab|hospital|clinic|unit|care|ER|ED|own))(?!\p{L})/iu

/** `When our tech Bogdan Petrescu needed a knee replacement ... He had his surgery right here`: care that was had where the post comes from. */
export function isTreatedHere({ text, span, sentence, after, beyond }: Candidate): boolean {
  const reach = Math.min(sentence.end, span.end + 80)
  const isTreated = [...mentionsIn(text.health, { start: span.end, end: reach })].some(
    ({ meaning, span: { start, end } }) =>
      (meaning.kind === 'procedure' || meaning.kind === 'care-event') &&
      (needed.test(text.text.slice(span.end, start)) ||
        (meaning.kind === 'care-event' && /^(?:had|needed|underwent)/i.test(text.text.slice(start, end)))) &&
      !ofWork.test(text.text.slice(end, end + 30)) &&
      !ofLesson.test(text.text.slice(end, end + 40)),
  )
  return isTreated && here.test(after + beyond)
}
