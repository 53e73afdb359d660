import { statSync } from 'node:fs'
import path from 'node:path'
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { postKeys } from '../draft/fields.js'
import { UserError } from '../errors.js'
import type { Organization, Product } from '../facts.js'
import type { Setting } from '../rulebook/rule.js'
import { nearest, readStructured } from '../schema.js'
import type { ConfigLayer, Contribution, Named, NamedOptions } from './config.js'
import { readConsents } from './consent-register.js'
import { checkedOrganization } from './organization.js'
import type { When } from './preset.js'
import { checkProducts } from './product-faults.js'
import { fromDisk, type Register } from './register-file.js'
import { productOf, readProducts } from './registers.js'
import { checkedWhen } from './when.js'

type OneOrMore = string | readonly string[]
type Rules = Readonly<Record<string, Setting | readonly [Setting, Readonly<Record<string, unknown>>?]>>

/** A config file as it stands, checked by its schema. */
interface ConfigFile {
  readonly extends?: OneOrMore
  readonly preset?: string
  readonly drafts?: OneOrMore
  readonly ignore?: OneOrMore
  readonly organization?: Partial<Organization>
  readonly products?: string | readonly Readonly<Record<string, unknown>>[]
  readonly consents?:
    | string
    | { readonly file: string; readonly require?: 'basic' | 'full'; readonly inline?: 'allow' | 'deny' }
  readonly rules?: Rules
  readonly overrides?: readonly { readonly files?: OneOrMore; readonly when?: When; readonly rules: Rules }[]
  readonly locked?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
  readonly split?: 'heading' | 'break'
  readonly packs?: OneOrMore
  readonly plugins?: OneOrMore
}

/** A config file read: what it builds on, and what it says itself. */
export interface ReadConfig {
  readonly extends: readonly Named[]
  readonly said: Contribution
}

/** Where a config lies, for paths in it and for errors. */
export interface ConfigPlace {
  /** Absolute. */
  readonly file: string
  /** As errors name it: relative to the working directory. */
  readonly shown: string
  /** `medlint`, where the config is a key of package.json. */
  readonly within?: string
  /** The folder of the config that extends it, absolute; its own where nothing does. */
  readonly project?: string
  /** It comes with a package, wherever that lies. */
  readonly isPackaged?: boolean
  /** False: it is no text, so errors name the file alone. */
  readonly hasPlaces?: boolean
  /** Reads a register; from the disk, unless an example brings its own. */
  readonly readFile?: Register['read']
}

type PlaceOf = (path: readonly (string | number)[], ofKey?: boolean) => string

/**
 * Reads a config file's text.
 *
 * @throws UserError `file:line:column  what is wrong` for whatever the schema refuses. What is wrong with a register stands under `faults`: the rest counts.
 */
export function readConfig(text: string, at: ConfigPlace): ReadConfig {
  const { value, place } = readStructured<ConfigFile | null>(
    text,
    at.shown,
    at.within ? within(at.within) : configSchema,
    { hasPlaces: at.hasPlaces ?? true },
  )
  const config = (at.within ? (value as Record<string, ConfigFile> | null)?.[at.within] : value) ?? {}
  return interpret(config, at, (keys, ofKey) => place(at.within ? [at.within, ...keys] : keys, ofKey))
}

/** A package.json, of which only our key is ours to check. */
const within = (key: string): object => ({
  type: 'object',
  properties: { [key]: { ...configSchema, $schema: undefined } },
  $defs: configSchema.$defs,
})

