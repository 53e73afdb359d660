import type { Span } from '../source.js'

/** Where a Markdown file's front matter and body are. `isOpen`: no line of `---` ends the front matter; the body is what looks like none. */
export interface Parts {
  readonly frontMatter?: Span
  readonly body: Span
  readonly isOpen?: boolean
}

/** Front matter stands between two lines of `---`, the first of them the file's first line. */
export function findFrontMatter(file: string, start: number): Parts {
  const opening = /---[ \t]*(?:\r?\n|$)/y
  opening.lastIndex = start
  if (!opening.test(file)) return { body: { start, end: file.length } }
  const from = opening.lastIndex
  const closing = /^---[ \t]*\r?(?:\n|$)/gm
  closing.lastIndex = from
  const end = closing.exec(file)
  if (end) return { frontMatter: { start: from, end: end.index }, body: { start: closing.lastIndex, end: file.length } }
  // Without a key below, the line is a thematic break.
  const isOpen = /^[\w-]+:(\s|$)/.test(file.slice(from, from + 200))
  return { body: { start: isOpen ? bodyStart(file, from) : start, end: file.length }, isOpen }
}

/** After a blank line, or before one that begins like no line of YAML. */
function bodyStart(file: string, from: number): number {
  const body = /(?<=\n)(?:[ \t]*\r?\n|(?![\w-]+:(?:\s|$)|[ \t#]|- ))/g
  body.lastIndex = from
  return body.exec(file) ? body.lastIndex : file.length
}
