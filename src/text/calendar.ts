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
