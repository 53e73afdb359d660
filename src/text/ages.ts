import lexicon from '../../rules/lexicons/ages.json' with { type: 'json' }
import { overlaps, type Span } from '../source.js'
import { isNobodys } from './nobodys-age.js'

/** A mention of somebody's age. */
export interface Age {
  readonly span: Span
  /** Undefined where the text says a decade or a word (`in her nineties`, `nonagenarian`), and for units below the year. */
  readonly years?: number
  /** What the number counts; a newborn's hours, days and weeks give the day of birth away. */
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
  /** 90 or more, which the Safe Harbor of 45 CFR 164.514(b)(2)(i)(C) does not leave. */
  readonly over89: boolean
}

interface AgePattern {
  /** Must match the text in lower case for the expression, which is slow, to be tried. */
  readonly hint: RegExp
  readonly expression: RegExp
  readonly read: (match: RegExpExecArray, today: string) => Omit<Age, 'span'> | undefined
}

const tens = Object.keys(lexicon.tens).join('|')
const units = lexicon.units.slice(1, 10).join('|')
const words = `(?:(?:an?|one)\\s+hundred(?:[- ](?:and[- ])?(?:${units}))?|(?:${tens})(?:[- ](?:${units}))?|${[...lexicon.units].slice(1).reverse().join('|')})`
const number = `(?:1[01]\\d|12[0-5]|[1-9]\\d?|${words})`
const expression = (source: string) => new RegExp(source, 'giu')

// Groups, not a person: `over 89`, `ages 90 and up`, `90 or older`, `90+`.
const notOver =
  '(?<!\\b(?:over|above|under|below|than|least|most|past|beyond|ages|adults|anyone|everyone|those|patients|people|between|through|to|until|age groups?|[<>≥≤])\\s*(?:(?:the )?ages? (?:of )?)?|\\d\\s?(?:-|to|and|or)\\s?)'
const noGroup =
  '(?!\\s*\\+|\\s*-\\s*(?:plus|\\d)|\\s+plus\\b|\\s*(?:-|to|through|and|or)\\s*\\d|\\s*,?\\s*(?:or|and)\\s+(?:older|over|above|up|more|beyond|better|younger|under|below)\\b)'
const noThing = `(?!(?:s|\\s+(?:\\p{L}+\\s+)?(?:${lexicon.things.join('|')})s?)\\b)`
const start = '(?<![\\p{L}\\d$€£.,/:#-])'
const somebody =
  '(?:she|he|they|who|mom|mum|mama|dad|papa|grandma|grandpa|grandmother|grandfather|granny|nana|abuela|abuelo|mother|father|resident|patient|lady|gentleman|woman|man)'

