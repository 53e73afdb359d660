import path from 'node:path'
import type { Given } from '../examples.js'
import type { Facts, Metadata } from '../facts.js'
import type { RulebookSettings } from '../rulebook/rulebook.js'
import { contribute, defaultConfig } from './config.js'
import { factsFrom } from './facts.js'
import { readConfig } from './read.js'

/** The day on which examples run that do not say one. */
const exampleDay = '2026-11-01'

/** The settings that a rule's example runs under: its `given.config` is read as any config, with `given.files` for the registers. */
export function settingsGiven({ config = {}, now = exampleDay, files = {} }: Given): RulebookSettings {
  const folder = path.resolve('/given')
  const readFile = (file: string): string => files[path.relative(folder, file).split(path.sep).join('/')] ?? missing()
  const at = { file: path.join(folder, 'medlint.config.yml'), shown: 'given.config', readFile }
  const { said } = readConfig(JSON.stringify(config), at)
  if (said.faults) throw said.faults[0]
  const settled = contribute(defaultConfig(folder), said)
  return {
    rules: [],
    facts: { ...factsFrom(settled, now), ...(hasMedia(files) && { inspectMedia: mediaGiven(files) }) },
  }
}

type Files = Readonly<Record<string, string>>

const isRegister = (name: string) => /\.(?:ya?ml|json|csv)$/.test(name)
const hasMedia = (files: Files) => Object.keys(files).some((name) => !isRegister(name))

/** Media files of an example: what each carries, in words (`GPS position`, `capture date`, `serial number`, `person in image`, `caption: ...`, `damaged`, `DICM`); nothing after `unknown kind`. */
function mediaGiven(files: Files): NonNullable<Facts['inspectMedia']> {
  return (src) => {
    const said = files[src]
    const folder = src.slice(0, src.lastIndexOf('/') + 1)
    const isMissing = folder !== '' && Object.keys(files).some((name) => name.startsWith(folder))
    if (said === undefined)
      return { state: isMissing ? 'missing' : 'elsewhere', isDicom: false, metadata: () => undefined }
    return { state: 'there', isDicom: /\bDICM\b/.test(said), metadata: () => metadataGiven(said) }
  }
}

const metadataGiven = (said: string): Metadata => ({
  state: /damaged/.test(said) ? 'unreadable' : /unknown kind/.test(said) ? 'unknown-kind' : 'read',
  hasPosition: /GPS/.test(said),
  hasPersons: /person in image/.test(said),
  hasDate: /capture date/.test(said),
  hasSerial: /serial number|owner/.test(said),
  words: /caption: (.*)/.exec(said)?.slice(1) ?? [],
})

function missing(): never {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
}
