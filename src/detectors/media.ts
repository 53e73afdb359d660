import type { Media } from '../draft/post.js'
import type { Span } from '../source.js'
import { peopleIn } from '../text/consent.js'
import { describesPatient, isConsented, kindOf, placeOf, showsPatient, unconsentedIn } from '../text/media.js'
import { fileNameIn, isDicom, metadataFault, uninspected } from '../text/media-files.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { PostText } from '../text/post-text.js'
import { defineDetector, type Match } from './detector.js'
import { phrases } from './phrase.js'

interface MediaOptions {
  readonly find: keyof typeof finders
  /** For `words`: what stands in a picture or its description. */
  readonly words?: readonly string[]
}

/** A place in the file, and what a message may quote. */
export interface MediaFinding {
  readonly place: Span
  readonly detail?: string
}

type Finder = (media: Media, post: PostText, words?: PhraseList) => readonly MediaFinding[]

/** What can be found in a media entry. */
const finders = {
  /** Shows a patient, and no valid consent covers that. */
  'unconsented-patient': (media, post) => unconsentedIn(media, post).map((place) => ({ place })),
  /** Does not say whom it shows, in a post about somebody's care, or made for fun where patients are. */
  undeclared: (media, post) =>
    at(media, ['src', 'alt'], isUndeclared(media) && !isConsented(media, post) && mayShowPatient(post)),
  /** A stock model in a patient's story, not labelled as one. */
  'model-as-patient': (media, post) =>
    at(media, ['depicts', 'src'], media.depicts === 'stock' && post.context.score >= 2 && !saysModel(media, post)),
  /** A scan of the kind that carries the patient's name in its header. */
  dicom: (media, post) => at(media, ['src'], isDicom(media, post)),
  /** Words of the rule in the picture or its description, in a picture of a patient. */
  words: (media, post, words) =>
    at(
      media,
      ['alt', 'text', 'src'],
      media.depicts !== 'stock' &&
        words !== undefined &&
        standsIn(media, words) &&
        (showsPatient(media, post) || post.context.score >= 2),
    ),
  /** A name, a date or a record number in the file's name. */
  'file-name': (media, post) => fileNameIn(media, post).map((place) => ({ place })),
  /** Where it was taken, or who is on it. */
  'metadata-identity': (media, post) => withDetail(media, metadataFault('identity', media, post)),
  /** When it was taken, with which camera. */
  'metadata-date': (media, post) => withDetail(media, metadataFault('date', media, post)),
  /** Not there, or of a kind that nobody can look into. */
  uninspected: (media, post) => withDetail(media, uninspected(media, post)),
  'alt-missing': (media) =>
    at(
      media,
      ['src'],
      !media.alt?.trim() &&
        (kindOf(media) === 'picture' || (media.isSlide && media.src !== undefined && kindOf(media) !== 'video')),
    ),
  'captions-missing': (media) =>
    at(
      media,
      ['src'],
      kindOf(media) === 'video' && !media.value.entries?.has('captions') && !media.value.entries?.has('spoken'),
    ),
} satisfies Readonly<Record<string, Finder>>

const at = (media: Media, fields: readonly string[], isFound: boolean): readonly MediaFinding[] =>
  isFound ? [{ place: placeOf(media, fields) }] : []

const withDetail = (media: Media, detail: string | undefined): readonly MediaFinding[] =>
  detail === undefined ? [] : [{ place: placeOf(media, ['src']), detail }]

/** Pictures, videos and slides that a post shows: whom, with what consent, described how, carrying what. */
export const media = defineDetector<MediaOptions>({
  name: 'media',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['find'],
    properties: {
      find: { enum: Object.keys(finders) },
      words: { type: 'array', minItems: 1, items: { type: 'string' } },
    },
  },
  compile({ find, words }) {
    const list = words && phrases(words)
    return (post): Match[] =>
      post.post.media.flatMap((entry) => {
        // A field of the entry: what stands there belongs to the post as a whole, not to its first sentence.
        const text = post.texts.find(({ region }) => region.field.startsWith(entry.path)) ?? post.texts[0]
        if (!text) return []
        return (finders[find] as Finder)(entry, post, list).map(({ place, detail }) => ({
          text,
          span: { start: 0, end: 0 },
          place,
          ...(detail !== undefined && { data: { detail } }),
        }))
      })
  },
})

const isUndeclared = (media: Media) =>
  media.depicts === undefined &&
  !media.isSlide &&
  peopleIn(media).length === 0 &&
  ['picture', 'video'].includes(kindOf(media)) &&
  !describesPatient(media.alt ?? '') &&
  (!isThing(media.alt ?? '') || showsNames(media.alt ?? ''))

const mayShowPatient = (post: PostText) =>
  post.context.score >= 2 || post.of(['live']).some(({ text }) => fun.test(text) && careArea.test(text))

const fun =
  /(?<![\p{L}])(?:selfies?|tik ?tok|dance(?: challenge| break| party)?|dancing|behind the scenes|live from|look around)(?![\p{L}])/iu
const careArea =
  /(?<![\p{L}])(?:ICU|NICU|PICU|ER|ED|OR|emergency (?:room|department)|operating room|nurs(?:es'?|ing) station|(?:on|in) (?:the|our) (?:unit|ward|floor|treatment area|infusion (?:room|center))|trauma bay|labor and delivery|memory care|waiting room)(?![\p{L}])/u

const isThing = (alt: string) =>
  /(?<![\p{L}])(?:logo|building|entrance|lobby|sign|poster|flyer|graphic|infographic|chart|map|illustration|icon|banner|flowers?|book|pills?|bottle|box|product|machine|dog|team|staff|nurses?|doctors?|surgeons?|therapists?|volunteers?|ribbon|cake|food|plate|award|plaque|screenshot|text)(?![\p{L}])/iu.test(
    alt,
  )

/** `the whiteboard with patient names behind them`: whatever else it shows. */
const showsNames = (alt: string) =>
  /(?<![\p{L}])(?:patients?'?(?:s'?)? (?:\p{L}+ )?(?:names?|initials|list|information|census|assignments?)|names? of (?:the |our )?patients|(?:last |first |full )?names? (?:and \p{L}+ )?(?:readable|legible|visible|showing))(?![\p{L}])/iu.test(
    alt,
  ) &&
  !/(?<![\p{L}])(?:no (?:patient )?names|blank|empty|wiped|erased|covered|blurred|cropped|fake|made[- ]up|sample|mock)(?![\p{L}])/iu.test(
    alt,
  )

const saysModel = (entry: Media, post: PostText) =>
  [entry.alt ?? '', ...post.of(['live']).map(({ text }) => text)].some((words) =>
    /(?<![\p{L}])(?:models?|actors?|stock (?:photo|image|picture)|not (?:an )?actual patients?|posed)(?![\p{L}])/iu.test(
      words,
    ),
  )

/** `of a gelatin training phantom`: a scan or a chart of nobody. */
const ofNobody =
  /(?<![\p{L}])(?:phantoms?|mannequins?|manikins?|dummy|simulat(?:ed|ion|or)|textbook|diagram|teddy|plush|stuffed|toy|doll|mock|sample|blank|empty|wiped|erased|menu|training (?:arm|model|doll|image|scan|lab)|practice (?:model|arm)|fruit|watermelon|pumpkin)(?![\p{L}])/iu

const standsIn = ({ alt = '', value }: Media, words: PhraseList): boolean =>
  !ofNobody.test(alt) && words.test(`${alt}\n${value.entries?.get('text')?.value.scalar ?? ''}`)