function interpret(config: ConfigFile, at: ConfigPlace, place: PlaceOf): ReadConfig {
  const folder = path.dirname(at.file)
  const { base, globs } = globsOf(at)
  const presets = [listOf(config.preset).map((name) => ({ name, place: place(['preset']) }))]
  const others = namedIn('extends', config, place)
  checkFieldNames(config, place)
  const { products, consents, ownFiles, faults } = registersOf(config, at, place)
  const said: Contribution = {
    ownFiles: [at.file, ...ownFiles],
    ...(config.drafts && { drafts: globs(listOf(config.drafts)) }),
    ...(config.ignore && { ignore: globs(listOf(config.ignore)) }),
    ...(config.organization && {
      organization: checkedOrganization(config.organization, (keys) => place(['organization', ...keys])),
    }),
    ...(products && { products }),
    ...(consents && { consents }),
    ...(faults.length > 0 && { faults }),
    layers: layersOf(config, base, place),
    ...(config.locked && { locked: config.locked }),
    ...(config.fields && { fields: config.fields }),
    ...(config.split && { split: config.split }),
    packs: packsOf(config, folder, place),
    plugins: namedIn('plugins', config, place).map((named) => ({ ...named, folder })),
    namedRules: namedRules(config, place),
    namedOptions: namedOptions(config, place),
    origins: Object.fromEntries(placesOf(config, place)),
  }
  return { extends: [...presets.flat(), ...others], said }
}

/** Each key with its place; what an organization says of itself may come from several files. */
const placesOf = (config: ConfigFile, place: PlaceOf): [key: string, place: string][] => [
  ...Object.keys(config).map((key): [string, string] => [key, place([key])]),
  ...Object.keys(config.organization ?? {}).map((key): [string, string] => [
    `organization.${key}`,
    place(['organization', key]),
  ]),
]

/**
 * What globs of a config count from. One that is extended and lies outside of the project, as a package does, has no drafts beside it: its globs are the project's.
 */
function globsOf({ file, project = path.dirname(file), isPackaged = false }: ConfigPlace) {
  const folder = path.dirname(file)
  const isOutside = isPackaged || /^\.\.(?:[/\\]|$)|^[a-z]:/i.test(path.relative(project, folder))
  const base = isOutside ? project : folder
  const prefix = path.relative(project, base).split(path.sep).join('/')
  const rebased = (glob: string) =>
    glob.replace(/^!?(?:\.\/)?/, (mark) => `${mark.startsWith('!') ? '!' : ''}${prefix}/`)
  return { base, globs: (list: readonly string[]) => (prefix === '' ? list : list.map(rebased)) }
}

const listOf = (value: OneOrMore | undefined): readonly string[] =>
  value === undefined ? [] : ([value].flat() as string[])

/** Names under a key, each with its place. */
const namedIn = (key: 'extends' | 'packs' | 'plugins', config: ConfigFile, place: PlaceOf): Named[] =>
  listOf(config[key]).map((name, index) => ({ name, place: place(Array.isArray(config[key]) ? [key, index] : [key]) }))

function packsOf(config: ConfigFile, folder: string, place: PlaceOf): string[] {
  return namedIn('packs', config, place).map(({ name, place }) => {
    const pack = path.resolve(folder, name)
    if (statSync(pack, { throwIfNoEntry: false })?.isDirectory()) return pack
    throw new UserError(`there is no folder \`${name}\` with rules.`, place)
  })
}

/** What another tool's key stands for must be a field of ours: under any other name its words would be read as nobody's. */
function checkFieldNames({ fields = {} }: ConfigFile, place: PlaceOf): void {
  const known = [...postKeys, 'posts']
  for (const [key, field] of Object.entries(fields))
    if (!known.includes(field))
      throw new UserError(`a post has no field \`${field}\`.${nearest(field, known)}`, place(['fields', key]))
}

type Registers = Pick<Contribution, 'products' | 'consents'> & Required<Pick<Contribution, 'ownFiles' | 'faults'>>

