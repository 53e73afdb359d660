import type { Product } from '../facts.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import type { ProductMention } from './products.js'

/**
 * Words that call a product approved which the organisation's register has as cleared: a 510(k) clearance is no approval (21 CFR 807.97). `data.name` is the product.
 */
export function approvedThoughCleared(post: PostText): readonly Match[] {
  if (!post.facts.products.some(isCleared)) return []
  return post.of(['live', 'visible']).flatMap((text) =>
    text.find(approval()).flatMap((span) => {
      const match = { text, span }
      const mention = text.isDenied(span) ? undefined : clearedBeside(post, match)
      return mention && isOwn(post, mention) ? [{ ...match, data: { name: mention.name } }] : []
    }),
  )
}

/** The matched words with `cleared` for `approved`, where they speak of a product that is known to be cleared; undefined where nothing tells. */
export function clearedWording(post: PostText, match: Match): string | undefined {
  const words = match.text.text.slice(match.span.start, match.span.end)
  if (words.search(approval()) < 0 || !clearedBeside(post, match)) return undefined
  return words.replace(/approv(ed|al)/gi, (word, ending: string) => inCase(word, ending))
}

const inCase = (word: string, ending: string): string => {
  const use = ending.toLowerCase() === 'ed' ? 'cleared' : 'clearance'
  if (word === word.toUpperCase()) return use.toUpperCase()
  return word.startsWith('A') ? `C${use.slice(1)}` : use
}

/** The product that a place speaks of, the nearest one in its sentence, if it is cleared. */
function clearedBeside(post: PostText, { text, span }: Match): ProductMention | undefined {
  const sentence = text.sentenceAt(span.start)
  const away = ({ span: name }: ProductMention) => Math.max(name.start - span.end, span.start - name.end, 0)
  const [nearest] = post.products
    .filter(
      (mention) => mention.text === text && mention.span.start >= sentence.start && mention.span.end <= sentence.end,
    )
    .sort((a, b) => away(a) - away(b))
  return nearest?.product && isCleared(nearest.product) ? nearest : undefined
}

const isCleared = ({ kind, status = '' }: Product): boolean =>
  kind === 'device-510k' || (!kind?.startsWith('drug') && /^(?:fda[- ])?(?:cleared|510\(?k\)?)$/i.test(status))

const isOwn = ({ facts }: PostText, { name }: ProductMention): boolean =>
  facts.products.some(({ brand }) => brand.toLowerCase() === name.toLowerCase())

let expression: RegExp | undefined

/** Made on first use. */
const approval = (): RegExp => {
  expression ??=
    /(?<!\p{L})(?:fda[- ]approv(?:ed|al)|approved by (?:the )?(?:u\.?s\.? )?(?:fda|food and drug administration))(?!\p{L})/giu
  return expression
}
