import { UserError } from '../errors.js'
import type { Facts } from '../facts.js'
import type { Config } from './config.js'

/** What detectors may know of a config. @param now `--now`: a day, or a time; the clock's where it is missing. */
export function factsFrom(config: Config, now?: string): Facts {
  const { organization, products, consents } = config
  return { today: today(organization.timezone, now), organization, products, consents }
}

/** The calendar day of a moment in a time zone; a day stays the day it is. */
function today(timeZone: string, now: string | undefined): string {
  if (now !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(now) && isDay(now)) return now
  const moment = now === undefined ? new Date() : new Date(now)
  if (Number.isNaN(moment.getTime()) || (now !== undefined && !/^\d{4}-\d{2}-\d{2}T/.test(now)))
    throw new UserError(`--now takes a date such as 2026-03-31, not \`${now}\`.`)
  // Intl costs a tenth of a cold start.
  if (timeZone === 'UTC') return moment.toISOString().slice(0, 10)
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  )
}

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
