import { type Fields, isYes, mediaWords, platformName, textOf, vocabularies, wordsOf } from './fields.js'
import type { Media, Post, Value } from './post.js'

/** What a post's fields say of it. */
export type Description = Omit<Post, 'draft' | 'index' | 'span' | 'fields' | 'regions' | 'part'>

/** Reads the fields that every rule may ask for. Words that are not in a field's vocabulary fall back to its default. */
export function describePost(fields: Fields): Description {
  return {
    platforms: platformsOf(fields),
    type: wordOf(fields, 'type') ?? 'post',
    audience: wordOf(fields, 'audience') ?? 'consumer',
    author: wordOf(fields, 'author') ?? 'organization',
    products: ['product', 'products'].flatMap((key) => wordsOf(fields.get(key)?.value).map(({ word }) => word)),
    isPaid: isPaid(fields),
    sponsor: textOf(fields, 'sponsor'),
    scheduled: textOf(fields, 'scheduled'),
    inReplyTo: quotedText(fields.get('in_reply_to')?.value),
    repostOf: quotedText(fields.get('repost_of')?.value),
    lang: textOf(fields, 'lang'),
    media: [...mediaOf('media', fields.get('media')?.value), ...mediaOf('slides', fields.get('slides')?.value)],
  }
}

function wordOf(fields: Fields, key: string): string | undefined {
  const word = textOf(fields, key)?.toLowerCase()
  return word && vocabularies[key]!.includes(word) ? word : undefined
}

function platformsOf(fields: Fields): readonly string[] {
  const given = ['platform', 'platforms'].flatMap((key) => wordsOf(fields.get(key)?.value).map(({ word }) => word))
  const named = given.length > 0 ? given : [...(fields.get('variants')?.value.entries?.keys() ?? [])]
  return [...new Set(named.map(platformName))]
}

function isPaid(fields: Fields): boolean {
  const paid = fields.get('paid')?.value
  if (paid && !paid.isNull) return isYes(paid)
  return isYes(fields.get('sponsor')?.value) || isYes(fields.get('consideration')?.value)
}

/** Somebody else's words: a scalar, or the scalars of a record such as `{url, text}`. */
function quotedText(value: Value | undefined): string | undefined {
  if (!value) return undefined
  if (value.entries)
    return (
      quotedText(value.entries.get('text')?.value) ?? joined([...value.entries.values()].map((entry) => entry.value))
    )
  return value.items ? joined(value.items) : (value.scalar ?? undefined)
}

const joined = (values: readonly Value[]): string | undefined =>
  values.flatMap((value) => value.scalar ?? []).join('\n') || undefined

function mediaOf(field: 'media' | 'slides', value: Value | undefined): readonly Media[] {
  if (!value || value.isNull) return []
  if (!value.items) return [mediaItem(value, field, field === 'slides')]
  return value.items.flatMap((item, index) =>
    item.isNull ? [] : [mediaItem(item, `${field}.${index}`, field === 'slides')],
  )
}

function mediaItem(value: Value, path: string, isSlide: boolean): Media {
  const fields = value.entries
  const people = fields?.get('people')?.value
  return {
    value,
    path,
    isSlide,
    src: fields ? textOf(fields, 'src') : isSlide ? undefined : (value.scalar ?? undefined),
    alt: textOf(fields, 'alt'),
    depicts: depictsOf(mediaWords('depicts', fields?.get('depicts')?.value)),
    stage: mediaWords('stage', fields?.get('stage')?.value)[0],
    ai: isYes(fields?.get('ai')?.value),
    consent: [fields, ...(people?.items ?? (people ? [people] : [])).map((person) => person.entries)].flatMap(
      (record) => consentIds(record?.get('consent')?.value),
    ),
  }
}

/** A picture that shows a patient among others shows a patient. */
const depictsOf = (words: readonly string[]): string | undefined =>
  words.find((word) => word.startsWith('patient')) ?? words[0]

/** An id, a list of ids, or records with an `id`. */
function consentIds(value: Value | undefined): readonly string[] {
  if (!value) return []
  if (value.items) return value.items.flatMap(consentIds)
  const id = value.entries ? textOf(value.entries, 'id') : value.scalar
  return id ? [id] : []
}
