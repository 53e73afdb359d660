import { UserError } from '../errors.js'
import type { Organization } from '../facts.js'
import type { Span } from '../source.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import { defineDetector, type Match } from './detector.js'
import { compileGuard, type GuardOptions, guardSchema } from './guard.js'
import { validators } from './validators.js'

interface PatternOptions {
  /** Regular expressions; a group named `value` narrows the match. */
  readonly any: readonly string[]
  /** Letters must have the case they are written in. */
  readonly caseSensitive?: boolean
  /** Names of check digits and number plans, all of which must hold for the match. */
  readonly validate?: readonly string[]
  readonly window?: number
  readonly only?: GuardOptions
  readonly unless?: GuardOptions
  /** What is the organisation's own is no identifier of a patient. */
  readonly notOwn?: 'phones' | 'domains' | 'addresses' | 'accounts'
  /** Only where the post has one of these types. */
  readonly types?: readonly string[]
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** Regular expressions with check digits, words that must or must not stand near, and the organisation's own left out. */
export const pattern = defineDetector<PatternOptions>({
  name: 'pattern',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['any'],
    properties: {
      any: strings,
      caseSensitive: { type: 'boolean' },
      validate: { type: 'array', items: { enum: Object.keys(validators) } },
      window: { type: 'integer' },
      only: guardSchema,
      unless: guardSchema,
      notOwn: { enum: ['phones', 'domains', 'addresses', 'accounts'] },
      types: strings,
    },
  },
  compile(options, { reads, facts }) {
    const expressions = options.any.map((source) => expression(source, options.caseSensitive ?? false))
    const checks = (options.validate ?? []).map((name) => validators[name]!)
    const only = options.only && compileGuard(options.only, options.window ?? 40)
    const unless = options.unless && compileGuard(options.unless, options.window ?? 40)
    const isOwn = options.notOwn ? ownOf(facts.organization, options.notOwn) : () => false
    const counts = (post: PostText, text: Text, span: Span) => {
      const match = text.text.slice(span.start, span.end)
      return (
        checks.every((check) => check(match)) &&
        !isOwn(match) &&
        (!only || only(post, text, span)) &&
        !unless?.(post, text, span)
      )
    }
    return function* (post): Iterable<Match> {
      if (options.types && !options.types.includes(post.post.type)) return
      for (const text of post.of(reads)) {
        const taken: Span[] = []
        for (const span of expressions.flatMap((regex) => [...spansOf(regex, text.text)])) {
          if (taken.some((other) => span.start < other.end && other.start < span.end) || !counts(post, text, span))
            continue
          taken.push(span)
          yield { text, span }
        }
      }
    }
  },
})

function expression(source: string, caseSensitive: boolean): RegExp {
  try {
    return new RegExp(source, caseSensitive ? 'dgu' : 'dgiu')
  } catch (error) {
    throw new UserError(`\`${source}\` is no regular expression: ${error instanceof Error ? error.message : error}`)
  }
}

function* spansOf(regex: RegExp, text: string): Iterable<Span> {
  for (const match of text.matchAll(regex)) {
    const [start, end] = match.indices?.groups?.value ?? match.indices![0]!
    yield { start, end }
  }
}

/** Compares phones on digits, addresses on letters and digits, domains with what stands before them. */
function ownOf(
  organization: Organization,
  what: 'phones' | 'domains' | 'addresses' | 'accounts',
): (match: string) => boolean {
  if (what === 'phones') {
    const own = new Set(organization.phones.map(lastTen))
    return (match) => own.has(lastTen(match))
  }
  if (what === 'domains') {
    const own = organization.domains.map((domain) => domain.toLowerCase())
    return (match) => own.some((domain) => hostOf(match) === domain || hostOf(match).endsWith(`.${domain}`))
  }
  const own = organization[what].map(squash)
  return (match) => own.some((entry) => entry.includes(squash(match)) || squash(match).includes(entry))
}

const lastTen = (text: string) => text.replace(/\D/g, '').slice(-10)
const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const hostOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/^.*@|^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '')
