import { type Schema, Validator } from '@cfworker/json-schema'
import { closest, distance } from 'fastest-levenshtein'
import { type Document, isMap, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { UserError } from './errors.js'

/** A YAML or JSON file that has passed its schema, with the place of each of its values. */
export interface Structured<T> {
  readonly value: T
  /** `file:line:column` of the value at a path of keys and indices, or of its key; of the nearest one above it that exists. */
  place(path: readonly (string | number)[], ofKey?: boolean): string
}

/** How a file of ours is read. */
export interface StructuredOptions {
  /** What the file as a whole is, for whoever wrote something else: `a list of records`. */
  readonly shape?: string
  /** False: the text was made from code, so that places in it lead nowhere, and the file alone is named. */
  readonly hasPlaces?: boolean
}

/**
 * Reads a file of ours (config, rule, register) and checks it.
 *
 * @throws UserError `file:line:column  what is wrong` for broken YAML and for whatever the schema (JSON Schema 2020-12) refuses.
 */
export function readStructured<T>(
  text: string,
  file: string,
  schema: object,
  { shape, hasPlaces = true }: StructuredOptions = {},
): Structured<T> {
  const lines = new LineCounter()
  // A byte order mark is no column of the first line.
  const source = text.replace(/^\ufeff/, '')
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, merge: true })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return hasPlaces ? `${file}:${line}:${col}` : file
  }
  const broken = document.errors[0]
  if (broken) throw new UserError(notYaml(broken.code, file), at(broken.pos[0]))
  const place = (path: readonly (string | number)[], ofKey = false) => at(offsetOf(document.contents, path, ofKey))
  const value = resolved(document, at) as T
  const wrong = firstError(value, schema, shape)
  if (wrong) throw new UserError(wrong.sentence, place(wrong.path, wrong.isKey))
  return { value, place }
}

/** What a document says, its aliases and merge keys resolved. */
function resolved(document: Document.Parsed, at: (offset: number) => string): unknown {
  visit(document, {
    Alias(_, alias) {
      if (!alias.resolve(document)) throw new UserError(noAnchor(alias.source), at(alias.range?.[0] ?? 0))
    },
  })
  try {
    return document.toJS()
  } catch {
    throw new UserError(
      'an alias (`*name`) or a merge (`<<: *name`) in it cannot be resolved: a merge takes mappings, and no alias may grow without end.',
      at(0),
    )
  }
}

const noAnchor = (name: string) =>
  `\`*${name}\` repeats what \`&${name}\` marks, and nothing above is marked so. A text that begins with * needs quotes.`

/** What a schema refuses in a value. */
export interface SchemaError {
  readonly path: readonly (string | number)[]
  readonly sentence: string
  /** The key is what is wrong, not its value. */
  readonly isKey: boolean
}

const validators = new WeakMap<object, Validator>()

/** The first thing in a value that a schema (JSON Schema 2020-12) refuses, in a sentence; undefined if it takes all. */
export function firstError(value: unknown, schema: object, shape?: string): SchemaError | undefined {
  const validator = validators.get(schema) ?? new Validator(schema as Schema, '2020-12', false)
  validators.set(schema, validator)
  const { errors } = validator.validate(value)
  const causes = errors.filter((error) => !containers.has(error.keyword) && !isAboutValue(error, schema))
  // Where alternatives were tried, the one that got deepest is what was meant.
  const rankOf = (error: (typeof errors)[number]) => rank(error, isOfOtherKind(error, value))
  const deepest = causes.reduce<(typeof errors)[number] | undefined>(
    (best, error) => (best === undefined || rankOf(error) > rankOf(best) ? error : best),
    undefined,
  )
  if (!deepest) return undefined
  const same = causes.filter(
    ({ keyword, instanceLocation }) => keyword === deepest.keyword && instanceLocation === deepest.instanceLocation,
  )
  return describe(deepest, value, schema, { shape, types: same.flatMap((one) => typesOf(one, schema)) })
}

/** Keywords that only say that something inside is wrong; `false` repeats its `additionalProperties`, at no schema location. */
const containers = new Set([
  'properties',
  'patternProperties',
  'propertyNames',
  'items',
  'prefixItems',
  '$ref',
  'anyOf',
  'oneOf',
  'allOf',
  'if',
  'then',
  'else',
  'not',
  'false',
])

/** An `additionalProperties` that takes other keys only says that the value of one is wrong. */
const isAboutValue = (error: { keyword: string; keywordLocation: string }, schema: object): boolean =>
  error.keyword === 'additionalProperties' &&
  resolve(schema, error.keywordLocation.split('/').slice(0, -1).join('/'))?.additionalProperties !== false

/** What is wrong within the alternative whose kind of value was written says more than that others are of another kind. */
const rank = (error: { keyword: string; instanceLocation: string }, isOfOtherKind: boolean) =>
  2 * depth(error) + (isOfOtherKind ? 0 : 1)

/** A list or mapping is none of a few words, whichever they are. */
const isOfOtherKind = ({ keyword, instanceLocation }: { keyword: string; instanceLocation: string }, root: unknown) =>
  keyword === 'type' || (keyword === 'enum' && typeof valueAt(root, keysOf(instanceLocation)) === 'object')

const valueAt = (root: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)

const typesOf = ({ keywordLocation }: { keywordLocation: string }, schema: object): string[] =>
  [resolve(schema, keywordLocation.split('/').slice(0, -1).join('/'))?.type ?? []].flat().map(String)

