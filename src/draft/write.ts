import type { Edit } from '../diagnostic.js'
import type { Source, Span } from '../source.js'
import { escapeMarkdown } from './markdown.js'
import { isPlainChange } from './plain-change.js'
import type { Draft, Region } from './post.js'
import { lineStart } from './quoting.js'
import { type ReadOptions, readDraft } from './read.js'
import type { MappedText } from './source-map.js'
import { edited, type TextEdit } from './text-edit.js'
import { writeScalar } from './write-scalar.js'

export type { TextEdit }

/**
 * The edits of the file that make a region read as edited and leave every other region as it is. Undefined where there are none: then the file
 * must stay as it is. Give the options that the draft was read with.
 */
export function writeRegion(
  source: Source,
  region: Region,
  edits: readonly TextEdit[],
  options: ReadOptions = {},
): Edit[] | undefined {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const isClear = ordered.every(({ span }, index) => {
    const before = ordered[index - 1]
    return !before || (span.start >= before.span.end && span.start > before.span.start)
  })
  if (!isClear || ordered.some(({ span }) => span.start < 0 || span.end < span.start || span.end > region.text.length))
    return undefined
  if (region.syntax.kind === 'yaml') return writeScalar(source.text, region, region.syntax, ordered)
  return region.syntax.kind === 'markdown'
    ? writeMarkdown(source, region, ordered, options)
    : writeRaw(source.text, region, ordered)
}

function writeMarkdown(
  source: Source,
  region: Region,
  edits: readonly TextEdit[],
  options: ReadOptions,
): Edit[] | undefined {
  if (region.text === '') return undefined
  const written = edits.map(({ span, text }) =>
    replacePieces(source.text, region, span, text === '' ? '' : escapeMarkdown(text)),
  )
  if (written.some((part) => part === undefined)) return undefined
  const file = written.flatMap((part) => part!)
  const isPlain = file.length === edits.length && file.every(({ span, text }) => isPlainChange(source.text, span, text))
  if (isPlain) return file
  // Whether inserted text is syntax depends on all that stands around it.
  const text = edited(region.text, edits)
  const part = partWith(source, region)
  const readsRight = part
    ? readsAsMeant(part.source, part.region, text, shifted(file, -part.start), {})
    : readsAsMeant(source, region, text, file, options)
  return readsRight ? file : undefined
}

/** Files above this length are not read anew for each change. */
const longFile = 20_000

/** The lines of a long file that a post's text stands on, as a file of its own, if it reads the same there. */
function partWith({ text, path, named }: Source, region: Region) {
  if (text.length <= longFile) return undefined
  const { start: first, end: last } = region.map.toFile({ start: 0, end: region.text.length })
  // A post below a heading begins at the end of its line, and ends where the next heading's begins.
  const start = /[\r\n]/.test(text[first] ?? '') ? first : lineStart(text, first)
  const end = /[\r\n]/.test(text[last - 1] ?? '') ? last - 1 : text.indexOf('\n', last)
  if (last - start > text.length / 2) return undefined
  const source = { path, named, text: text.slice(start, end < 0 ? text.length : end + 1) }
  const same = readOnce(source, {}).posts[0]?.regions.find((other) => other.text === region.text)
  return same && { source, region: same, start }
}

const shifted = (edits: readonly Edit[], by: number): Edit[] =>
  edits.map(({ span, text }) => ({ span: { start: span.start + by, end: span.end + by }, text }))

const drafts = new WeakMap<Source, { readonly options: ReadOptions; readonly draft: Draft }>()

/** Reads a source that several changes are tried out on. */
function readOnce(source: Source, options: ReadOptions): Draft {
  const known = drafts.get(source)
  if (known?.options === options) return known.draft
  const draft = readDraft(source, options)
  drafts.set(source, { options, draft })
  return draft
}

/** Puts the text in the place of the first piece and takes away the others, so that the syntax between them stays. */
function replacePieces(source: string, { map }: MappedText, span: Span, text: string): Edit[] | undefined {
  if (span.end === span.start) return [{ span: insertionPoint(map, span.start), text }]
  const edits: Edit[] = []
  for (const piece of map.pieces) {
    const start = Math.max(piece.text, span.start)
    const end = Math.min(piece.text + piece.length, span.end)
    if (start >= end) continue
    if (!piece.verbatim && end - start < piece.length) return undefined
    const shift = piece.file.start - piece.text
    const file = withHardBreak(
      source,
      piece.verbatim ? { start: start + shift, end: end + shift } : piece.file,
      start === piece.text,
    )
    const last = edits.at(-1)
    if (last && last.span.end === file.start)
      edits[edits.length - 1] = { ...last, span: { ...last.span, end: file.end } }
    else edits.push({ span: file, text: edits.length === 0 ? text : '' })
  }
  return edits
}

/** A line break that goes takes the backslash along that made it a hard one. */
const withHardBreak = (source: string, { start, end }: Span, isFirst: boolean): Span =>
  isFirst && /^\\[\r\n]/.test(source.slice(start - 1, start + 1)) ? { start: start - 1, end } : { start, end }

/** Before the character at an offset, but rather behind the character before it, so that a line's end stays one. */
function insertionPoint(map: MappedText['map'], offset: number): Span {
  const at = offset > 0 ? map.toFile({ start: offset - 1, end: offset }).end : map.toFile({ start: 0, end: 0 }).start
  return { start: at, end: at }
}

/** Reads the file again: the one region has the text that is meant, all others have theirs. */
function readsAsMeant(source: Source, region: Region, text: string, edits: readonly Edit[], options: ReadOptions) {
  const before = readOnce(source, options)
  const after = readDraft({ ...source, text: edited(source.text, edits) }, options)
  const isRegion = (other: Region) => other.field === region.field && startOf(other) === startOf(region)
  const meant = texts(before, (other) => (isRegion(other) ? text : other.text))
  return meant.includes(text) && meant.join('\0') === texts(after, (other) => other.text).join('\0')
}

const startOf = ({ map }: Region): number => map.toFile({ start: 0, end: 0 }).start

const texts = ({ posts }: Draft, textOf: (region: Region) => string): readonly string[] =>
  posts.flatMap(({ regions }, index) =>
    regions.flatMap((region) => (textOf(region) === '' ? [] : [`${index} ${region.field}`, textOf(region)])),
  )

/** The text of a file that could not be read is the file; keys, comments and syntax are not edited. */
function writeRaw(file: string, region: Region, edits: readonly TextEdit[]): Edit[] | undefined {
  if (region.field !== 'raw' || region.text !== file) return undefined
  return edits.map(({ span, text }) => ({ span, text }))
}
