import type { DateMention } from '../dates.js'
import type { Text } from '../text.js'

/** Month and day of a date, `3-14`; of a day that only the day of posting tells, where that is known. @param posted `YYYY-MM-DD` */
export function dayOf(
  { kind, month, day, weekday, span }: DateMention,
  text: Text,
  posted: string | undefined,
): string | undefined {
  if (month !== undefined && day !== undefined) return `${month}-${day}`
  if (posted === undefined || kind !== 'relative') return undefined
  const words = text.text.slice(span.start, span.end).toLowerCase()
  if (weekday !== undefined) return daysBefore(posted, sinceWeekday(posted, weekday))
  if (/^yesterday|last night|overnight/.test(words)) return daysBefore(posted, 1)
  return /today|tonight|^this (?:very )?(?:morning|afternoon|evening)/.test(words) ? daysBefore(posted, 0) : undefined
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** The weekday that a name or its first letters stand for, from 0 for Sunday. */
export const weekdayNumber = (name: string): number => weekdays.indexOf(name.slice(0, 3).toLowerCase())

/** The weekday of a day, from 0 for Sunday; NaN for what is no day. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** How many days before a day its last such weekday was; a week, where it is one itself. */
const sinceWeekday = (day: string, name: string): number => (weekdayOf(day) - weekdayNumber(name) + 7) % 7 || 7

function daysBefore(day: string, count: number): string | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return undefined
  date.setUTCDate(date.getUTCDate() - count)
  return `${date.getUTCMonth() + 1}-${date.getUTCDate()}`
}
