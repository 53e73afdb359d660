import { overlaps, type Span } from '../../source.js'
import type { TextContext } from '../context.js'
import type { DateMention } from '../dates.js'
import type { PostText } from '../post-text.js'
import { storyElements } from '../story-elements.js'
import type { Text } from '../text.js'
import { dayOf } from './days.js'
import { fingerprint } from './fingerprint.js'
import type { Detail } from './trace.js'

/** What a post tells of its persons that another post may tell as well: of whoever it names, beside the name; of whoever's care it tells, in that text. */
export function detailsOf(post: PostText): readonly Detail[] {
  const ofTexts = post.context.texts.flatMap((context) => ofText(post, context))
  const ofMedia = post.post.media
    .filter(({ src, depicts }) => src !== undefined && !/^(?:staff|stock|object)$/.test(depicts ?? ''))
    .map(({ src }) => ({ kind: 'picture', value: fingerprint(src!) }))
  return [...ofTexts, ...ofMedia]
}

/** Elements that are no trait of a person, or that two posts share by chance. */
const untelling: ReadonlySet<string> = new Set(['quotation', 'photo or recording', 'treating clinician', 'time'])

function ofText(post: PostText, context: TextContext): Detail[] {
  const { text } = context
  const isTold = nearPersons(post, context)
  const elements = storyElements(post, context).filter(
    (element) => !untelling.has(element.name) && (element.text !== text || isTold(element.span)),
  )
  const health = text.health.filter(
    ({ span, meaning }) => /^(?:condition|procedure)$/.test(meaning.kind) && isTold(span) && !text.isDenied(span),
  )
  return [
    ...elements.map((element) => ({ kind: element.name, value: wordsAt(element.text, element.span) })),
    ...health.map(({ span }) => ({ kind: 'condition', value: wordsAt(text, span) })),
    ...text.dates.filter(({ span }) => isTold(span)).flatMap((date) => dayDetail(date, post, context)),
  ]
}

const wordsAt = (text: Text, { start, end }: Span): string => fingerprint(text.text.slice(start, end).toLowerCase())

/** Whether something stands in a sentence that names somebody or tells of their care, or in the next. */
function nearPersons(post: PostText, { text, narratives }: TextContext): (span: Span) => boolean {
  const named = post.persons.filter((person) => person.text === text).map(({ span }) => span)
  const sentences = text.sentences.flatMap((sentence, index) => {
    const isNamed = named.some((span) => overlaps(span, sentence))
    const isNarrated = narratives.some(([first, last]) => first <= index && index <= last)
    const next = text.sentences[index + 1]
    return isNamed || isNarrated ? [sentence, ...(next && isNamed ? [next] : [])] : []
  })
  const care = post.stories.some((story) => story.text === text)
  return (span) => sentences.some((sentence) => overlaps(sentence, span)) || (care && named.length === 0)
}

/** A day says more where the person stands in its sentence: a heading gives the day of a post, not of an event. */
function dayDetail(date: DateMention, post: PostText, { text, referents }: TextContext): Detail[] {
  const day = dayOf(date, text, post.post.scheduled?.slice(0, 10))
  if (day === undefined || date.isObservance) return []
  const sentence = text.sentenceAt(date.span.start)
  const isOfPerson = referents.some(
    ({ role, span }) => (role === 'care' || role === 'person') && overlaps(span, sentence),
  )
  // Two events of one day, told on it, are nothing rare.
  return isOfPerson ? [{ kind: date.kind === 'relative' ? 'recent day' : 'day', value: day }] : []
}
