import type { Media } from '../draft/post.js'
import { describesPatient, isConsented, kindOf, placeOf, showsPatient } from '../text/media.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { PostText } from '../text/post-text.js'
import { defineDetector, type Match } from './detector.js'
import { phrases } from './phrase.js'

interface MediaOptions {
  readonly find: keyof typeof finders
  /** For `words`: what stands in a picture or its description. */
  readonly words?: readonly string[]
}

/** What can be found in a media entry: whether it is, and the fields to point at. */
const finders = {
  /** Shows a patient, and no valid consent covers that. */
  'unconsented-patient': (media: Media, post: PostText) =>
    showsPatient(media, post) && !isConsented(media, post) ? ['depicts', 'alt', 'src'] : undefined,
  /** Does not say whom it shows, in a post about somebody's care. */
  undeclared: (media: Media, post: PostText) =>
    media.depicts === undefined &&
    !media.isSlide &&
    ['picture', 'video'].includes(kindOf(media)) &&
    !describesPatient(media.alt ?? '') &&
    !isThing(media.alt ?? '') &&
    post.context.score >= 2 &&
    !isConsented(media, post)
      ? ['src', 'alt']
      : undefined,
  /** A stock model in a patient's story, not labelled as one. */
  'model-as-patient': (media: Media, post: PostText) =>
    media.depicts === 'stock' && post.context.score >= 2 && !saysModel(media, post) ? ['depicts', 'src'] : undefined,
  /** A scan of the kind that carries the patient's name in its header. */
  dicom: (media: Media) => (kindOf(media) === 'scan' ? ['src'] : undefined),
  /** Words of the rule in the picture or its description, in a picture of a patient. */
  words: (media: Media, post: PostText, expression?: PhraseList) =>
    expression &&
    media.depicts !== 'stock' &&
    (showsPatient(media, post) || post.context.score >= 2) &&
    matchesIn(media, expression)
      ? ['alt', 'text', 'src']
      : undefined,
  'alt-missing': (media: Media) =>
    !media.alt?.trim() &&
    (kindOf(media) === 'picture' || (media.isSlide && media.src !== undefined && kindOf(media) !== 'video'))
      ? ['src']
      : undefined,
  'captions-missing': (media: Media) =>
    kindOf(media) === 'video' && !media.value.entries?.has('captions') && !media.value.entries?.has('spoken')
      ? ['src']
      : undefined,
} as const

/** Pictures, videos and slides that a post shows: whom, with what consent, described how. */
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
    const expression = words && phrases(words)
    return (post): Match[] => {
      const text = post.texts[0]
      if (!text) return []
      return post.post.media.flatMap((entry) => {
        const fields = finders[find](entry, post, expression)
        return fields ? [{ text, span: { start: 0, end: 0 }, place: placeOf(entry, fields) }] : []
      })
    }
  },
})

const isThing = (alt: string) =>
  /(?<![\p{L}])(?:logo|building|entrance|lobby|sign|poster|flyer|graphic|infographic|chart|map|illustration|icon|banner|flowers?|book|pills?|bottle|box|product|machine|dog|team|staff|nurses?|doctors?|surgeons?|therapists?|volunteers?|ribbon|cake|food|plate|award|plaque|screenshot|text)(?![\p{L}])/iu.test(
    alt,
  )

const saysModel = (entry: Media, post: PostText) =>
  [entry.alt ?? '', ...post.of(['live']).map(({ text }) => text)].some((words) =>
    /(?<![\p{L}])(?:models?|actors?|stock (?:photo|image|picture)|not (?:an )?actual patients?|posed)(?![\p{L}])/iu.test(
      words,
    ),
  )

function matchesIn({ alt = '', value }: Media, expression: PhraseList): boolean {
  const words = value.entries?.get('text')?.value.scalar ?? ''
  return expression.test(`${alt}\n${words}`)
}
