import calendar from '../../rules/lexicons/calendar.json' with { type: 'json' }

/** Names of months, English and Spanish, abbreviations too, in lower case, with their numbers. */
export const months: ReadonlyMap<string, number> = new Map([
  ...Object.entries(calendar.months),
  ...Object.entries(calendar.spanish_months),
])

/** Months that are words or first names as well: they count only where something else says that they are dates. */
export const ambiguousMonths: ReadonlySet<string> = new Set(calendar.months_that_are_words)

const alternatives = (names: readonly string[]) => [...names].sort((a, b) => b.length - a.length).join('|')

/** Pieces of regular expressions, for the flag `i`. */
export const piece = {
  month: `(?:${alternatives(Object.keys(calendar.months))})`,
  spanishMonth: `(?:${alternatives(Object.keys(calendar.spanish_months))})`,
  monthAlone: `(?:${alternatives(calendar.months_alone)})`,
  weekday: `(?:${alternatives(calendar.weekdays)})`,
  weekdayTitle: `(?:${alternatives(calendar.weekday_titles)})`,
  ordinal: `(?:${alternatives(calendar.ordinals)})`,
  holiday: `(?:${alternatives(calendar.holidays)})`,
  day: '(?:0?[1-9]|[12]\\d|3[01])',
  year: '(?:(?:19|20)\\d\\d)',
}

/** The number of a day in figures or words: `14th`, `fourteenth`; NaN for none. */
export function dayNumber(words: string): number {
  const at = calendar.ordinals.indexOf(words.toLowerCase().replace(/\s/, '-'))
  return at === -1 ? Number.parseInt(words, 10) : at + 1
}

/** A year in four figures from two or four: 00 to 39 are of this century. */
export function yearNumber(figures: string): number {
  const year = Number.parseInt(figures.replace(/^'/, ''), 10)
  if (figures.length > 3) return year
  return year < 40 ? 2000 + year : 1900 + year
}

/**
 * What must stand somewhere in a text, in lower case, for patterns to be tried on it: simple expressions, since most texts have none of these and
 * the patterns are slow.
 */
export const hints = {
  month: /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/,
  spanishMonth: /\b(?:de|en|desde)\s+(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)/,
  figures: /\d[-/.]\d/,
  slash: /\d\/\d/,
  fileDate: /[_-]20\d{6}/,
  year: /\b(?:19|20)\d\d/,
  holiday: new RegExp(`\\b${piece.holiday}`),
  holidays: /over the holiday/,
  season: /\b(?:spring|summer|fall|autumn|winter)/,
  quarter: /\b(?:q[1-4]|quarter)\b/,
  day: /\b(?:yesterday|today|tonight|tomorrow|overnight|just|ago|other|last|this|earlier|later)\b/,
  ago: /\bago\b/,
  week: /\b(?:week|month)/,
  weekday: /(?:sun|mon|tues|wednes|thurs|fri|satur)day|\b(?:mon|tues?|wed|thurs?|fri)\b/,
  spanishDay: /\b(?:hoy|ayer|anteayer|anoche|esta|semana|hace|el|mes)\b/,
  clock: /\d\s?[ap]\.?m|o'clock|noon|midnight/,
  colon: /\d:\d\d/,
} satisfies Record<string, RegExp>
