import { contains, overlaps, type Span } from '../source.js'
import { balanceCues } from './balance-cues.js'
import type { FairBalance, PromotedProduct } from './fair-balance.js'
import { foldOf } from './folds.js'
import type { Match } from './match.js'
import { isPrescription } from './product-lexicon.js'
import type { Text } from './text.js'
import { saidIn } from './versions.js'

/** The shortest stretch that tells what a version promises: its words, else the name of the product. */
export function claimPlace(balance: FairBalance): Match {
  const product = balance.products[0]!
  const told = balance.benefits.filter(({ kind }) => kind === 'words' || kind === 'hint' || kind === 'said')
  const beside = told.filter(({ text, span }) =>
    balance.class.mentions.some(
      (mention) => mention.text === text && contains(text.sentenceAt(span.start), mention.span),
    ),
  )
  return (
    beside.find(({ text, span }) => !isStatus(text.text.slice(span.start, span.end))) ??
    beside[0] ??
    told.find(({ text }) => text === product.mention.text) ??
    (told.length > 0 && isApart(product.mention) ? told[0]! : product.mention)
  )
}

/** `approved for` promises less than what stands after it. */
const isStatus = (words: string) => /^(?:(?:FDA[- ])?approved|indicated)\b/i.test(words)

/** Named only in the field, a tag or a link: what is said is the better place. */
const isApart = ({ via }: PromotedProduct['mention']) => ['field', 'tag', 'handle', 'link'].includes(via)

/** Where a version sells or books what it names. */
export function offersIn(balance: FairBalance): readonly Match[] {
  return saidIn(balance.version).flatMap((text) => text.find(balanceCues().offer).map((span) => ({ text, span })))
}

/** Where it tells how to report side effects to FDA. */
export const medwatchIn = (balance: FairBalance): readonly Match[] =>
  saidIn(balance.version).flatMap((text) => text.find(balanceCues().medwatch).map((span) => ({ text, span })))

/** Hints at a use, where no use or benefit is stated. */
export const hintsOnly = (balance: FairBalance): readonly Match[] =>
  balance.benefits.every(({ kind }) => kind === 'hint' || kind === 'emoji' || kind === 'aside') ? balance.benefits : []

/** Whether a prescription drug, or else a restricted device, is meant. */
export const isDrug = ({ mention }: PromotedProduct): boolean => isPrescription(mention.kind)

/**
 * Where risk is outweighed (21 CFR 202.1(e)(5)(ii)): by more than three benefits to a risk in as many sentences, by capitals, exclamation marks or emoji
 * that only the benefit has, or by a softening word among the risks. Nothing where no risk is named.
 */
export function imbalanceIn(balance: FairBalance): readonly Match[] {
  if (balance.namedRisks.length === 0) return []
  const soft = balance.namedRisks.flatMap((risk) => softenedIn(risk))
  if (soft.length > 0) return soft.slice(0, 1)
  const benefits = balance.benefits.filter(({ kind }) => kind === 'words' || kind === 'hint')
  const sentences = distinct(benefits, sentenceOf)
  const risks = distinct(balance.namedRisks, ({ span }) => span)
  if (sentences.length > 3 * risks.length) return benefits.slice(0, 1)
  const loud = benefits.filter((benefit) => isLoud(benefit))
  const isRiskLoud = balance.namedRisks.some((risk) => isLoud(risk))
  return loud.length > 1 && !isRiskLoud && risks.length < 3 ? loud.slice(0, 1) : []
}

const sentenceOf = ({ text, span }: Match): Span => text.sentenceAt(span.start)

function distinct(matches: readonly Match[], by: (match: Match) => Span): readonly Span[] {
  const seen: { text: Text; span: Span }[] = []
  for (const match of matches) {
    const span = by(match)
    if (!seen.some((other) => other.text === match.text && overlaps(other.span, span)))
      seen.push({ text: match.text, span })
  }
  return seen.map(({ span }) => span)
}

/** Words that play the risk down in the sentence that states it. */
function softenedIn({ text, span }: Match): Match[] {
  const sentence = text.sentenceAt(span.start)
  const softening =
    /(?<!\p{L})(?:only(?! (?:available|given|sold|by|through|if|under|in|at|for|when|after|use|take|be|from|with|with|as|your|a)(?!\p{L}))|just(?! (?:before|after|as)(?!\p{L}))|gentle|gently|mild(?:ly)?(?! (?:to|or|cognitive))|minor|tiny|little|rarely(?!,? (?:serious|severe|fatal|life))|at most|no big deal|nothing (?:serious|major)|quickly pass(?:es)?|barely)(?!\p{L})/giu
  return text
    .find(softening)
    .filter((found) => overlaps(found, sentence) && Math.abs(found.start - span.start) < 60)
    .map((found) => ({ text, span: found }))
}

/** Exclamation marks or emoji in the sentence, or two words in a row in capitals. */
function isLoud({ text, span }: Match): boolean {
  const sentence = text.sentenceAt(span.start)
  const words = text.text.slice(sentence.start, sentence.end)
  return (
    /!|\p{Extended_Pictographic}/u.test(words) ||
    /(?<!\p{L})\p{Lu}{4,}\s+\p{Lu}{3,}(?!\p{L})/u.test(words.replace(/BOXED WARNING|IMPORTANT SAFETY INFORMATION/g, ''))
  )
}

/** Whether a place is seen before "more" on a platform; places in pictures and slides are. */
export function isBeforeFold(balance: FairBalance, { text, span }: Match, platform: string): boolean {
  const { body } = balance.version
  if (!body.includes(text)) return true
  const fold = foldOf(balance.post, text.region.text, platform)
  return fold === undefined || text.toRegion(span).start < fold
}
