import { type Schema, Validator } from '@cfworker/json-schema'
import { closest, distance } from 'fastest-levenshtein'
import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml'
import { UserError } from './errors.js'

/** A YAML or JSON file that has passed its schema, with the place of each of its values. */
export interface Structured<T> {
  readonly value: T
  /** `file:line:column` of the value at a path of keys and indices; of the nearest one above it that exists. */
  place(path: readonly (string | number)[]): string
}

/**
 * Reads a file of ours (config, rule, register) and checks it.
 *
 * @param shape what the file as a whole is, for whoever wrote something else: `a list of records`
 * @throws UserError `file:line:column  what is wrong` for broken YAML and for whatever the schema (JSON Schema 2020-12) refuses.
 */
export function readStructured<T>(text: string, file: string, schema: object, shape?: string): Structured<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const broken = document.errors[0]
  if (broken) throw new UserError(notYaml(broken.code), at(broken.pos[0]))
  const place = (path: readonly (string | number)[], ofKey = false) => at(offsetOf(document.contents, path, ofKey))
  const value = document.toJS() as T
  const wrong = firstError(value, schema, shape)
  if (wrong) throw new UserError(wrong.sentence, place(wrong.path, wrong.isKey))
  return { value, place }
}

interface SchemaError {
  readonly path: readonly (string | number)[]
  readonly sentence: string
  /** The key is what is wrong, not its value. */
  readonly isKey: boolean
}

const validators = new WeakMap<object, Validator>()

function firstError(value: unknown, schema: object, shape?: string): SchemaError | undefined {
  const validator = validators.get(schema) ?? new Validator(schema as Schema, '2020-12', false)
  validators.set(schema, validator)
  const { errors } = validator.validate(value)
  const causes = errors.filter((error) => !containers.has(error.keyword) && !isAboutValue(error, schema))
  // Where alternatives were tried, the one that got deepest is what was meant.
  const deepest = causes.reduce<(typeof errors)[number] | undefined>(
    (best, error) => (best === undefined || rank(error) > rank(best) ? error : best),
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
const rank = (error: { keyword: string; instanceLocation: string }) =>
  2 * depth(error) + (error.keyword === 'type' ? 0 : 1)

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
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
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
function notYaml(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'this key stands here a second time.'
  if (code === 'TAB_AS_INDENT') return 'a tab indents this line; YAML takes spaces only.'
  if (code === 'MISSING_CHAR') return 'a quote or bracket that opens here or above is not closed.'
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
