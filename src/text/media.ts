import type { Media } from '../draft/post.js'
import type { Span } from '../source.js'
import { type Consent, type Depicted, isFaulty, peopleIn } from './consent.js'
import type { PostText } from './post-text.js'

export type MediaKind = 'picture' | 'video' | 'sound' | 'scan' | 'document' | 'unknown'

/** What a media entry is, by its file's ending. */
export function kindOf({ src = '' }: Media): MediaKind {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(src)?.[1]?.toLowerCase() ?? ''
  return endings.find(([list]) => list.includes(ending))?.[1] ?? 'unknown'
}

const endings: readonly (readonly [readonly string[], MediaKind])[] = [
  [['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'heif', 'avif', 'tif', 'tiff', 'bmp', 'svg'], 'picture'],
  [['mp4', 'mov', 'm4v', 'webm', 'avi', 'mkv', '3gp'], 'video'],
  [['mp3', 'm4a', 'wav', 'aac', 'ogg', 'flac'], 'sound'],
  [['dcm', 'dicom', 'ima', 'dic'], 'scan'],
  [['pdf', 'doc', 'docx', 'ppt', 'pptx', 'xls', 'xlsx', 'key', 'pages'], 'document'],
]

/** A place in the file that shows what a media entry is about: one of these fields, the first that is there. */
export function placeOf({ value }: Media, fields: readonly string[]): Span {
  for (const field of fields) {
    const entry = value.entries?.get(field)
    if (entry?.value.scalar) return entry.value.span
  }
  return value.entries
    ? ([...value.entries.values()].find((entry) => entry.value.scalar)?.value.span ?? value.span)
    : value.span
}

/** What shows that somebody is in a picture: the file that is declared to, else the words that describe it. */
export const placeShown = (media: Media): Span =>
  placeOf(media, media.depicts ? ['src', 'alt', 'depicts'] : ['alt', 'src'])

/** Whether a media entry shows a patient: it says so, or its alternative text describes somebody in care. */
export function showsPatient(media: Media, post: PostText): boolean {
  if (media.depicts) return /^patients?$/.test(media.depicts)
  return media.alt !== undefined && describesPatient(media.alt) && !post.post.isPaid
}

/** Whether a media entry shows a patient, or may, in a post about somebody's care: it does not say that it shows somebody or something else. */
export const isPatientMedia = (media: Media, post: PostText): boolean =>
  showsPatient(media, post) ||
  peopleIn(media).some(({ role }) => isOfPatients(role)) ||
  (media.depicts === undefined && peopleIn(media).length === 0 && post.context.score >= 2)

/** Alternative text that describes a person under care; not one of models, staff or things. */
export function describesPatient(alt: string): boolean {
  return (
    !notPatient.test(alt) &&
    ((person.test(alt) && (inCare.test(alt) || bodyChange.test(alt))) || patientWords.test(alt))
  )
}

const person =
  /(?<![\p{L}])(?:man|woman|boy|girl|gentleman|lady|child|kid|baby|newborn|infant|toddler|teen(?:ager)?|person|guy|mom|mother|dad|father|grandmother|grandfather|grandma|grandpa|couple|family|senior|elder(?:ly)?|survivor|face|portrait|legs?|arms?|foot|feet|hands?|abdomen|belly|back|head|crown|smile|teeth|mouth|lips|nose)(?:'s)?(?![\p{L}])/iu
const inCare =
  /(?<![\p{L}])(?:hospital gown|gown|hospital bed|(?:ER|ICU|exam|hospital|treatment|delivery) (?:bed|room|table|chair)|gurney|stretcher|IV(?: (?:line|pole|drip|bag))?|ventilator|oxygen|nasal cannula|breathing tube|intubated|isolette|incubator|NICU|wheelchair|walker|cane|crutches|prosthe(?:sis|tic)|cast|sling|bandaged?|stitch(?:es|ed)?|wounds?|scar|burns?|rash|incision|getting (?:a|an|her|his|their) [\p{L} -]{0,20}(?:shot|vaccine|injection|infusion|IV|treatment|scan)|being (?:examined|treated|injected|fed|bathed|turned|lifted)|after (?:surgery|treatment|chemo|the procedure)|dialysis|chemo|infusion chair|therapy pool|rehab|recovering|rings? (?:the|a) bell|ringing (?:the|a) bell|nursing home|care home|memory care|in (?:her|his) room|bedside|dementia|hair (?:loss|line)|thinning hair|full hair|bowel|swollen|bruis(?:e|ed|es))(?![\p{L}])/iu
const bodyChange =
  /(?<![\p{L}])(?:before|after|same (?:man|woman|person|patient|face|smile|angle)|result|week \d+|month \d+|day \d+)(?![\p{L}])/iu
const patientWords =
  /(?<![\p{L}])(?:(?:a|our|the|her|his|this|of a|smiling|young|elderly|happy|female|male) (?:\p{L}+ )?(?:patient|resident)(?:'s)?(?! (?:room|care|portal|advocate|safety|bed|chair|gown|lounge|tower|entrance|drop-?off|experience|education|services))|(?<!no |not (?:a|the) |without |mock |model |every |each |your )patients? (?:smiling|holding|waving|sitting|standing|walking|asleep|sleeping|lying|resting|visible|behind|beside|next to|in|on|with|after|before|ringing|playing|eating|laughing|looking|wearing|getting|receiving))(?![\p{L}])/iu
const notPatient =
  /(?<![\p{L}])(?:models?|actors?|actress|stock|illustration|cartoon|drawing|icon|graphic|infographic|logo|poster|manikin|mannequin|dummy|simulat(?:ed|ion|or)|re-?enactment|volunteer|statue|painting|AI[- ]generated|empty|playing (?:a|the) patient|role[- ]play\p{L}*|no patients?)(?![\p{L}])/iu

/** Whether a valid consent covers what this file shows: its own, or the post's. */
export const isConsented = (media: Media, post: PostText): boolean =>
  consentsFor(media, post).some((consent) => coversMedia(consent, media))

/**
 * Where a media entry shows a patient without a consent that covers it: each person it lists needs one of their own. A consent that is faulty in itself is
 * reported for its own sake, where the draft names it.
 */
export function unconsentedIn(media: Media, post: PostText): readonly Span[] {
  const people = peopleIn(media).filter(({ role }) => isOfPatients(role))
  if (people.length > 1) return unconsentedPeople(people, media, post)
  if (people.length === 0 && !showsPatient(media, post)) return []
  const consents = consentsFor(media, post)
  if (consents.some(({ status }) => isFaulty(status))) return []
  if (consents.some((consent) => coversMedia(consent, media)))
    return several.test(media.alt ?? '') && new Set(consents.map(({ id }) => id)).size < 2
      ? [placeOf(media, ['alt'])]
      : []
  return [people[0] ? personPlace(people[0]) : placeShown(media)]
}

/** One consent stands for one person: who names none takes one of the file's or the post's that nobody else has. */
function unconsentedPeople(people: readonly Depicted[], media: Media, post: PostText): readonly Span[] {
  const taken = new Set(people.flatMap(({ consent }) => consent))
  const spare = post.consent.consents.filter(
    ({ id, media: of }) => (of === undefined || of === media) && (id === undefined || !taken.has(id)),
  )
  const used = new Set<string>()
  return people
    .filter((person) => {
      const own = person.consent.map((id) => post.consent.consents.find((consent) => consent.id === id))
      if (own.length === 0) return !isGood(spare.shift(), media)
      const isShared = person.consent.some((id) => used.has(id))
      for (const id of person.consent) used.add(id)
      return isShared || !own.some((consent) => isGood(consent, media))
    })
    .map(personPlace)
}

/** Covers, or has a fault that is reported. */
const isGood = (consent: Consent | undefined, media: Media) =>
  consent !== undefined && (isFaulty(consent.status) || coversMedia(consent, media))

const personPlace = ({ value }: Depicted): Span => value.entries?.get('role')?.value.span ?? value.span

const isOfPatients = (role: string) =>
  /(?:patient|resident|client|child|baby|newborn|family|relative|parent|mother|father|spouse|visitor|donor recipient)/.test(
    role,
  ) && !/(?:staff|model|actor|volunteer|nurse|doctor|care team|clinician)/.test(role)

const several =
  /(?<![\p{L}])(?:two|three|four|five|six|several|both|a (?:group|pair|couple|table|row) of)(?: of our)?(?: \p{L}+)? (?:patients|residents|clients|survivors|twins|newborns|babies)(?![\p{L}])/iu

/** A file that names its own consents is judged by those, else by the post's. */
export const consentsFor = (media: Media, post: PostText): readonly Consent[] =>
  post.consent.consents.filter((consent) =>
    media.consent.length > 0
      ? consent.media === media || media.consent.includes(consent.id ?? '')
      : consent.media === undefined,
  )

function coversMedia({ status, record }: Consent, media: Media): boolean {
  if (status === 'unverified') return true
  const kind = kindOf(media)
  const wanted = kind === 'video' ? ['video', 'photo'] : kind === 'sound' ? ['voice'] : ['photo', 'video']
  return (
    status === 'valid' &&
    wanted.some((name) => (record?.covers?.includes(name) ?? false) && !record?.excludes?.includes(name))
  )
}
