import type { Post } from '../draft/post.js'
import { cutAt, lengthOn, platformFacts } from './folds.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'
import { type Version, versionsOf } from './versions.js'

/** Spoken, or gone in a day: what stands in these is no caption. */
const unlimited: ReadonlySet<string> = new Set(['video-script', 'story', 'live'])

/** Where each version of a post goes beyond what a platform of it takes, on the tightest of them. */
export function tooLong({ post, texts }: PostText): readonly Match[] {
  if (unlimited.has(post.type)) return []
  return versionsOf(post, texts).flatMap((version) => [...beyondLimit(version, post), ...titleBeyond(version)])
}

function beyondLimit({ platforms, body }: Version, post: Post): readonly Match[] {
  const texts = body.filter(({ region }) => region.field !== 'title')
  return texts.slice(0, 1).flatMap((text) => {
    const tags = tagsBeside(post, text)
    const over = platforms
      .map((platform) => ({ platform, limit: platformFacts(platform)?.limit }))
      .flatMap(({ platform, limit }) => (limit === undefined ? [] : excess(text, tags, platform, limit)))
    return tightest(over)
  })
}

const titleBeyond = ({ platforms, body }: Version): readonly Match[] =>
  body
    .filter(({ region }) => region.field === 'title')
    .flatMap((title) =>
      tightest(
        platforms.flatMap((platform) => {
          const limit = platformFacts(platform)?.title_limit
          return limit === undefined ? [] : excess(title, '', platform, limit)
        }),
      ),
    )

/** Tags of the field `hashtags` that the text does not have: they are posted with it. */
function tagsBeside({ regions }: Post, text: Text): string {
  const said = text.region.text.toLowerCase()
  const tags = regions
    .filter(({ field, kind }) => /^hashtags(?:\.\d+)?$/.test(field) && kind === 'live')
    .flatMap((region) => region.text.split(/[\s,]+/))
    .map((tag) => `#${tag.replace(/^#/, '')}`)
    .filter((tag) => tag.length > 1 && !said.includes(tag.toLowerCase()))
  return tags.length > 0 ? ` ${tags.join(' ')}` : ''
}

interface Excess {
  readonly limit: number
  readonly match: Match
}

/** What of a text no longer fits, up to the end of its line. */
function excess(text: Text, tags: string, platform: string, limit: number): Excess[] {
  const posted = text.region.text.trimEnd()
  const length = lengthOn(posted + tags, platform)
  if (length <= limit) return []
  const cut = cutAt(posted, platform, limit)
  const data = { platform, length: String(length), limit: String(limit) }
  return [{ limit, match: { text, span: lineFrom(text, cut), data } }]
}

const longest = 80

/** A stretch of the normalised text, from an offset of the region's on, or its last word where only tags are too many. */
function lineFrom(text: Text, cut: number | undefined): Match['span'] {
  const whole = text.text.trimEnd()
  const last = whole.search(/\S+$/)
  const from = cut === undefined ? last : Math.min(startOf(text, cut), whole.length - 1)
  const newline = whole.indexOf('\n', from + 1)
  return { start: from, end: Math.min(newline < 0 ? whole.length : newline, from + longest) }
}

/** The first offset of the normalised text that lies at or after one of the region's. */
function startOf(text: Text, offset: number): number {
  let low = 0
  let high = text.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (text.toRegion({ start: middle, end: middle + 1 }).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const tightest = (over: readonly Excess[]): Match[] =>
  over.length === 0 ? [] : [over.reduce((a, b) => (b.limit < a.limit ? b : a)).match]
