/**
 * `text` as Markdown source that reads back as `text` in the middle of a paragraph. Escapes no more than it must, since people read the source:
 * `R&D`, `<65` and `take_care` stay.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[^\s]+/g, escapeWord)
    .replace(LINE_START, escapeLineStart)
    .replace(/((?:^|\r\n?|\n)[ \t]*(?:\r\n?|\n))(?= {0,3}\t| {4})([ \t])/g, keepIndent)
}

/** Marks that may find a mate anywhere; `_` between letters, which is captured, never does. */
const MARK = /(?<=[\p{L}\p{N}])(_+)(?=[\p{L}\p{N}])|[\\`*_~[\]]|&(?=#?[a-z\d]+;)|<(?=[a-z/!?])/giu
/** At the end of the text, what follows in the file might make an entity or a tag of these. */
const OPEN_END = /&(?=#?[a-z\d]*$)|<$/i
/** An address that is linked without brackets; in it nothing can be escaped, so that it is made no address. */
const ADDRESS = /:(?=\/\/)|@|(?<=www)\./gi

/** What begins a heading, a list or a quote, or underlines a heading. */
const LINE_START =
  /(^|[\r\n])([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|(?:-|=)(?=[-=]*[ \t]*(?:[\r\n]|$))|\d{1,9}(?=[.)](?:\s|$)))/g

function escapeWord(word: string, at: number, text: string): string {
  const isLast = at + word.length === text.length
  const inside = word.replace(MARK, (mark, between) => between ?? `\\${mark}`)
  const escaped = isLast ? inside.replace(OPEN_END, '\\$&') : inside
  return escaped === word ? word : escaped.replace(ADDRESS, '\\$&')
}

/** `1.` is escaped at its dot. */
function escapeLineStart(_: string, before: string, indent: string, mark: string): string {
  return /\d/.test(mark) ? `${before}${indent}${mark}\\` : `${before}${indent}\\${mark}`
}

/** An indented line after a blank one would be code. */
const keepIndent = (_: string, before: string, blank: string): string => `${before}&#${blank.charCodeAt(0)};`
