import type { Span } from '../source.js'
import { kindOf } from './fields.js'
import type { Entry, Region, RegionKind, Value } from './post.js'
import { SourceMap } from './source-map.js'
import { joinStretches } from './stretches.js'

/**
 * Makes the regions of the posts of one file from their entries, in source order. What an alias repeats is a live region of every post that
 * posts it, since each is judged by all it says; any other stretch belongs to the first post that has it.
 */
export class FieldRegions {
  readonly #file: string
  readonly #claimed = new Set<Value>()
  readonly #claimedKeys = new Set<number>()

  constructor(file: string) {
    this.#file = file
  }

  /** The regions of a post's own entries; the names of known keys are one region of the kind record. */
  of(entries: Iterable<Entry>): readonly Region[] {
    const post: PostRegions = { regions: [], keys: [], live: new Set() }
    for (const entry of entries) this.#entry(entry, [entry.key], post)
    const names = keysRegion(this.#file, post.keys)
    return names ? [...post.regions, names] : post.regions
  }

  #entry({ key, keySpan, value }: Entry, path: readonly string[], post: PostRegions): void {
    const isKnown = kindOf(path.slice(0, 1)) !== 'unknown'
    const isNew = keySpan.end > keySpan.start && !this.#claimedKeys.has(keySpan.start)
    if (isNew) this.#claimedKeys.add(keySpan.start)
    // Only the names that a field may have are sure to identify nobody.
    if (isNew && isKnown && /^[a-z_-]{1,20}$/.test(key)) post.keys.push(keySpan)
    else if (isNew) post.regions.push(rawRegion(this.#file, keySpan, 'key'))
    this.#value(value, path, post)
  }

  #value(value: Value, path: readonly string[], post: PostRegions): void {
    if (value.region) this.#scalar(value, path, post)
    value.items?.forEach((item, index) => {
      this.#value(item, [...path, String(index)], post)
    })
    for (const entry of value.entries?.values() ?? []) this.#entry(entry, [...path, entry.key], post)
  }

  #scalar(value: Value, path: readonly string[], post: PostRegions): void {
    const kind = kindOf(path)
    if (kind === 'live' ? post.live.has(value) : this.#claimed.has(value)) return
    this.#claimed.add(value)
    if (kind === 'live') post.live.add(value)
    const { region } = value
    post.regions.push({
      text: region!.text,
      kind,
      field: kind === 'unknown' ? 'other' : path.join('.'),
      syntax: region!.syntax,
      get map() {
        return region!.map
      },
    })
  }
}

interface PostRegions {
  readonly regions: Region[]
  readonly keys: Span[]
  readonly live: Set<Value>
}

/** A stretch of the file as it stands, for what is no field's value. */
export function rawRegion(file: string, span: Span, field: string, kind: RegionKind = 'unknown'): Region {
  const map = SourceMap.verbatim(span.start, span.end - span.start)
  return { text: file.slice(span.start, span.end), map, field, kind, syntax: { kind: 'raw' } }
}

/** Names of known keys, one a line. */
function keysRegion(file: string, spans: readonly Span[]): Region | undefined {
  if (spans.length === 0) return undefined
  return { ...joinStretches(file, spans), field: 'keys', kind: 'record', syntax: { kind: 'raw' } }
}
