import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { namesIn, packageFolder } from '../data.js'
import type { Lexicon } from '../detectors/detector.js'
import { termSchema } from '../detectors/terms.js'
import { UserError } from '../errors.js'
import { nearest, readStructured } from '../schema.js'

type Place = (path: readonly (string | number)[]) => string

const strings = { type: 'array', items: { type: 'string' } }

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['entries'],
  properties: {
    source: { type: 'string' },
    asOf: { type: 'string' },
    entries: {
      type: 'array',
      minItems: 1,
      items: termSchema,
    },
    include: strings,
    without: strings,
  },
}

/**
 * Reads the lexicons of a pack of the user's own, `lexicons/NAME.yml` beside its families, by name.
 *
 * @throws UserError with its place for a wrong one, and for one that has the name of one of ours.
 */
export function packLexicons(folder: string): Readonly<Record<string, Lexicon>> {
  const own = path.join(folder, 'lexicons')
  if (!existsSync(own) || folder === path.join(packageFolder, 'rules')) return {}
  const files = readdirSync(own)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
  return Object.fromEntries(files.map((name) => readLexicon(path.join(own, name))).map((one) => [one.name, one]))
}

function readLexicon(file: string): Lexicon {
  const name = path.basename(file).replace(/\.ya?ml$/, '')
  const shown = path.relative(process.cwd(), file).split(path.sep).join('/')
  if (!/^[a-z][a-z-]*$/.test(name) || name === 'gap')
    throw new UserError(
      `\`${name}\` is no name for a lexicon: lower-case letters and hyphens, such as our-words.`,
      shown,
    )
  if (namesIn('lexicons').includes(name))
    throw new UserError(`medlint has a lexicon \`${name}\` of its own; give this one another name.`, shown)
  const { value } = readStructured<Partial<Lexicon> & Pick<Lexicon, 'entries'>>(
    readFileSync(file, 'utf8'),
    shown,
    schema,
  )
  return { source: '', asOf: '', ...value, name }
}

/** Refuses options of a detector that name a lexicon which neither the packs nor we have, under `lexicon` or as `{name}` in a phrase. `place`: of a value in them. */
export function checkLexicons(options: unknown, place: Place, own: Readonly<Record<string, Lexicon>>): void {
  const named = [...namesUnder(options, [])]
  const known = named.length > 0 ? [...namesIn('lexicons'), ...Object.keys(own)] : []
  for (const { name, path } of named)
    if (!known.includes(name))
      throw new UserError(`there is no lexicon \`${name}\`.${nearest(name, known)}`, place(path))
}

type Named = { readonly name: string; readonly path: readonly (string | number)[] }

function* namesUnder(value: unknown, path: readonly (string | number)[]): Iterable<Named> {
  if (typeof value === 'string') yield* namesInPhrase(value, path)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* namesUnder(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

function namesInPhrase(text: string, path: readonly (string | number)[]): Named[] {
  if (path.at(-1) === 'lexicon' || path.at(-2) === 'lexicon') return [{ name: text, path }]
  return [...text.matchAll(namedInPhrase)].flatMap(([, name]) =>
    name === undefined || /^gap\d*$/.test(name) ? [] : [{ name, path }],
  )
}

/** What a regular expression has in braces, and in character classes, is no name. */
const namedInPhrase = /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\{([a-z][a-z-]*\d*)\}/gu
