import { ambiguousMonths, dayNumber, hints, months, piece, yearNumber } from './calendar.js'
import type { DateFields, DatePattern } from './dates.js'

const { month, spanishMonth, day, year, weekday, ordinal } = piece
const anyYear = `(?:${year}|'\\d\\d)`
const weekdayBefore = `(?:(?<weekday>${weekday}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?),?\\s+)?`
const dayWithEnding = `${day}(?:st|nd|rd|th)?`
// `March 14 miles`, `May 2 doses`: a number of something.
const noCount =
  '(?!\\d|[:.,]\\d|\\s?%|\\s*(?:-\\s*)?(?:mg|mcg|ml|miles?|km|percent|people|patients?|doses?|weeks?|days?|hours?|minutes?|steps|tips|ways|times|years?|visitors|teams?|am\\b|pm\\b|[ap]\\.m))'
const expression = (source: string) => new RegExp(source, 'giu')

/** Dates that name a day and a month, in every order and spelling. */
export const absolutePatterns: readonly DatePattern[] = [
  {
    kind: 'full',
    hint: hints.figures,
    expression: expression(
      `(?<![\\d\\p{L}/.])(?<year>${year})([-/.])(?<month>0?[1-9]|1[0-2])\\2(?<day>${day})(?![\\d/-]|\\.\\d)`,
    ),
    read: ({ groups }) => fields(groups!.day!, Number(groups!.month), groups!.year),
  },
  {
    kind: 'full',
    hint: hints.figures,
    expression: expression(
      '(?<![\\d\\p{L}/.$#-]|\\b(?:v|ver|version|release|build|ios|ip)[.:]?\\s?)(?<first>\\d{1,2})([-/.])(?<second>\\d{1,2})\\2(?<year>(?:19|20)\\d\\d|\\d\\d)(?![\\d/%-]|\\.\\d)',
    ),
    read: ({ groups }) => inEitherOrder(groups!.first!, groups!.second!, groups!.year),
  },
  {
    kind: 'full',
    hint: hints.month,
    expression: expression(
      `(?<![\\p{L}\\d])(?<date>${weekdayBefore}(?<month>${month})\\b\\.?\\s+(?:the\\s+)?(?<day>${dayWithEnding}|${ordinal})(?!\\p{L})(?:\\s?(?:-|to|&)\\s?${dayWithEnding}(?![\\d\\p{L}]))?(?:,?\\s+(?:of\\s+)?(?<year>${anyYear})(?!\\d))?)${noCount}`,
    ),
    read: (match) =>
      readsAsMonth(match)
        ? fields(
            match.groups!.day!,
            months.get(match.groups!.month!.toLowerCase())!,
            match.groups!.year,
            match.groups!.weekday,
          )
        : undefined,
  },
  {
    kind: 'full',
    hint: hints.month,
    expression: expression(
      `(?<![\\p{L}\\d.,/$-])(?<date>${weekdayBefore}(?:the\\s+)?(?<day>${dayWithEnding}|${ordinal})(?:\\s+of\\s+|\\s+|-)(?<month>${month})\\b(?:(?:\\.?,?\\s+|-)(?<year>${anyYear})(?!\\d))?)`,
    ),
    read: (match) =>
      readsAsMonth(match) && isNoCount(match)
        ? fields(
            match.groups!.day!,
            months.get(match.groups!.month!.toLowerCase())!,
            match.groups!.year,
            match.groups!.weekday,
          )
        : undefined,
  },
  {
    kind: 'full',
    hint: hints.spanishMonth,
    expression: expression(
      `(?<![\\p{L}\\d.,/])(?<day>${day})\\s+de\\s+(?<month>${spanishMonth})\\b(?:\\s+del?\\s+(?<year>${year}))?`,
    ),
    read: ({ groups }) => fields(groups!.day!, months.get(groups!.month!.toLowerCase())!, groups!.year),
  },
  {
    // Without a year figures are as often a score or a fraction: something must say that they are a date.
    kind: 'full',
    hint: hints.slash,
    expression: expression(
      `\\b(?:(?:on|since|until|til|from|dated?|born|admitted|discharged|seen|passed(?: away)?|died|${weekday},?|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\.?,?))\\s+(?<date>(?<month>0?[1-9]|1[0-2])/(?<day>${day}))(?![\\d/%]|\\.\\d|\\s*(?:cup|tablet|pill|dose|tab|teaspoon|tsp|of\\b|the\\b))`,
    ),
    read: ({ groups }) => (groups!.date === '9/11' ? undefined : fields(groups!.day!, Number(groups!.month))),
  },
  {
    // In the names of files.
    kind: 'full',
    hint: hints.fileDate,
    expression: expression(
      `(?<=[_-])(?<date>(?<year>20[0-3]\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01]))(?!\\d)`,
    ),
    read: ({ groups }) => fields(groups!.day!, Number(groups!.month), groups!.year),
  },
]

function fields(day: string, month: number, year?: string, weekday?: string): DateFields {
  return {
    day: dayNumber(day),
    month,
    ...(year ? { year: yearNumber(year) } : {}),
    ...(weekday ? { weekday: weekday.toLowerCase() } : {}),
  }
}

/** Month first, as in the United States, unless only the other order is a date. */
function inEitherOrder(first: string, second: string, year: string | undefined): DateFields | undefined {
  const isDay = (figures: string) => Number(figures) >= 1 && Number(figures) <= 31
  const isMonth = (figures: string) => Number(figures) >= 1 && Number(figures) <= 12
  if (isMonth(first) && isDay(second)) return fields(second, Number(first), year)
  return isDay(first) && isMonth(second) ? fields(first, Number(second), year) : undefined
}

/** `may 2` and `march 3` are dates where they have a capital, a year, an ending or a preposition. */
function readsAsMonth({ groups, input, index }: RegExpExecArray): boolean {
  const { month, day, year } = groups!
  if (!ambiguousMonths.has(month!.toLowerCase()) || /^\p{Lu}/u.test(month!) || year || /\p{L}/u.test(day!)) return true
  return /\b(?:on|by|since|until|from|of|for|this|last|next|before|after)\s+$/i.test(
    input.slice(Math.max(0, index - 10), index),
  )
}

/** `10 March events` has no date: a bare number before a month needs a year or a preposition. */
function isNoCount({ groups, input, index }: RegExpExecArray): boolean {
  if (groups!.year || groups!.weekday || !/^\d+$/.test(groups!.day!)) return true
  const isAlone =
    /^\s*$|\n\s*$/.test(input.slice(Math.max(0, index - 80), index)) &&
    /^\s*(?:$|[.,:;!\n-])/.test(input.slice(index + groups!.date!.length))
  return (
    isAlone ||
    /\b(?:on|by|since|until|till|from|dated?|born|to|and|before|after)\s+$/i.test(
      input.slice(Math.max(0, index - 10), index),
    )
  )
}
