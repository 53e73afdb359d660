import type { Edit } from '../diagnostic.js'
import type { Span } from '../source.js'
import { doubleQuoted, lineStart, quoteText } from './quoting.js'
import type { MappedText } from './source-map.js'
import { edited, type TextEdit } from './text-edit.js'
import { readYaml } from './yaml.js'
import type { YamlSyntax } from './yaml-lines.js'
import { readScalar } from './yaml-scalar.js'

/**
 * File edits that make a YAML scalar read as edited: of the characters concerned, if the scalar's style can hold the text, else of the whole scalar.
 * `edits` are in order; the region may be part of the scalar, as in a thread.
 */
export function writeScalar(
  file: string,
  region: MappedText,
  syntax: YamlSyntax,
  edits: readonly TextEdit[],
): Edit[] | undefined {
  const scalar = readScalar(file, syntax)
  const shift = offsetIn(scalar, region)
  if (shift === undefined) return undefined
  const shifted = edits.map(({ span, text }) => ({ span: { start: span.start + shift, end: span.end + shift }, text }))
  const meant = edited(scalar.text, shifted)
  for (const attempt of attempts(file, scalar, syntax, shifted, meant))
    if (readsAs(meant, file, syntax, attempt)) return attempt
  return undefined
}

/** Where in the scalar's text the region's text begins. */
function offsetIn(scalar: MappedText, region: MappedText): number | undefined {
  if (region.text === scalar.text) return 0
  const first = region.map.pieces[0]
  for (const piece of scalar.map.pieces) {
    if (!first || first.file.start < piece.file.start || first.file.start >= piece.file.end) continue
    const offset = piece.text + (piece.verbatim ? first.file.start - piece.file.start : 0)
    return scalar.text.startsWith(region.text, offset) ? offset : undefined
  }
  return undefined
}

function* attempts(
  file: string,
  scalar: MappedText,
  syntax: YamlSyntax,
  edits: readonly TextEdit[],
  meant: string,
): Generator<Edit[]> {
  const smallest = edits.map((edit) => inPlace(file, scalar, syntax, edit))
  const { span, style } = syntax
  const isBlock = isBlockStyle(syntax)
  // Words that YAML would take for a number or a truth value stay words.
  if (style === 'plain' && isTyped(meant)) yield [{ span, text: quoteText(meant) }]
  if (smallest.every((edit) => edit !== undefined)) yield smallest as Edit[]
  if (!isBlock) yield [{ span, text: quoteText(meant) }]
  if (!isBlock) yield [{ span, text: doubleQuoted(meant) }]
  if (!isBlock) return
  const eol = lineEnd(file)
  yield [{ span, text: literal(file, syntax, meant, eol) }]
  // A comment in the header would be lost.
  if (headerComment(file, span) === '')
    yield [{ span, text: doubleQuoted(meant) + (file[span.end - 1] === '\n' ? eol : '') }]
}

const isBlockStyle = ({ style }: YamlSyntax): boolean => style === 'literal' || style === 'folded'

