import { overlaps } from '../source.js'
import { dayNumber, yearNumber } from './calendar.js'
import type { DateMention } from './dates.js'

const labels: readonly (readonly [string, string])[] = [
  ['birth', 'd\\.?\\s?o\\.?\\s?b\\.?|date of birth|birth ?date|born on date|fecha de nacimiento'],
  [
    'service',
    'd\\.o\\.s\\.?|dos|dates? of (?:service|surgery|visit|procedure|exam(?:ination)?)|(?:service|surgery|visit|procedure|appointment|appt|exam|encounter) date|date (?:seen|collected)',
  ],
  ['admission', 'd\\.?o\\.?a\\.?|date of admission|admi(?:ssion|t) date|date admitted|adm\\.? date'],
  ['discharge', 'date of discharge|discharge date|date discharged|d/c date'],
  ['death', 'd\\.?o\\.?d\\.?|date of death|death date'],
]
const label = new RegExp(
  `(?<![\\p{L}\\d])(?:${labels.map(([name, source]) => `(?<${name}>${source})`).join('|')})(?!\\p{L})\\s*(?:\\([^)\\n]{1,12}\\)\\s*)?(?:[:=#-]|\\bis\\b|\\bwas\\b|\\bof\\b)?\\s*`,
  'giu',
)
const hint = /\bd\.?\s?o\.?\s?[bsad]|date|d\/c|fecha/i
// What only a label makes a date: figures without year or without marks.
const figures =
  /^(?:(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])((?:19|20)\d\d|\d\d))(?!\d)/

/** Marks the dates that a label stands before, adding those that only it makes dates. A year alone stays a year, which may be told. */
export function withLabels(text: string, dates: readonly DateMention[]): DateMention[] {
  if (!hint.test(text)) return [...dates]
  let result = [...dates]
  for (const match of text.matchAll(label)) {
    const date = dateAt(text, match.index + match[0].length, result)
    const name = labels.find(([name]) => match.groups![name] !== undefined)![0]
    if (!date || date.kind === 'year' || date.kind === 'clock') continue
    result = result.filter((other) => !overlaps(other.span, date.span))
    result.push({ ...date, kind: 'labelled', label: name, labelled: { start: match.index, end: date.span.end } })
  }
  return result
}

function dateAt(text: string, start: number, dates: readonly DateMention[]): DateMention | undefined {
  const known = dates.find(({ span }) => span.start === start)
  if (known) return known
  const found = figures.exec(text.slice(start, start + 12))
  if (!found) return undefined
  const [month, day, year] = found[1] ? [found[1], found[2]!, found[3]] : [found[4]!, found[5]!, found[6]]
  if (Number(month) > 12 && Number(day) > 12) return undefined
  return {
    span: { start, end: start + found[0].length },
    kind: 'full',
    month: Number(month),
    day: dayNumber(day),
    ...(year ? { year: yearNumber(year) } : {}),
  }
}
