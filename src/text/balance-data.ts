import type { FairBalance, PromotedProduct } from './fair-balance.js'
import { lengthOn, platformFacts } from './folds.js'
import type { Match } from './match.js'

/** What a message may quote of a product, and what a fix puts: the register's own risk statement, or a gap that says what is to be filled in. */
export function balanceData(
  balance: FairBalance,
  { name, product, mention }: PromotedProduct,
  place: Match,
): Pick<Match, 'data' | 'fixSpan'> {
  const statement = product?.riskStatement ?? `[TODO: approved risk statement for ${name}]`
  const lacking = lackingOn(balance, statement)
  const sentence = place.text.sentenceAt(place.span.start)
  const canInsert =
    place.text.region.kind === 'live' &&
    !/\.alt$|hashtags/.test(place.text.region.field) &&
    sentence.end > sentence.start
  const fixSpan = canInsert ? { start: sentence.end - 1, end: sentence.end } : undefined
  const isMentioned = mention.text === place.text && mention.span.start === place.span.start
  return {
    data: {
      name,
      brand: mention.text.text.slice(mention.span.start, mention.span.end),
      boxed: product?.boxedRisk ? ` (${product.boxedRisk})` : '',
      label: product?.labelUrl ?? 'its label',
      lacking: lacking > 0 ? ` The statement is ${lacking} characters too long for this platform.` : '',
      ...(product?.materialFacts?.[0] && {
        limit: product.materialFacts[0].say
          .slice(0, 2)
          .map((word) => word.replace(/\\w\*/g, ''))
          .join(' or '),
      }),
      ...(isMentioned &&
        product?.establishedName &&
        mention.via !== 'tag' &&
        mention.via !== 'handle' && { established: product.establishedName }),
      ...(fixSpan && lacking <= 0 && { statement, tail: place.text.text.slice(fixSpan.start, fixSpan.end) }),
    },
    ...(fixSpan && !isMentioned && { fixSpan }),
  }
}

/** How many characters a version would be over its platforms' limits with a statement more. */
function lackingOn({ version }: FairBalance, statement: string): number {
  const text = version.body.map(({ region }) => region.text).join('\n')
  const over = version.platforms.map(
    (platform) =>
      lengthOn(`${text} ${statement}`, platform) - (platformFacts(platform)?.limit ?? Number.POSITIVE_INFINITY),
  )
  return Math.max(0, ...over)
}
