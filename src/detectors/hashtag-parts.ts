import { data } from '../data.js'
import { SourceMap } from '../draft/source-map.js'
import type { HealthKind } from '../text/health.js'
import type { Hashtag } from '../text/tags.js'
import { Text } from '../text/text.js'
import { statesOfTown } from '../text/towns.js'

type List = 'life' | 'record' | 'room' | 'shared' | 'units' | 'between' | 'general'

const lists = new Map<List, ReadonlySet<string>>()

function isA(list: List, word: string | undefined): boolean {
  const known = lists.get(list) ?? new Set(data<Record<List, string>>('lexicons/tag-parts')[list].split(/\s+/))
  lists.set(list, known)
  return word !== undefined && known.has(word)
}

const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
const dayOfMonth = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/
const monthAndDay = /^(?:0?[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const withYear = /^(?:0?[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)?\d\d$/
const yearFirst = /(?<!\d)(?:19|20)\d\d_?(?:0[1-9]|1[0-2])_?(?:0[1-9]|[12]\d|3[01])(?!\d)/
const apart = /(?<!\d)\d{1,2}_\d{1,2}(?:_\d{2,4})?(?!\d)/

/** Whether a tag holds a full date (`#Born314`, `#March14`, `#DOB03142019`) or a record number (`#MRN0048213`). A year alone is neither. */
export function namesDate({ parts, name }: Hashtag): boolean {
  const words = parts.map(({ text }) => text.toLowerCase())
  const isAboutLife = words.some((word) => isA('life', word))
  return (
    yearFirst.test(name) ||
    (isAboutLife && apart.test(name)) ||
    words.some(
      (word, index) => isRecord(word, words[index + 1]) || isMonthsDay(words, index) || isDate(word, isAboutLife),
    )
  )
}

const isRecord = (word: string, next = '') => isA('record', word) && /^\d{4,}$/.test(next)

/** Not #March4Babies. */
const isMonthsDay = (words: readonly string[], at: number) =>
  months.test(words[at]!) && dayOfMonth.test(words[at + 1] ?? '') && words[at + 2] !== 'for'

/** Month and day in digits: always with a year, without one only beside a word of somebody's life. */
function isDate(digits: string, isAboutLife: boolean): boolean {
  if (!/^(?:\d{3,4}|\d{6}|\d{8})$/.test(digits)) return false
  if (digits.length > 4) return withYear.test(digits)
  return isAboutLife && !/^(?:19|20)\d\d$/.test(digits) && monthAndDay.test(digits)
}

const kinds: ReadonlySet<HealthKind> = new Set(['condition', 'rare-condition', 'care-place', 'procedure'])

/** Whether a tag joins a condition or a unit with a town, or names a room or a bed. */
export function namesPlaceAndCondition({ parts }: Hashtag): boolean {
  const words = parts.map(({ text }) => text.toLowerCase())
  if (words.some((word, index) => isA('room', word) && isNumber(words[index + 1]) && !isA('shared', words[index + 2])))
    return true
  if (words.length < 2 || words.some((word) => isA('general', word))) return false
  const rest = withoutCondition(words)
  return rest !== undefined && isTown(rest.filter((word) => !isA('between', word)).join(' '))
}

const isNumber = (word = '') => /^\d{1,4}[a-z]?$/.test(word)
const isTown = (words: string) => words.length > 3 && statesOfTown(words).length > 0

/** The words beside the first condition or unit of care; undefined where there is none. */
function withoutCondition(words: readonly string[]): readonly string[] | undefined {
  const unit = words.findIndex((word) => isA('units', word))
  if (unit >= 0) return words.filter((_, index) => index !== unit)
  const spoken = words.join(' ')
  const map = SourceMap.verbatim(0, spoken.length)
  const text = new Text({ text: spoken, map, field: 'hashtags', kind: 'visible', syntax: { kind: 'raw' } })
  const found = text.health.find(({ meaning }) => kinds.has(meaning.kind))?.span
  return found && `${spoken.slice(0, found.start)} ${spoken.slice(found.end)}`.split(' ').filter(Boolean)
}
