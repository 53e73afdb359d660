import type { Span } from '../source.js'
import { closed, endOfSentence, lackingOn } from './balance-data.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import { versionsOf } from './versions.js'

/** A text that a regulation words itself, for one claim and for several. */
export interface RequiredText {
  readonly one: string
  readonly several: string
}

/**
 * How a regulation's own text is put to the claims that call for it: right after the sentence of a single claim; after the last of several sentences, each of which
 * then ends with `*`, as the text begins (21 CFR 101.93(d)). `data.stated` is left out where it would not fit the platform, and `data.lacking` says how much is lacking.
 *
 * @param claims the places in the post that call for it, in order; there is at least one
 */
export function withRequiredText(post: PostText, claims: readonly Match[], required: RequiredText): Match {
  const [first] = claims as [Match, ...Match[]]
  const here = claims.filter(({ text }) => text === first.text)
  const ends = here.map(endOfSentence).filter((end) => end !== undefined)
  const sentences = ends.filter(({ end }, index) => ends.findIndex((other) => other.end === end) === index)
  if (sentences.length === 0) return first
  const stated = statedAt(first.text.text, sentences, claims.length > 1 ? required.several : required.one)
  const span = { start: sentences[0]!.start, end: sentences.at(-1)!.end }
  const lacking = lackingAt(post, first, stated.length - (span.end - span.start))
  return {
    ...first,
    data: { ...first.data, ...(lacking > 0 ? { lacking: says(lacking) } : { stated }) },
    fixSpan: span,
  }
}

const says = (lacking: number) =>
  ` The text is ${lacking} character${lacking === 1 ? '' : 's'} too long for this platform.`

/** What stands from the end of the first sentence to that of the last, with the marks and the text. */
function statedAt(text: string, sentences: readonly Span[], required: string): string {
  const isLinked = sentences.length > 1 || sentences.some(({ end }) => /\*\s*$/.test(text.slice(0, end)))
  const parts = sentences.map(({ start, end }, index) => {
    const tail = closed(text.slice(start, end))
    const between = text.slice(end, sentences[index + 1]?.start ?? end)
    return `${isLinked && !tail.endsWith('*') ? `${tail}*` : tail}${between}`
  })
  return `${parts.join('')} ${isLinked ? '*' : ''}${required}`
}

/** The required texts are plain Latin, of which every platform counts a character as one. */
function lackingAt(post: PostText, { text }: Match, growth: number): number {
  const versions = versionsOf(post.post, post.texts).filter(({ body }) => body.includes(text))
  return Math.max(0, ...versions.map((version) => lackingOn({ version }, 'x'.repeat(Math.max(0, growth - 1)))))
}
