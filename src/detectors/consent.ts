import { consentFaults } from '../text/consent-faults.js'
import { defineDetector, type Match } from './detector.js'

interface ConsentOptions {
  readonly fault: string
}

/** What is wrong with the consents that a draft names; reported where the draft names them. */
export const consent = defineDetector<ConsentOptions>({
  name: 'consent',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['fault'],
    properties: { fault: { enum: Object.keys(consentFaults) } },
  },
  compile({ fault }) {
    const find = consentFaults[fault]!
    return (post): Match[] => {
      const text = post.texts[0]
      if (!text) return []
      return post.consent.consents.flatMap((named) => {
        const detail = find(named, post)
        return detail ? [{ text, span: { start: 0, end: 0 }, place: named.span, data: { detail } }] : []
      })
    }
  },
})
