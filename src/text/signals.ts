import { nearlyApproved } from './approved-claims.js'
import { approvedThoughCleared } from './clearance.js'
import { coinedNames } from './coined-names.js'
import { consentSignals } from './consent-signals.js'
import { unlinkedDisclaimers } from './disclaimers.js'
import { soldGoods } from './goods.js'
import type { Match } from './match.js'
import { pastNovelty } from './novelty.js'
import { besideCare } from './occasions.js'
import { offLabelUses } from './off-label.js'
import { isRegulated } from './post-class.js'
import type { PostText } from './post-text.js'
import { isPrescription } from './product-lexicon.js'
import type { ProductMention } from './products.js'
import { claimPlace } from './promotion.js'
import { rivals } from './rivals.js'
import { taughtReplies } from './taught-replies.js'
import { tooLong } from './too-long.js'

/** What a post says, by name, for rules of the kind 'this needs that' (detector `requires`): each signal gives the places where the post says it. */
export const signals: Readonly<Record<string, (post: PostText) => readonly Match[]>> = {
  ...consentSignals,
  'beside-care': besideCare,
  'taught-reply': taughtReplies,
  'too-long': tooLong,
  'coined-name': coinedNames,
  rival: rivals,
  'sold-goods': soldGoods,
  'off-label-use': offLabelUses,
  'past-novelty': pastNovelty,
  'nearly-approved': nearlyApproved,
  'cleared-called-approved': approvedThoughCleared,
  'unlinked-disclaimer': unlinkedDisclaimers,
  'other-product': (post) =>
    post.products.filter((mention) => mention.via === 'field' && !isRegulated(mention)).map(asMatch),
  product: (post) => post.products.map(asMatch),
  'prescription-drug': (post) => post.products.filter(({ kind }) => isPrescription(kind)).map(asMatch),
  'regulated-product': (post) => post.products.filter(isRegulated).map(asMatch),
  'unapproved-product': (post) => ofKinds(post, ['unapproved', 'investigational', 'hctp']),
  'compounded-drug': (post) => ofKinds(post, ['compounded']),
  supplement: (post) => ofKinds(post, ['supplement']),
  device: (post) => post.products.filter(({ kind }) => kind?.startsWith('device')).map(asMatch),
  'product-claim': (post) => post.balances.filter((balance) => balance.class.name === 'product-claim').map(claimPlace),
  reminder: (post) => post.balances.filter((balance) => balance.class.name === 'reminder').map(claimPlace),
  'named-risk': (post) => post.balances.flatMap(({ namedRisks }) => namedRisks),
  'vague-risk': (post) => post.balances.flatMap(({ vagueRisks }) => vagueRisks),
  'risk-pointer': (post) => post.balances.flatMap(({ pointers }) => pointers),
  'risk-link': (post) => post.balances.flatMap(({ riskLinks, linksBeside }) => [...riskLinks, ...linksBeside]),
}

const asMatch = ({ text, span, name }: ProductMention): Match => ({ text, span, data: { name } })

const ofKinds = (post: PostText, kinds: readonly string[]) =>
  post.products.filter(({ kind }) => kind !== undefined && kinds.includes(kind)).map(asMatch)
