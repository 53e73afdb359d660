import path from 'node:path'
import type { RuleFile } from '../rulebook/rule.js'
import { settingOf } from '../run/session.js'
import type { LintFlags } from './flags.js'
import { type Io, write } from './io.js'
import { openToldSession } from './told-session.js'

/** `--print-config FILE`: the settings that hold for a file, as JSON, with where each comes from. */
export async function printConfig(file: string, flags: LintFlags, io: Io): Promise<number> {
  const session = await openToldSession(flags, io)
  const { config } = session
  const absolute = path.resolve(io.cwd(), file)
  const layers = session.layersFor(absolute)
  const { consents, organization, products, drafts, ignore, locked, fields, split } = config
  const { confidence, needsPatientContext, packs, plugins } = config
  const values = {
    ...{ drafts, ignore, organization, products, locked, fields, split, confidence, needsPatientContext, packs },
    plugins: plugins.map(({ name }) => name),
    consents: consents && { ...consents, records: consents.records.size },
  }
  const { rulebookFor, facts } = session
  const compiled = new Set(rulebookFor(absolute).rules.map((rule) => rule.id))
  const ruleOf = (rule: RuleFile) => {
    const origin = settingOf(rule, layers)
    const isOn = [origin, ...origin.when].some(({ setting }) => setting !== 'off')
    return { inForce: isOn && compiled.has(rule.id), ...origin }
  }
  const unsaid = Object.keys(values).filter((key) => !(key in config.origins))
  const printed = {
    file: path.relative(io.cwd(), absolute).split(path.sep).join('/'),
    config: config.file ?? null,
    today: facts.today,
    ...values,
    ...(flags.only?.length && { only: flags.only }),
    from: { ...Object.fromEntries(unsaid.map((key) => [key, 'default'])), ...config.origins },
    rules: Object.fromEntries(session.rules.map((rule) => [rule.id, ruleOf(rule)])),
  }
  await write(io.stdout, `${JSON.stringify(printed, null, 2)}\n`)
  return 0
}
