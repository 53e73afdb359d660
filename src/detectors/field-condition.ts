import { wordsOf } from '../draft/fields.js'
import type { PostText } from '../text/post-text.js'

/**
 * Draft fields and the values that are wanted, one of each; `*` is any value, an empty list no value. `organization` is the kind of publisher;
 * `media.depicts`, `media.stage`, `media.ai` are those of the post's pictures.
 */
export type Fields = Readonly<Record<string, readonly string[]>>

export const fieldsSchema = { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }

/** Whether a post's fields have the values wanted. */
export const fieldsHold = (post: PostText, wanted: Fields): boolean =>
  Object.entries(wanted).every(([field, values]) => {
    const given = valuesOf(post, field)
    if (values.length === 0) return given.length === 0
    return given.some((value) => values.includes('*') || values.includes(value))
  })

function valuesOf(post: PostText, field: string): readonly string[] {
  if (field === 'organization') return post.facts.organization.kind ? [post.facts.organization.kind] : []
  const [list, key] = field.split('.')
  if (list !== 'media' || !key) return post.valuesOf(field)
  return post.post.media.flatMap((media) => ofMedia(media, key))
}

const ofMedia = ({ value }: PostText['post']['media'][number], key: string): readonly string[] =>
  wordsOf(value.entries?.get(key)?.value).map(({ word }) => word.toLowerCase())
