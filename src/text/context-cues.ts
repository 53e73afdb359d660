import type { Media } from '../draft/post.js'
import type { Span } from '../source.js'
import type { TextContext } from './context.js'
import { type Cue, sum, threshold } from './cue.js'
import { cueOf } from './health-cues.js'
import { listedPatients } from './listed-patients.js'
import { helpers, isAboutOrganization, isGeneral, isNarrated } from './mood.js'
import { isBesideCare } from './occasions.js'
import { isIndividual, type Referent, referentsIn } from './people.js'
import { careOfNamed } from './persons/context-cue.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'
import { holds } from './within.js'
import { agesAndSexes, aggregates, framesIn, ownWords, rooms, shorthands, stays } from './written-cues.js'

/** All cues of a post, by text, and those of the post as a whole. */
export function contextIn(post: PostText): { texts: readonly TextContext[]; ofPost: readonly Cue[] } {
  const texts = post.of(['live']).map((text) => contextOf(post, text))
  return { texts, ofPost: [...ofPost(post, texts), ...ofThread(post)] }
}

/** The name of the cue that another part of a thread tells of somebody's care. */
export const otherPart = 'another part of the thread'

/** The parts of a thread are read as one: what one tells, the others go on with. */
function ofThread(post: PostText): readonly Cue[] {
  const isTold = post.otherParts.some((part) => part.of(['live']).some((text) => isTelling(contextOf(part, text))))
  return isTold ? [{ name: otherPart, points: threshold }] : []
}

/** Whether a text tells of one person's care by itself. */
const isTelling = ({ cues, narratives }: TextContext) => narratives.length > 0 && sum(cues) >= threshold

/** The cues of one text, whom it speaks of, and its stretches about one person. */
export function contextOf(post: PostText, text: Text): TextContext {
  const referents = referentsIn(text, post.namesIn(text), post.post.type === 'review-response')
  const cues = [
    ...text.health.filter(({ span }) => !post.isMarked(text, span)).map((mention) => cueOf(text, mention, referents)),
    ...framesIn(text),
    ...agesAndSexes(text, referents),
    ...rooms(text),
    ...shorthands(text),
    ...stays(text),
    ...namesInCare(text, referents),
    ...careOfNamed(post.persons, text),
    ...listedPatients(text, referents),
    ...ownWords(post, text, referents),
    ...aggregates(text),
  ].filter((cue) => cue !== undefined)
  const narratives = narrativesIn(text, referents)
  return {
    text,
    cues: [
      ...(cues.some(({ name }) => name === 'fiction') ? cues.map(unlessLoose) : cues),
      ...narrated(text, cues, referents, narratives),
      ...(narratives.length > 0 ? careNearby(text, cues) : []),
    ],
    referents,
    narratives,
  }
}

/** What happened to one person: in a post of somebody who gives care, half of what it takes. */
function narrated(
  text: Text,
  cues: readonly Cue[],
  referents: readonly Referent[],
  narratives: TextContext['narratives'],
): readonly Cue[] {
  return narratives.flatMap(([first, last]): Cue[] => {
    const told = text.sentences.slice(first, last + 1)
    const span = told.flatMap((sentence) => referents.filter(isKnownIn(text, sentence)))[0]?.span
    if (!span) return []
    const run = text.text.slice(text.sentences[first]!.start, text.sentences[last]!.end)
    const helps =
      helpers.test(run) ||
      referents.some(
        ({ role, form, span: { start } }) =>
          form !== 'pronoun' &&
          (role === 'giver' || role === 'public') &&
          !/\b(?:his|her|their|your|my)\s$/i.test(text.text.slice(Math.max(0, start - 6), start)),
      )
    return [
      {
        name: 'told of one person',
        points: 1,
        text,
        span,
        discounted: helps
          ? 'somebody who helps or works here'
          : cues.some(({ name }) => name === 'fiction')
            ? 'fiction'
            : undefined,
      },
    ]
  })
}

