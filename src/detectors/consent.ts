import { consentFaults, consentNeeds } from '../text/consent-faults.js'
import type { PostText } from '../text/post-text.js'
import { uncoveredIn } from '../text/shown.js'
import { anyConditionNeeds, type ConditionOptions, compileCondition, conditionSchema } from './condition.js'
import { type DetectorContext, defineDetector, type Match } from './detector.js'
import { outermost } from './search.js'

/** One of the three: a fault of a consent that the draft names; what the post shows beyond its consents; a consent of some kind that the post calls for. */
interface ConsentOptions {
  readonly fault?: string
  readonly uncovered?: boolean
  readonly needs?: string
  /** What in the post calls for `needs`: any of these, unless any of those. */
  readonly when?: readonly ConditionOptions[]
  readonly unless?: readonly ConditionOptions[]
}

const conditions = { type: 'array', minItems: 1, items: conditionSchema }

/** What is wrong with the consents that a draft names, reported where it names them; and what the post shows or does that asks for another, reported there. */
export const consent = defineDetector<ConsentOptions>({
  name: 'consent',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      fault: { enum: Object.keys(consentFaults) },
      uncovered: { const: true },
      needs: { enum: Object.keys(consentNeeds) },
      when: conditions,
      unless: conditions,
    },
    oneOf: [{ required: ['fault'] }, { required: ['uncovered'] }, { required: ['needs', 'when'] }],
  },
  needs: ({ fault, uncovered, when = [] }, context) =>
    fault || uncovered ? [['consent']] : anyConditionNeeds(when, context),
  compile(options, context) {
    if (options.fault) return faulty(options.fault)
    if (options.uncovered) return uncovered
    return needy(options, context)
  },
})

const faulty =
  (fault: string) =>
  (post: PostText): Match[] => {
    const text = post.texts[0]
    if (!text) return []
    return post.consent.consents.flatMap((named) => {
      const detail = consentFaults[fault]!(named, post)
      return detail ? [{ text, span: { start: 0, end: 0 }, place: named.span, data: { detail } }] : []
    })
  }

const uncovered = (post: PostText): Match[] =>
  uncoveredIn(post).map(({ match, what, remedy = 'Get one that does, or leave it out.' }) => ({
    ...match,
    data: { ...match.data, what, remedy },
  }))

/** Silent where a consent of the post is faulty in itself: that is reported for its own sake. */
function needy({ needs = '', when = [], unless = [] }: ConsentOptions, context: DetectorContext) {
  const calls = when.map((condition) => compileCondition(condition, context))
  const cleared = unless.map((condition) => compileCondition(condition, context))
  const isEnough = consentNeeds[needs]!
  return (post: PostText): readonly Match[] => {
    const { consents, isFaulty } = post.consent
    if (isFaulty || consents.some(isEnough)) return []
    const places = outermost(calls.flatMap((condition) => condition(post)))
    return places.length === 0 || cleared.some((condition) => condition(post).length > 0) ? [] : places.slice(0, 1)
  }
}
