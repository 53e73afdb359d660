import { overlaps, type Span } from '../source.js'
import { absolutePatterns } from './absolute-dates.js'
import { withLabels } from './labelled-dates.js'
import { partialPatterns } from './partial-dates.js'
import { relativePatterns } from './relative-dates.js'

/** A mention of a date: what it says, as far as it says it. */
export interface DateMention extends DateFields {
  /** The date alone: no preposition, no label. */
  readonly span: Span
  /**
   * Full: day and month. Partial: month, season, quarter or holiday. Relative: a day or week that the day of posting gives away (yesterday,
   * a weekday, two days ago). Clock: a time of day. Labelled: follows `DOB` and the like. Year: a year alone.
   */
  readonly kind: 'full' | 'partial' | 'relative' | 'clock' | 'labelled' | 'year'
  /** From the label on to the date's end, for a labelled one. */
  readonly labelled?: Span
}

export interface DateFields {
  readonly day?: number
  /** 1 to 12. */
  readonly month?: number
  readonly year?: number
  /** In lower case: `tuesday`. */
  readonly weekday?: string
  /** Of what it is the date: `birth`, `service`, `admission`, `discharge`, `death`. */
  readonly label?: string
  /** In lower case, as written: `christmas eve`. */
  readonly holiday?: string
  /** Part of the name of an awareness month or of a greeting: `May is Mental Health Month`, `Happy Thanksgiving`. */
  readonly isObservance?: boolean
}

/** How one kind of date is written; `read` gives what a match says, or undefined if it is no date after all. */
export interface DatePattern {
  readonly kind: DateMention['kind']
  /** Must match the text in lower case for the expression to be tried. */
  readonly hint: RegExp
  /** Flags `giu`; a group named `date` is the date where the match holds more. */
  readonly expression: RegExp
  readonly read: (match: RegExpExecArray) => DateFields | undefined
}

const patterns: readonly DatePattern[] = [...absolutePatterns, ...partialPatterns, ...relativePatterns]
/** The dates in a normalised text, in order, none overlapping another or one of the `apart` spans (links). */
export function datesOf(text: string, apart: readonly Span[] = []): readonly DateMention[] {
  const found: DateMention[] = []
  for (const { kind, expression, read } of patternsFor(text)) {
    for (const match of text.matchAll(expression)) {
      const span = dateSpan(match)
      if (apart.some((other) => overlaps(other, span)) || found.some((other) => overlaps(other.span, span))) continue
      const fields = read(match)
      if (fields) found.push({ span, kind, ...fields, ...(isObserved(text, span) ? { isObservance: true } : {}) })
    }
  }
  return withLabels(text, found).sort((a, b) => a.span.start - b.span.start)
}

function patternsFor(text: string): readonly DatePattern[] {
  const lower = text.toLowerCase()
  const hinted = new Map<RegExp, boolean>()
  return patterns.filter(({ hint }) => {
    const known = hinted.get(hint) ?? hint.test(lower)
    hinted.set(hint, known)
    return known
  })
}

/** What the Safe Harbor of 45 CFR 164.514(b)(2)(i)(C) leaves of a date: its year, if it says one; else ''. */
export const general = (date: DateMention): string => (date.year === undefined ? '' : String(date.year))

function dateSpan(match: RegExpExecArray): Span {
  const date = match.groups?.date ?? match[0]
  const start = match.index + match[0].indexOf(date)
  return { start, end: start + date.length }
}

const greeting =
  /(?:happy|merry|blessed|joyous|joyful|safe|wonderful|celebrat(?:e|es|ing)|observ(?:e|es|ing)|honou?r(?:ing)?|national|world|international)\s+(?:and\s+\p{L}+\s+)?$/iu
const named =
  /^(?:\s+(?:is|marks|kicks off|brings|=)|\s*[:=-])\s[^.!?\n]{0,60}\b(?:awareness|month|week|day)\b|^\s+(?:is\s+)?(?:awareness|appreciation|heritage|prevention)\b/iu

const isObserved = (text: string, span: Span) =>
  greeting.test(text.slice(Math.max(0, span.start - 40), span.start)) || named.test(text.slice(span.end, span.end + 90))