/** A health word or a place of care that is tied to nobody in its own sentence, in a post that tells of somebody in the next. */
function careNearby(text: Text, cues: readonly Cue[]): readonly Cue[] {
  const loose = cues.filter(
    ({ name, discounted }) =>
      (name === 'health beside a person' || name === 'care event' || name === 'care nearby') &&
      (discounted === 'no person' ||
        discounted === 'staff' ||
        discounted === 'group' ||
        discounted === 'no one person'),
  )
  const staff = text.health.filter(
    ({ span, meaning }) =>
      meaning.kind === 'person-noun' &&
      meaning.sort === 'staff' &&
      !nonClinical.test(text.text.slice(span.start, span.end)),
  )
  const spans = [...loose.flatMap(({ span }) => span ?? []), ...staff.map(({ span }) => span)].filter(
    (span) => !isAboutOrganization(text, text.sentenceAt(span.start)) && !isGeneral(text, text.sentenceAt(span.start)),
  )
  return spans.map((span) => ({ name: 'care nearby', points: 1, text, span }))
}

/** One person of whom a sentence tells what happened, or who is known already: `she`, `our patient`. */
const isKnownIn = (text: Text, sentence: Span) => (referent: Referent) =>
  isIndividual(referent) &&
  referent.role !== 'self' &&
  holds(sentence, referent.span) &&
  (referent.isCertain ||
    referent.form === 'pronoun' ||
    referent.isSpokenOf ||
    isNarrated(text, sentence) ||
    isAlone(text, referent, sentence))

