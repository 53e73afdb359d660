import { balanceData } from '../text/balance-data.js'
import type { FairBalance } from '../text/fair-balance.js'
import { claimPlace, isBeforeFold } from '../text/promotion.js'
import { defineDetector, type Match } from './detector.js'

/** Risk that readers see only after "more", while the benefit stands before it, on any platform of the post. */
export const fold = defineDetector<Record<string, never>>({
  name: 'fold',
  schema: { type: 'object', additionalProperties: false, properties: {} },
  compile: () => (post) => post.balances.filter((balance) => balance.class.name === 'product-claim').flatMap(belowFold),
})

function belowFold(balance: FairBalance): Match[] {
  const risks = [...balance.namedRisks, ...balance.genericRisks]
  if (risks.length === 0) return []
  const platforms = balance.version.platforms.filter(
    (platform) =>
      balance.benefits.some((benefit) => isBeforeFold(balance, benefit, platform)) &&
      !risks.some((risk) => isBeforeFold(balance, risk, platform)),
  )
  if (platforms.length === 0) return []
  const place = claimPlace(balance)
  const { data } = balanceData(balance, balance.products[0]!, place)
  return [{ text: place.text, span: place.span, data: { ...data, platforms: platforms.join(', ') } }]
}
