import { Chalk } from 'chalk'
import type { Example, RuleFile } from '../rulebook/rule.js'
import { ruleNamed, type SettingOrigin, settingOf } from '../run/session.js'
import { nearest } from '../schema.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, widthOf, write } from './io.js'
import { openToldSession } from './told-session.js'
import { wrap } from './wrap.js'

export interface ExplainFlags extends ConfigFlags {
  /** A draft: what the rule saw in it. */
  readonly file?: string
  readonly redact?: boolean
}

/** `medlint explain ID`: for the writer what to change, for compliance the provision and how it is decided. */
export async function explain(id: string, flags: ExplainFlags, io: Io): Promise<number> {
  const session = await openToldSession(flags, io, { documented: true })
  const rule = ruleNamed(id, session.rules, nearest)
  if (flags.file !== undefined) {
    const { explainFile } = await import('./explain-file.js')
    await write(io.stdout, await explainFile(rule, flags.file, session, flags.redact, io))
    return 0
  }
  const origin = settingOf(rule, session.layersFor(session.config.folder))
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const width = Math.min(100, widthOf(io.stdout))
  const sections = sectionsOf(rule, origin).map(([title, lines]) =>
    [chalk.bold(title), ...lines.map((line) => wrap(line, width, '  '))].join('\n'),
  )
  await write(
    io.stdout,
    [`${chalk.bold(rule.id)}  ${origin.setting}`, rule.title, '', sections.join('\n\n'), ''].join('\n'),
  )
  return 0
}

function sectionsOf(rule: RuleFile, origin: SettingOrigin): [string, string[]][] {
  const sections: [string, string[]][] = [
    [
      'What to do',
      [
        inWords(rule.message),
        ...(rule.fix ? [`${rule.fix.safe ? 'Fix' : 'Suggestion'}: ${rule.fix.description}.`] : []),
      ],
    ],
    ['Reported (between the brackets)', rule.examples.bad.map(shown)],
    ['Not reported', rule.examples.good.map(shown)],
    ['Missed so far', (rule.examples.todo ?? []).map(shown)],
    ['Why', [rule.why.trim().replace(/\s+/g, ' ')]],
    [
      rule.basis === 'policy' ? 'Basis: policy' : 'Provision',
      rule.cites.map(({ provision, url }) => `${provision}  ${url ?? ''}`.trim()),
    ],
    ['How it is decided', decidedBy(rule)],
    ['Severity', severityLines(origin)],
  ]
  return sections.filter(([, lines]) => lines.length > 0)
}

/** What a message takes from the post is left open. */
const inWords = (message: string) =>
  message
    .replace(/\{\w+\}/g, '…')
    .replace(/(?<=[.!?]) …$/, '')
    .replace(/…\./g, '…')

function decidedBy(rule: RuleFile): string[] {
  const detectors = Object.keys(rule.detect).join(', ')
  return [
    `By the detector \`${detectors}\`, with ${rule.confidence} confidence.`,
    rule.context === 'patient'
      ? 'Only where the text ties it to the health, care or payment of a person (not needed under the preset strict).'
      : 'Wherever it stands: no patient context is needed.',
    ...(rule.coveredBy ? [`A valid consent that covers ${rule.coveredBy.join(' or ')} clears it.`] : []),
    ...(rule.yields ? [`Gives way to ${rule.yields.join(', ')}.`] : []),
    ...(rule.sensitive ? [`What is found is masked in reports${rule.kind ? `, as ${rule.kind}` : ''}.`] : []),
  ]
}

const severityLines = ({ setting, from, when }: SettingOrigin): string[] => [
  `${setting}, from ${from}`,
  ...when.map((one) => `${one.setting} when ${one.fields}, from ${one.from}`),
]

/** An example as one paragraph; a mapping as its fields. */
function shown(example: Example): string {
  if (typeof example === 'string') return `- ${example.trim().replace(/\n+/g, ' ⏎ ')}`
  return `- ${JSON.stringify(example)}`
}
