import { isDate } from '../draft/check-fields.js'
import { UserError } from '../errors.js'
import { nearest } from '../schema.js'
import { isInitials, namesSomebody } from '../text/persons/same-name.js'
import type { Fields } from './registers.js'

/** An entry as it stands in the file, and where a key of it does. */
export interface Entry {
  readonly fields: Fields
  readonly place: (key?: string) => string
}

/** What is wrong with one record of a consent register, with its place; it counts all the same. */
export const faultsOf = (entry: Entry): UserError[] =>
  [wrongDay(entry) ?? misspelt(entry), named(entry)].filter((fault) => fault !== undefined)

/** Days are compared as they are written. */
function wrongDay({ fields, place }: Entry): UserError | undefined {
  const key = ['signed', 'expires', 'revoked'].find((name) => isWrongDay(name, fields[name]))
  return key === undefined
    ? undefined
    : new UserError(
        `\`${key}\` of \`${String(fields.id)}\` takes a day such as 2027-03-02, not \`${String(fields[key])}\`.`,
        place(key),
      )
}

/** `revoked: yes` gives no day, and is clear all the same. */
const isWrongDay = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  (name !== 'revoked' || /\d/.test(value)) &&
  !(/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(value) && isDate(value))

/** What an authorization may cover, as `covers` and `excludes` name it. */
const classes =
  'name first-name full-name photo video voice story condition treatment age dates location contact family testimonial handle'.split(
    ' ',
  )

/** A word that is nearly one of ours covers nothing, and nobody would see why. An organization's own words are left in peace. */
function misspelt({ fields, place }: Entry): UserError | undefined {
  for (const key of ['covers', 'excludes'])
    for (const word of itemsIn(key, fields[key])) {
      const near = classes.includes(word) ? '' : nearest(word, classes)
      if (near.includes('Did you mean'))
        return new UserError(`\`${key}\` of \`${String(fields.id)}\` holds \`${word}\`.${near}`, place(key))
    }
  return undefined
}

/** A register is passed around as drafts are, and holds ids, never names (DESIGN section 5). The name is not repeated. */
function named({ fields, place }: Entry): UserError | undefined {
  const key = itemsIn('subject', fields.subject).some((name) => !isInitials(name))
    ? 'subject'
    : typeof fields.subject_ref === 'string' && namesSomebody(fields.subject_ref)
      ? 'subject_ref'
      : undefined
  if (key === undefined) return undefined
  const remedy =
    key === 'subject'
      ? 'Write only initials such as `M.R.`, or a key of your own under `subject_ref`; it counts by its initials until then.'
      : 'Write a key of your own such as `S-0042`.'
  return new UserError(
    `\`${key}\` of \`${String(fields.id)}\` holds a name, and a register holds none. ${remedy}`,
    place(key),
  )
}

const lists: ReadonlySet<string> = new Set(['subject', 'recipients', 'purposes', 'covers', 'excludes', 'channels'])

/** Whether a field of a consent record holds several values. */
export const isList = (key: string): boolean => lists.has(key)

const known = new WeakMap<object, readonly string[]>()

/** The values of a list, in whatever way it is written. Lists that many records of a register share are read once. */
export function itemsIn(key: string, value: unknown): readonly string[] {
  const isKnown = typeof value === 'object' && value !== null
  const before = isKnown ? known.get(value) : undefined
  if (before) return before
  const items = [value ?? []].flat().flatMap((item) => itemsOf(key, item))
  const cased = inLowerCase.has(key) ? items.map((item) => item.toLowerCase()) : items
  if (isKnown) known.set(value, cased)
  return cased
}

/** What a class of information or a channel is called does not hang on its capitals. */
const inLowerCase: ReadonlySet<string> = new Set(['covers', 'excludes', 'channels'])

/** A name may hold a comma: `Roe, Jane`. */
export const itemsOf = (key: string, item: unknown): string[] =>
  String(item)
    .split(key === 'subject' ? /[;|]/ : /[,;|]/)
    .map((word) => word.trim())
    .filter(Boolean)
