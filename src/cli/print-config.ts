import path from 'node:path'
import { openSession, settingOf } from '../run/session.js'
import type { LintFlags } from './flags.js'
import { type Io, write } from './io.js'

/** `--print-config FILE`: the settings that hold for a file, as JSON, with where each comes from. */
export async function printConfig(file: string, flags: LintFlags, io: Io): Promise<number> {
  const session = await openSession(flags, io.cwd())
  const { config } = session
  const absolute = path.resolve(io.cwd(), file)
  const layers = session.layersFor(absolute)
  const { consents, organization, products, drafts, ignore, locked, fields, split, confidence, needsPatientContext } =
    config
  const values = { drafts, ignore, organization, products, locked, fields, split, confidence, needsPatientContext }
  const inForce = new Set(session.rulebookFor(absolute).rules.map((rule) => rule.id))
  const printed = {
    file: path.relative(io.cwd(), absolute).split(path.sep).join('/'),
    config: config.file ?? null,
    today: session.facts.today,
    ...values,
    consents: consents && { ...consents, records: consents.records.size },
    from: config.origins,
    rules: Object.fromEntries(
      session.rules.map((rule) => [rule.id, { inForce: inForce.has(rule.id), ...settingOf(rule, layers) }]),
    ),
  }
  await write(io.stdout, `${JSON.stringify(printed, null, 2)}\n`)
  return 0
}
