import type { Span } from '../source.js'
import type { Description } from './describe-post.js'
import { type Fields, kindOf, platformName, platforms, wordsOf } from './fields.js'
import type { Entry, Region, Value } from './post.js'

/** A post before it is described: what it says of itself and which stretch of the file is its own. */
export interface PostSeed {
  /** Comments and whatever else no field holds belong to the post that begins last before them. */
  readonly start: number
  readonly fields: Fields
  /** The entries of which this post has the regions and the problems: its own, the first one's the shared ones too. */
  readonly own: readonly Entry[]
  readonly regions: readonly Region[]
  readonly span: Span
  readonly part?: number
  /** What stands elsewhere than in the fields: a heading's platform, a picture in the text. */
  readonly described?: Partial<Description>
}

/** Other tools' keys and the fields they stand for. */
export type FieldNames = Readonly<Record<string, string>>

/** The entries of a mapping under our names. A field that is there is not replaced; what else would be posted under its name keeps its own and is read as that field all the same. */
export function named(entries: Fields | undefined, names: FieldNames): Fields {
  const fields = new Map(entries)
  for (const [key, entry] of entries ?? []) {
    const field = Object.hasOwn(names, key) ? names[key] : undefined
    if (field === undefined) continue
    const isThere = fields.has(field)
    if (isThere && kindOf([field]) !== 'live') continue
    if (!isThere) fields.delete(key)
    fields.set(isThere ? key : field, { ...entry, key: field })
  }
  return fields
}

/** A mapping or text of a YAML file that is a post, with the defaults that the file gives it. */
export interface YamlPost {
  readonly value: Value
  readonly own: Fields
  readonly defaults: Fields
}

const marks = ['text', 'variants', 'slides', 'first_comment', 'medlint']

/** The posts of a YAML document: one mapping, a list of posts, or `posts:` with defaults beside it. */
export function postsIn(root: Value, names: FieldNames): readonly YamlPost[] {
  if (root.items)
    return listed(
      root.items.filter((item) => item.entries),
      none,
      names,
    )
  const fields = named(root.entries, names)
  const posts = fields.get('posts')?.value
  if (!posts?.items) return isPost(fields) ? [{ value: root, own: fields, defaults: none }] : []
  const defaults = new Map(fields)
  defaults.delete('posts')
  const items = posts.items.filter((item) => item.entries || item.scalar)
  return items.some((item) => item.scalar) ? itemsOf(items, defaults, names) : listed(items, defaults, names)
}

const none: Fields = new Map()

/** A list of mappings holds posts if one of them is a post; then the others are taken for posts as well. */
function listed(items: readonly Value[], defaults: Fields, names: FieldNames): readonly YamlPost[] {
  const posts = itemsOf(items, defaults, names)
  return posts.some((post) => isPost(post.own) || isPost(defaults)) ? posts : []
}

function itemsOf(items: readonly Value[], defaults: Fields, names: FieldNames): readonly YamlPost[] {
  return items.map((value) => ({ value, own: value.entries ? named(value.entries, names) : textOnly(value), defaults }))
}

function textOnly(value: Value): Fields {
  const keySpan = { start: value.span.start, end: value.span.start }
  return new Map([['text', { key: 'text', keySpan, value }]])
}

/** Other tools' files may have a `platform` too, but not one of ours. */
function isPost(fields: Fields): boolean {
  if (marks.some((key) => fields.has(key)) || (fields.has('media') && fields.has('hashtags'))) return true
  const named = ['platform', 'platforms'].flatMap((key) => wordsOf(fields.get(key)?.value))
  return named.some(({ word }) => platforms.includes(platformName(word)))
}
