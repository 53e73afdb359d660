import type { Span } from '../source.js'
import { kindOf } from './fields.js'
import type { Entry, Problem, Value } from './post.js'
import { extentEnd, lineStart, quoted, quoteText } from './quoting.js'
import type { YamlReading } from './yaml.js'

type Found = Omit<Problem, 'post'>

/** A tag that a writer meant as text; `# note` is a comment. */
const tag = /^#[\p{L}\p{N}_]/u
/** A key that was taken out: `#title: ...`. */
const commentedKey = /^#\s*[\w-]+:(\s|$)/

/**
 * Text fields of which YAML, without objecting, makes something else than the text that was meant: a comment, an alias, an anchor, a tag, a list, a
 * mapping, an earlier entry of the same key.
 */
export class SwallowedText {
  readonly #file: string
  readonly #reading: YamlReading
  readonly #seen = new Set<number>()
  #found: Found[] = []

  constructor(file: string, reading: YamlReading) {
    this.#file = file
    this.#reading = reading
  }

  /** What is lost in a post's entries; an entry that several posts share is reported once. */
  in(entries: Iterable<Entry>): readonly Found[] {
    this.#found = []
    for (const entry of entries) this.#entry(entry, [entry.key])
    return this.#found
  }

  #entry({ keySpan, value }: Entry, path: readonly string[]): void {
    if (['record', 'unknown'].includes(kindOf(path)) || this.#seen.has(keySpan.start)) return
    this.#seen.add(keySpan.start)
    const colon = /[ \t]*:[ \t]*/y
    colon.lastIndex = keySpan.end
    if (!colon.test(this.#file)) return
    const column = keySpan.start - lineStart(this.#file, keySpan.start)
    const isBelow = /[\r\n]/.test(this.#file[colon.lastIndex] ?? '')
    // Below its key a value has a line of its own; where there is none, the next line is another key's.
    if (isBelow && value.isNull) return
    this.#value(value, path, isBelow ? value.span.start : colon.lastIndex, column)
  }

  #value(value: Value, path: readonly string[], start: number, column: number): void {
    const syntax = value.region?.syntax.kind === 'yaml' ? value.region.syntax : undefined
    if (value.items || value.entries) this.#collection(value, path, start, column)
    else if (syntax?.style === 'literal' || syntax?.style === 'folded') this.#fallenOut(value, syntax.indent)
    else if (syntax?.inFlow) this.#properties(value, value.span)
    else this.#flowScalar(value, start, column)
  }

  /** A plain or quoted scalar, or none, in a block collection. */
  #flowScalar(value: Value, start: number, column: number): void {
    const span = { start, end: extentEnd(this.#file, start, column) }
    const comment = this.#commentIn(span)
    if (!comment) this.#properties(value, span)
    else if (value.isPlain)
      this.#report(comment, 'a comment', { span, text: quoted(this.#file.slice(start, span.end)) })
    else this.#afterQuotes(value, comment, span)
  }

  #properties(value: Value, span: Span): void {
    const detail = this.#slipOf(value)
    // Within a flow collection the stretch of an anchor or tag is not known.
    const edit = value.region && (span !== value.span || !/anchor|tag/.test(detail ?? ''))
    if (detail)
      this.#report(span, detail, edit ? { span, text: quoted(this.#file.slice(span.start, span.end)) } : undefined)
  }

  #slipOf(value: Value): string | undefined {
    if (!value.isPlain) return undefined
    const { isMissingAlias, anchor, isAnchorUsed, tag } = this.#reading.properties.get(value) ?? {}
    if (isMissingAlias) return 'an alias'
    if (anchor !== undefined && !isAnchorUsed) return 'an anchor'
    if (tag?.startsWith('!')) return 'a tag'
    return /^[@`%]/.test(value.scalar ?? '') ? 'a reserved character' : undefined
  }

  #collection(value: Value, path: readonly string[], start: number, column: number): void {
    const entries = [...(value.entries?.values() ?? [])]
    if (expectsText(path, value)) {
      const mends = /[[{]/.test(this.#file[start] ?? '') || entries.length === 1
      const span = { start, end: extentEnd(this.#file, start, column) }
      const edit = { span, text: quoted(this.#file.slice(start, span.end)) }
      this.#report(span, value.items ? 'a list' : 'a mapping', mends ? edit : undefined)
      return
    }
    for (const entry of entries) this.#entry(entry, [...path, entry.key])
    value.items?.forEach((item, index) => {
      this.#item(item, [...path, String(index)])
    })
  }

  #item(value: Value, path: readonly string[]): void {
    if (this.#seen.has(value.span.start) || ['record', 'unknown'].includes(kindOf(path))) return
    this.#seen.add(value.span.start)
    const line = lineStart(this.#file, value.span.start)
    const dashes = /^[ \t]*(?:- +|-(?=[\r\n]|$))+/.exec(this.#file.slice(line, line + 1000))?.[0]
    if (value.entries) for (const entry of value.entries.values()) this.#entry(entry, [...path, entry.key])
    else if (dashes) this.#value(value, path, line + dashes.length, dashes.lastIndexOf('-'))
    else this.#properties(value, value.span)
  }

  /** Text after the closing quote: `"Great day" #TeamJane`. */
  #afterQuotes(value: Value, comment: Span, span: Span): void {
    const rest = this.#file.slice(value.span.end, span.end)
    const text = /[\r\n]/.test(this.#file.slice(span.start, span.end)) ? undefined : quoteText(value.scalar! + rest)
    this.#report(comment, 'a comment', text === undefined ? undefined : { span, text })
  }

  /** Lines below a block scalar that begin with a tag but lack its indentation. */
  #fallenOut(value: Value, indent: number): void {
    let end = value.span.end
    let text = ''
    for (;;) {
      const line = /[ \t]*(#[^\n]*(?:\n|$))/y
      line.lastIndex = end
      const words = line.exec(this.#file)?.[1]
      if (!words || (text === '' && !tag.test(words)) || commentedKey.test(words)) break
      text += ' '.repeat(indent) + words
      end = line.lastIndex
    }
    const span = { start: value.span.end, end }
    if (text !== '') this.#report(span, 'a comment', { span, text })
  }

  #commentIn(span: Span): Span | undefined {
    const { comments } = this.#reading
    let low = 0
    let high = comments.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (comments[middle]!.start < span.start) low = middle + 1
      else high = middle
    }
    for (let at = low; at < comments.length && comments[at]!.start < span.end; at++)
      if (tag.test(this.#file.slice(comments[at]!.start, comments[at]!.end))) return comments[at]
    return undefined
  }

  #report(span: Span, detail: string, edit?: { span: Span; text: string }): void {
    this.#found.push(swallowed(span, detail, edit))
  }
}

/** The problem of text that YAML takes for something else. */
export function swallowed(span: Span, detail: string, edit?: { span: Span; text: string }): Found {
  const mend = edit && { ...edit, description: 'Quote the text', safe: true }
  return { kind: 'swallowed-text', span, data: { detail }, ...(mend && { edit: mend }) }
}

/** Whether a list or mapping stands where only text is posted. */
function expectsText(path: readonly string[], value: Value): boolean {
  if (path.length === 1) return ['text', 'title', 'first_comment', 'location'].includes(path[0]!)
  if (path[0] === 'variants') return path.length > 2 ? path[2] === 'text' : value.items !== undefined
  return ['alt', 'text', 'spoken'].includes(path.at(-1)!) && ['media', 'slides'].includes(path[0]!)
}
