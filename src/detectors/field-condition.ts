import type { PostText } from '../text/post-text.js'

/** Draft fields and the values that are wanted, one of each; `*` is any value, an empty list no value. `organization` is the kind of publisher. */
export type Fields = Readonly<Record<string, readonly string[]>>

export const fieldsSchema = { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }

/** Whether a post's fields have the values wanted. */
export const fieldsHold = (post: PostText, wanted: Fields): boolean =>
  Object.entries(wanted).every(([field, values]) => {
    const given = field === 'organization' ? [post.facts.organization.kind ?? ''].filter(Boolean) : post.valuesOf(field)
    if (values.length === 0) return given.length === 0
    return given.some((value) => values.includes('*') || values.includes(value))
  })
