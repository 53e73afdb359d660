import { overlaps, type Span } from '../source.js'
import { isApproved } from '../text/approved-claims.js'
import { isMarked } from '../text/marked.js'
import type { Match } from '../text/match.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import type { DetectorContext } from './detector.js'
import { compileOnly, compileUnless, type Guards, guardSchema } from './guard.js'
import { phrases } from './phrase.js'

/** How phrases are looked for, and which of the places count. */
export interface SearchOptions {
  readonly window?: number
  /** All of these must find something near the match. */
  readonly only?: Guards
  /** None of these may. */
  readonly unless?: Guards
  /** Hashtags are read as words too, and reported whole. */
  readonly tags?: boolean
}

export const searchProperties = {
  window: { type: 'integer' },
  only: guardSchema,
  unless: guardSchema,
  tags: { type: 'boolean' },
}

/** Finds phrases in one text of a post. */
export type Search = (post: PostText, text: Text) => Span[]

/** `skipsDenied`: denied, asked, quoted as a myth, or in a statement that is marked first: such a match is left in peace. */
export function compileSearch(
  list: readonly string[],
  options: SearchOptions,
  context: DetectorContext,
  skipsDenied: boolean,
): Search {
  const expression = phrases(list, context.lexicon)
  const window = options.window ?? 40
  const only = compileOnly(options.only, window, context)
  const unless = compileUnless(options.unless, window, context)
  return (post, text) => {
    if (!options.tags && !expression.mayStandIn(text)) return []
    const spans = options.tags ? withTags(text, expression) : expression.find(text)
    return spans.filter(
      (span) =>
        !(
          skipsDenied &&
          (text.isDenied(span) || isMarked(text, span, post.facts) || isApproved(text, span, post.facts))
        ) &&
        only(post, text, span) &&
        unless(post, text, span),
    )
  }
}

/** What matches in a hashtag, or in its words set apart, is the whole tag. */
function withTags(text: Text, expression: PhraseList): Span[] {
  const wholeTag = (span: Span) => text.hashtags.find((tag) => tag.span.start < span.start && tag.span.end >= span.end)
  const tags = text.hashtags.filter(({ parts }) => expression.test(parts.map((part) => part.text).join(' ')))
  return [...expression.find(text).map((span) => wholeTag(span)?.span ?? span), ...tags.map(({ span }) => span)]
}

/** A search in all texts that the rule reads. */
export const everywhere =
  (search: Search, { reads }: DetectorContext) =>
  (post: PostText): Match[] =>
    post.of(reads).flatMap((text) => search(post, text).map((span) => ({ text, span })))

/** As the texts read, the longer one where two overlap. */
export const outermost = (matches: readonly Match[]): Match[] =>
  matches
    .filter((match, index) => !matches.some((other, at) => at !== index && covers(other, match, at < index)))
    .sort((a, b) => a.text.toFile(a.span).start - b.text.toFile(b.span).start)

const covers = (other: Match, match: Match, isFirst: boolean) =>
  other.text === match.text &&
  overlaps(other.span, match.span) &&
  (isFirst ? length(other) >= length(match) : length(other) > length(match))

const length = ({ span }: Match) => span.end - span.start
