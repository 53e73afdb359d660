import { overlaps, type Span } from '../source.js'
import { segment } from './segment.js'

/** A hashtag; its words are found on first use, since that takes a word list. */
export class Hashtag {
  readonly span: Span
  /** Without the hash sign, as written. */
  readonly name: string
  readonly #start: number
  #parts: readonly TagPart[] | undefined

  constructor(name: string, start: number, span: Span) {
    this.name = name
    this.span = span
    this.#start = start
  }

  /** The words inside: `#TeamLiamStrong` and `#teamliamstrong` have three. */
  get parts(): readonly TagPart[] {
    this.#parts ??= segment(this.name).map(({ start, end }) => ({
      text: this.name.slice(start, end),
      span: { start: this.#start + start, end: this.#start + end },
    }))
    return this.#parts
  }
}

/** A word inside a hashtag, as written. */
export interface TagPart {
  readonly text: string
  readonly span: Span
}

/** An account that the text names: `@maplewood_clinic`. */
export interface Mention {
  readonly span: Span
  /** Without the at sign, as written. */
  readonly handle: string
}

const hashtag = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{M}\p{N}_]{2,})/gu
const bareTag = /[\p{L}\p{M}\p{N}_]{2,}/gu
const mention = /(?<![\p{L}\p{N}_.@/])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)/gu
const bareHandle = /[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?/g
const clockTime = /^\d{1,2}(?:[.:]\d\d)?(?:[ap]m?)?$/i

/**
 * The hashtags of a normalised text, in order. Numbers alone (`#12`) are none on any platform, and a `#` in one of the `apart` spans (links) is not
 * one. In a field of hashtags (`isField`) the sign may be missing.
 */
export function hashtagsOf(text: string, apart: readonly Span[], isField = false): readonly Hashtag[] {
  const isBare = isField && !text.includes('#')
  if (!isBare && !text.includes('#')) return []
  return Array.from(text.matchAll(isBare ? bareTag : hashtag), ({ 0: found, 1: signed, index }) => {
    const name = signed ?? found
    return new Hashtag(name, index + found.length - name.length, { start: index, end: index + found.length })
  }).filter(({ name, span }) => /\p{L}/u.test(name) && !apart.some((other) => overlaps(other, span)))
}

/** The accounts named in a normalised text, in order; `apart` are its links and e-mail addresses. In a field of accounts the sign may be missing. */
export function mentionsOf(text: string, apart: readonly Span[], isField = false): readonly Mention[] {
  const isBare = isField && !text.includes('@')
  if (!isBare && !text.includes('@')) return []
  return Array.from(text.matchAll(isBare ? bareHandle : mention), ({ 0: found, 1: signed, index }) => ({
    span: { start: index, end: index + found.length },
    handle: signed ?? found,
  })).filter(({ handle, span }) => !clockTime.test(handle) && !apart.some((other) => overlaps(other, span)))
}