/** What a plain scalar would be read as something else than text. */
const isTyped = (text: string): boolean =>
  /^(?:[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0[xo][\da-f]+|\d{4}-\d\d-\d\d|true|false|yes|no|on|off|null|~)$/i.test(
    text,
  )

const lineEnd = (file: string): string => (file.includes('\r\n') ? '\r\n' : '\n')

/** The edit of only the characters concerned; undefined where it cuts through an escape or a fold. */
function inPlace(file: string, { map }: MappedText, syntax: YamlSyntax, { span, text }: TextEdit): Edit | undefined {
  const pieces = map.pieces
  const cuts = (offset: number) =>
    pieces.some((piece) => !piece.verbatim && offset > piece.text && offset < piece.text + piece.length)
  if (pieces.length === 0 || cuts(span.start) || cuts(span.end)) return undefined
  const written = inStyle(text, syntax, lineEnd(file))
  if (span.end > span.start) return { span: map.toFile(span), text: written }
  const before = pieces.find((piece) => piece.text < span.start && span.start <= piece.text + piece.length)
  const at = before?.verbatim ? before.file.start + span.start - before.text : map.toFile(span).start
  return { span: { start: at, end: at }, text: written }
}

function inStyle(text: string, { style, indent }: YamlSyntax, eol: string): string {
  if (style === 'single') return text.replaceAll("'", "''")
  if (style === 'double') return doubleQuoted(text).slice(1, -1)
  return style === 'literal' ? text.replaceAll('\n', eol + ' '.repeat(indent)) : text
}

/** The text as a literal block at the indentation of the block that was there. */
function literal(file: string, { span, indent }: YamlSyntax, text: string, eol: string): string {
  const chomping = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-'
  const lines = text.replace(/\n$/, '').split('\n')
  const column = parentColumn(file, span)
  // A block without text has no indentation of its own.
  const pad = ' '.repeat(indent > column ? indent : column + 2)
  const header = `|${indicator(file, span)}${chomping}${headerComment(file, span)}`
  return [header, ...lines.map((line) => (line === '' ? '' : pad + line)), ''].join(eol)
}

/** The number in a block scalar's header. */
const indicator = (file: string, span: Span): string =>
  /^[|>][+-]?([1-9])/.exec(file.slice(span.start, span.start + 3))?.[1] ?? ''

/** The comment in a block scalar's header, with the blanks before it. */
const headerComment = (file: string, { start, end }: Span): string =>
  /^[|>][-+\d]{0,2}([ \t]+#[^\r\n]*)/.exec(file.slice(start, end))?.[1] ?? ''

/** The column of the key or dash that a block scalar belongs to. */
function parentColumn(file: string, { start }: Span): number {
  const line = file.slice(lineStart(file, start), start)
  const dashes = /^ *(?:[-?:] +)*/.exec(line)?.[0] ?? ''
  return dashes.length < line.length ? dashes.length : Math.max(0, dashes.trimEnd().length - 1)
}

/** Whether the edited scalar has the text that is meant, between neighbours such as it has in the file. */
function readsAs(meant: string, file: string, syntax: YamlSyntax, edits: readonly Edit[]): boolean {
  const { start, end } = syntax.span
  const inside = edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text }))
  const scalar = edited(file.slice(start, end), inside)
  // What follows a block scalar must stay on a line of its own.
  if (file[end - 1] === '\n' && !scalar.endsWith('\n')) return false
  const yaml = syntax.inFlow ? `k: [${scalar}, z]\n` : inBlock(file, syntax, scalar)
  const { documents, faults, comments, properties } = readYaml(yaml, { start: 0, end: yaml.length })
  const entries = documents[0]?.entries
  const [value, next] = syntax.inFlow
    ? (entries?.get('k')?.value.items ?? [])
    : [entries?.get('k')?.value, entries?.get('z')?.value]
  const isCommented = isBlockStyle(syntax) && headerComment(file, syntax.span) !== ''
  const isRead =
    documents.length === 1 && faults.length + properties.size === 0 && comments.length === (isCommented ? 1 : 0)
  const count = syntax.inFlow ? entries?.get('k')?.value.items?.length : entries?.size
  return isRead && count === 2 && value?.scalar === meant && next?.scalar === 'z'
}

/** The scalar in a mapping as deep as its own, with the blank lines below it, which a block scalar may take in. */
function inBlock(file: string, syntax: YamlSyntax, scalar: string): string {
  const { span, indent } = syntax
  const isBlock = isBlockStyle(syntax)
  const given = Number(indicator(file, span))
  const column = ' '.repeat(isBlock ? (given ? Math.max(0, indent - given) : parentColumn(file, span)) : 0)
  const rest = isBlock ? blankLines(file, span) : ''
  const isClosed = scalar.endsWith('\n') && isBlock
  return `${column}k: ${scalar}${isClosed ? '' : '\n'}${rest}${column}z: z\n`
}

function blankLines(file: string, { end }: Span): string {
  const blank = /(?:[ \t]*\r?\n)*/y
  blank.lastIndex = end
  return blank.exec(file)?.[0] ?? ''
}
