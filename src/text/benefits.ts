import { contains, overlaps, type Span } from '../source.js'
import { anyOf } from './any-of.js'
import { balanceCues } from './balance-cues.js'
import type { ProductMention } from './products.js'
import { riskSentences } from './risk-statements.js'
import type { Text } from './text.js'
import { saidIn, type Version } from './versions.js'

/** A place where a post says something for a product. */
export interface Benefit {
  readonly text: Text
  readonly span: Span
  /** How it is said: in so many words, by hinting, by naming the disease, by emoji, by a picture or tag, in words that only go beyond a reminder. */
  readonly kind: 'words' | 'hint' | 'disease' | 'emoji' | 'aside' | 'said'
}

/** What a version says for its products. Denied claims, statements of risk and words that are marked first are none. */
export function benefitsIn(
  version: Version,
  mentions: readonly ProductMention[],
  hasField: boolean,
): readonly Benefit[] {
  const said = saidIn(version)
  const words = said.reduce((sum, text) => sum + text.words.length, 0)
  const isTopic =
    hasField ||
    words <= 60 ||
    said[0]?.sentences
      .slice(0, 1)
      .some((first) => mentions.some(({ text, span }) => text === said[0] && contains(first, span))) === true
  const found = said.flatMap((text) => inText(text, mentions, isTopic))
  return [...found, ...asideBenefits(version, mentions)]
}

function inText(text: Text, mentions: readonly ProductMention[], isTopic: boolean): Benefit[] {
  const own = mentions.filter((mention) => mention.text === text)
  const sentences = text.sentences
  const places = own.map(({ span }) => sentences.indexOf(text.sentenceAt(span.start)))
  const distance = (span: Span) => {
    const at = sentences.indexOf(text.sentenceAt(span.start))
    return places.length === 0
      ? isTopic
        ? 1
        : 9
      : Math.min(...places.map((place) => (at >= place ? at - place : place - at + 0.5)))
  }
  const counts = (span: Span, reach: number) => !isRisk(text, span) && !text.isDenied(span) && distance(span) <= reach
  const { benefit, hint } = balanceCues()
  const tags = text.hashtags.map(({ span }) => span)
  const isInName = (span: Span) =>
    own.some((mention) => overlaps(mention.span, span)) || text.links.some((link) => overlaps(link.span, span))
  const inTag = (span: Span) => tags.some((tag) => overlaps(tag, span))
  const hints = text.find(hint)
  const spoken = (spans: readonly Span[]) => spans.filter((span) => !isInName(span) && !inTag(span))
  return [
    ...spoken(text.find(benefit))
      .filter((span) => counts(span, isTopic ? 99 : 2))
      .map((span) => ({ text, span, kind: 'words' as const })),
    ...spoken(diseasesIn(text, mentions).filter((span) => !hints.some((other) => overlaps(other, span))))
      .filter((span) => counts(span, isTopic ? 2 : 0))
      .map((span) => ({ text, span, kind: 'disease' as const })),
    ...spoken(hints)
      .filter((span) => counts(span, 1))
      .map((span) => ({ text, span, kind: 'hint' as const })),
    ...emojiIn(text, own).map((span) => ({ text, span, kind: 'emoji' as const })),
  ]
}

const isRisk = (text: Text, span: Span) =>
  riskSentences(text).some(({ shields, end }) => shields <= span.start && span.end <= end)

/** Conditions and symptoms, and the uses of the products at hand. */
function diseasesIn(text: Text, mentions: readonly ProductMention[]): Span[] {
  const known = text.health
    .filter(
      ({ meaning }) =>
        meaning.kind === 'condition' ||
        meaning.kind === 'rare-condition' ||
        (meaning.kind === 'symptom' && meaning.sort !== 'body'),
    )
    .map(({ span }) => span)
  const uses = anyOf(
    mentions.flatMap(({ product }) => product?.indications ?? []).map((use) => use.replace(/[.()+]/g, '\\$&')),
  )
  return [...known, ...text.find(uses)]
}

/** Emoji in the line or sentence of a brand. */
function emojiIn(text: Text, own: readonly ProductMention[]): Span[] {
  const found = Array.from(text.text.matchAll(balanceCues().emoji), ({ 0: emoji, index }) => ({
    start: index,
    end: index + emoji.length,
  }))
  return found.filter((span) =>
    own.some((mention) => mention.via !== 'link' && overlaps(lineOf(text, mention.span), span)),
  )
}

function lineOf(text: Text, { start }: Span): Span {
  const end = text.text.indexOf('\n', start)
  return { start: text.text.lastIndexOf('\n', start - 1) + 1, end: end < 0 ? text.text.length : end }
}

/** Tags that name a disease or benefit, and pictures that show one. */
function asideBenefits({ body, aside }: Version, mentions: readonly ProductMention[]): Benefit[] {
  const { benefit } = balanceCues()
  const tags = [...body, ...aside].flatMap((text) =>
    text.hashtags.flatMap(({ span, parts }) => {
      const words = parts.map((part) => part.text).join(' ')
      const isBenefit =
        words.search(benefit) >= 0 ||
        /\b(?:awareness|warrior|loss|relief|results|transformation|skinny|journey|glow|before and after)\b/i.test(words)
      return isBenefit || isUse(words, mentions) ? [{ text, span, kind: 'aside' as const }] : []
    }),
  )
  const pictures = aside
    .filter(({ region }) => region.field.endsWith('.alt'))
    .flatMap((text) => text.find(benefit).map((span) => ({ text, span, kind: 'aside' as const })))
  return [...tags, ...pictures]
}

const isUse = (words: string, mentions: readonly ProductMention[]) =>
  words.search(
    anyOf(mentions.flatMap(({ product }) => product?.indications ?? []).map((use) => use.replace(/[.()+]/g, '\\$&'))),
  ) >= 0
