import { Chalk } from 'chalk'
import { counted } from '../formatters/summary.js'
import { type ConsentUse, consentUses, type Published } from '../run/consent-uses.js'
import { gather } from '../run/inputs.js'
import { nearest } from '../schema.js'
import type { ConfigFlags } from './flags.js'
import { type Io, wantsColor, write } from './io.js'
import { codeIn, openToldSession } from './told-session.js'

/** `medlint consents used ID`: the take-down list of a consent: every draft, media file and address that rests on it. Ends with 1 while one is up. */
export async function consentsUsed(id: string, flags: ConfigFlags, io: Io): Promise<number> {
  const session = await openToldSession(flags, io)
  const { inputs } = await gather([], {}, session, io)
  const uses = await consentUses(inputs, session)
  const own = uses.filter((use) => use.id === id)
  const live = addressesOf(own)
  const up = live.filter(({ removed }) => !removed)
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const known = [...uses.map((use) => use.id), ...(session.facts.consents?.records.keys() ?? [])]
  const lines = own.length > 0 ? [...own.map(draftLine), ...live.map((one) => addressLine(one, chalk.red))] : []
  const summary =
    own.length === 0
      ? `No draft names ${id}.${known.includes(id) ? '' : nearest(id, known)}`
      : `${id}: ${counted(own.length, 'use')} in drafts, ${counted(live.length, 'place')} online, ${up.length} still up.`
  await write(io.stdout, `${[...lines, summary].join('\n')}\n`)
  return codeIn(session, up.length > 0 ? 1 : 0)
}

/** Each address once, though post and picture may rest on the same consent. */
function addressesOf(uses: readonly ConsentUse[]): Published[] {
  const byAddress = new Map(uses.flatMap(({ published }) => published).map((one) => [one.address, one]))
  return [...byAddress.values()]
}

const draftLine = ({ place, media, scheduled, record }: ConsentUse): string =>
  [
    place,
    media ?? 'the post',
    ...(scheduled ? [`scheduled ${scheduled}`] : []),
    ...(record?.revoked ? ['revoked'] : []),
  ].join('  ')

const addressLine = ({ address, platform, date, removed }: Published, paint: (text: string) => string): string => {
  const details = [...(platform && platform !== address ? [platform] : []), ...(date ? [`since ${date}`] : [])]
  const line = [removed ? 'down' : 'up', address, ...details, ...(removed ? [`removed ${removed}`] : [])].join('  ')
  return removed ? line : paint(line)
}
