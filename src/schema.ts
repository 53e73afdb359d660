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
 * @throws UserError `file:line:column  what is wrong` for broken YAML and for whatever the schema (JSON Schema 2020-12) refuses.
 */
export function readStructured<T>(text: string, file: string, schema: object): Structured<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const broken = document.errors[0]
  if (broken) throw new UserError(broken.message, at(broken.pos[0]))
  const place = (path: readonly (string | number)[], ofKey = false) => at(offsetOf(document.contents, path, ofKey))
  const value = document.toJS() as T
  const wrong = firstError(value, schema)
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

function firstError(value: unknown, schema: object): SchemaError | undefined {
  const validator = validators.get(schema) ?? new Validator(schema as Schema, '2020-12', false)
  validators.set(schema, validator)
  const { errors } = validator.validate(value)
  const causes = errors.filter((error) => !containers.has(error.keyword) && !isAboutValue(error, schema))
  // Where alternatives were tried, the one that got deepest is what was meant.
  const deepest = causes.reduce<(typeof errors)[number] | undefined>(
    (best, error) => (best === undefined || depth(error) > depth(best) ? error : best),
    undefined,
  )
  return deepest && describe(deepest, value, schema)
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

const depth = (error: { keyword: string; instanceLocation: string }) =>
  error.instanceLocation.split('/').length + (error.keyword === 'additionalProperties' ? 1 : 0)

function describe(
  error: { keyword: string; keywordLocation: string; instanceLocation: string; error: string },
  root: unknown,
  schema: object,
): SchemaError {
  const path = keysOf(error.instanceLocation)
  const name = path.length > 0 ? `\`${path.join('.')}\`` : 'the file'
  const parent = resolve(schema, error.keywordLocation.split('/').slice(0, -1).join('/'))
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root)
  switch (error.keyword) {
    case 'additionalProperties': {
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
      return { path, isKey: false, sentence: `${name} should be ${[parent?.type].flat().join(' or ')}.` }
    case 'minItems':
      return { path, isKey: false, sentence: `${name} needs at least ${String(parent?.minItems)} entries.` }
    default:
      return { path, isKey: false, sentence: `${name} is wrong: ${error.error}` }
  }
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
