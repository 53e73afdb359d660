import { once } from '../../once.js'
import type { PostText } from '../post-text.js'
import { segment } from '../segment.js'
import type { Mention } from '../tags.js'
import type { Text } from '../text.js'
import { holds } from '../within.js'
import type { Judged } from './judge.js'
import { cuePhrases, fold, isGiven, isSurname } from './lexicons.js'
import type { PersonRole } from './person.js'

const staffMark =
  /(?:^|[._-])(?:dr|doc|doctor|nurse|rn|np|md|do|dds|dmd|pa|pac|pt|dpt|ot|rd|phd|pharmd|lcsw|lpn|crna|cnm|aprn|emt|rdh|dermatologist|therapist|physio|midwife|doula|surgeon|coach)\d*(?:[._-]|$)|^(?:dr|doctor|nurse|doc|the(?:nurse|doc|dr))[a-z]|(?:dds|dmd|pharmd|dpt|derm|dentist|nurse|pediatrics|lcsw|phd)$/iu
/** `KellyRN`, `kellyrn`, `dave_md`; not `maddern`. */
const endsInDegree = (handle: string) => {
  const [, name] = /^(.+?)(?:md|rn)\d*$/i.exec(handle) ?? []
  return name !== undefined && (/(?:MD|RN)\d*$/.test(handle) || isGiven(fold(name)) || isSurname(fold(name)))
}
const groupMark =
  /clinic|hospital|health|medical|center|centre|foundation|assoc|society|official|news|radio|tv$|care(?!y)|pharm|univers|college|school|hq$|usa$|gov$|org$|cdc|fda|nih|who$|hhs|redcross|heart|cancer|wellness|fitness|yoga|studio|cafe|coffee|bakery|restaurant|brew|market|shop|store|team|club|dept|department|police|fire|county|city|library|museum|dental|derm|ortho|rehab|hospice|lab[sz]?$|bio(?:tech|pharma)?$|med(?:s|spa)?$|mag(?:azine)?$|times|photo|studio|design|band|music|fc$|athletic|sport|rotary|lions|chamber|church|ministr|pantry|shelter|rescue|paws|group|inc$|llc$|company|collective|network|alliance|project|initiative|support|community|daily/iu
const creditBefore =
  /(?:by|via|credit|📷|📸|🎥|photo:?|source|h\/t|hat tip|follow|from|at|visit|see|join|with our friends at|partners?(?: at| with)?|hosted by|presented by|sponsor(?:ed by|:)?|w\/|to book|book with|dm|message|contact|tag)\s*:?\s*$/iu
const ownBefore =
  /(?:our (?:own|very own)|(?:\b(?:PA|NP|RN|PT|OT|DPT|MD|DO|SLP|RD|CNM|DDS|DMD)|nurse practitioner|physician assistant|pharmacist|midwife|chiropractor|optometrist|audiologist|dietitian|nurse|dr\.?|doctor|therapist|surgeon|dentist|physician|provider|injector|esthetician|coach|speaker|author|host|photographer)(?!\p{L})[\p{L} ,]{0,20})$/iu

/** `our patient @jane_roe`, `warrior @jane_roe` in care; not `patient advocate @jane_roe`. */
const patientBefore = once(() => new RegExp(`(?<![\\p{L}\\p{N}])${cuePhrases('patient_nouns')}[\\s,:]+$`, 'iu'))

/** Accounts that a post names, but for its own and the one a reply is addressed to. */
export function handlePersons(text: Text, post: PostText): Judged[] {
  return text.mentions.flatMap((mention) => {
    const isAnswered = isAddressee(mention, text, post)
    if ((isAnswered && !hintsAtCare(text)) || isOwn(mention.handle, post)) return []
    const { role, cues } = isAnswered ? ({ role: 'patient', cues: ['care-noun'] } as const) : roleOf(mention, text)
    return [
      {
        person: {
          text,
          span: mention.span,
          name: mention.handle,
          form: 'handle' as const,
          role,
          cues,
          in: 'handle' as const,
        },
        isLoose: false,
      },
    ]
  })
}

const isAddressee = ({ span }: Mention, text: Text, { post }: PostText) =>
  (post.type === 'reply' ||
    post.type === 'comment' ||
    post.type === 'review-response' ||
    post.inReplyTo !== undefined) &&
  /^(?:[\s@\w.]*)$/.test(text.text.slice(0, span.start)) &&
  text.region.field !== 'tagged'

/**
 * `Schedule regular exams like everyone else`, `maybe keep your appointment next time`: an answer that holds somebody's conduct as a patient against them makes its
 * addressee one.
 */
const hintsAtCare = (text: Text) =>
  text.sentences.some(
    (sentence) =>
      rebuke.test(text.text.slice(sentence.start, sentence.end)) &&
      text.health.some(({ span, meaning }) => ofCare.test(meaning.kind) && holds(sentence, span)),
  )
const rebuke =
  /\b(?:like (?:everyone|everybody|anyone|anybody) else|like the rest of us|instead of (?:paying|having|making|asking|calling|sending|expecting|demanding|skipping|showing|walking|coming|bringing)\b|for once|next time[,.!?]|unlike (?:last|the last) time|(?:skip|no-?show) (?:it )?again|on time (?:for once|this time|next time)|you (?:of all people|should know))/iu
const ofCare = /^(?:procedure|condition|rare-condition|care-word|care-noun|symptom)$/

const squash = (handle: string) => handle.toLowerCase().replace(/[^a-z0-9]/g, '')
const isOwn = (handle: string, { facts }: PostText) =>
  facts.organization.accounts.some((account) => squash(account.replace(/^.*\//, '')) === squash(handle))

function roleOf({ handle, span }: Mention, text: Text): { role: PersonRole; cues: string[] } {
  const before = text.text.slice(Math.max(0, span.start - 40), span.start)
  if (staffMark.test(handle) || endsInDegree(handle)) return { role: 'staff', cues: ['staff-handle'] }
  if (groupMark.test(handle)) return { role: 'organisation', cues: ['group-handle'] }
  if (patientBefore().test(before)) return { role: 'patient', cues: ['patient-noun'] }
  if (ownBefore.test(before)) return { role: 'staff', cues: ['job'] }
  if (creditBefore.test(before))
    return { role: 'author', cues: hasName(handle) ? ['credit', 'name-in-handle'] : ['credit'] }
  const sentence = text.sentenceAt(span.start)
  const around = text.text.slice(sentence.start, Math.max(sentence.end, span.end))
  const isPersonal = hasName(handle) || text.region.field.startsWith('tagged') || personal.test(around)
  return isPersonal
    ? { role: 'unknown', cues: hasName(handle) ? ['name-in-handle'] : ['personal'] }
    : { role: 'organisation', cues: ['no-name'] }
}

const personal =
  /(?<![\p{L}])(?:thank(?:s| you)|congrat\w*|proud of|shout ?-?out|happy birthday|trusting|you|your|she|he|her|his|who|patient|client|resident|survivor)(?![\p{L}])/iu

/** `jane_roe`, `mariaLopez22`. */
const hasName = (handle: string) =>
  handle
    .split(/[._-]|\d+/)
    .flatMap((chunk) => segment(chunk).map(({ start, end }) => fold(chunk.slice(start, end))))
    .some((part) => part.length > 2 && (isGiven(part) || isSurname(part)))
