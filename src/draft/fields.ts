import type { Entry, RegionKind, Value } from './post.js'

/** What each field of a post is read for. `media` and `slides` depend on the key within. */
const kinds: Readonly<Record<string, RegionKind>> = {
  text: 'live',
  variants: 'live',
  title: 'live',
  hashtags: 'live',
  first_comment: 'live',
  links: 'visible',
  location: 'visible',
  tagged: 'visible',
  media: 'visible',
  slides: 'live',
  in_reply_to: 'quoted',
  repost_of: 'quoted',
  platform: 'record',
  platforms: 'record',
  type: 'record',
  audience: 'record',
  product: 'record',
  products: 'record',
  author: 'record',
  paid: 'record',
  sponsor: 'record',
  consideration: 'record',
  scheduled: 'record',
  published: 'record',
  consent: 'record',
  lang: 'record',
  approvals: 'record',
  material_id: 'record',
  evidence: 'record',
  platform_label: 'record',
  medlint: 'record',
}

const mediaKinds: Readonly<Record<string, RegionKind>> = {
  src: 'visible',
  alt: 'live',
  text: 'live',
  spoken: 'live',
  depicts: 'record',
  people: 'record',
  consent: 'record',
  stage: 'record',
  ai: 'record',
}

/** The keys a post may have. */
export const postKeys: readonly string[] = Object.keys(kinds)
/** The keys an item of `media` or `slides` may have. */
export const mediaKeys: readonly string[] = Object.keys(mediaKinds)

export const platforms: readonly string[] = [
  ...['instagram', 'x', 'facebook', 'linkedin', 'tiktok', 'threads', 'youtube', 'bluesky', 'google', 'yelp'],
  ...['nextdoor', 'pinterest', 'reddit', 'website', 'other'],
]

/** The fields that take one of a few words. */
export const vocabularies: Readonly<Record<string, readonly string[]>> = {
  platform: platforms,
  platforms,
  type: [
    ...['post', 'reply', 'comment', 'review-response', 'ad', 'thread', 'carousel', 'video-script', 'story', 'live'],
    ...['repost', 'job-ad', 'event', 'statement'],
  ],
  audience: ['consumer', 'hcp'],
  author: ['organization', 'employee', 'insider', 'agency', 'creator', 'patient'],
}

/** The keys of `media` and `slides` that take one of a few words. */
export const mediaVocabularies: Readonly<Record<string, readonly string[]>> = {
  depicts: ['patient', 'staff', 'stock', 'object'],
  stage: ['before', 'after'],
}

/** Other words for those, which are understood as well; whoever is hired to pose is not a patient, either. */
const alsoUnderstood: Readonly<Record<string, readonly string[]>> = {
  depicts: ['patients', 'objects', 'model', 'models', 'actor', 'actors'],
}

/** The words under a key of `media` that are understood, in lower case. */
export const mediaWords = (key: string, value: Value | undefined): readonly string[] =>
  wordsOf(value)
    .map(({ word }) => word.toLowerCase())
    .filter((word) => isMediaWord(key, word))

/** Whether a word in lower case is one that a key of `media` takes. */
export const isMediaWord = (key: string, word: string): boolean =>
  [...(mediaVocabularies[key] ?? []), ...(alsoUnderstood[key] ?? [])].includes(word)

/** What the scalar at a path is read for: `['media', '0', 'alt']` is live, a key that no field has is unknown. */
export function kindOf(path: readonly string[]): RegionKind {
  const [field = '', ...rest] = path
  if (field !== 'media' && field !== 'slides') return own(kinds, field) ?? 'unknown'
  const key = rest.find((part) => !/^\d+$/.test(part))
  return (key === undefined ? kinds[field] : own(mediaKinds, key)) ?? 'unknown'
}

// A draft may well have a key named `constructor`.
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

export type Fields = ReadonlyMap<string, Entry>

/** The field's text, if it is a scalar that says something. */
export function textOf(fields: Fields | undefined, key: string): string | undefined {
  return fields?.get(key)?.value.scalar?.trim() || undefined
}

/** The words of a field that takes one or several: a list, or one scalar with commas. */
export function wordsOf(value: Value | undefined): readonly { readonly word: string; readonly value: Value }[] {
  if (!value) return []
  if (value.items) return value.items.flatMap((item) => (item.items ? [] : wordsOf(item)))
  const words = value.scalar?.split(',') ?? []
  return words.flatMap((word) => (word.trim() ? [{ word: word.trim(), value }] : []))
}

/** Whether the field says yes: any words but `false`, `no`, `off`, `none`, `0`. */
export function isYes(value: Value | undefined): boolean {
  if (!value || value.isNull) return false
  if (value.scalar === undefined || value.scalar === null) return true
  return !/^\s*(false|no|off|none|0|n\/a)?\s*$/i.test(value.scalar)
}

/** A platform as the rules name it. */
export const platformName = (word: string): string => (/^twitter$/i.test(word) ? 'x' : word.toLowerCase())
