import { data } from '../data.js'
import type { Post } from '../draft/post.js'

/** What a platform takes and shows, in its own unit. */
export interface Platform {
  readonly platform: string
  readonly limit: number
  readonly title_limit?: number
  /** How much is seen before "more"; undefined where all is. */
  readonly fold?: number
  readonly fold_in_ads?: number
  readonly fold_lines?: number
  readonly hashtags?: number
  readonly unit: 'code points' | 'weighted' | 'graphemes'
  readonly as_of: string
}

/** The facts of a platform; undefined for one that sets no limits we know. */
export const platformFacts = (name: string): Platform | undefined =>
  data<{ entries: Platform[] }>('lexicons/platforms').entries.find(({ platform }) => platform === name)

/** How long a text is on a platform, in that platform's unit. */
export function lengthOn(text: string, platform: string): number {
  const unit = platformFacts(platform)?.unit
  return [...unitsOf(text, unit)].reduce((sum, { length }) => sum + length, 0)
}

/** Where a text goes beyond a length in a platform's unit, as an offset of it in UTF-16 units; undefined where it does not. */
export const cutAt = (text: string, platform: string, length: number): number | undefined =>
  cutAfter(text, length, platformFacts(platform)?.unit)

/**
 * Where a text is cut off with "more" on a platform, as an offset of it in UTF-16 units; undefined where all of it is seen, and for videos, stories and
 * live posts, which have no fold.
 */
export function foldOf(post: Pick<Post, 'type'>, text: string, platform: string): number | undefined {
  const facts = platformFacts(platform)
  if (!facts?.fold || ['video-script', 'story', 'live'].includes(post.type)) return undefined
  const seen = post.type === 'ad' ? (facts.fold_in_ads ?? facts.fold) : facts.fold
  const cuts = [cutAfter(text, seen, facts.unit), facts.fold_lines ? endOfLine(text, facts.fold_lines) : undefined]
  const cut = Math.min(...cuts.map((at) => at ?? text.length))
  return cut < text.length ? cut : undefined
}

function cutAfter(text: string, seen: number, unit: Platform['unit'] | undefined): number | undefined {
  let length = 0
  for (const piece of unitsOf(text, unit)) {
    length += piece.length
    if (length > seen) return piece.start
  }
  return undefined
}

function endOfLine(text: string, line: number): number | undefined {
  let at = -1
  for (let count = 0; count < line; count++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return undefined
  }
  return at
}

interface Unit {
  /** Offset in UTF-16 units. */
  readonly start: number
  readonly length: number
}

function unitsOf(text: string, unit: Platform['unit'] | undefined): Iterable<Unit> {
  if (unit === 'graphemes') return graphemes(text).map(({ index }) => ({ start: index, length: 1 }))
  return unit === 'weighted' ? weighted(text) : codePoints(text)
}

function* codePoints(text: string): Iterable<Unit> {
  let start = 0
  for (const character of text) {
    yield { start, length: 1 }
    start += character.length
  }
}

let segmenter: Intl.Segmenter | undefined

/** The segmenter is slow to make, and most runs need none. */
function graphemes(text: string) {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...segmenter.segment(text)]
}

const url =
  /(?:https?:\/\/[^\s]+|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|io|co|health|example|clinic|info|biz|us|care|app|ly)(?:\/[^\s]*)?)(?<![.,;:!?)])/giu
const urlLength = 23

/** X's counting: a link is 23, an emoji or a letter beyond Latin and its neighbours 2, composed as NFC has it. */
function* weighted(text: string): Iterable<Unit> {
  let at = 0
  for (const link of text.matchAll(url)) {
    yield* weightedCharacters(text, at, link.index)
    // A bare domain may stay text; it counts no more than it has, so that a post that fits as written is not called too long.
    const length = /^https?:/i.test(link[0]) ? urlLength : Math.min(urlLength, link[0].length)
    yield { start: link.index, length }
    at = link.index + link[0].length
  }
  yield* weightedCharacters(text, at, text.length)
}

function* weightedCharacters(text: string, from: number, to: number): Iterable<Unit> {
  for (const { segment, index } of graphemes(text.slice(from, to))) {
    const composed = [...segment.normalize('NFC')]
    const isEmoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(segment)
    yield {
      start: from + index,
      length: isEmoji ? 2 : composed.reduce((sum, character) => sum + weightOf(character.codePointAt(0)!), 0),
    }
  }
}

const light: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]
const weightOf = (code: number) => (light.some(([first, last]) => first <= code && code <= last) ? 1 : 2)
