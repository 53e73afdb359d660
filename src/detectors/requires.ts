import { type RequiredText, withRequiredText } from '../text/required-text.js'
import { anyConditionNeeds, type ConditionOptions, compileCondition, conditionSchema } from './condition.js'
import { defineDetector, type Match } from './detector.js'
import { outermost } from './search.js'

interface RequiresOptions {
  /** What calls for something, or several such things; the first place in the post is reported. */
  readonly when: ConditionOptions | readonly ConditionOptions[]
  /** Any of these satisfies it; none at all: the calling itself is the problem. */
  readonly needs?: readonly ConditionOptions[]
  /** Where any of these holds, the rule has nothing to say. */
  readonly unless?: readonly ConditionOptions[]
  /** Report every place that calls for it, not only the first. */
  readonly each?: boolean
  /** The regulation's own text that is needed, for a fix (`{stated}`). */
  readonly states?: RequiredText
}

const conditions = { type: 'array', minItems: 1, items: conditionSchema }

/** This needs that: reported on what calls for it, which is what the writer can act on. */
export const requires = defineDetector<RequiresOptions>({
  name: 'requires',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['when'],
    properties: {
      when: { anyOf: [conditionSchema, conditions] },
      needs: conditions,
      unless: conditions,
      each: { type: 'boolean' },
      states: {
        type: 'object',
        additionalProperties: false,
        required: ['one', 'several'],
        properties: { one: { type: 'string' }, several: { type: 'string' } },
      },
    },
  },
  needs: ({ when }, context) => anyConditionNeeds([when].flat(), context),
  compile(options, context) {
    const when = [options.when].flat().map((condition) => compileCondition(condition, context))
    const cleared = [...(options.needs ?? []), ...(options.unless ?? [])].map((condition) =>
      compileCondition(condition, context),
    )
    return (post): readonly Match[] => {
      const places = outermost(when.flatMap((condition) => condition(post)))
      if (places.length === 0 || cleared.some((condition) => condition(post).length > 0)) return []
      if (options.states) return [withRequiredText(post, places, options.states)]
      return options.each ? places : places.slice(0, 1)
    }
  },
})
