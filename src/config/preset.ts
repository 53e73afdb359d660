import { data } from '../data.js'
import type { Confidence, Setting } from '../rulebook/rule.js'
import type { Contribution } from './config.js'

/** The presets that medlint brings, the default one first. */
export const presetNames: readonly string[] = ['recommended', 'strict', 'hospital', 'pharma', 'supplements']

/** `rules/presets/<name>.yml` as it stands. */
interface PresetFile {
  readonly extends?: string
  readonly confidence?: readonly Confidence[]
  readonly patientContext?: 'required' | 'not-required'
  readonly locked?: readonly string[]
  readonly rules?: Readonly<Record<string, Setting>>
  readonly overrides?: readonly { readonly when: When; readonly rules: Readonly<Record<string, Setting>> }[]
}

type Scalar = string | number | boolean
/** Draft fields and the value, or values, that turn something on, as written. */
export type When = Readonly<Record<string, Scalar | readonly Scalar[]>>

/** What presets contribute, in their order, each after those that it builds on. What several build on lies beneath all of them and counts once, so that none takes back what one before it says. */
export function presetContributions(names: readonly string[]): Contribution[] {
  const chain = new Set(names.flatMap(withBases))
  return [...chain].map((name) => contributionOf(name, fileOf(name)))
}

const fileOf = (name: string) => data<PresetFile>(`presets/${name}`)

function withBases(name: string): string[] {
  const { extends: base } = fileOf(name)
  return [...(base ? withBases(base) : []), name]
}

function contributionOf(name: string, file: PresetFile): Contribution {
  const origin = `preset ${name}`
  const always = file.rules ? [{ rules: file.rules, origin }] : []
  const sometimes = (file.overrides ?? []).map(({ when, rules }) => ({ when: valuesOf(when), rules, origin }))
  return {
    layers: [...always, ...sometimes],
    ...(file.confidence && { confidence: file.confidence }),
    ...(file.patientContext && { needsPatientContext: file.patientContext === 'required' }),
    ...(file.locked && { locked: file.locked }),
    origins: {
      ...(file.confidence && { confidence: origin }),
      ...(file.patientContext && { needsPatientContext: origin }),
      ...(file.locked && { locked: origin }),
    },
  }
}

/** A `when` with every value as a list of strings, as drafts spell them. */
export const valuesOf = (when: When): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(when).map(([field, value]) => [field, [value].flat().map(String)]))
