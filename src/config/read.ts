import { readFileSync } from 'node:fs'
import path from 'node:path'
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import { UserError } from '../errors.js'
import type { Organization } from '../facts.js'
import type { Setting } from '../rulebook/rule.js'
import { readStructured } from '../schema.js'
import type { ConfigLayer, Contribution, Named } from './config.js'
import { valuesOf, type When } from './preset.js'
import { checkProducts } from './product-faults.js'
import { productOf, readConsents, readProducts } from './registers.js'

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
  /** Reads a register; from the disk, unless an example brings its own. */
  readonly readFile?: (file: string) => string
}

type PlaceOf = (path: readonly (string | number)[]) => string

/**
 * Reads a config file's text.
 *
 * @throws UserError `file:line:column  what is wrong` for whatever the schema refuses, and for a register that cannot be read.
 */
export function readConfig(text: string, at: ConfigPlace): ReadConfig {
  const { value, place } = readStructured<ConfigFile | null>(
    text,
    at.shown,
    at.within ? within(at.within) : configSchema,
  )
  const config = (at.within ? (value as Record<string, ConfigFile> | null)?.[at.within] : value) ?? {}
  return interpret(config, at, (keys) => place(at.within ? [at.within, ...keys] : keys))
}

/** A package.json, of which only our key is ours to check. */
const within = (key: string): object => ({
  type: 'object',
  properties: { [key]: { ...configSchema, $schema: undefined } },
  $defs: configSchema.$defs,
})

function interpret(config: ConfigFile, at: ConfigPlace, place: PlaceOf): ReadConfig {
  const folder = path.dirname(at.file)
  const presets = [listOf(config.preset).map((name) => ({ name, place: place(['preset']) }))]
  const others = listOf(config.extends).map((name, index) => ({
    name,
    place: place(Array.isArray(config.extends) ? ['extends', index] : ['extends']),
  }))
  checkTimezone(config, place)
  const { products, consents, ownFiles } = registersOf(config, at, place)
  const said: Contribution = {
    ownFiles: [at.file, ...ownFiles],
    ...(config.drafts && { drafts: listOf(config.drafts) }),
    ...(config.ignore && { ignore: listOf(config.ignore) }),
    ...(config.organization && { organization: config.organization }),
    ...(products && { products }),
    ...(consents && { consents }),
    layers: layersOf(config, folder, place),
    ...(config.locked && { locked: config.locked }),
    ...(config.fields && { fields: config.fields }),
    ...(config.split && { split: config.split }),
    packs: listOf(config.packs).map((pack) => path.resolve(folder, pack)),
    plugins: listOf(config.plugins).map((name) => ({ name, place: place(['plugins']) })),
    namedRules: namedRules(config, place),
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

const listOf = (value: OneOrMore | undefined): readonly string[] =>
  value === undefined ? [] : ([value].flat() as string[])

function checkTimezone({ organization }: ConfigFile, place: PlaceOf): void {
  const timeZone = organization?.timezone
  if (timeZone === undefined) return
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new UserError(`\`${timeZone}\` is no time zone; one is America/Chicago.`, place(['organization', 'timezone']))
  }
}

const fromDisk = (file: string): string => readFileSync(file, 'utf8')

function registersOf(config: ConfigFile, { file, shown, readFile = fromDisk }: ConfigPlace, place: PlaceOf) {
  const find = (name: string) => ({
    file: path.resolve(path.dirname(file), name),
    shown: path.posix.join(path.posix.dirname(shown), name),
    read: readFile,
  })
  const atKey = <T>(key: string, read: () => T): T => {
    try {
      return read()
    } catch (error) {
      if (error instanceof UserError && !error.place) throw new UserError(error.message, place([key]))
      throw error
    }
  }
  const productFile = typeof config.products === 'string' ? find(config.products) : undefined
  const asked = typeof config.consents === 'string' ? { file: config.consents } : config.consents
  const consentFile = asked && find(asked.file)
  const products = productFile
    ? atKey('products', () => readProducts(productFile))
    : (config.products as readonly Readonly<Record<string, unknown>>[] | undefined)?.map(productOf)
  if (products && !productFile)
    checkProducts(products, (index, key) => place(['products', index, ...(key ? [key] : [])]))
  const consents = consentFile && {
    path: consentFile.shown,
    allowInline: asked.inline === 'allow',
    requireFull: asked.require === 'full',
    records: atKey('consents', () => readConsents(consentFile)),
  }
  return { products, consents, ownFiles: [productFile?.file, consentFile?.file].filter((one) => one !== undefined) }
}

function layersOf(config: ConfigFile, folder: string, place: PlaceOf): ConfigLayer[] {
  const own = config.rules ? [{ ...settingsOf(config.rules), origin: place(['rules']) }] : []
  const overrides = (config.overrides ?? []).map(({ files, when, rules }, index) => ({
    ...settingsOf(rules),
    ...(files && { files: listOf(files), folder }),
    ...(when && { when: valuesOf(when) }),
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

function namedRules(config: ConfigFile, place: PlaceOf): Named[] {
  const named = (rules: Rules, keys: readonly (string | number)[]): Named[] =>
    Object.keys(rules).map((name) => ({ name, place: place([...keys, name]) }))
  return [
    ...named(config.rules ?? {}, ['rules']),
    ...(config.overrides ?? []).flatMap(({ rules }, index) => named(rules, ['overrides', index, 'rules'])),
    ...(config.locked ?? []).map((name, index) => ({ name, place: place(['locked', index]) })),
  ]
}
