import { dayItGoesLive } from './consent.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'

/** So long after its launch a product may be called new: a practice of the agencies, in no text of law. */
const months = 6

/**
 * Words that call a product new although the register has it on the market for more than six months on the day the post goes live. `data.launched` is the register's
 * day.
 */
export function pastNovelty(post: PostText): readonly Match[] {
  const day = dayItGoesLive(post.post, post.facts)
  return post.products.flatMap(({ product, text, span, name }) => {
    const launched = product?.launched
    if (!launched || text.region.kind !== 'live' || isWithin(launched, day)) return []
    const sentence = text.sentenceAt(span.start)
    const words = text
      .find(novelty())
      .find(({ start, end }) => start >= sentence.start && end <= sentence.end && Math.abs(start - span.start) < 60)
    return words ? [{ text, span: words, data: { name, launched } }] : []
  })
}

function isWithin(launched: string, day: string): boolean {
  const end = new Date(`${launched.slice(0, 10)}T00:00:00Z`)
  end.setUTCMonth(end.getUTCMonth() + months)
  return Number.isNaN(end.getTime()) || day <= end.toISOString().slice(0, 10)
}

let expression: RegExp | undefined

/** Made on first use. */
function novelty(): RegExp {
  expression ??=
    /(?<!\p{L})(?:brand[ -]new|(?<!what's |nothing )new(?! (?:patients?|year|hours|data|study|site|address|pharmacy|packag\p{L}+|label|insurance|mom|mother|parents?|research|safety|warning|price|savings)(?!\p{L}))|newest|all[- ]new|just (?:approved|launched|arrived|released|landed)|latest|introducing|newly (?:approved|launched|available)|now (?:approved|available)|say hello to|first[- ]ever)(?!\p{L})/giu
  return expression
}
