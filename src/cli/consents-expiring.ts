import { Chalk } from 'chalk'
import { UserError } from '../errors.js'
import { counted } from '../formatters/summary.js'
import { type ConsentUse, consentUses } from '../run/consent-uses.js'
import { gather } from '../run/inputs.js'
import { lastDayOf } from '../text/consent.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'
import { codeIn, openToldSession } from './told-session.js'

/** `medlint consents expiring`: consents that end within a time, or before a post that rests on them goes live. Ends with 1 where a post is or will be up past the end. */
export async function consentsExpiring(flags: ConfigFlags & { readonly within: string }, io: Io): Promise<number> {
  const days = daysOf(flags.within)
  const session = await openToldSession(flags, io)
  // Without the register nobody knows when anything ends.
  if (session.config.faults.length > 0 && !session.facts.consents) return 2
  const { inputs } = await gather([], {}, session, io)
  const uses = await consentUses(inputs, session)
  const { today } = session.facts
  const limit = addDays(today, days)
  const ending = uses.filter((use) => endOf(use) !== undefined && (endOf(use)! <= limit || isPast(use, today)))
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const lines = idsOf(ending).flatMap((id) => {
    const own = ending.filter((use) => use.id === id)
    const end = endOf(own[0]!)!
    const mark = (use: ConsentUse) => (isPast(use, today) ? chalk.red(lineOf(use, today)) : lineOf(use, today))
    return [chalk.bold(`${id}  ${end < today ? 'ended' : 'ends'} ${end}`), ...own.map(mark)]
  })
  const open = uses.filter((use) => use.record?.expiresEvent !== undefined && endOf(use) === undefined)
  lines.push(
    ...idsOf(open).flatMap((id) =>
      openLines(
        open.filter((use) => use.id === id),
        chalk.bold,
      ),
    ),
  )
  const past = ending.filter((use) => isPast(use, today)).length
  const summary = `${counted(idsOf(ending).length, 'consent')} of ${idsOf(uses).length} in use ${idsOf(ending).length === 1 ? 'ends' : 'end'} by ${limit} or before a post goes live; ${counted(past, 'use')} past the end.${whenOpen(idsOf(open).length)}`
  await write(io.stdout, `${[...lines, summary].join('\n')}\n`)
  return codeIn(session, past > 0 ? 1 : 0)
}

const idsOf = (uses: readonly ConsentUse[]) => [...new Set(uses.map(({ id }) => id))]

/** The earlier of the day and of what an event's name tells. */
const endOf = ({ record }: ConsentUse): string | undefined =>
  [record?.expires?.slice(0, 10), lastDayOf(record?.expiresEvent)].filter((day) => day !== undefined).sort()[0]

/** Only people know when such an event has come. */
const openLines = (uses: readonly ConsentUse[], paint: (text: string) => string): string[] => [
  paint(`${uses[0]!.id}  ends with an event: ${uses[0]!.record!.expiresEvent}`),
  ...uses.map(({ place, media }) => [`  ${place}`, ...(media ? [media] : [])].join('  ')),
]

const whenOpen = (count: number): string =>
  count === 0
    ? ''
    : ` ${counted(count, 'consent')} ${count === 1 ? 'ends' : 'end'} with an event that names no day: see whether it has come.`

const isUp = ({ published }: ConsentUse) => published.some(({ removed }) => !removed)

/** Scheduled after the end, or up when it has come. */
const isPast = (use: ConsentUse, today: string) => {
  const end = endOf(use)!
  return (use.scheduled !== undefined && use.scheduled > end) || (isUp(use) && end < today)
}

function lineOf(use: ConsentUse, today: string): string {
  const end = endOf(use)!
  const { scheduled, media, place } = use
  return [
    `  ${place}`,
    ...(media ? [media] : []),
    ...(scheduled ? [`scheduled ${scheduled}${scheduled > end ? ', after the end' : ''}`] : []),
    ...(isUp(use) ? [end < today ? 'still up' : 'up, take it down at the end'] : []),
  ].join('  ')
}

function daysOf(within: string): number {
  const [, count, unit = 'd'] = /^(\d{1,4})\s*([dwmy])?(?:ays?|eeks?|onths?|ears?)?$/.exec(within.trim()) ?? []
  if (count === undefined) throw new UserError(`--within takes a time such as 30d, 6w, 3m or 1y, not \`${within}\`.`)
  return Number(count) * { d: 1, w: 7, m: 30, y: 365 }[unit as 'd' | 'w' | 'm' | 'y']
}

function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
