import { hints, months, piece, yearNumber } from './calendar.js'
import type { DateFields, DatePattern } from './dates.js'

const { month, monthAlone, spanishMonth, year, holiday } = piece
const anyYear = `(?:${year}|'\\d\\d)`
const season = '(?:spring|summer|fall|autumn|winter)'
const expression = (source: string) => new RegExp(source, 'giu')

const read = ({ groups }: RegExpExecArray): DateFields => {
  const number = months.get(groups?.month?.toLowerCase() ?? '')
  return {
    ...(number ? { month: number } : {}),
    ...(groups?.year ? { year: yearNumber(groups.year) } : {}),
    ...(groups?.holiday ? { holiday: groups.holiday.toLowerCase() } : {}),
  }
}

/** `may` and `march` are verbs unless they have their capital. */
const readCapital = (match: RegExpExecArray): DateFields | undefined =>
  /^(?:may|march|mar|dec|jan|jun|sep)$/.test(match.groups!.month!) ? undefined : read(match)

/** Dates finer than a year that name no day: months, seasons, quarters, holidays; and, last, the year alone. */
export const partialPatterns: readonly DatePattern[] = [
  {
    kind: 'partial',
    hint: hints.holiday,
    expression: expression(
      `(?<![\\p{L}\\d])(?<holiday>${holiday})(?![\\p{L}]|'s?\\b)(?:\\s+(?:weekend|week|eve|day|morning|night|break))?(?:,?\\s+(?<year>${year}))?(?!\\s+(?:hospital|seals?|island|tree|ham|dinner|disease))`,
    ),
    read,
  },
  {
    kind: 'partial',
    hint: hints.month,
    expression: expression(
      `(?<![\\p{L}\\d])(?<date>(?<month>${month})\\b(?:\\.?,?\\s+(?:of\\s+)?|-)(?<year>${anyYear}))(?![\\d%-])`,
    ),
    read: readCapital,
  },
  {
    kind: 'partial',
    hint: hints.slash,
    expression: expression(`(?<![\\d/.])(?:0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d\\d)(?![\\d/])`),
    read: ({ groups, 0: found }) => ({ month: Number.parseInt(found, 10), year: Number(groups!.year) }),
  },
  {
    kind: 'partial',
    hint: hints.month,
    expression: expression(
      `\\b(?:(?:in|since|until|during|by|from|through|back in|of|around|before|after|for)\\s+)(?<date>(?:(?:early|late|mid)[- ])?(?<month>${month})\\b)(?!\\s+(?:of|roe|[ap]\\.))`,
    ),
    read: readCapital,
  },
  {
    kind: 'partial',
    hint: hints.month,
    expression: expression(
      `\\b(?<date>(?:(?:last|this past|this|next)\\s+(?:(?:early|late|mid)[- ])?|(?:early|late|mid)[- ](?:in\\s+)?)(?<month>${month})\\b)(?!\\s+(?:be|help|not)\\b)`,
    ),
    read: readCapital,
  },
  {
    kind: 'partial',
    hint: hints.spanishMonth,
    expression: expression(
      `\\b(?:en|de|desde)\\s+(?<date>(?<month>${spanishMonth})\\b(?:\\s+del?\\s+(?<year>${year}))?)`,
    ),
    read,
  },
  {
    // `May is Mental Health Month`: only to say that it is one.
    kind: 'partial',
    hint: hints.month,
    expression: expression(
      `(?<![\\p{L}\\d])(?<month>${month})(?=(?:\\s+(?:is|marks|brings)|:)\\s[^.!?\\n]{0,60}\\b(?:awareness|month)\\b)`,
    ),
    read: readCapital,
  },
  {
    kind: 'partial',
    hint: hints.month,
    expression: expression(`(?<![\\p{L}\\d#@])(?<month>${monthAlone})(?![\\p{L}\\d]|'s)`),
    read,
  },
  {
    kind: 'partial',
    hint: hints.season,
    expression: expression(
      `\\b(?:(?:last|this past|next|this|early|late|mid)[- ](?:(?:early|late|mid)[- ])?${season}\\b|${season}\\s+(?:of\\s+)?(?<year>${anyYear}))(?!\\d|\\s+(?:risk|prevention))`,
    ),
    read,
  },
  {
    kind: 'partial',
    hint: hints.season,
    expression: expression(
      '\\b(?:in|over|during|since)\\s+(?:the\\s+)?(?<date>spring|summer|autumn|winter)\\b(?!\\s+\\p{Lu})',
    ),
    read,
  },
  {
    kind: 'partial',
    hint: hints.season,
    expression: expression('\\b(?:in|by|until)\\s+the\\s+(?<date>fall)\\b(?!\\s+of\\b)'),
    read,
  },
  {
    kind: 'partial',
    hint: hints.quarter,
    expression: expression(
      `\\b(?:Q[1-4]|(?:first|second|third|fourth|last|this|next)\\s+quarter)\\b(?:\\s+(?:of\\s+)?(?<year>${anyYear}))?(?!\\d|\\s+(?:mile|pound|cup|of an?\\b))`,
    ),
    read,
  },
  {
    kind: 'partial',
    hint: hints.holidays,
    expression: expression('\\bover the (?<date>holidays|holiday weekend)\\b'),
    read,
  },
  {
    kind: 'year',
    hint: hints.year,
    expression: expression(
      `\\b(?:in|since|from|until|till|of|by|year|before|after|early|late|mid|born|during|around|circa|for|and|through|desde|en)[- ](?<date>(?<year>${year}))(?![\\d%,.]?\\d|s\\b|\\s*(?:mg|ml|mcg|iu|units?|people|patients?|steps|calories|miles|families|doses|of\\b))`,
    ),
    read,
  },
]
