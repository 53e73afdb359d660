import { overlaps } from '../source.js'
import { withSpaceBefore } from '../text/persons/care.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { PostText } from '../text/post-text.js'
import { productsIn } from '../text/products.js'
import type { Hashtag } from '../text/tags.js'
import type { Text } from '../text/text.js'
import { type DetectorContext, defineDetector, type Match } from './detector.js'
import { Disclosed, wordingsOf } from './disclosed.js'
import { compileOnly, compileUnless, type Guards, guardSchema } from './guard.js'
import { namesDate, namesPlaceAndCondition } from './hashtag-parts.js'
import { phrases } from './phrase.js'

/** What is looked for in a tag; a tag that shows one of these is reported whole. */
interface HashtagOptions {
  /** A private person's name: any, or only among words of support (`#TeamLiam`). */
  readonly person?: 'any' | 'supported'
  /** A date or a record number. */
  readonly date?: boolean
  /** A condition with a town, or a room or bed. */
  readonly placeWithCondition?: boolean
  /** A product of these kinds: `drug-rx`. */
  readonly products?: readonly string[]
  /** Phrases among the tag's words: `race for the cure` is found in #RaceForTheCure and #raceforthecure. */
  readonly any?: readonly string[]
  readonly lexicon?: readonly string[]
  /** Tags with one of these phrases are left in peace. */
  readonly never?: readonly string[]
  /** The tags after the first so many, by platform or for all. */
  readonly over?: Readonly<Record<string, number>>
  /** Runs of so many tags with nothing between them; the first of the run is reported. */
  readonly block?: number
  /** Run together in lower case, of so many words or more. */
  readonly runTogether?: number
  readonly window?: number
  readonly only?: Guards
  readonly unless?: Guards
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** Finds tags in one post. */
type Look = (post: PostText, tags: readonly Tag[]) => readonly Tag[]
interface Tag {
  readonly text: Text
  readonly tag: Hashtag
}

/** Hashtags, by the words inside them, their number and their letter case. */
export const hashtag = defineDetector<HashtagOptions>({
  name: 'hashtag',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      person: { enum: ['any', 'supported'] },
      date: { type: 'boolean' },
      placeWithCondition: { type: 'boolean' },
      products: strings,
      any: strings,
      lexicon: strings,
      never: strings,
      over: { type: 'object', additionalProperties: { type: 'integer' } },
      block: { type: 'integer' },
      runTogether: { type: 'integer' },
      window: { type: 'integer' },
      only: guardSchema,
      unless: guardSchema,
    },
  },
  compile(options, context) {
    const looks = looksFor(options, context)
    const never = options.never && phrases(options.never, context.lexicon)
    const only = compileOnly(options.only, options.window ?? 80, context)
    const unless = compileUnless(options.unless, options.window ?? 80, context)
    return (post): Match[] => {
      const tags = post.of(context.reads).flatMap((text) => text.hashtags.map((tag) => ({ text, tag })))
      if (tags.length === 0) return []
      const found = new Set(looks.flatMap((look) => look(post, tags)))
      return [...found]
        .filter(
          ({ text, tag }) => !never?.test(wordsOf(tag)) && only(post, text, tag.span) && unless(post, text, tag.span),
        )
        .map(({ text, tag }) => ({
          text,
          span: tag.span,
          fixSpan: withSpaceBefore(text, tag.span),
          // What says that a post is paid is never to be dropped.
          ...(!discloses(post, { text, tag }, context) && { data: { dropped: '' } }),
        }))
    }
  },
})

/** One look for each option that is given. */
function looksFor(options: HashtagOptions, context: DetectorContext): Look[] {
  const list = [
    ...(options.any ?? []),
    ...(options.lexicon ?? []).flatMap((name) => context.lexicon(name).entries as string[]),
  ]
  const looks: Look[] = []
  if (list.length > 0) looks.push(withPhrase(phrases(list, context.lexicon)))
  if (options.person) looks.push(withPerson(options.person))
  if (options.date) looks.push((_, tags) => tags.filter(({ tag }) => namesDate(tag)))
  if (options.placeWithCondition) looks.push((_, tags) => tags.filter(({ tag }) => namesPlaceAndCondition(tag)))
  if (options.products) looks.push(withProduct(options.products))
  if (options.over) looks.push(beyond(options.over, context))
  if (options.block) looks.push(inBlocks(options.block))
  if (options.runTogether) looks.push(runTogether(options.runTogether))
  return looks
}

const wordsOf = ({ parts }: Hashtag) => parts.map(({ text }) => text).join(' ')

/** The phrase among the words, or the tag as it stands: `#proana`. */
const withPhrase =
  (expression: PhraseList): Look =>
  (_, tags) =>
    tags.filter(({ tag }) => expression.test(wordsOf(tag)) || expression.test(tag.name))

const withPerson =
  (which: 'any' | 'supported'): Look =>
  (post, tags) => {
    const named = post.persons.filter(
      ({ in: place, role, cues }) =>
        place === 'tag' &&
        (role === 'unknown' || role === 'patient' || role === 'relative') &&
        (which === 'any' || cues.includes('support-tag')),
    )
    return tags.filter(({ text, tag }) =>
      named.some((person) => person.text === text && person.span.start === tag.span.start),
    )
  }

const withProduct =
  (kinds: readonly string[]): Look =>
  (post, tags) => {
    const named = productsIn(post.texts, post.facts).filter(
      ({ via, kind }) => via === 'tag' && kind !== undefined && kinds.includes(kind),
    )
    return tags.filter(({ text, tag }) =>
      named.some(
        (product) => product.text === text && product.span.start >= tag.span.start && product.span.end <= tag.span.end,
      ),
    )
  }

/** Whether a tag tells readers of a tie, clearly or not. */
const discloses = (post: PostText, { text, tag }: Tag, context: DetectorContext): boolean => {
  const { good, unclear } = new Disclosed(post, wordingsOf(context))
  return [...good, ...unclear].some((term) => term.text === text && overlaps(term.span, tag.span))
}

/** The first tag that is too many for the strictest of the post's platforms; where that one tells of a tie, the nearest before it that does not. */
const beyond =
  (limits: Readonly<Record<string, number>>, context: DetectorContext): Look =>
  (post, tags) => {
    const own = post.post.platforms.flatMap((platform) => limits[platform] ?? [])
    const limit = Math.min(...own, ...(limits.all === undefined ? [] : [limits.all]))
    const kept = tags.filter(
      ({ text }) => text.region.field === tags[0]!.text.region.field || !/^variants/.test(text.region.field),
    )
    const extra = kept[limit]
    if (!extra) return []
    return [kept.slice(0, limit + 1).findLast((tag) => !discloses(post, tag, context)) ?? extra]
  }

const inBlocks =
  (size: number): Look =>
  (_, tags) =>
    tags.filter((first, index) => {
      const startsRun = index === 0 || !follows(tags[index - 1]!, first)
      const run = tags.slice(index, index + size)
      return startsRun && run.length === size && run.slice(1).every((tag, at) => follows(run[at]!, tag))
    })

const follows = (one: Tag, next: Tag) =>
  one.text === next.text && /^[\s,•·|]*$/.test(one.text.text.slice(one.tag.span.end, next.tag.span.start))

const runTogether =
  (count: number): Look =>
  (_, tags) =>
    tags.filter(
      ({ tag }) =>
        /^[\p{Ll}\d]+$/u.test(tag.name) &&
        tag.name.length > 11 &&
        tag.parts.filter(({ text }) => text.length > 1).length >= count,
    )
