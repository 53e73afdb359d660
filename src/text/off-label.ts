import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import type { ProductMention } from './products.js'
import type { Text } from './text.js'

/**
 * Uses that a post promotes a product for and that its entry in the register or the lexicon does not have among its `indications`, or has among `not_for` (21 CFR
 * 202.1(e)(4)): the condition that stands after `for`, `treats` or `helps with` beside the name. Entries that state no use tell nothing.
 */
export function offLabelUses(post: PostText): readonly Match[] {
  return post.products.flatMap((mention) => {
    const { product, text, span } = mention
    if (!product?.indications?.length || text.region.kind !== 'live') return []
    return usesBeside(text, mention)
      .filter((use) => !text.isDenied(use) && !isLabelled(mention, text.text.slice(use.start, use.end)))
      .slice(0, 1)
      .map((use) => ({
        text,
        span: { start: Math.min(span.start, use.start), end: Math.max(span.end, use.end) },
        data: {
          name: mention.name,
          use: text.text.slice(use.start, use.end),
          uses: product.indications!.slice(0, 4).join(', '),
        },
      }))
  })
}

/** Between the name and the use: what says that it acts on it or is taken for it. */
const leadsTo =
  /^[®™]?(?:\s?\([^)]{3,60}\))?,?\s(?:(?:\p{L}+|is|can|now|shots?|injections?|treatments?|therapy|pills?|also|really|\d+\s?mg)\s){0,3}(?:for|against|to (?:treat|help|ease|fix|calm|clear|manage)|treats?|helps?(?: with)?|works? (?:for|on|against)|clears?|eases?|relieves?|reverses?|stops?|prevents?|tames?|fixes|beats?|calms?|crushes|cures?|takes care of)\s(?:[^\s.!?;:]+\s){0,2}$/iu
/** Between the use and the name after it. */
const leadsBack =
  /^(?:\s[^\s.!?;:]+){0,2}[,:?]?\s(?:with|using|thanks to|on|via|try|ask (?:us )?about|meet|there's|we (?:use|prescribe|offer))\s(?:our\s|low-dose\s|weekly\s)?$/iu

function usesBeside(text: Text, { span }: ProductMention): Span[] {
  const sentence = text.sentenceAt(span.start)
  return text.health
    .filter(({ meaning }) => meaning.kind === 'condition' || meaning.kind === 'rare-condition')
    .map(({ span: found }) => found)
    .filter((found) => overlaps(found, sentence) && !overlaps(found, span))
    .filter((found) =>
      found.start > span.end
        ? leadsTo.test(text.text.slice(span.end, found.start))
        : leadsBack.test(text.text.slice(found.end, span.start)),
    )
}

/** Whether a word of the use is a word of an indication, or means the same family of diseases; what `not_for` names is not. */
function isLabelled({ product }: ProductMention, use: string): boolean {
  const { indications = [], notFor = [] } = product!
  const said = stems(use)
  if (notFor.some((one) => stems(one).every((stem) => said.includes(stem)))) return false
  return indications.some((one) => stems(one).some((stem) => said.includes(stem)) || areKin(one, use))
}

const stems = (words: string) =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) =>
        (word.length > 1 || /\d/.test(word)) &&
        !/^(?:type|disease|disorder|severe|chronic|in|of|and|adults?|the|with|to|high|low|acute|major|loss|syndrome|pain|skin|attack)$/.test(
          word,
        ),
    )
    .map((word) => word.slice(0, 6))

let families: readonly RegExp[] | undefined

/** Made on first use. */
const familiesOfDiseases = (): readonly RegExp[] =>
  (families ??= data<{ entries: string[] }>('lexicons/disease-families').entries.map((words) => new RegExp(words, 'i')))

const areKin = (one: string, other: string) =>
  familiesOfDiseases().some((words) => words.test(one) && words.test(other))
