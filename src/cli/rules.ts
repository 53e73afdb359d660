import { Chalk, type ChalkInstance } from 'chalk'
import type { RuleFile } from '../rulebook/rule.js'
import { type Session, type SettingOrigin, settingOf } from '../run/session.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'
import { openToldSession } from './told-session.js'

interface Row extends SettingOrigin {
  readonly rule: RuleFile
  readonly isInForce: boolean
}

/** `medlint rules`: the rules in force, their severity, and where each setting comes from; then those that are off. */
export async function rules(flags: ConfigFlags & { readonly json?: boolean }, io: Io): Promise<number> {
  const session = await openToldSession(flags, io)
  const rows = rowsOf(session)
  await write(
    io.stdout,
    flags.json ? jsonOf(rows) : textOf(rows, new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })),
  )
  return 0
}

function rowsOf(session: Session): Row[] {
  const inForce = new Set(session.rulebookFor(session.config.folder).rules.map((rule) => rule.id))
  const layers = session.layersFor(session.config.folder)
  return session.rules.map((rule) => ({ rule, isInForce: inForce.has(rule.id), ...settingOf(rule, layers) }))
}

const jsonOf = (rows: readonly Row[]): string =>
  `${JSON.stringify(
    rows.map(({ rule: { id, title, confidence, context, origin }, isInForce, setting, from, when }) => ({
      id,
      title,
      inForce: isInForce,
      severity: setting,
      from,
      when,
      confidence,
      context,
      origin,
    })),
    null,
    2,
  )}\n`

function textOf(rows: readonly Row[], chalk: ChalkInstance): string {
  const inForce = rows.filter((row) => row.isInForce)
  const off = rows.filter((row) => !row.isInForce)
  const width = Math.max(...rows.map(({ rule }) => rule.id.length), 0)
  const line = (row: Row): string => lineOf(row, width, chalk)
  return [
    ...inForce.map(line),
    ...(off.length > 0 ? ['', 'Not in force:', ...off.map(line)] : []),
    '',
    `${inForce.length} rules in force, ${off.length} not. \`medlint explain ID\` tells more of one.`,
    '',
  ].join('\n')
}

function lineOf({ rule, setting, from, when, isInForce }: Row, width: number, chalk: ChalkInstance): string {
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.blue, off: chalk.dim }[setting]
  const reason = !isInForce && setting !== 'off' ? `${rule.confidence} confidence` : from
  const sometimes = when.map((one) => `; ${one.setting} when ${one.fields} (${one.from})`).join('')
  return `${rule.id.padEnd(width)}  ${paint(setting.padEnd(7))}  ${rule.title}  ${chalk.dim(`${reason}${sometimes}`)}`
}
