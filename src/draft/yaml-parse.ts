import { Composer, CST, type Document, Lexer, Parser } from 'yaml'
import type { Span } from '../source.js'

/** Something the parser objects to. Where it is not fatal, the values can be read nevertheless. */
export interface Fault {
  readonly span: Span
  /** The parser's sentence without any text of the file. */
  readonly detail: string
  readonly isFatal: boolean
}

/** The documents of a stretch of YAML; none where it is nested too deep. */
export interface ParsedYaml {
  readonly documents: readonly Document.Parsed[]
  /** With their `#`. */
  readonly comments: readonly Span[]
  readonly faults: readonly Fault[]
}

/** Deeper nesting than any draft has; keeps the parser, which recurses, within its stack. */
const deepest = 100

/** Parses a stretch of a file. The places in the documents are those in the stretch, all others the file's. */
export function parseYaml(file: string, span: Span): ParsedYaml {
  const parser = new Parser()
  // Every scalar stays the text it is; the composer's own check of duplicate keys takes quadratic time.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true, prettyErrors: false })
  const documents: Document.Parsed[] = []
  const comments: Span[] = []
  let isText = false
  const compose = (token: CST.Token): void => {
    for (const document of composer.next(token)) documents.push(document as Document.Parsed)
  }
  for (const lexeme of new Lexer().lex(file.slice(span.start, span.end))) {
    const start = span.start + parser.offset
    if (!isText && lexeme.startsWith('#')) comments.push({ start, end: start + lexeme.length })
    isText = lexeme === CST.SCALAR
    for (const token of parser.next(lexeme)) compose(token)
    if (parser.stack.length > deepest)
      return {
        documents: [],
        comments,
        faults: [{ span: { start, end: start + 1 }, detail: 'Nested too deep', isFatal: true }],
      }
  }
  for (const token of parser.end()) compose(token)
  for (const document of composer.end(true, span.end - span.start)) documents.push(document as Document.Parsed)
  const errors = documents.flatMap((document) => document.errors)
  return { documents, comments, faults: errors.map((error) => faultOf(error, span)) }
}

/** Codes of errors beside which the values are what the writer sees. */
const harmless: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'TAG_RESOLVE_FAILED'])

function faultOf(error: { pos: [number, number]; message: string; code: string }, span: Span): Fault {
  const start = Math.min(span.start + error.pos[0], span.end)
  const end = Math.min(Math.max(start, span.start + error.pos[1]), span.end)
  return { span: { start, end }, detail: withoutText(error.message), isFatal: !harmless.has(error.code) }
}

/** The parser quotes the file after a colon, and bad escapes at the end. */
function withoutText(message: string): string {
  return message
    .replace(/(\S): [\s\S]*$/, '$1')
    .replace(/^(Invalid escape sequence|Unknown directive|Unsupported YAML version)\b[\s\S]*$/, '$1')
}
