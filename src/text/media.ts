import type { Media } from '../draft/post.js'
import type { Span } from '../source.js'
import type { Consent } from './consent.js'
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

/** Whether a media entry shows a patient: it says so, or its alternative text describes somebody in care. */
export function showsPatient(media: Media, post: PostText): boolean {
  if (media.depicts) return /^patients?$/.test(media.depicts)
  return media.alt !== undefined && describesPatient(media.alt) && !post.post.isPaid
}

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
  /(?<![\p{L}])(?:(?:a|our|the|her|his|this|of a|smiling|young|elderly|happy|female|male) (?:\p{L}+ )?(?:patient|resident)(?:'s)?(?! (?:room|care|portal|advocate|safety|bed|chair|gown|lounge|tower|entrance|drop-?off|experience|education|services))|patient (?:smiling|holding|waving|sitting|standing|walking|in|on|with|after|before|ringing))(?![\p{L}])/iu
const notPatient =
  /(?<![\p{L}])(?:models?|actors?|actress|stock|illustration|cartoon|drawing|icon|graphic|infographic|logo|poster|manikin|mannequin|dummy|simulat(?:ed|ion|or)|re-?enactment|volunteer|statue|painting|AI[- ]generated|empty)(?![\p{L}])/iu

/** Whether a valid consent covers what this file shows: its own, or the post's. */
export function isConsented(media: Media, post: PostText): boolean {
  const wanted =
    kindOf(media) === 'video' ? ['video', 'photo'] : kindOf(media) === 'sound' ? ['voice'] : ['photo', 'video']
  return post.consent.consents
    .filter((consent) => concerns(consent, media))
    .some((consent) => wanted.some((name) => covers(consent, name)))
}

/** A file that names its own consents is judged by those, else by the post's. */
const concerns = (consent: Consent, media: Media) =>
  media.consent.length > 0
    ? consent.media === media || media.consent.includes(consent.id ?? '')
    : consent.media === undefined

const covers = ({ status, record }: Consent, name: string) =>
  status === 'unverified' ||
  (status === 'valid' && (record?.covers?.includes(name) ?? false) && !record?.excludes?.includes(name))
