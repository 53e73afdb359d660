import { keyOf } from '../text/phrase-catalogue.js'
import { type DetectorContext, defineDetector, type Match } from './detector.js'
import { guardNeeds } from './guard.js'
import { compileSearch, outermost, type SearchOptions, searchProperties } from './search.js'

interface TermsOptions extends SearchOptions {
  /** Phrases, see `phrases`; or, with `use`, what to write instead. */
  readonly any?: readonly Term[]
  /** Lexicons whose entries are phrases. */
  readonly lexicon?: readonly string[]
  /** Denied, asked, quoted as a myth: by default such a match is left in peace. */
  readonly denied?: 'counts'
  readonly types?: readonly string[]
}

/** `unless`: words that may not stand near; `only`: words of which one must stand in the sentence or its neighbours. */
type Term =
  | string
  | {
      readonly term: string
      readonly use?: string
      readonly unless?: readonly string[]
      readonly only?: readonly string[]
    }

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** A term as rules and lexicons write it: a phrase, or one with its own guards. */
export const termSchema = {
  anyOf: [
    { type: 'string' },
    {
      type: 'object',
      additionalProperties: false,
      required: ['term'],
      properties: { term: { type: 'string' }, use: { type: 'string' }, unless: strings, only: strings },
    },
  ],
}

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
        items: termSchema,
      },
      lexicon: strings,
      ...searchProperties,
      denied: { enum: ['counts'] },
      types: strings,
    },
  },
  needs(options, context) {
    const { plain, rich } = kindsOf(options, context)
    const lists = [plain, ...rich.map(({ term }) => [term])].filter((list) => list.length > 0)
    return [lists.map(keyOf), ...guardNeeds(options.only)]
  },
  compile(options, context) {
    const groups = compileTerms(options, context)
    return (post): readonly Match[] => {
      if (options.types && !options.types.includes(post.post.type)) return []
      return outermost(
        post.of(context.reads).flatMap((text) =>
          groups.flatMap(({ search, use }) =>
            search(post, text).map((span) => ({
              text,
              span,
              data: { ...(use && { use: inCase(use, text.text[span.start]!) }) },
            })),
          ),
        ),
      )
    }
  },
})

const termsOf = (options: TermsOptions, context: DetectorContext): readonly Term[] => [
  ...(options.any ?? []),
  ...(options.lexicon ?? []).flatMap((name) => context.lexicon(name).entries as Term[]),
]

/** Terms without a replacement of their own share one expression. */
function kindsOf(options: TermsOptions, context: DetectorContext) {
  const all = termsOf(options, context)
  return {
    plain: all.filter((term) => typeof term === 'string'),
    rich: all.filter((term) => typeof term !== 'string'),
  }
}

function compileTerms(options: TermsOptions, context: DetectorContext) {
  const { plain, rich } = kindsOf(options, context)
  const search = (list: readonly string[], own: SearchOptions = options) =>
    compileSearch(list, own, context, options.denied !== 'counts')
  return [
    ...(plain.length > 0 ? [{ search: search(plain), use: undefined }] : []),
    ...rich.map((term) => ({ search: search([term.term], withGuards(options, term)), use: term.use })),
  ]
}

/** A term's own guards beside those of the rule. */
const withGuards = (options: SearchOptions, { unless, only }: Exclude<Term, string>): SearchOptions => ({
  ...options,
  unless: [options.unless ?? [], unless ? { near: unless } : []].flat(),
  only: [options.only ?? [], only ? { passage: only } : []].flat(),
})

/** A replacement starts with a capital where the text it replaces does. */
const inCase = (use: string, first: string) =>
  first !== first.toLowerCase() && use[0] ? use[0].toUpperCase() + use.slice(1) : use
