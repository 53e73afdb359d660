import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ruleSchema from '../../schemas/rule.schema.json' with { type: 'json' }
import type { Detector } from '../detectors/detector.js'
import { detectors } from '../detectors/index.js'
import { UserError } from '../errors.js'
import { readStructured } from '../schema.js'
import type { Example, RuleFile } from './rule.js'

/** What a pack's rules may name. */
export interface PackOptions {
  /** Detectors of plugins, beside our own. */
  readonly detectors?: readonly Detector[]
  /** A plugin that is not loaded may bring more detectors: a rule that names an unknown one is taken as it stands. */
  readonly takesUnknown?: boolean
}

/**
 * Reads a pack: every `<family>/<name>.yml` below a folder; `presets/` and `lexicons/` beside the families are no rules.
 *
 * @throws UserError naming file, line and column of what is wrong, or that the folder is not there.
 */
export function loadPack(
  folder: string,
  { detectors: plugins = [], takesUnknown = false }: PackOptions = {},
): RuleFile[] {
  const schema = ruleSchemaWith([...detectors, ...plugins], takesUnknown)
  return ruleFiles(folder).map((file) => loadRule(path.join(folder, file), file, schema))
}

/** The names of our detectors and of those that plugins bring. */
export const detectorNames = (plugins: readonly Detector[]): string[] =>
  [...detectors, ...plugins].map(({ name }) => name)

/** The schema of a rule file, with the options of every detector that it may name; what editors are given. */
export function ruleSchemaWith(known: readonly Detector[], takesUnknown = false): object {
  const properties = Object.fromEntries(known.map(({ name, schema }) => [name, schema]))
  const detect = { ...ruleSchema.properties.detect, type: 'object', properties, additionalProperties: takesUnknown }
  return { ...ruleSchema, properties: { ...ruleSchema.properties, detect } }
}

function ruleFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => /^(?!presets\/|lexicons\/)[^/]+\/[^/]+\.ya?ml$/.test(name))
      .sort()
  } catch {
    throw new UserError(`there is no rule pack in ${folder}: the folder cannot be read.`)
  }
}

function loadRule(file: string, name: string, schema: object): RuleFile {
  const id = name.replace(/\.ya?ml$/, '')
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(id))
    throw new UserError(`\`${id}\` is no rule id: a family and a name in lower case, such as house/no-emoji.`, file)
  const origin = path.relative(process.cwd(), file).split(path.sep).join('/')
  const { value, place } = readStructured<Omit<RuleFile, 'id' | 'origin'>>(readFileSync(file, 'utf8'), origin, schema)
  const rule: RuleFile = { ...value, context: value.context ?? 'none', sensitive: value.sensitive ?? false, id, origin }
  checkMasking(rule, place)
  checkExamples(rule, place)
  return rule
}

function checkMasking(rule: RuleFile, place: (path: (string | number)[]) => string): void {
  if (!rule.sensitive) return
  if (rule.message.includes('{match}'))
    throw new UserError('a sensitive rule must not quote its {match}.', place(['message']))
  if (!rule.kind)
    throw new UserError(
      'a sensitive rule needs `kind`, what masked output calls a match: `a full name`.',
      place(['sensitive']),
    )
}

function checkExamples(rule: RuleFile, place: (path: (string | number)[]) => string): void {
  const seen = new Set<string>()
  for (const group of ['bad', 'good', 'todo'] as const) {
    for (const [index, example] of (rule.examples[group] ?? []).entries()) {
      const key = JSON.stringify(example)
      if (seen.has(key)) throw new UserError('this example stands here twice.', place(['examples', group, index]))
      seen.add(key)
      if (group === 'bad' && !isMarked(example))
        throw new UserError(
          'a bad example needs [[ ]] around what must be reported.',
          place(['examples', group, index]),
        )
    }
  }
}

const isMarked = (example: Example) => /\[\[[\s\S]*?\]\]/.test(JSON.stringify(example))
