import { defineDetector } from './detector.js'

/**
 * Gives words to what readers, exceptions and registers found wrong: a rule with this detector owns the named kinds. The engine turns each problem of that
 * kind into the rule's diagnostic, so that no rule id stands in code; the detector itself looks at nothing.
 */
export const problem = defineDetector<{ readonly kinds: readonly string[] }>({
  name: 'problem',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['kinds'],
    properties: { kinds: { type: 'array', minItems: 1, items: { type: 'string' } } },
  },
  compile: () => () => [],
})