/** `Hairdresser.`, `One very tired mama.`: a noun that is all of its sentence. */
const isAlone = (text: Text, { span, form }: Referent, sentence: Span): boolean =>
  form === 'noun' &&
  // The words of a picture name who is in it, and tell nothing.
  !text.region.field.startsWith('media') &&
  /^(?:\s+(?:from|of|with|in)\s[^.!?]{0,30})?\W*$/.test(text.text.slice(span.end, sentence.end)) &&
  /^\W*(?:[\p{L}'-]+,?\s+){0,4}$/iu.test(text.text.slice(sentence.start, span.start))

/** What is only near a person says nothing in a text that calls itself invented. */
const unlessLoose = (cue: Cue): Cue => (cue.name === 'care nearby' ? { ...cue, discounted: 'fiction' } : cue)

/** Staff who care for nobody. */
const nonClinical =
  /^(?:front[- ]desk|receptionist|scheduler|biller|ceo|cfo|coo|chief executive|executive|president|vice president|chair|chairman|director|manager|coordinator|administrator|housekeeper|custodian|chef|cook|groundskeeper|volunteer|voluntari[oa]|colleague|employee|team member|staff member|coworker|teammate|preceptor|instructor|owner|founder|co-?founder|associate|author|speaker|keynote|panelist|moderator|host|podcaster|researcher|scientist|investigator|professor|board chair|security guard|valet|dispatcher|unit clerk|ward clerk)s?$/iu

/** Whom the text itself makes a patient: `Baby Teo`, `our resident Walter`, `one of our chemo patients`. */
const namesInCare = (text: Text, referents: readonly Referent[]): readonly Cue[] =>
  referents
    .filter(
      ({ form, role, reason, isCertain }) => role === 'care' && reason === undefined && (form === 'name' || isCertain),
    )
    .filter(({ span }) => !isAboutOrganization(text, text.sentenceAt(span.start)))
    .map(({ span, isCertain }) => ({ name: 'person in care', points: isCertain ? 2 : 1, text, span }))

function narrativesIn(text: Text, referents: readonly Referent[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [index, sentence] of text.sentences.entries()) {
    if (!referents.some((referent) => isIndividual(referent) && holds(sentence, referent.span))) continue
    if (isAboutOrganization(text, sentence) || isGeneral(text, sentence)) continue
    const run = runs.at(-1)
    if (run && (run[1] === index - 1 || (run[1] === index - 2 && isAside(text, index - 1)))) run[1] = index
    else runs.push([index, index])
  }
  for (const run of runs) while (isFragment(text, run[1] + 1, referents)) run[1]++
  return runs
}

/** `Stage three.`, `Tonsils gone, popsicles earned.`: what follows a sentence about somebody without anybody of its own. */
function isFragment(text: Text, index: number, referents: readonly Referent[]): boolean {
  const sentence = text.sentences[index]
  return (
    sentence !== undefined &&
    sentence.end - sentence.start < 70 &&
    !referents.some(({ span }) => holds(sentence, span)) &&
    !isAboutOrganization(text, sentence) &&
    !isGeneral(text, sentence) &&
    !/(?<!\p{L})(?:you|your|we|our|us|please|#\p{L}+|is|are|can|may|will|should|call|ask|join)(?!\p{L})/iu.test(
      text.text.slice(sentence.start, sentence.end),
    )
  )
}

/** One sentence between two about somebody (`Three hospitals shrugged.`), unless it turns to the readers or the organization. */
function isAside(text: Text, index: number): boolean {
  const sentence = text.sentences[index]!
  return (
    sentence.end - sentence.start < 80 &&
    !isAboutOrganization(text, sentence) &&
    !isGeneral(text, sentence) &&
    !/\b(?:you|your|please)\b/i.test(text.text.slice(sentence.start, sentence.end))
  )
}

/** What the post says of itself, in its fields. */
function ofPost(post: PostText, texts: readonly TextContext[]): readonly Cue[] {
  const { type, media, inReplyTo } = post.post
  const cues: Cue[] = []
  const isOfCare = !isBesideCare(post)
  if (isOfCare && type === 'review-response') cues.push({ name: 'type', points: 3 })
  if (isOfCare && (type === 'reply' || type === 'comment'))
    cues.push({ name: 'type', points: tellsOwnCare(inReplyTo) ? 3 : 1 })
  if (media.some(({ depicts }) => depicts === 'patient')) cues.push({ name: 'a patient in the picture', points: 3 })
  if (media.some(showsRecord)) cues.push({ name: 'a record that can be read in the picture', points: 2 })
  const isFramed = texts.some(({ cues: found }) =>
    found.some(({ name, discounted }) => name === 'story frame' && !discounted),
  )
  if (isOutsideHipaa(post.facts.organization.kind))
    cues.push({ name: 'publisher outside HIPAA', points: -1, discounted: isFramed ? 'framed as a story' : undefined })
  return cues
}

/** A label, a board or a chart whose words show: `the prescription label readable`, `a whiteboard with patients' names`, `Rx 4418207 ... take 1 tablet`. */
const showsRecord = ({ alt = '', value }: Media): boolean =>
  value.entries !== undefined &&
  ((record.test(alt) && legible.test(alt)) || prescribed.test(String(value.entries.get('text')?.value.scalar ?? '')))
const record =
  /\b(?:whiteboard|white board|wristband|chart|prescription|label|monitor|screen|clipboard|sign-?in sheet|schedule|roster|census|door card|envelope|intake form|lab (?:slip|report)|x-?ray|scan|specimen)/iu
const legible =
  /\b(?:readable|legible|visible|names? (?:and|on|visible|showing)|patients?'? (?:names?|initials|list|information)|with (?:a |the |patient |patients' )?names?)\b/iu
const prescribed = /\bRx\s?#?\d{4,}|\btake (?:1|one|2|two) (?:tablet|capsule|pill)|\bDOB\b|\bMRN\b|\brefills?:? ?\d/i

const tellsOwnCare = (comment: string | undefined) =>
  comment !== undefined &&
  /\b(?:I|my|me|we|our)\b/i.test(comment) &&
  /\b(?:dr|doctor|nurse|dentist|surgery|appointment|visit|procedure|treat\w*|diagnos\w*|pain|bill\w*|insurance|prescri\w*|refills?|meds|oxygen|insulin|results?|x-?ray|MRI|scan|hospital|clinic|staff|waited|waiting|baby|husband|wife|son|daughter|mom|mother|dad|father|kid|crown|filling|braces|eyes?|feet|foot|hip|shoulder|skin|mole|laser|shots?|vaccine|dialysis|rehab|hospice|pharmacy|order|tooth|teeth|knee|back|chemo|therap\w*|medication|office|ER|ICU|care)\b/iu.test(
    comment,
  )

const isOutsideHipaa = (kind: string | undefined) =>
  kind !== undefined &&
  /^(?:pharma\w*|drug\w*|device|supplements?|cosmetics?|agency|employer|school|wellness|brand|manufacturer|media)$/i.test(
    kind,
  )
