import path from 'node:path'
import type { Config, ConfigLayer } from '../config/config.js'
import { factsFrom } from '../config/facts.js'
import { loadConfig } from '../config/load.js'
import type { Severity } from '../diagnostic.js'
import { UserError } from '../errors.js'
import type { Facts } from '../facts.js'
import { globMatcher } from '../glob.js'
import type { LintOptions } from '../lint.js'
import { builtinRules, documentedRules } from '../rulebook/builtin.js'
import type { RuleFile } from '../rulebook/rule.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { MediaFiles } from './media-files.js'
import { checkNames, settingsFromFlags } from './rule-names.js'
import { additionsOf, notesOnCode } from './user-rules.js'

/** What chooses and sets rules, whoever asks: the command line or a program. */
export interface RunFlags {
  /** This config, in place of the nearest one upward. */
  readonly config?: string
  /** In place of the presets that the config extends. */
  readonly preset?: string
  /** `ID=SEVERITY`, above the config's. */
  readonly rule?: readonly string[]
  /** Rule ids or families; only these run. */
  readonly only?: readonly string[]
  /** False: no code of the project runs. */
  readonly plugins?: boolean
  /** The day to take for today: `2026-03-31`. */
  readonly now?: string
  /** False: nobody asks for the classes of posts. */
  readonly classes?: boolean
}

/** A run's config and rules, settled once. */
export interface Session {
  readonly config: Config
  /** Every rule there is, in force or not. */
  readonly rules: readonly RuleFile[]
  readonly facts: Facts
  /** The media files that drafts name. */
  readonly media: MediaFiles
  /** What every report of the session says: code of the project that did not run. */
  readonly notes: readonly string[]
  /** How drafts are read and what is told of them. */
  readonly readOptions: Omit<LintOptions, 'neighbourhood'>
  /** The rules in force on a file (absolute path): `overrides` may differ by glob. */
  rulebookFor(file: string): Rulebook
  /** The layers of severities that count for a file. */
  layersFor(file: string): readonly ConfigLayer[]
}

/** Loads config, packs and plugins as the flags say. Throws a UserError for whatever is wrong in them; with `goOn`, what is wrong with registers is left in the config's `faults`. */
export async function openSession(
  flags: RunFlags,
  cwd: string,
  { documented = false, goOn = false }: { documented?: boolean; goOn?: boolean } = {},
): Promise<Session> {
  const { config: file, preset, plugins } = flags
  const config = await loadConfig({ cwd, file, preset, noPlugins: plugins === false, goOn })
  const ours = documented ? documentedRules() : builtinRules()
  const additions = await additionsOf(config, ours, plugins !== false)
  const { detectors, lexicons, lacksPlugins } = additions
  const rules = [...ours, ...additions.rules]
  checkNames(config, flags, rules, additions)
  if (config.namedOptions.length > 0) (await import('./rule-options.js')).checkOptions(config, rules, additions)
  const layers: readonly ConfigLayer[] = [...config.layers, ...settingsFromFlags(flags.rule ?? [])]
  const media = new MediaFiles(cwd, config.folder)
  const facts: Facts = { ...factsFrom(config, flags.now), inspectMedia: media.look }
  const layersFor = scoped(layers)
  return {
    config,
    rules,
    facts,
    media,
    notes: notesOnCode(config, additions),
    readOptions: {
      fields: config.fields,
      ...(config.split && { split: config.split }),
      ...(flags.classes === false && { classes: false }),
    },
    layersFor,
    rulebookFor: memoized(layersFor, (own) => {
      const { confidence, needsPatientContext, locked } = config
      return new Rulebook({
        rules,
        facts,
        layers: own,
        confidence,
        needsPatientContext,
        locked,
        only: flags.only,
        detectors,
        lexicons,
        lacksPlugins,
      })
    }),
  }
}

function scoped(layers: readonly ConfigLayer[]): (file: string) => readonly ConfigLayer[] {
  const matchers = layers.map(({ files, folder }) => {
    if (!files) return () => true
    const matches = globMatcher(files)
    return (file: string) =>
      matches(
        path
          .relative(folder ?? '', file)
          .split(path.sep)
          .join('/'),
      )
  })
  if (layers.every(({ files }) => !files)) return () => layers
  return (file) => layers.filter((_, index) => matchers[index]!(file))
}

/** One rulebook for each set of layers, since compiling rules is what costs. */
function memoized(
  layersFor: Session['layersFor'],
  make: (layers: readonly ConfigLayer[]) => Rulebook,
): Session['rulebookFor'] {
  const made = new Map<string, Rulebook>()
  const ids = new Map<ConfigLayer, number>()
  const idOf = (layer: ConfigLayer): number => {
    if (!ids.has(layer)) ids.set(layer, ids.size)
    return ids.get(layer)!
  }
  return (file) => {
    const layers = layersFor(file)
    const key = layers.map(idOf).join()
    if (!made.has(key)) made.set(key, make(layers))
    return made.get(key)!
  }
}

/** What a rule is set to, and by what: always, and on some posts only. */
export interface SettingOrigin {
  readonly setting: Severity | 'off'
  readonly from: string
  readonly when: readonly { readonly setting: Severity | 'off'; readonly from: string; readonly fields: string }[]
}

/** Where a rule's severity comes from, for `medlint rules` and `--print-config`. */
export function settingOf(rule: RuleFile, layers: readonly ConfigLayer[]): SettingOrigin {
  const family = rule.id.split('/')[0]!
  let settled: SettingOrigin = { setting: rule.severity, from: 'the rule', when: [] }
  for (const layer of layers) {
    const setting = layer.rules[rule.id] ?? layer.rules[family]
    if (setting === undefined) continue
    if (layer.when)
      settled = { ...settled, when: [...settled.when, { setting, from: layer.origin, fields: fieldsOf(layer.when) }] }
    else settled = { setting, from: layer.origin, when: [] }
  }
  return settled
}

const fieldsOf = (when: NonNullable<ConfigLayer['when']>): string =>
  Object.entries(when)
    .map(([field, values]) => `${field}: ${values.join(' or ')}`)
    .join(', ')

/** Finds a rule by its id, or says which is nearest. */
export function ruleNamed(
  id: string,
  rules: readonly RuleFile[],
  nearest: (word: string, ids: string[]) => string,
): RuleFile {
  const rule = rules.find((one) => one.id === id)
  if (!rule)
    throw new UserError(
      `there is no rule \`${id}\`.${nearest(
        id,
        rules.map((one) => one.id),
      )}`,
    )
  return rule
}
