import path from 'node:path'
import type { Given } from '../examples.js'
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
  const settled = contribute(defaultConfig(folder), said)
  return { rules: [], facts: factsFrom(settled, now) }
}

function missing(): never {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
}
