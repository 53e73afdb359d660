import type { Span } from '../source.js'
import type { FairBalance, PromotedProduct } from './fair-balance.js'
import { lengthOn, platformFacts } from './folds.js'
import type { Match } from './match.js'

/**
 * What a message may quote of a product, and what a fix puts after the sentence of a place: the register's own risk statement, or a gap that says what is
 * to be filled in. `statement` is left out where the post would then be too long for a platform.
 */
export function balanceData(
  balance: FairBalance,
  product: PromotedProduct,
  place: Match,
): Pick<Match, 'data' | 'fixSpan'> {
  const { name, mention } = product
  const statement = product.product?.riskStatement ?? `[TODO: approved risk statement for ${name}]`
  const named = nameToCome(balance, product)
  const lacking = lackingOn(balance, named ? `(${named}) ${statement}` : statement)
  const nameLacking = named ? lackingOn(balance, `(${named})`) : 0
  const fixSpan = endOfSentence(place)
  return {
    data: {
      name,
      brand: mention.text.text.slice(mention.span.start, mention.span.end),
      boxed: product.product?.boxedRisk ? ` (${product.product.boxedRisk})` : '',
      label: product.product?.labelUrl ?? 'its label',
      limit: product.product?.materialFacts?.[0]?.limit ?? 'see the label',
      lacking: tooLong('statement', lacking),
      nameLacking: tooLong('name', nameLacking),
      ...(nameLacking <= 0 && establishedName(product)),
      ...(fixSpan && lacking <= 0 && { statement }),
      ...(fixSpan && { tail: closed(place.text.text.slice(fixSpan.start, fixSpan.end)) }),
    },
    ...(fixSpan && { fixSpan }),
  }
}

const tooLong = (what: string, lacking: number) =>
  lacking > 0 ? ` The ${what} is ${lacking} character${lacking === 1 ? '' : 's'} too long for this platform.` : ''

/** The established name that the post still needs beside its brand: it takes room, too. */
const nameToCome = (balance: FairBalance, product: PromotedProduct): string | undefined =>
  balance.establishedNames(product).length === 0 ? establishedName(product).established : undefined

/** Only where it can stand: not inside a tag or a handle. */
const establishedName = ({ product, mention }: PromotedProduct): Readonly<Record<string, string>> =>
  product?.establishedName && (mention.via === 'brand' || mention.via === 'shape')
    ? { established: product.establishedName }
    : {}

/** The last character of a place's sentence, in texts that readers see as sentences. */
export function endOfSentence({ text, span }: Match): Span | undefined {
  if (text.region.kind !== 'live' || /\.alt$|hashtags/.test(text.region.field)) return undefined
  const { start, end } = text.sentenceAt(span.start)
  const last = text.text.slice(start, end).match(/.$/su)?.[0].length
  return last ? { start: end - last, end } : undefined
}

/** The end of a sentence, closed by a full stop where nothing closes it. */
export const closed = (tail: string) => (/[\p{L}\p{N}]/u.test(tail) ? `${tail}.` : tail)

/** How many characters a version would be over its platforms' limits with a statement more; below one where it fits. */
export function lackingOn({ version }: Pick<FairBalance, 'version'>, statement: string): number {
  const text = version.body.map(({ region }) => region.text).join('\n')
  const over = version.platforms.map(
    (platform) =>
      lengthOn(`${text} ${statement}`, platform) - (platformFacts(platform)?.limit ?? Number.POSITIVE_INFINITY),
  )
  return Math.max(0, ...over)
}
