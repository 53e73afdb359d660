import { hints, piece } from './calendar.js'
import type { DateFields, DatePattern } from './dates.js'

const { weekday, weekdayTitle } = piece
const expression = (source: string) => new RegExp(source, 'giu')
const number =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|a couple(?: of)?|several|some|many)'
const partOfDay = '(?:morning|afternoon|evening|night)'
// A weekday goes before these words as a date; before another noun it is a name: Sunday brunch.
const goesOn =
  'at|in|and|when|we|he|she|they|i|after|before|because|with|for|from|was|were|is|our|his|her|their|it|as|by|the|a|an|to|that|but|so|if|you|your|my|this|until|on|or|just|around|who'

const nothing = (): DateFields => ({})

const spanishNumber = '(?:\\d{1,3}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|unos|unas)'
const spanish = `anteayer|ayer|anoche|hoy|esta\\s+(?:mañana|tarde|noche|semana|madrugada)|(?:la\\s+semana|el\\s+mes)\\s+pasad[ao]|el\\s+(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:\\s+pasado)?|hace\\s+${spanishNumber}\\s+(?:minutos?|horas?|días?|semanas?|meses|mes)`

/** Dates that the day of posting gives away, and times of day. */
export const relativePatterns: readonly DatePattern[] = [
  {
    kind: 'relative',
    hint: hints.day,
    expression: expression(
      `(?<![\\p{L}'-])(?:the day before yesterday|the day after tomorrow|(?:earlier|late|later|early)\\s+(?:today|tonight|yesterday|this (?:week|month|${partOfDay}))|yesterday(?:\\s+${partOfDay})?|today|tonight|tomorrow(?:\\s+${partOfDay})?|overnight|just now|just (?:minutes|moments) ago|moments ago|the other (?:day|night|week|morning)|last night|this\\s+(?:very\\s+)?${partOfDay})(?!\\p{L}|(?<!yesterday|last night|this morning)'s\\b)`,
    ),
    read: notAnOffer,
  },
  {
    kind: 'relative',
    hint: hints.ago,
    expression: expression(
      `(?<![\\p{L}\\d])${number}\\s+(?:short\\s+)?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?|${weekday}s?)\\s+ago\\b`,
    ),
    read: nothing,
  },
  {
    kind: 'relative',
    hint: hints.week,
    expression: expression(
      `\\b(?:last|this past|this|next)\\s+(?:week(?:end)?(?!ly)|month(?!ly))\\b(?!\\s+(?:only|special))`,
    ),
    read: nothing,
  },
  {
    kind: 'relative',
    hint: hints.weekday,
    expression: expression(
      `(?<!\\p{L})(?:(?:last|this past|this|next|early|late)\\s+|(?<=\\b(?:on|since|until|by)\\s+(?:a\\s+)?))(?<weekday>${weekday}|mon|tues?|wed|thurs?|fri)\\b(?:\\s+${partOfDay})?(?!s\\b|\\p{L}|\\s*(?:-|to|through|thru|and|&|,|/)\\s*(?:${weekday}|mon|tue|wed|thu|fri|sat|sun))`,
    ),
    read: weekdayOf,
  },
  {
    kind: 'relative',
    hint: hints.weekday,
    expression: expression(
      `(?<![\\p{L}\\d#@-]|\\b${weekdayTitle}\\s|${weekday}s?\\s?(?:-|,|to|through|thru|and|&|/)\\s?)(?<weekday>${weekday})(?!\\p{L}|'s?)(?:\\s+${partOfDay})?(?!s?\\s*(?:-|to|through|thru|&|,|/|and)\\s*(?:${weekday}|mon|tue|wed|thu|fri|sat|sun))(?=\\s*(?:$|[.,;:!?)("\\n-])|\\s+(?:(?:${goesOn})\\b|\\p{Emoji_Presentation}))`,
    ),
    read: weekdayOf,
  },
  {
    kind: 'relative',
    hint: hints.spanishDay,
    expression: expression(`(?<![\\p{L}\\d])(?:${spanish})(?!\\p{L})`),
    read: nothing,
  },
  {
    kind: 'clock',
    hint: hints.clock,
    expression: expression(
      `(?<![\\d:.$/-])(?:[01]?\\d|2[0-3])(?::[0-5]\\d)?\\s?(?:[ap]\\.m\\.?|[ap]m)(?!\\p{L})|(?<![\\d:])\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])\\s+o'clock|\\b(?:noon|midnight)\\b`,
    ),
    read: nothing,
  },
  {
    // Two numbers and a colon may be a verse, a ratio or a score: something must say that they are a time.
    kind: 'clock',
    hint: hints.colon,
    expression: expression(
      `\\b(?:at|around|by|until|since|before|after|about|from)\\s+(?<date>(?:[01]?\\d|2[0-3]):[0-5]\\d(?:\\s?(?:hours|hrs|h))?)(?![\\d:%])|(?<![\\d:\\p{L}])(?:0\\d|1\\d|2[0-3]):[0-5]\\d(?=\\s*(?:hours|hrs|h\\b))`,
    ),
    read: nothing,
  },
]

/** `Call today`, `Register today`, `book yours today`: the day the reader acts. */
function notAnOffer({ input, index, 0: found }: RegExpExecArray): DateFields | undefined {
  if (!/^(?:today|tonight|tomorrow)$/i.test(found)) return {}
  const sentence = /[^.!?\n]*$/.exec(input.slice(Math.max(0, index - 120), index))![0]
  return /^[\s\p{P}\p{S}]*(?:please\s+)?(?:call|book|register|rsvp|schedule|visit|join|donate|sign|get|order|shop|learn|text|apply|enroll|download|subscribe|message|dm|click|contact|make|give|start|try|ask|talk|click|reserve|stop|come|see|take|buy|save|share|find|protect)\b/iu.test(
    sentence,
  )
    ? undefined
    : {}
}

function weekdayOf({ groups }: RegExpExecArray): DateFields {
  return { weekday: groups!.weekday!.toLowerCase() }
}