/** A register that cannot be read leaves its place empty; an id is then one that nothing confirms, rather than one that no register holds. */
function registersOf(config: ConfigFile, { file, shown, readFile = fromDisk }: ConfigPlace, place: PlaceOf): Registers {
  const faults: UserError[] = []
  const find = (name: string): Register => ({
    file: path.resolve(path.dirname(file), name),
    shown: path.isAbsolute(name) ? name : path.posix.join(path.posix.dirname(shown), name),
    read: readFile,
  })
  const tryAt = <T>(key: string, read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push(error.place ? error : new UserError(error.message, place([key])))
      return undefined
    }
  }
  const productFile = typeof config.products === 'string' ? find(config.products) : undefined
  const products = productFile ? tryAt('products', () => readProducts(productFile)) : productsIn(config, place)
  const asked = typeof config.consents === 'string' ? { file: config.consents } : config.consents
  const consentFile = asked && find(asked.file)
  const read = consentFile && tryAt('consents', () => readConsents(consentFile))
  return {
    ...(products && { products }),
    ...(read && { consents: { path: consentFile!.shown, records: read.records, ...demandsOf(asked!) } }),
    ownFiles: [productFile?.file, consentFile?.file].filter((one) => one !== undefined),
    faults: [...faults, ...(read?.faults ?? [])],
  }
}

const demandsOf = ({ inline, require }: Exclude<ConfigFile['consents'], string | undefined>) => ({
  allowInline: inline === 'allow',
  requireFull: require === 'full',
})

function productsIn({ products: given }: ConfigFile, place: PlaceOf): Product[] | undefined {
  if (given === undefined || typeof given === 'string') return undefined
  const products = given.map(productOf)
  checkProducts(products, (index, key) => place(['products', index, ...(key ? [key] : [])]))
  return products
}

function layersOf(config: ConfigFile, folder: string, place: PlaceOf): ConfigLayer[] {
  const own = config.rules ? [{ ...settingsOf(config.rules), origin: place(['rules']) }] : []
  const overrides = (config.overrides ?? []).map(({ files, when, rules }, index) => ({
    ...settingsOf(rules),
    ...(files && { files: listOf(files), folder }),
    ...(when && { when: checkedWhen(when, (field, ofKey) => place(['overrides', index, 'when', field], ofKey)) }),
    origin: place(['overrides', index]),
  }))
  return [...own, ...overrides]
}

function settingsOf(rules: Rules): Pick<ConfigLayer, 'rules' | 'options'> {
  const entries = Object.entries(rules).map(
    ([name, setting]) => [name, [setting].flat() as [Setting, object?]] as const,
  )
  const options = entries.filter(([, [, given]]) => given !== undefined).map(([name, [, given]]) => [name, given])
  return {
    rules: Object.fromEntries(entries.map(([name, [severity]]) => [name, severity])),
    ...(options.length > 0 && { options: Object.fromEntries(options) }),
  }
}

/** Every mapping of rules in a config, with its path; `when` where it holds for some posts only. */
const mappingsOf = ({ rules, overrides = [] }: ConfigFile) => [
  ...(rules ? [{ rules, keys: ['rules'], when: undefined }] : []),
  ...overrides.map(({ rules, when }, index) => ({ rules, keys: ['overrides', index, 'rules'], when })),
]

function namedRules(config: ConfigFile, place: PlaceOf): Named[] {
  return [
    ...mappingsOf(config).flatMap(({ rules, keys }) =>
      Object.keys(rules).map((name) => ({ name, place: place([...keys, name], true) })),
    ),
    ...(config.locked ?? []).map((name, index) => ({ name, place: place(['locked', index]) })),
  ]
}

/** A rule is compiled with its options once for a file, so no post of it can have others. */
function namedOptions(config: ConfigFile, place: PlaceOf): NamedOptions[] {
  return mappingsOf(config).flatMap(({ rules, keys, when }) =>
    Object.entries(rules).flatMap(([rule, setting]) => {
      const [, options] = [setting].flat() as [Setting, Readonly<Record<string, unknown>>?]
      if (!options) return []
      const at: NamedOptions['place'] = (path, ofKey) => place([...keys, rule, 1, ...path], ofKey)
      if (when)
        throw new UserError('options hold for files, not for posts: give them in an override without `when`.', at([]))
      return [{ rule, options, place: at }]
    }),
  )
}