const years = ({ groups }: RegExpExecArray) => inYears(numberOf(groups!.number!))
const beingHint = new RegExp(`(?:is|was|'s|'m|am|now|just|only|almost|nearly)\\s+${number}\\b`)
const patterns: readonly AgePattern[] = [
  {
    hint: /\d\s*-?y|years?|yrs?\b|yo\b/,
    expression: expression(
      `${notOver}${start}(?<number>${number})(?:\\s*-?\\s*(?:years?|yrs?|yr)\\.?[-\\s]*(?:old|of age|young)|\\s?(?:y/?o|y\\.o\\.?)(?!\\p{L}))${noThing}${noGroup}`,
    ),
    read: years,
  },
  {
    hint: /[- ]old\b/,
    expression: expression(`${start}(?<number>${number}|an?)[-\\s](?<unit>minute|hour|day|week|month)s?[-\\s]old\\b`),
    read: inUnit,
  },
  {
    hint: /of life|\b[dh]ol\b/,
    expression: expression(`\\b(?:day|hour) (?<number>\\d{1,3}) of life\\b|\\b(?:DOL|HOL)\\s*#?(?<dol>\\d{1,3})\\b`),
    read: inUnit,
  },
  {
    hint: /\bage/,
    expression: expression(
      `\\b(?:aged|age|at (?:the age of|age))\\s*:?\\s*(?<number>${number})(?!\\p{L}|\\d|[.,]\\d|\\s*%)${noGroup}`,
    ),
    read: years,
  },
  {
    hint: /\bturn|reached|lived to/,
    expression: expression(
      `\\b(?:turn(?:s|ed|ing)?|reached|lived to(?: be)?)\\s+(?:the (?:ripe )?(?:old )?age of\\s+)?(?<number>${number})(?![\\p{L}\\d%°-]|[.,:/]\\d|\\s+(?:degrees|percent|pages|out of|people|patients|times|lives|heads|o'clock|minutes|hours|days|weeks|months|more|of|years?))${noGroup}`,
    ),
    read: years,
  },
  {
    hint: /birthday/,
    expression: expression(
      `${start}(?:(?<number>\\d{1,3})(?:st|nd|rd|th)|(?<word>hundredth|one[- ]hundredth|ninetieth|ninety-\\p{L}+(?:st|nd|rd|th)))(?:\\s+\\p{L}+)?\\s+birthday\\b`,
    ),
    read: birthday,
  },
  {
    hint: /\bin\s+(?:her|his|their|my|your|the patient's)\s/,
    expression: expression(
      `\\bin\\s+(?:her|his|their|my|your|the patient's)\\s+(?:(?:early|mid|late)[- ])?(?:(?<decade>${Object.keys(lexicon.decades).join('|')})|(?<figures>[1-9]0)'?s)\\b`,
    ),
    read: decade,
  },
  {
    hint: /centenarian|nonagenarian/,
    expression: expression('\\b(?:nonagenarian|(?:super)?centenarian)\\b'),
    read: () => ({ unit: 'years', over89: true }),
  },
  {
    hint: /genarian/,
    expression: expression('\\b(?:octogenarian|septuagenarian)\\b'),
    read: () => ({ unit: 'years', over89: false }),
  },
  {
    hint: /\bborn\b/,
    expression: expression(
      '\\bborn\\s+(?:(?:in|on|back in)\\s+)?(?:[^.!?\\n]{0,24}?\\s)?(?<year>1[89]\\d\\d)(?!\\d|s\\b)',
    ),
    read: birthYear,
  },
  {
    hint: /\bat\s/,
    expression: expression(`(?<=\\bat\\s)(?<number>${number})(?=,? (?:${somebody}|(?:mrs?|ms)\\.? \\p{L}+)\\b)`),
    read: grownUp,
  },
  {
    hint: /\bat\s+(?:ninety|an?\s|one\s)/,
    expression: expression(
      `(?<=\\bat\\s)(?<number>(?:ninety|(?:an?|one) hundred)(?:[- ](?:and[- ])?(?:${units}))?)(?=[.,!;]|\\s*$)`,
    ),
    read: years,
  },
  {
    hint: beingHint,
    expression: expression(
      `(?<=\\b(?:${somebody}(?:'s| is| was)|i'm|i am)(?: now| just| only| almost| nearly)?\\s+)(?<number>${number})(?=[.!?;](?:\\s|$)|,\\s|\\s+(?:and|now|today|but|with|when)\\b|\\s*$)`,
    ),
    read: years,
  },
  // `Jane Roe, 97,` and `Jane Roe (97)`.
  {
    hint: /[,(]\s?\d\d/,
    expression: /(?<=\p{Lu}[\p{L}'-]+(?:,\s|\s\())(?<number>1[01]\d|[1-9]\d)(?=[,;)]\s?(?!\d))/gu,
    read: afterName,
  },
  // `Our choir's alto is 101. She forgets lunch`.
  {
    hint: /(?:is|was|'s) (?:9|1[01])\d/,
    expression:
      /(?<=\p{Ll}(?:'s| is| was| just turned)\s)(?<number>9\d|1[01]\d)(?=[.,;!]\s(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Aa]nd (?:s?he|still))\b)/gu,
    read: years,
  },
  // `Gramps is 91, had his cataract done`, `our oldest member is 98, has a pacemaker`.
  {
    hint: /(?:is|was|'s|turned) (?:9|1[01])\d/,
    expression:
      /(?<=(?:\p{Lu}\p{Ll}+|\b[Oo]ur (?:[\p{Ll}-]+ ){0,3}\p{Ll}+)(?:'s| is| was| just turned| turned)\s)(?<number>9\d|1[01]\d)(?=[.!]?$|[,;]\s(?:has|had|still|and|she|he|lives|walks|got|a|our|with|but|beat|who)\b|\s(?:and|years young|today)\b)/gu,
    read: years,
  },
  {
    hint: /años|cumpl/,
    expression: expression(
      `(?<!\\b(?:hace|por|más de|mayores de|menores de|desde hace|durante|ages?)\\s)(?:(?<=\\bcumpl(?:e|ió|irá|iendo|imos)\\s)(?<word>1[01]\\d|[1-9]\\d?)(?:\\s+años)?(?!\\s*(?:meses|semanas|días|de servicio))|(?<![\\p{L}\\d])(?<number>1[01]\\d|[1-9]\\d?)\\s+años(?!\\s+(?:de\\s+(?:servicio|experiencia|historia|servir|trabajo|carrera|investigación)|o\\s+más|en\\s|sin\\s|sirviendo|después|atrás|cuidando|de\\s+matrimonio)))`,
    ),
    read: ({ groups }) => inYears(numberOf((groups!.word ?? groups!.number)!)),
  },
  // `The shortstop, 11, was`: an age set off after a noun.
  {
    hint: /, \d\d?,/,
    expression:
      /(?<=\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Hh]er|[Hh]is|[Mm]y)\s(?:\p{Ll}+[\s-]){0,3}\p{Ll}{3,},\s)(?<number>1[01]\d|[1-9]\d?)(?=,\s(?:was|is|had|has|who|came|went|got|and|lost|made|now|walked|survived|of|from|told|fell|woke|needed)\b)/gu,
    read: years,
  },
  // `male, 44`, `44, female`.
  {
    hint: /male/,
    expression:
      /(?<=\b(?:[Ff]e)?[Mm]ale,?\s)(?<number>1[01]\d|[1-9]\d?)(?=[,.;:)]|\s(?:with|w\/|in|from)\b)|(?<![\p{L}\d$.-])(?<number2>1[01]\d|[1-9]\d?)(?=,?\s(?:fe)?male\b(?!s))/gu,
    read: ({ groups }) => inYears(numberOf((groups!.number ?? groups!.number2)!)),
  },
  // Clinicians' short form; `$97M` and `98F` in a fever are none.
  {
    hint: /\d\s?y?[mf]\b/,
    expression: new RegExp(
      `${start}(?<number>1[01]\\d|[1-9]\\d?)\\s?(?:M|F|yM|yF)(?=\\s(?:with|w/|presents|presented|presenting|c/o|s/p|hx|h/o|here|who|came|from|in|on|admitted|found|pt|patient)|[,;:/](?!\\d)|\\s?$)`,
      'gmu',
    ),
    read: shortForm,
  },
]
/** The ages in a normalised text, in order, none overlapping another, without those over 89 that are nobody's; `today` (`YYYY-MM-DD`) tells what a birth year comes to. */
export function agesOf(text: string, today: string): readonly Age[] {
  const lower = text.toLowerCase()
  const found: Age[] = []
  for (const { hint, expression, read } of patterns) {
    if (!hint.test(lower)) continue
    for (const match of text.matchAll(expression)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (found.some((other) => overlaps(other.span, span))) continue
      const age = read(match, today)
      if (age && !(age.over89 && isNobodys(text, span))) found.push({ span, ...age })
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

const inYears = (count: number) => ({ years: count, unit: 'years' as const, over89: count >= 90 })

/** `at 7, she` is more often the time. */
function grownUp(match: RegExpExecArray): Omit<Age, 'span'> | undefined {
  return numberOf(match.groups!.number!) < 13 ? undefined : years(match)
}

function inUnit({ groups, 0: found }: RegExpExecArray): Omit<Age, 'span'> {
  const unit = groups?.unit?.toLowerCase() ?? (/^h/i.test(found) ? 'hour' : 'day')
  return { unit: `${unit}s` as Age['unit'], over89: false }
}

function birthday({ groups }: RegExpExecArray): Omit<Age, 'span'> {
  return groups!.number ? inYears(Number(groups!.number)) : { unit: 'years', over89: true }
}

function decade({ groups }: RegExpExecArray): Omit<Age, 'span'> {
  const first = groups!.figures
    ? Number(groups!.figures)
    : (lexicon.decades as Record<string, number>)[groups!.decade!.toLowerCase()]!
  return { unit: 'years', over89: first >= 90 }
}

/** A birth year tells only an age that must not be told; beyond 120 years it is history. */
function birthYear({ groups }: RegExpExecArray, today: string): Omit<Age, 'span'> | undefined {
  const age = Number.parseInt(today, 10) - Number(groups!.year)
  return age >= 90 && age <= 120 ? inYears(age) : undefined
}

/** `March 14, 97`, `Suite B, 90,` and `Begay (119)` of a count are no ages. */
function afterName(match: RegExpExecArray): Omit<Age, 'span'> | undefined {
  const word =
    /\p{Lu}[\p{L}'-]+(?=[,\s(]+$)/u.exec(match.input.slice(Math.max(0, match.index - 80), match.index))?.[0] ?? ''
  const isOther =
    /^(?:Suite|Room|Unit|Floor|Page|Pages|Chapter|Section|Step|Figure|Table|Part|Box|Apt|Ward|Bed|Route|Highway|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]{2,})/u.test(
      word,
    )
  const isCount = match.groups!.number!.length > 2 && match.input[match.index - 1] === '('
  return isOther || isCount ? undefined : years(match)
}

function shortForm(match: RegExpExecArray): Omit<Age, 'span'> | undefined {
  const before = match.input.slice(Math.max(0, match.index - 24), match.index)
  return /(?:raised?|temp\w*|fever|worth|of|over|reached|size)\W+(?:of |to |about )?$/i.test(before)
    ? undefined
    : years(match)
}

/** A number in figures or words. */
function numberOf(text: string): number {
  const lower = text.toLowerCase()
  if (/^\d/.test(lower)) return Number.parseInt(lower, 10)
  return lower.split(/[\s-]+/).reduce((sum, word, index) => {
    if (word === 'hundred') return 100
    if (index === 0 && (word === 'a' || word === 'an' || lower.startsWith('one hundred'))) return 0
    const unit = lexicon.units.indexOf(word)
    return sum + Math.max(unit, (lexicon.tens as Record<string, number>)[word] ?? 0, 0)
  }, 0)
}
