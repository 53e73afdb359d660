import { data } from '../data.js'
import type { Facts } from '../facts.js'
import { contains, type Span } from '../source.js'
import type { Text } from './text.js'

const expressions = new WeakMap<Facts, readonly RegExp[]>()
const found = new WeakMap<Text, readonly Span[]>()

/**
 * Whether a span lies in a text that is marked first: a risk statement of the organisation's register, a disclaimer or a regulation's own wording. What stands
 * there is neither a claim nor an event nor crisis content.
 */
export const isMarked = (text: Text, span: Span, facts: Facts): boolean =>
  markedSpans(text, facts).some((marked) => contains(marked, span))

/** The statements in a text, whatever their spaces, quotes and punctuation. */
export function markedSpans(text: Text, facts: Facts): readonly Span[] {
  const spans = found.get(text) ?? statementsOf(facts).flatMap((statement) => text.find(statement))
  found.set(text, spans)
  return spans
}

function statementsOf(facts: Facts): readonly RegExp[] {
  let statements = expressions.get(facts)
  if (!statements) {
    const own = facts.products.flatMap(({ riskStatement }) => riskStatement ?? [])
    statements = [...own, ...data<{ entries: string[] }>('lexicons/statements').entries].map(asExpression)
    expressions.set(facts, statements)
  }
  return statements
}

/** The statement's words in a row. */
const asExpression = (statement: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${(statement.match(/[\p{L}\p{N}]+/gu) ?? []).join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`,
    'giu',
  )
