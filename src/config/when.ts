import { isDate } from '../draft/check-fields.js'
import { isYes, platformName, postKeys, vocabularies } from '../draft/fields.js'
import { UserError } from '../errors.js'
import { nearest } from '../schema.js'
import { notAState, stateCode } from './jurisdictions.js'
import { valuesOf, type When } from './preset.js'

/** What `when` may ask for beside the fields of a draft. */
const places = 'jurisdictions'
const firstDay = 'from'
const known = [...postKeys, places, firstDay]

/**
 * The `when` of an override as posts are asked: fields and values in the one spelling that they are compared in.
 *
 * @param place of a field in it, or of its key
 * @throws UserError for a field of ours that is misspelt and for a value that a field never has: the override would never hold, in silence. A team may ask for keys of its own.
 */
export function checkedWhen(
  when: When,
  place: (field: string, ofKey?: boolean) => string,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(valuesOf(when)).map(([field, values]) => {
      const hint = known.includes(field) ? '' : nearest(field, known)
      if (hint) throw new UserError(`no post has a field \`${field}\`.${hint}`, place(field, true))
      if (values.length === 0) throw new UserError(`\`when.${field}\` needs a value.`, place(field))
      return [field, values.map((value) => inForm(field, value, () => place(field)))]
    }),
  )
}

function inForm(field: string, value: string, place: () => string): string {
  if (field === places) return stateCode(value) ?? refuse(notAState(value), place())
  if (field === firstDay)
    return isDate(value)
      ? value.slice(0, 10)
      : refuse(`\`when.from\` is \`${value}\`, and no day such as 2027-05-11.`, place())
  if (field === 'paid') return String(yesOrNo(value) ?? refuse('`when.paid` should be true or false.', place()))
  const words = vocabularies[field]
  if (!words) return value
  const word = field.startsWith('platform') ? platformName(value) : value.toLowerCase()
  return words.includes(word)
    ? word
    : refuse(`\`when.${field}\` is \`${value}\`, which it never is.${nearest(value, words)}`, place())
}

const yesOrNo = (value: string): boolean | undefined =>
  /^(?:true|false|yes|no|on|off)$/i.test(value) ? isYes({ span: { start: 0, end: 0 }, scalar: value }) : undefined

function refuse(sentence: string, place: string): never {
  throw new UserError(sentence, place)
}
