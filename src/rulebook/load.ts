import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ruleSchema from '../../schemas/rule.schema.json' with { type: 'json' }
import type { Detector, Lexicon } from '../detectors/detector.js'
import { detectors } from '../detectors/index.js'
import { UserError } from '../errors.js'
import { readStructured } from '../schema.js'
import { checkLexicons } from './pack-lexicons.js'
import type { Example, RuleFile } from './rule.js'

/** What a pack's rules may name. */
export interface PackOptions {
  /** Detectors of plugins, beside our own. */
  readonly detectors?: readonly Detector[]
  /** A plugin that is not loaded may bring more detectors: a rule that names an unknown one is taken as it stands. */
  readonly takesUnknown?: boolean
  /** Lexicons of the user's packs by name; without it, names of lexicons are not checked. */
  readonly lexicons?: Readonly<Record<string, Lexicon>>
}

/**
 * Reads a pack: every `<family>/<name>.yml` below a folder; `presets/` and `lexicons/` beside the families are no rules.
 *
 * @throws UserError naming file, line and column of what is wrong, or that the folder is not there.
 */
export function loadPack(folder: string, options: PackOptions = {}): RuleFile[] {
  const { detectors: plugins = [], takesUnknown = false, lexicons } = options
  const schema = ruleSchemaWith([...detectors, ...plugins], takesUnknown)
  const rules = ruleFiles(folder).map((file) => loadRule(path.join(folder, file), file, { schema, lexicons }))
  refuseDoubles(rules)
  return rules
}

/** Refuses a second rule of the same id: which of them runs, nobody could say. */
export function refuseDoubles(rules: readonly Pick<RuleFile, 'id' | 'origin'>[]): void {
  const origins = new Map<string, string>()
  for (const { id, origin } of rules) {
    const first = origins.get(id)
    if (first !== undefined)
      throw new UserError(`there is a rule \`${id}\` already, in ${first}; give this one another name.`, origin)
    origins.set(id, origin)
  }
}

/** Our detectors and those that plugins bring, by name. */
export const detectorsByName = (plugins: readonly Detector[]): ReadonlyMap<string, Detector> =>
  new Map([...detectors, ...plugins].map((detector) => [detector.name, detector]))

/** The schema of a rule file, with the options of every detector that it may name; what editors are given. */
export function ruleSchemaWith(known: readonly Detector[], takesUnknown = false): object {
  const properties = Object.fromEntries(known.map(({ name, schema }) => [name, schema]))
  const detect = { ...ruleSchema.properties.detect, type: 'object', properties, additionalProperties: takesUnknown }
  return { ...ruleSchema, properties: { ...ruleSchema.properties, detect } }
}

/** The files of a pack, from its folder on. Of other files, only what looks like a rule is refused. */
function ruleFiles(folder: string): string[] {
  const files = filesBelow(folder)
  const isRule = (name: string) => /^[^/]+\/[^/]+$/.test(name)
  const stray = files.find((name) => !isRule(name) && /^detect:/m.test(readFileSync(path.join(folder, name), 'utf8')))
  if (stray !== undefined)
    throw new UserError(
      'a rule stands in <family>/<name>.yml, in a folder of its family and no deeper.',
      shownAs(folder, stray),
    )
  return files.filter(isRule)
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => /\.ya?ml$/.test(name) && !/^(?:presets|lexicons)\/|(?:^|\/)(?:node_modules\/|\.)/.test(name))
      .sort()
  } catch {
    throw new UserError(`there is no rule pack in ${folder}: the folder cannot be read.`)
  }
}

const shownAs = (folder: string, name: string): string =>
  path.relative(process.cwd(), path.join(folder, name)).split(path.sep).join('/')

interface Reading {
  readonly schema: object
  readonly lexicons: PackOptions['lexicons']
}

function loadRule(file: string, name: string, { schema, lexicons }: Reading): RuleFile {
  const id = name.replace(/\.ya?ml$/, '')
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(id))
    throw new UserError(`\`${id}\` is no rule id: a family and a name in lower case, such as house/no-emoji.`, file)
  const origin = path.relative(process.cwd(), file).split(path.sep).join('/')
  const { value, place } = readStructured<Omit<RuleFile, 'id' | 'origin'>>(readFileSync(file, 'utf8'), origin, schema)
  const rule: RuleFile = { ...value, context: value.context ?? 'none', sensitive: value.sensitive ?? false, id, origin }
  checkMasking(rule, place)
  checkExamples(rule, place)
  if (lexicons) checkLexicons(rule.detect, (path) => place(['detect', ...path]), lexicons)
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
