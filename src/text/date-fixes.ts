import type { Age } from './ages.js'
import { type DateMention, general } from './dates.js'
import type { Text } from './text.js'

/** What a fix puts and where, as a match carries it; nothing where no wording is sure to read well. */
export interface GeneralWording {
  readonly data?: { readonly general: string }
  readonly fixSpan?: { readonly start: number; readonly end: number }
}

/** The date as its year, or left out with its preposition: `on March 3, 2024` is `in 2024`, `walked out yesterday.` is `walked out.`. */
export function dateFix(text: Text, date: DateMention): GeneralWording {
  const { start, end } = date.span
  const before = text.text.slice(Math.max(0, start - 80), start)
  const year = general(date)
  if (date.kind === 'labelled' || date.labelled) return year ? { data: { general: year } } : {}
  const lead =
    /(?:\b(?<preposition>on|in|at|over|during|by|since|until|from|after|before|around|of)\s+(?:the\s+)?)$/i.exec(before)
  const preposition = lead?.groups?.preposition?.toLowerCase()
  const from = start - (lead?.[0].length ?? 0)
  if (isOpening(text, from))
    return year && preposition ? { data: { general: `In ${year}` }, fixSpan: { start: from, end } } : {}
  if (year) return withYear(text, date, year, preposition, from)
  if (
    /^['’]s\b/.test(text.text.slice(end)) ||
    /\b(?:is|was|and|or|the|a|an|this|that)\s+$/i.test(text.text.slice(Math.max(0, from - 80), from))
  )
    return {}
  return {
    data: { general: '' },
    fixSpan: { start: from - (/\s$/.test(text.text.slice(Math.max(0, from - 80), from)) ? 1 : 0), end },
  }
}

function withYear(
  text: Text,
  { span: { start, end } }: DateMention,
  year: string,
  preposition: string | undefined,
  from: number,
): GeneralWording {
  if (preposition) {
    const kept = /^(?:on|in|at|over|during)$/.test(preposition) ? 'in' : preposition
    return { data: { general: `${kept} ${year}` }, fixSpan: { start: from, end } }
  }
  const followsVerb =
    /\p{Ll}\s$/u.test(text.text.slice(Math.max(0, start - 80), start)) &&
    !/\b(?:her|his|their|our|my|the|a|an|this|that|its|and|or|is|was)\s$/i.test(
      text.text.slice(Math.max(0, start - 80), start),
    )
  return { data: { general: followsVerb ? `in ${year}` : year } }
}

const isOpening = (text: Text, at: number) => text.sentenceAt(at).start >= at

/** An age of 90 or more as the group that Safe Harbor allows. */
export function ageFix(text: Text, { span }: Age): GeneralWording {
  const age = text.text.slice(span.start, span.end)
  const after = text.text.slice(span.end)
  if (/birthday$/i.test(age)) return { data: { general: 'birthday' } }
  if (/genarian|centenarian/i.test(age)) return { data: { general: 'person age 90 or older' } }
  if (/^turn(?:s|ed)\b/i.test(age)) return { data: { general: `${/ed\b/i.test(age) ? 'was' : 'is'} age 90 or older` } }
  const at = /^at /i.exec(age)?.[0]
  if (at) return { data: { general: `${at}age 90 or older` } }
  if (/^aged?\b/i.test(age) || (/old$/i.test(age) && !/^\s+\p{L}/u.test(after)) || /^in\b/i.test(age))
    return { data: { general: 'age 90 or older' } }
  if (/[- ]old$|yo$|y\/o$/i.test(age) && /^\s+\p{L}/u.test(after)) return { data: { general: '90-or-older' } }
  return /^\d+$/.test(age) ? { data: { general: 'age 90 or older' } } : {}
}
