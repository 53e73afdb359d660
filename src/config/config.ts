import type { Split } from '../draft/read-markdown-draft.js'
import type { UserError } from '../errors.js'
import type { ConsentRegister, Organization, Product } from '../facts.js'
import type { Confidence } from '../rulebook/rule.js'
import type { Layer } from '../rulebook/rulebook.js'

/** What a project has settled, defaults filled in. */
export interface Config {
  /** The file it was read from, absolute; undefined where there is none. */
  readonly file: string | undefined
  /** A JavaScript config that is nearer and was not read, since no code of the project is to run; absolute. */
  readonly unread: string | undefined
  /** What its globs are relative to: the config's folder, else the working directory. */
  readonly folder: string
  /** Absolute paths of the config, what it extends, and the registers: never drafts. */
  readonly ownFiles: readonly string[]
  readonly drafts: readonly string[] | undefined
  readonly ignore: readonly string[]
  readonly organization: Organization
  readonly products: readonly Product[]
  readonly consents: ConsentRegister | undefined
  /** What is wrong with registers, each with its place; what else stands in them counts. */
  readonly faults: readonly UserError[]
  /** Severities in rising order: presets, what is extended, the config's own. */
  readonly layers: readonly ConfigLayer[]
  readonly confidence: readonly Confidence[]
  readonly needsPatientContext: boolean
  readonly locked: readonly string[]
  /** Other tools' keys and the fields they stand for. */
  readonly fields: Readonly<Record<string, string>>
  readonly split: Split | undefined
  /** Absolute paths of folders with rules of the user's own. */
  readonly packs: readonly string[]
  readonly plugins: readonly NamedPlugin[]
  /** Rules and families that the config names, for when it is known which there are. */
  readonly namedRules: readonly Named[]
  /** Options of rules, for when their detectors are known. */
  readonly namedOptions: readonly NamedOptions[]
  /** Where each value comes from, by its key (`organization.name` within that one): `preset hospital`, `medlint.config.yml:3:1`. */
  readonly origins: Readonly<Record<string, string>>
}

/** A layer of severities that may hold for some files only. */
export interface ConfigLayer extends Layer {
  /** Globs, relative to `folder`. */
  readonly files?: readonly string[]
  readonly folder?: string
}

/** Something a config names, with the place where it does: `medlint.config.yml:7:3`. */
export interface Named {
  readonly name: string
  readonly place: string
}

/** Options that a config gives a rule, `[severity, options]`. */
export interface NamedOptions {
  readonly rule: string
  readonly options: Readonly<Record<string, unknown>>
  /** Where a value in them stands, or its key. */
  readonly place: (path: readonly (string | number)[], ofKey?: boolean) => string
}

/** A plugin that a config names. */
export interface NamedPlugin extends Named {
  /** The folder of the file that names it, absolute: what `./` counts from. */
  readonly folder: string
}

/** A preset or a config file as it contributes to a config; what is missing leaves what went before. */
export interface Contribution {
  readonly ownFiles?: readonly string[]
  readonly drafts?: readonly string[]
  readonly ignore?: readonly string[]
  readonly organization?: Partial<Organization>
  readonly products?: readonly Product[]
  readonly consents?: ConsentRegister
  readonly faults?: readonly UserError[]
  readonly layers?: readonly ConfigLayer[]
  readonly confidence?: readonly Confidence[]
  readonly needsPatientContext?: boolean
  readonly locked?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
  readonly split?: Split
  readonly packs?: readonly string[]
  readonly plugins?: readonly NamedPlugin[]
  readonly namedRules?: readonly Named[]
  readonly namedOptions?: readonly NamedOptions[]
  readonly origins?: Readonly<Record<string, string>>
}

/** What holds before anything is said. */
export const defaultConfig = (folder: string): Config => ({
  file: undefined,
  unread: undefined,
  folder,
  ownFiles: [],
  drafts: undefined,
  ignore: [],
  organization: {
    timezone: 'UTC',
    jurisdictions: [],
    domains: [],
    phones: [],
    addresses: [],
    staff: [],
    accounts: [],
  },
  products: [],
  consents: undefined,
  faults: [],
  layers: [],
  confidence: ['high', 'medium'],
  needsPatientContext: true,
  locked: [],
  fields: {},
  split: undefined,
  packs: [],
  plugins: [],
  namedRules: [],
  namedOptions: [],
  origins: {},
})

/** Adds what a preset or file says: single values replace, lists of rules, products and names add up. */
export function contribute(config: Config, said: Contribution): Config {
  return {
    ...config,
    ownFiles: [...config.ownFiles, ...(said.ownFiles ?? [])],
    drafts: said.drafts ?? config.drafts,
    ignore: said.ignore ?? config.ignore,
    organization: { ...config.organization, ...said.organization },
    products: [...config.products, ...(said.products ?? [])],
    consents: said.consents ?? config.consents,
    faults: [...config.faults, ...(said.faults ?? [])],
    layers: [...config.layers, ...(said.layers ?? [])],
    confidence: said.confidence ?? config.confidence,
    needsPatientContext: said.needsPatientContext ?? config.needsPatientContext,
    locked: [...new Set([...config.locked, ...(said.locked ?? [])])],
    fields: { ...config.fields, ...said.fields },
    split: said.split ?? config.split,
    packs: [...config.packs, ...(said.packs ?? [])],
    plugins: [...config.plugins, ...(said.plugins ?? [])],
    namedRules: [...config.namedRules, ...(said.namedRules ?? [])],
    namedOptions: [...config.namedOptions, ...(said.namedOptions ?? [])],
    origins: { ...config.origins, ...addedUp(config.origins, said.origins ?? {}) },
  }
}

/** Values that grow by what each preset and file says: where they come from is several places. */
const growing: ReadonlySet<string> = new Set(['products', 'rules', 'overrides', 'locked', 'fields', 'packs', 'plugins'])

const addedUp = (before: Config['origins'], said: Config['origins']): Config['origins'] =>
  Object.fromEntries(
    Object.entries(said).map(([key, origin]) => {
      const known = growing.has(key) ? (before[key]?.split(', ') ?? []) : []
      return [key, [...new Set([...known, origin])].join(', ')]
    }),
  )