const depth = (error: { keyword: string; instanceLocation: string }) =>
  error.instanceLocation.split('/').length + (error.keyword === 'additionalProperties' ? 1 : 0)

function describe(
  error: { keyword: string; keywordLocation: string; instanceLocation: string; error: string },
  root: unknown,
  schema: object,
  { shape, types }: { readonly shape: string | undefined; readonly types: readonly string[] },
): SchemaError {
  const path = keysOf(error.instanceLocation)
  const name = nameOf(path)
  const parent = resolve(schema, error.keywordLocation.split('/').slice(0, -1).join('/'))
  const value = valueAt(root, path)
  switch (error.keyword) {
    case 'additionalProperties': {
      if (shape && path.length === 0) return { path, isKey: false, sentence: `the file should be ${shape}.` }
      const key = error.error.match(/"(.+)" does not match/)?.[1] ?? '?'
      const allowed = Object.keys((parent?.properties as object | undefined) ?? {})
      return { path: [...path, key], isKey: true, sentence: `unknown key \`${key}\`.${nearest(key, allowed)}` }
    }
    case 'required':
      return {
        path,
        isKey: false,
        sentence: `${name} lacks ${error.error.match(/"([^"]+)"/)?.[1] ?? 'a required key'}.`,
      }
    case 'enum': {
      const allowed = (parent?.enum as unknown[] | undefined)?.map(String) ?? []
      if (typeof value === 'object')
        return { path, isKey: false, sentence: `${name} should be one of ${allowed.join(', ')}.` }
      return {
        path,
        isKey: false,
        sentence: `${name} is \`${String(value)}\`, expected one of ${allowed.join(', ')}.${nearest(String(value), allowed)}`,
      }
    }
    case 'type':
      return {
        path,
        isKey: false,
        sentence: wrongType(name, types, value, path.length === 0 ? shape : undefined),
      }
    case 'minItems':
      return { path, isKey: false, sentence: `${name} needs at least ${String(parent?.minItems)} entries.` }
    case 'maxItems':
      return { path, isKey: false, sentence: `${name} takes at most ${String(parent?.maxItems)} entries.` }
    default:
      return { path, isKey: false, sentence: `${name} is wrong: ${error.error}` }
  }
}

/** `signed` of entry 2; keys above are named where the file is no list. */
function nameOf(path: readonly (string | number)[]): string {
  const [first, ...rest] = path
  if (first === undefined) return 'the file'
  if (!/^\d+$/.test(String(first))) return `\`${path.join('.')}\``
  const entry = `entry ${Number(first) + 1}`
  return rest.length > 0 ? `\`${rest.join('.')}\` of ${entry}` : entry
}

/** What is expected in plain words, and what to do where a text has been taken for something else. */
function wrongType(name: string, types: readonly string[], value: unknown, shape?: string): string {
  if (shape) return `the file should be ${shape}.`
  const expected = [...new Set(types)].filter((one) => one !== 'null').map((one) => kinds[one] ?? one)
  const isUnquoted = types.includes('string') && ['number', 'boolean'].includes(typeof value)
  return `${name} should be ${expected.join(' or ')}.${isUnquoted ? ` Put it in quotes: "${String(value)}".` : ''}`
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping (`key: value`)',
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
}

/** The parser's own words name its parts. */
function notYaml(code: string, file: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands here a second time.'
  if (code === 'TAB_AS_INDENT') return 'a tab indents this line; YAML takes spaces only.'
  if (code === 'MISSING_CHAR') return 'a quote or bracket that opens here or above is not closed.'
  if (/\.json$/i.test(file))
    return 'this is not JSON. Look for a comma, a quote or a bracket that is missing or too many, here or just above.'
  return 'this is not YAML. Look for a wrong indent here or in the line above, a dash without a space, or a text with a colon that needs quotes.'
}

const keysOf = (pointer: string): (string | number)[] =>
  pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((key) => key !== '')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))

/** The subschema at a keyword location, `$ref`s followed. */
function resolve(schema: object, location: string): Record<string, unknown> | undefined {
  let at: unknown = schema
  for (const key of keysOf(location)) {
    const ref = (at as Record<string, unknown> | undefined)?.$ref
    if (typeof ref === 'string') at = resolve(schema, ref)
    if (key === '$ref') continue
    at = (at as Record<string | number, unknown> | undefined)?.[key]
  }
  const ref = (at as Record<string, unknown> | undefined)?.$ref
  return typeof ref === 'string' ? resolve(schema, ref) : (at as Record<string, unknown> | undefined)
}

/** ` Did you mean X?` where one of the candidates is near, else what is allowed. */
export function nearest(word: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return ''
  const begun = word.length >= 3 && candidates.find((candidate) => candidate.startsWith(word))
  if (begun) return ` Did you mean \`${begun}\`?`
  const best = closest(word, candidates as string[])
  if (distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, Math.floor(word.length / 3)))
    return ` Did you mean \`${best}\`?`
  return candidates.length <= 20 ? ` Allowed: ${candidates.join(', ')}.` : ''
}

function offsetOf(root: Node | null, path: readonly (string | number)[], ofKey: boolean): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const [index, key] of path.entries()) {
    const isLast = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown })?.value) === String(key))
      if (!pair) break
      const target = isLast && ofKey ? pair.key : (pair.value ?? pair.key)
      if (isNode(target)) offset = target.range?.[0] ?? offset
      node = pair.value
    } else {
      const item = (node as { items?: unknown[] } | null)?.items?.[Number(key)]
      if (!isNode(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    }
  }
  return offset
}
