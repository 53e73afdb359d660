import type { Source, Span } from '../source.js'
import type { MappedText } from './source-map.js'

/**
 * What a stretch of text is for. Live: posted as it reads. Visible: seen beside the post (links, location, file names). Quoted: somebody else's words (`in_reply_to`).
 * Record: our own bookkeeping (consent, approvals). Unknown: comments, other tools' keys, the raw text of a broken file.
 */
export type RegionKind = 'live' | 'visible' | 'quoted' | 'record' | 'unknown'

/** How a region's text stands in the file: what must be known to write a change back. */
export type Syntax =
  | { readonly kind: 'markdown' }
  | {
      readonly kind: 'yaml'
      readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
      readonly span: Span
      readonly inFlow: boolean
      readonly indent: number
    }
  | { readonly kind: 'raw' }

/** A stretch of text that detectors read, with the way back to the file. */
export interface Region extends MappedText {
  /** Path of the field: `text`, `variants.x`, `title`, `hashtags.2`, `media.0.alt`, `comment`, `raw`. */
  readonly field: string
  readonly kind: RegionKind
  readonly syntax: Syntax
}

/** A YAML value with its place: a scalar, a list or a mapping. */
export interface Value {
  /** The value's own stretch of the file (an empty one after the key where YAML has null). */
  readonly span: Span
  /** A scalar as its source characters say (`0042`, `2026-03-02`, `yes`), escapes and folding resolved; null for a null or missing value. */
  readonly scalar?: string | null
  /** Plain `null`, `~` or nothing; a quoted "null" is a string. */
  readonly isNull?: boolean
  /** Written without quotes, so that YAML gives it a type: `true`, `42`, `2026-03-02`. */
  readonly isPlain?: boolean
  readonly items?: readonly Value[]
  readonly entries?: ReadonlyMap<string, Entry>
  /** The scalar's text with its map. */
  readonly region?: MappedText & { readonly syntax: Syntax }
}

export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Value
}

/** Something that keeps a draft from being read as meant. Rules with the detector `problem` give each kind its words. */
export interface Problem {
  /** `unreadable`, `swallowed-text`, `no-post`, `several-posts`, `unknown-key`, `unknown-value`, ... */
  readonly kind: string
  readonly span: Span
  /** The post it is about, from 0; -1 for the file as a whole. */
  readonly post: number
  /** What the rule's message may quote: `{detail}`, `{near}`. Never text that could identify somebody. */
  readonly data: Readonly<Record<string, string>>
  /** The file edit that mends it, if there is one. */
  readonly edit?: { readonly span: Span; readonly text: string; readonly description: string; readonly safe: boolean }
}

export interface Media {
  readonly value: Value
  readonly src?: string
  readonly alt?: string
  readonly depicts?: string
  readonly stage?: string
  readonly ai: boolean
  /** Ids of consent records that this file names. */
  readonly consent: readonly string[]
  /** `slides` carry text to be posted; `media` are pictures, videos, sound. */
  readonly isSlide: boolean
  /** The path of its fields: `media.0`, `slides.2`. */
  readonly path: string
}

export interface Post {
  readonly draft: Draft
  /** In source order, from 0. */
  readonly index: number
  /** Where the post starts: its text, else its first field. */
  readonly span: Span
  /** Front matter or mapping of the post, with the draft's defaults beneath. */
  readonly fields: ReadonlyMap<string, Entry>
  /** Everything that is read, in source order; each stretch of the file belongs to one post only. `text` and `variants` are among them. */
  readonly regions: readonly Region[]
  /** The part of a thread this is, from 0; undefined for a post that stands alone. */
  readonly part?: number

  readonly platforms: readonly string[]
  /** `post` unless the draft says otherwise. */
  readonly type: string
  readonly audience: string
  readonly author: string
  readonly products: readonly string[]
  readonly isPaid: boolean
  readonly sponsor?: string
  /** As written: a day, or a time with or without offset. */
  readonly scheduled?: string
  readonly inReplyTo?: string
  readonly repostOf?: string
  readonly lang?: string
  readonly media: readonly Media[]
}

export interface Draft {
  readonly source: Source
  readonly posts: readonly Post[]
  readonly problems: readonly Problem[]
}
