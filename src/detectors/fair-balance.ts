import { balanceData, lackingOn } from '../text/balance-data.js'
import type { FairBalance, PromotedProduct } from '../text/fair-balance.js'
import type { Match } from '../text/match.js'
import { claimPlace, hintsOnly, imbalanceIn, isDrug, medwatchIn, offersIn } from '../text/promotion.js'
import { defineDetector } from './detector.js'
import { type Fields, fieldsHold, fieldsSchema } from './field-condition.js'

interface FairBalanceOptions {
  /** What is looked at: a version of the post with all its claims, or each product it names. */
  readonly of: 'claim' | 'product'
  readonly classes?: readonly string[]
  readonly kind?: 'drug' | 'device'
  /** Of products: whether a boxed warning is confirmed, or only to be expected. */
  readonly boxed?: 'confirmed' | 'likely'
  readonly lacks?: readonly Aspect[]
  readonly has?: readonly Aspect[]
  /** Where to report: the first place of this aspect; by default the claim or the product's name. */
  readonly at?: Aspect
  readonly fields?: Fields
  readonly unless?: Fields
}

type Aspect = keyof typeof aspects

/** What a version says, for all of it or for one of its products. */
const aspects = {
  'named-risk': ({ namedRisks }: FairBalance): readonly Match[] => namedRisks,
  'generic-risk': ({ genericRisks }: FairBalance) => genericRisks,
  'spoken-risk': ({ spokenRisks }: FairBalance) => spokenRisks,
  'vague-risk': ({ vagueRisks }: FairBalance) => vagueRisks,
  'risk-pointer': ({ pointers, riskLinks }: FairBalance) => [...pointers, ...riskLinks],
  'risk-link': ({ riskLinks, linksBeside }: FairBalance) => [...riskLinks, ...linksBeside],
  'risk-elsewhere': ({ risksAside, risksInOtherParts, partMarks }: FairBalance) => [
    ...risksAside,
    ...risksInOtherParts,
    ...partMarks,
  ],
  'boxed-risk': (balance: FairBalance, product?: PromotedProduct) => (product ? balance.boxedRisks(product) : []),
  'established-name': (balance: FairBalance, product?: PromotedProduct) =>
    product ? balance.establishedNames(product) : [],
  'limit-left-out': (balance: FairBalance, product?: PromotedProduct) =>
    product ? balance.limitsLeftOut(product) : [],
  'stale-label': (balance: FairBalance, product?: PromotedProduct) => (product ? balance.staleLabels(product) : []),
  'hint-only': hintsOnly,
  imbalance: imbalanceIn,
  offer: offersIn,
  medwatch: medwatchIn,
  // A platform of little room: FDA's own sentence, of some 150 characters, does not fit in.
  'no-room': (balance: FairBalance) => (lackingOn(balance, 'x'.repeat(150)) > 0 ? [claimPlace(balance)] : []),
} as const

const names = { type: 'array', minItems: 1, items: { enum: Object.keys(aspects) } }

/** What a post that promotes a drug or device lacks: risk beside benefit, the established name, a link (21 CFR 202.1; FD&C 502(n), (r)). */
export const fairBalance = defineDetector<FairBalanceOptions>({
  name: 'fair-balance',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['of'],
    properties: {
      of: { enum: ['claim', 'product'] },
      classes: {
        type: 'array',
        minItems: 1,
        items: { enum: ['product-claim', 'reminder', 'help-seeking', 'institutional', 'none'] },
      },
      kind: { enum: ['drug', 'device'] },
      boxed: { enum: ['confirmed', 'likely'] },
      lacks: names,
      has: names,
      at: { enum: Object.keys(aspects) },
      fields: fieldsSchema,
      unless: fieldsSchema,
    },
  },
  compile(options) {
    const { classes = ['product-claim'], kind = 'drug' } = options
    return (post) => {
      if ((options.fields && !fieldsHold(post, options.fields)) || (options.unless && fieldsHold(post, options.unless)))
        return []
      const balances = post.balances.filter((balance) => classes.includes(balance.class.name))
      const found = balances.flatMap((balance) => inBalance(balance, options, kind))
      return found.filter(
        (match, index) =>
          found.findIndex((other) => other.text === match.text && other.span.start === match.span.start) === index,
      )
    }
  },
})

function inBalance(balance: FairBalance, options: FairBalanceOptions, kind: 'drug' | 'device'): Match[] {
  const products = balance.products.filter(
    (product) => isDrug(product) === (kind === 'drug') && isBoxed(product, options.boxed),
  )
  if (options.of === 'product') return products.flatMap((product) => judge(balance, product, options))
  const [first] = products
  return first ? judge(balance, first, options, true) : []
}

function isBoxed({ product }: PromotedProduct, boxed: FairBalanceOptions['boxed']): boolean {
  if (!boxed) return true
  const isConfirmed = product?.boxed === true && product.isVerified === true
  return boxed === 'confirmed' ? isConfirmed : !isConfirmed && (product?.boxed === true || product?.boxed === 'likely')
}

function judge(
  balance: FairBalance,
  product: PromotedProduct,
  { lacks = [], has = [], at }: FairBalanceOptions,
  ofClaim = false,
): Match[] {
  const places = (aspect: Aspect) => aspects[aspect](balance, product)
  if (lacks.some((aspect) => places(aspect).length > 0) || has.some((aspect) => places(aspect).length === 0)) return []
  const place = at
    ? places(at)[0]!
    : ofClaim && balance.class.name === 'product-claim'
      ? claimPlace(balance)
      : product.mention
  const { data, fixSpan } = balanceData(balance, product, place)
  // The established name goes where the brand stands, a statement after the sentence.
  const isName = lacks.includes('established-name')
  return [{ text: place.text, span: place.span, ...(data && { data }), ...(fixSpan && !isName && { fixSpan }) }]
}
