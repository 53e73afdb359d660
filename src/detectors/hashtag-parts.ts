import { data } from '../data.js'
import { SourceMap } from '../draft/source-map.js'
import type { Hashtag } from '../text/tags.js'
import { Text } from '../text/text.js'
import { statesOfTown } from '../text/towns.js'

const months =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/
const dayOfMonth = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/
const lifeWords =
  /^(?:born|birthday|bday|dob|survivor|surgery|admitted|discharged|discharge|transplant|transplanted|diagnosed|dos|died|heaven|angel|since|chemo|sober|arrived|gotcha)$/
const recordWords = /^(?:mrn|record|chart|patient|pt|case|encounter|account|id|specimen)$/

/** Whether a tag holds a full date (`#Born314`, `#March14`, `#DOB03142019`) or a record number (`#MRN0048213`). A year alone is neither. */
export function namesDate({ parts, name }: Hashtag): boolean {
  const words = parts.map(({ text }) => text.toLowerCase())
  const isAboutLife = words.some((word) => lifeWords.test(word))
  if (words.some((word, index) => recordWords.test(word) && /^\d{4,}$/.test(words[index + 1] ?? ''))) return true
  if (
    words.some(
      (word, index) =>
        months.test(word) && dayOfMonth.test(words[index + 1] ?? '') && !/^(?:for|4)$/.test(words[index + 2] ?? ''),
    )
  )
    return true
  if (/(?<!\d)(?:19|20)\d\d_?(?:0[1-9]|1[0-2])_?(?:0[1-9]|[12]\d|3[01])(?!\d)/.test(name)) return true
  return (
    words.some((word) => isDate(word, isAboutLife)) ||
    (isAboutLife && /(?<!\d)\d{1,2}_\d{1,2}(?:_\d{2,4})?(?!\d)/.test(name))
  )
}

/** Month and day in digits: always with a year, without one only beside a word of somebody's life. */
function isDate(digits: string, isAboutLife: boolean): boolean {
  if (!/^\d{3,8}$/.test(digits)) return false
  const isMonthAndDay = /^(?:0?[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
  if (digits.length === 8 || digits.length === 6)
    return new RegExp(`${isMonthAndDay.source}(?:(?:19|20)?\\d\\d)$`).test(digits)
  return (
    isAboutLife &&
    digits.length <= 4 &&
    !/^(?:19|20)\d\d$/.test(digits) &&
    new RegExp(`${isMonthAndDay.source}$`).test(digits)
  )
}

const roomOrBed = /^(?:room|rm|bed|bay|chair|unit)$/
const general =
  /^(?:awareness|month|week|day|walk|run|5k|society|association|foundation|research|support|group|alliance|network|center|clinic|strong|fund|gala|conference|summit|prevention|advocacy|advocate|community|coalition|chapter|care|cares|screening|education|services)$/

/** Whether a tag joins a condition or a unit with a town, or names a room or a bed. Awareness, events and organisations name places rightly. */
export function namesPlaceAndCondition({ parts }: Hashtag): boolean {
  const words = parts.map(({ text }) => text.toLowerCase())
  if (words.some((word, index) => roomOrBed.test(word) && /^\d{1,4}[a-z]?$/.test(words[index + 1] ?? '') && words.length === index + 2)) return true
  if (words.length < 2 || words.some((word) => general.test(word))) return false
  const text = new Text({ ...spoken(words.join(' ')), field: 'hashtags', kind: 'visible', syntax: { kind: 'raw' } })
  const ill = text.health
    .filter(({ meaning }) => ['condition', 'rare-condition', 'care-place', 'procedure'].includes(meaning.kind))
    .map(({ span }) => span)
  const units = words.filter((word) => /^(?:er|icu|nicu|picu|ed|or)$/.test(word)).length
  if (ill.length + units === 0) return false
  const rest =
    ill.length > 0
      ? text.text.slice(0, ill[0]!.start) + text.text.slice(ill[0]!.end)
      : words.filter((word) => !/^(?:er|icu|nicu|picu|ed|or)$/.test(word)).join(' ')
  return isTownName(rest.trim())
}

const spoken = (text: string) => ({ text, map: SourceMap.verbatim(0, text.length) })

const isTownName = (words: string) => words.length > 3 && !commonWords().has(words) && statesOfTown(words).length > 0

let common: ReadonlySet<string> | undefined
const commonWords = () =>
  (common ??= new Set(data<{ notTowns?: readonly string[] }>('lexicons/place-words').notTowns ?? []))
