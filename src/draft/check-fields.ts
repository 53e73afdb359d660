import { distance } from 'fastest-levenshtein'
import {
  isMediaWord,
  mediaKeys,
  mediaVocabularies,
  platformName,
  platforms,
  postKeys,
  vocabularies,
  wordsOf,
} from './fields.js'
import otherTools from './other-tools.json' with { type: 'json' }
import type { Entry, Problem, Value } from './post.js'

type Found = Omit<Problem, 'post'>

const leftInPeace: ReadonlySet<string> = new Set(otherTools)

/** Keys that are near misses of a field, and values that their field does not know. */
export function checkFields(entries: Iterable<Entry>): readonly Found[] {
  return [...entries].flatMap((entry) => [
    ...checkKey(entry, postKeys),
    ...checkMedia(entry),
    ...checkWords(entry),
    ...checkVariants(entry),
    ...checkDates(entry),
  ])
}

const nearKeys = new Map<readonly string[], Map<string, string | undefined>>()

/** The one of `words` that was probably meant. Short words are near to too many others. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  let near: string | undefined
  let least = most + 1
  for (const candidate of words) {
    const edits = candidate.length < 4 ? least : distance(word, candidate)
    if (edits < least) [near, least] = [candidate, edits]
  }
  return near
}

function nearestKey(key: string, keys: readonly string[]): string | undefined {
  const cache = nearKeys.get(keys) ?? new Map<string, string | undefined>()
  nearKeys.set(keys, cache)
  // A file may have any number of keys of its own.
  if (cache.size > 10_000) cache.clear()
  if (!cache.has(key)) cache.set(key, nearest(key.toLowerCase(), keys))
  return cache.get(key)
}

function checkKey({ key, keySpan }: Entry, keys: readonly string[]): readonly Found[] {
  if (keys.includes(key) || leftInPeace.has(key.toLowerCase())) return []
  const near = nearestKey(key, keys)
  if (!near) return []
  const edit = { span: keySpan, text: near, description: `Rename the key to ${near}`, safe: false }
  return [{ kind: 'unknown-key', span: keySpan, data: { near }, edit }]
}

function checkMedia({ key, value }: Entry): readonly Found[] {
  if (key !== 'media' && key !== 'slides') return []
  const items = value.items ?? [value]
  return items.flatMap((item) =>
    [...(item.entries?.values() ?? [])].flatMap((entry) => [...checkKey(entry, mediaKeys), ...checkMediaWords(entry)]),
  )
}

/** A picture of a `pateint` would be one of nobody's. */
function checkMediaWords({ key, value }: Entry): readonly Found[] {
  const words = Object.hasOwn(mediaVocabularies, key) ? mediaVocabularies[key]! : undefined
  if (!words) return []
  return wordsOf(value).flatMap(({ word, value: place }) =>
    isMediaWord(key, word.toLowerCase()) ? [] : [unknownWord(key, word, place, words)],
  )
}

function checkWords({ key, value }: Entry): readonly Found[] {
  const words = Object.hasOwn(vocabularies, key) ? vocabularies[key]! : undefined
  if (!words) return []
  return wordsOf(value).flatMap(({ word, value: place }) => {
    const name = words === platforms ? platformName(word) : word.toLowerCase()
    // Other tools keep a person's name under `author`.
    if (words.includes(name) || (key === 'author' && !/^[a-z-]+$/.test(word))) return []
    return [unknownWord(key, word, place, words)]
  })
}

function unknownWord(key: string, word: string, { span, scalar }: Value, words: readonly string[]): Found {
  const near = nearest(word.toLowerCase(), words)
  const data = { detail: key, allowed: words.join(', '), ...(near && { near }) }
  if (!near || scalar?.trim() !== word) return { kind: 'unknown-value', span, data }
  return {
    kind: 'unknown-value',
    span,
    data,
    edit: { span, text: near, description: `Change it to ${near}`, safe: false },
  }
}

function checkVariants({ key, value }: Entry): readonly Found[] {
  if (key !== 'variants') return []
  return [...(value.entries?.values() ?? [])].flatMap((entry) =>
    platforms.includes(platformName(entry.key))
      ? []
      : [{ kind: 'unknown-value', span: entry.keySpan, data: wordData('variants', entry.key) }],
  )
}

function wordData(detail: string, word: string): Readonly<Record<string, string>> {
  const near = nearest(word.toLowerCase(), platforms)
  return { detail, allowed: platforms.join(', '), ...(near && { near }) }
}

function checkDates({ key, value }: Entry): readonly Found[] {
  const fields = { scheduled: [value], published: datesOf(value), approvals: datesOf(value) }
  const dates = Object.hasOwn(fields, key) ? fields[key as keyof typeof fields] : []
  return dates.flatMap((date) =>
    date.isNull || (date.scalar != null && isDate(date.scalar.trim()))
      ? []
      : [
          {
            kind: 'unknown-value',
            span: date.span,
            data: { detail: key, allowed: 'YYYY-MM-DD, YYYY-MM-DD HH:MM, with or without offset' },
          },
        ],
  )
}

const datesOf = (value: Value): readonly Value[] =>
  (value.items ?? [value]).flatMap((item) => item.entries?.get('date')?.value ?? [])

/** A day, or a time with or without offset, that the calendar has. */
export function isDate(text: string): boolean {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ]+(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?$/.exec(text)
  if (!parts) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 61
}
