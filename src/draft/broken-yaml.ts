import type { Span } from '../source.js'
import { platforms } from './fields.js'
import type { Problem } from './post.js'
import { extentEnd, quoted } from './quoting.js'
import { swallowed } from './swallowed.js'
import { edited } from './text-edit.js'
import { readYaml } from './yaml.js'

type Found = Omit<Problem, 'post'>

/** Fields that are text; the platforms are keys of `variants`. */
const textKeys: ReadonlySet<string> = new Set([
  ...['text', 'title', 'first_comment', 'alt', 'spoken', 'location', 'in_reply_to', 'repost_of'],
  ...platforms,
])
/** Lines that begin a field, list dashes before it included. */
const textLine = /^([ \t]*(?:- +)*)["']?([a-z_]+)["']?[ \t]*:(?=[ \t\r]|$)[ \t]*/
/** Starts and parts of a plain value that YAML does not take for text. */
const suspicious = /^[@`%&*!|>[{"'?-]|: |:$|[ \t]#/
const listFields: ReadonlySet<string> = new Set(['hashtags', 'links', 'tagged'])

/**
 * The text fields that break a stretch of YAML, each with the edit that quotes it; none if the stretch cannot be read with all of them mended.
 */
export function mendBroken(file: string, span: Span): readonly Found[] {
  const found = [...slips(file, span)]
  if (found.length === 0) return []
  const shifted = found.map(({ edit }) => {
    const { start, end } = edit!.span
    return { span: { start: start - span.start, end: end - span.start }, text: edit!.text }
  })
  const mended = edited(file.slice(span.start, span.end), shifted)
  const { faults } = readYaml(mended, { start: 0, end: mended.length })
  return faults.some(({ isFatal }) => isFatal) ? [] : found
}

function* slips(file: string, span: Span): Generator<Found> {
  for (let at = span.start; at < span.end; ) {
    const lineEnd = file.indexOf('\n', at)
    const next = lineEnd < 0 || lineEnd >= span.end ? span.end : lineEnd + 1
    const [head, lead = '', key = ''] = textLine.exec(file.slice(at, next)) ?? []
    if (head === undefined) {
      at = next
      continue
    }
    const value = valueAt(file, at + head.length, lead.length, span.end)
    const slip = slipIn(file, value, lead.length, key)
    if (slip) yield slip
    at = Math.max(next, slip?.edit?.span.end ?? value.end)
    if (at > next && file[at - 1] !== '\n') at = nextLine(file, at, span.end)
  }
}

function nextLine(file: string, at: number, end: number): number {
  const lineEnd = file.indexOf('\n', at)
  return lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1
}

/** A value's stretch; it may begin on the line below its key. */
function valueAt(file: string, start: number, column: number, limit: number): Span {
  const end = Math.min(limit, extentEnd(file, start, column))
  if (!/[\r\n]/.test(file[start] ?? '')) return { start, end: Math.max(start, end) }
  const below = start + (/^\s*/.exec(file.slice(start, end))?.[0].length ?? 0)
  return { start: below, end: Math.max(below, end) }
}

function slipIn(file: string, value: Span, column: number, key: string): Found | undefined {
  const source = file.slice(value.start, value.end)
  if (/^[|>][-+0-9]*[ \t]*(\r?\n|$)/.test(source)) return blockSlip(file, value, column)
  if (!suspicious.test(source) || readsAsMeant(source, column, key)) return undefined
  // Under other keys a mapping or list is more likely than text.
  if (!isTextKey(key) && !listFields.has(key) && /^[[{"']|\n/.test(source)) return undefined
  const text = listFields.has(key) && source.startsWith('[') ? quotedItems(source) : quoted(source)
  return text === undefined ? undefined : swallowed(value, kindOfSlip(source), { span: value, text })
}

const isTextKey = (key: string): boolean => textKeys.has(key)

function readsAsMeant(source: string, column: number, key: string): boolean {
  const head = `${' '.repeat(column)}k: `
  const { documents, faults } = readYaml(head + source, { start: 0, end: head.length + source.length })
  if (faults.some(({ isFatal }) => isFatal)) return false
  const value = documents[0]?.entries?.get('k')?.value
  return value?.scalar != null || listFields.has(key) || !isTextKey(key)
}

function kindOfSlip(source: string): string {
  const [first = ''] = source
  if (first === '*') return 'an alias'
  if (first === '&') return 'an anchor'
  if (first === '!') return 'a tag'
  if (first === '[' || first === '-') return 'a list'
  if (first === '"' || first === "'") return 'a quotation'
  if (first === '|' || first === '>') return 'a block'
  if ('@`%'.includes(first)) return 'a reserved character'
  return /: |:$/.test(source) ? 'a mapping' : 'a comment'
}

/** `[#ad, #sponsored]` with its items in quotes. */
function quotedItems(source: string): string | undefined {
  const inside = /^\[([^\][{}"'\n]*)\]$/.exec(source)?.[1]
  const items = inside?.split(',').map((item) => item.trim())
  return items && `[${items.map((item) => (/^\w+$/.test(item) ? item : quoted(item))).join(', ')}]`
}

/** Lines of a block scalar that stand too far left for it. */
function blockSlip(file: string, value: Span, column: number): Found | undefined {
  const start = nextLine(file, value.start, file.length)
  const indent = Math.max(column + 1, /^[ ]*/.exec(file.slice(start, value.end))?.[0].length || column + 2)
  let end = start
  let text = ''
  for (let at = start; at < file.length; ) {
    const next = nextLine(file, at, file.length)
    const line = file.slice(at, next)
    const own = line.length - line.trimStart().length
    if (own <= column && line.trim() !== '' && /^\s*(- |[\w-]+:(\s|$)|(---|\.\.\.)\s*$|# )/.test(line)) break
    text += own < indent && line.trim() !== '' ? ' '.repeat(indent) + line.trimStart() : line
    end = at = next
  }
  const span = { start, end }
  return text === file.slice(start, end) ? undefined : swallowed(span, 'broken indentation', { span, text })
}
