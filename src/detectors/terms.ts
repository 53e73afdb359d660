import type { Span } from '../source.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import { type DetectorContext, defineDetector, type Match } from './detector.js'
import { compileGuard, type GuardOptions, guardSchema } from './guard.js'
import { phrases } from './phrase.js'

interface TermsOptions {
  /** Phrases, see `phrases`; or, with `use`, what to write instead. */
  readonly any?: readonly Term[]
  /** Lexicons whose entries are phrases. */
  readonly lexicon?: readonly string[]
  readonly window?: number
  readonly only?: GuardOptions
  readonly unless?: GuardOptions
  /** Denied, asked, quoted as a myth: by default such a match is left in peace. */
  readonly denied?: 'counts'
  readonly types?: readonly string[]
}

type Term = string | { readonly term: string; readonly use?: string; readonly unless?: readonly string[] }

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** Words and phrases, whole words only, with guards. */
export const terms = defineDetector<TermsOptions>({
  name: 'terms',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
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
              required: ['term'],
              properties: { term: { type: 'string' }, use: { type: 'string' }, unless: strings },
            },
          ],
        },
      },
      lexicon: strings,
      window: { type: 'integer' },
      only: guardSchema,
      unless: guardSchema,
      denied: { enum: ['counts'] },
      types: strings,
    },
  },
  compile(options, context) {
    const groups = compileTerms(options, context)
    const window = options.window ?? 40
    const only = options.only && compileGuard(options.only, window)
    const unless = options.unless && compileGuard(options.unless, window)
    const counts = (post: PostText, text: Text, span: Span) =>
      (options.denied === 'counts' || !text.isDenied(span)) &&
      (!only || only(post, text, span)) &&
      !unless?.(post, text, span)
    return function* (post): Iterable<Match> {
      if (options.types && !options.types.includes(post.post.type)) return
      for (const text of post.of(context.reads)) {
        for (const { expression, use, guard } of groups) {
          for (const span of text.find(expression)) {
            if (!counts(post, text, span) || guard?.(post, text, span)) continue
            yield { text, span, data: { ...(use && { use: inCase(use, text.text[span.start]!) }) } }
          }
        }
      }
    }
  },
})

/** Terms without a replacement of their own share one expression. */
function compileTerms(options: TermsOptions, context: DetectorContext) {
  const all = [
    ...(options.any ?? []),
    ...(options.lexicon ?? []).flatMap((name) => context.lexicon(name).entries as Term[]),
  ]
  const plain = all.filter((term) => typeof term === 'string')
  const rich = all.filter((term) => typeof term !== 'string')
  return [
    ...(plain.length > 0 ? [{ expression: phrases(plain), use: undefined, guard: undefined }] : []),
    ...rich.map(({ term, use, unless }) => ({
      expression: phrases([term]),
      use,
      guard: unless && compileGuard({ near: unless }, 40),
    })),
  ]
}

/** A replacement starts with a capital where the text it replaces does. */
const inCase = (use: string, first: string) =>
  first !== first.toLowerCase() && use[0] ? use[0].toUpperCase() + use.slice(1) : use
