import { UserError } from '../errors.js'
import type { Organization } from '../facts.js'
import { digit, requirements } from '../required.js'
import { overlaps, type Span } from '../source.js'
import type { Referent } from '../text/people.js'
import { indexFor, keyOf } from '../text/phrase-catalogue.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import { defineDetector, type Match } from './detector.js'
import { compileOnly, compileUnless, type Guards, guardSchema } from './guard.js'
import { validators } from './validators.js'

interface PatternOptions {
  readonly any: readonly (string | Shape)[]
  /** For all shapes: names of check digits and number plans, all of which must hold for the match. */
  readonly validate?: readonly string[]
  readonly window?: number
  readonly only?: Guards
  readonly unless?: Guards
  /** What is the organisation's own is no identifier of a patient. */
  readonly notOwn?: 'phones' | 'domains' | 'addresses' | 'accounts'
  /** Not where the nearest somebody before it works or volunteers here: `Ask for Dana, our social worker. Her cell is`. */
  readonly notOfStaff?: boolean
  /** Only where the post has one of these types. */
  readonly types?: readonly string[]
}

/** A regular expression; a group named `value` narrows the match. */
interface Shape {
  readonly regex: string
  /** Letters must have the case they are written in. */
  readonly caseSensitive?: boolean
  readonly validate?: readonly string[]
  /** Its own words say whose it is, so that no other words around it are asked. */
  readonly unguarded?: boolean
}

const checkNames = { type: 'array', items: { enum: Object.keys(validators) } }

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** Regular expressions with check digits, words that must or must not stand near, and the organisation's own left out. */
export const pattern = defineDetector<PatternOptions>({
  name: 'pattern',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['any'],
    properties: {
      any: {
        type: 'array',
        minItems: 1,
        items: {
          anyOf: [
            { type: 'string' },
            {
              type: 'object',
              additionalProperties: false,
              required: ['regex'],
              properties: {
                regex: { type: 'string' },
                caseSensitive: { type: 'boolean' },
                validate: checkNames,
                unguarded: { type: 'boolean' },
              },
            },
          ],
        },
      },
      validate: checkNames,
      window: { type: 'integer' },
      only: guardSchema,
      unless: guardSchema,
      notOfStaff: { type: 'boolean' },
      notOwn: { enum: ['phones', 'domains', 'addresses', 'accounts'] },
      types: strings,
    },
  },
  needs: ({ any, validate }) => [[keyOfShapes(any, validate)]],
  compile(options, context) {
    const { reads, facts } = context
    const shapes = compileShapes(options.any, options.validate)
    const only = compileOnly(context.isUngated ? undefined : options.only, options.window ?? 40, context)
    const unless = compileUnless(options.unless, options.window ?? 40, context)
    const isOwn = options.notOwn ? ownOf(facts.organization, options.notOwn) : () => false
    const counts = (post: PostText, text: Text, { span, isUnguarded }: FoundShape) => {
      if (isOwn(text.text.slice(span.start, span.end))) return false
      if (options.notOfStaff && isOfStaff(post, text, span)) return false
      return isUnguarded || (only(post, text, span) && unless(post, text, span))
    }
    return function* (post): Iterable<Match> {
      if (options.types && !options.types.includes(post.post.type)) return
      for (const text of post.of(reads)) {
        const taken: Span[] = []
        for (const shape of shapes(text)) {
          const { span } = shape
          if (taken.some((other) => overlaps(other, span)) || !counts(post, text, shape)) continue
          taken.push(span)
          yield { text, span }
        }
      }
    }
  },
})

/** Where shapes stand in a text. Each is compiled for the first text that it can match in. */
function compileShapes(shapes: readonly (string | Shape)[], validate: readonly string[] = []) {
  const index = indexFor(keyOfShapes(shapes, validate), () =>
    shapes.map((shape) => ({ needs: needsOf(shape, validate), lexicons: [] })),
  )
  const finders: Finder[] = index.sourceOf ? [] : shapes.map((shape) => compileShape(shape, validate))
  return ({ text, views }: Text): FoundShape[] =>
    [...index.candidates(views[0]!)]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        finders[at] ??= compileShape(shapes[at]!, validate)
        return finders[at](text).map((span) => ({ span, isUnguarded: isUnguarded(shapes[at]!) }))
      })
}

interface FoundShape {
  readonly span: Span
  readonly isUnguarded: boolean
}

/** Whether the nearest somebody before a place works here, gives or is a public figure; `the volunteer; her number` is the volunteer's. */
function isOfStaff(post: PostText, text: Text, { start }: Span): boolean {
  const near = post.referentsIn(text).filter(({ span }) => span.end <= start && span.end > start - ownerWithin)
  const [before, owner] = near.slice(-2).length === 2 ? near.slice(-2) : [undefined, near[0]]
  if (owner === undefined || isOfHouse(owner)) return owner !== undefined
  return (
    owner.form === 'pronoun' &&
    before !== undefined &&
    isOfHouse(before) &&
    /^\s*[,;.:]\s*$/.test(text.text.slice(before.span.end, owner.span.start))
  )
}

const isOfHouse = ({ role }: Referent): boolean => role === 'staff' || role === 'giver' || role === 'public'

/** How far before its number, in UTF-16 units, an owner stands. */
const ownerWithin = 60

const isUnguarded = (shape: string | Shape): boolean => typeof shape !== 'string' && shape.unguarded === true

const keyOfShapes = (shapes: readonly (string | Shape)[], validate: readonly string[] = []) =>
  keyOf([...shapes.map((shape) => JSON.stringify(shape)), ...validate])

type Finder = (text: string) => readonly Span[]

/** What a text must hold for a shape to match in it: what its expression requires, or what its checks do. */
function needsOf(shape: string | Shape, validate: readonly string[] = []): readonly (readonly string[])[] {
  const { regex, validate: own = [] } = typeof shape === 'string' ? { regex: shape } : shape
  const required = requirements(regex)
  return required.length === 0 && [...validate, ...own].some((name) => asksForDigit.test(name)) ? [[digit]] : required
}

const asksForDigit = /^(?:card|dea|ssn|gtin14|has-(?:digit|two-digits|four-digits)|personal-phone)$/

/** Where a shape stands in a text, with its checks passed. */
function compileShape(shape: string | Shape, validate: readonly string[] = []): Finder {
  const { regex, caseSensitive, validate: own = [] } = typeof shape === 'string' ? { regex: shape } : shape
  const all = [...validate, ...own].map((name) => validators[name]!)
  const expression = compileRegex(regex, caseSensitive ? 'dgu' : 'dgiu')
  return (text) =>
    spansOf(expression, text).filter(({ start, end }) => all.every((check) => check(text.slice(start, end))))
}

function compileRegex(source: string, flags: string): RegExp {
  try {
    const expression = new RegExp(source, flags)
    // A build's expressions are compiled when they are asked.
    expression.test('')
    return expression
  } catch (error) {
    throw new UserError(`\`${source}\` is no regular expression: ${error instanceof Error ? error.message : error}`)
  }
}

const spansOf = (regex: RegExp, text: string): Span[] =>
  [...text.matchAll(regex)].map((match) => {
    const [start, end] = match.indices?.groups?.value ?? match.indices![0]!
    return { start, end }
  })

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
