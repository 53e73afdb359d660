import { UserError } from '../errors.js'
import { keyOf } from '../text/phrase-catalogue.js'
import type { PostText } from '../text/post-text.js'
import { signals } from '../text/signals.js'
import type { DetectorContext, Match, Needs } from './detector.js'
import { type Fields, fieldsHold, fieldsSchema } from './field-condition.js'
import { guardNeeds } from './guard.js'
import { compileSearch, everywhere, type SearchOptions, searchProperties } from './search.js'

/**
 * Something a post says or is. All parts that are given must hold; the places are those of the first part that has places.
 * `fields`: a draft field has one of these values. `signal`: the analysis found this. `terms`, `lexicon`: these phrases stand in it.
 */
export interface ConditionOptions extends SearchOptions {
  readonly fields?: Fields
  readonly signal?: string
  readonly terms?: readonly string[]
  readonly lexicon?: string
  /** How many places there must be. */
  readonly atLeast?: number
  readonly atMost?: number
  /** These must hold as well. */
  readonly also?: readonly ConditionOptions[]
  /** What to write instead of a phrase, for a fix. */
  readonly use?: string
  /** Only phrases that are not denied (`not a cure`). */
  readonly claimed?: boolean
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

export const conditionSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    fields: fieldsSchema,
    signal: { enum: Object.keys(signals) },
    terms: strings,
    lexicon: { type: 'string' },
    use: { type: 'string' },
    claimed: { type: 'boolean' },
    atLeast: { type: 'integer' },
    atMost: { type: 'integer' },
    also: { type: 'array', minItems: 1, items: { type: 'object' } },
    ...searchProperties,
  },
}

/** The places where a condition holds; an empty list where it does not. A condition on fields alone holds at the post's first text. */
export type Condition = (post: PostText) => readonly Match[]

export function compileCondition(options: ConditionOptions, context: DetectorContext): Condition {
  const parts = [signalPart(options), termsPart(options, context)].filter((part) => part !== undefined)
  const also = (options.also ?? []).map((condition) => compileCondition(condition, context))
  return (post) => {
    if (options.fields && !fieldsHold(post, options.fields)) return []
    const found = parts.map((part) => part(post))
    if (found.some((places) => places.length === 0)) return []
    const places = found[0] ?? wholePost(post)
    return isWithin(places.length, options) && also.every((condition) => condition(post).length > 0) ? places : []
  }
}

const isWithin = (count: number, { atLeast = 1, atMost = Number.POSITIVE_INFINITY }: ConditionOptions) =>
  count >= atLeast && count <= atMost

function signalPart({ signal }: ConditionOptions): Condition | undefined {
  if (!signal) return undefined
  const find = signals[signal]
  if (!find) throw new UserError(`unknown signal \`${signal}\``)
  return find
}

function termsPart(options: ConditionOptions, context: DetectorContext): Condition | undefined {
  const list = phrasesOf(options, context)
  if (list.length === 0) return undefined
  const find = everywhere(compileSearch(list, options, context, options.claimed ?? false), context)
  const { use } = options
  return use === undefined ? find : (post) => find(post).map((match) => ({ ...match, data: { use } }))
}

const phrasesOf = ({ terms, lexicon }: ConditionOptions, context: DetectorContext): readonly string[] => [
  ...(terms ?? []),
  ...(lexicon ? (context.lexicon(lexicon).entries as string[]) : []),
]

/** What a post must have for the condition to hold. */
function conditionNeeds(options: ConditionOptions, context: DetectorContext): Needs {
  const list = phrasesOf(options, context)
  return [
    ...(list.length > 0 ? [[keyOf(list)]] : []),
    ...guardNeeds(options.only),
    ...(options.also ?? []).flatMap((condition) => conditionNeeds(condition, context)),
  ]
}

/** What a post must have for any of the conditions to hold. */
export function anyConditionNeeds(conditions: readonly ConditionOptions[], context: DetectorContext): Needs {
  const needs = conditions.map((condition) => conditionNeeds(condition, context))
  if (needs.length < 2) return needs[0] ?? []
  return needs.every(([first]) => first) ? [needs.flatMap(([first]) => first!)] : []
}

/** The post's first line of text: where something that no words call for is reported. */
function wholePost(post: PostText): readonly Match[] {
  const text = post.of(['live'])[0] ?? post.texts[0]
  if (!text) return []
  const start = text.text.search(/\S/)
  if (start < 0) return []
  const end = text.text.indexOf('\n', start)
  return [{ text, span: { start, end: Math.min(end < 0 ? text.text.length : end, start + 80) } }]
}
