import { anyOf } from '../text/any-of.js'
import { balanceCues } from '../text/balance-cues.js'
import { riskSentences } from '../text/risk-statements.js'
import type { Text } from '../text/text.js'
import { defineDetector, type Match } from './detector.js'

interface DeliveryOptions {
  /** Directions that hurry, hide or drown the risks; on the line of a risk or the next to it. */
  readonly directions: readonly string[]
  /** Words that consumers do not use, where the plain word does not stand beside them. */
  readonly jargon: readonly { readonly term: string; readonly plain: string }[]
}

/** How a video script of a drug speaks and shows its risks (21 CFR 202.1(e)(1)(ii)(A)-(E)). */
export const videoDelivery = defineDetector<DeliveryOptions>({
  name: 'video-delivery',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['directions', 'jargon'],
    properties: {
      directions: { type: 'array', minItems: 1, items: { type: 'string' } },
      jargon: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['term', 'plain'],
          properties: { term: { type: 'string' }, plain: { type: 'string' } },
        },
      },
    },
  },
  compile({ directions, jargon }) {
    const direction = anyOf(directions)
    const words = jargon.map(({ term, plain }) => ({ term: anyOf([term]), plain: anyOf([plain]) }))
    return (post) => {
      if (post.post.type !== 'video-script') return []
      const texts = [...new Set(post.balances.flatMap(({ version }) => [...version.body, ...version.pictures]))]
      return texts.flatMap((text): Match[] => [
        ...directionsIn(text, direction),
        ...words.flatMap(({ term, plain }) => jargonIn(text, term, plain)),
      ])
    }
  },
})

/** Directions stand in brackets or before a colon: `VO (fast):`, `(upbeat music)`; they count on the line of a risk. */
function directionsIn(text: Text, direction: RegExp): Match[] {
  const risks = riskSentences(text).filter(
    ({ named, start, end }) => named.length > 0 || text.text.slice(start, end).search(balanceCues().genericRisk) >= 0,
  )
  const lines = risks.map(({ start, end }) => ({ start: text.text.lastIndexOf('\n', start) + 1, end }))
  return text
    .find(direction)
    .filter(
      ({ start, end }) =>
        isDirection(text.text, start, end) && lines.some((line) => line.start <= start && start < line.end),
    )
    .map((span) => ({ text, span }))
}

function isDirection(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return (
    /[([][^)\]]*$/.test(line) ||
    /^[\s\p{Ll}]*:/u.test(text.slice(end, end + 20)) ||
    /^(?:VO|SFX|MUSIC|VISUAL|B-ROLL|SUPER|Host|Narrator|On screen)\b[^:]*$/i.test(line.trim())
  )
}

function jargonIn(text: Text, term: RegExp, plain: RegExp): Match[] {
  return riskSentences(text).flatMap(({ start, end }) => {
    const sentence = text.text.slice(start, end)
    if (sentence.search(plain) >= 0) return []
    return [...sentence.matchAll(term)].map(({ 0: found, index }) => ({
      text,
      span: { start: start + index, end: start + index + found.length },
    }))
  })
}
