import {
  type Alias,
  Composer,
  CST,
  type Document,
  isAlias,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Span } from '../source.js'
import type { Entry, Value } from './post.js'
import { blockIndent, readScalar, type YamlSyntax } from './yaml-scalar.js'

/** What one stretch of YAML holds. All spans are the file's. */
export interface YamlReading {
  /** The root of each document, in order; a document that holds nothing is null. */
  readonly documents: readonly Value[]
  /** Comments, with their `#`. */
  readonly comments: readonly Span[]
  readonly faults: readonly Fault[]
  /** What stands before a value and is no part of its text. */
  readonly properties: ReadonlyMap<Value, Properties>
  /** Entries that a later entry of the same key replaces. */
  readonly replaced: readonly Entry[]
  /** Indentation indicators of block scalars: the `2` of `|2-`. */
  readonly digits: readonly Span[]
}

/** Something the parser objects to. Where it is not fatal, the values can be read nevertheless. */
export interface Fault {
  readonly span: Span
  /** The parser's sentence without any text of the file. */
  readonly detail: string
  readonly isFatal: boolean
}

/** An anchor, a tag, or an alias without anchor, each a possible slip of a writer who meant `&`, `!` or `*` as text. */
export interface Properties {
  anchor?: string
  isAnchorUsed?: boolean
  tag?: string
  isMissingAlias?: boolean
}

/** Deeper nesting than any draft has; keeps the parser, which recurses, within its stack. */
const deepest = 100
/** How many values aliases may stand for in one file. */
const mostAliased = 1_000_000

/** Reads a stretch of a file as YAML. Never throws for what the file holds. */
export function readYaml(file: string, span: Span): YamlReading {
  const parsed = parse(file, span)
  if ('tooDeep' in parsed) return { ...nothing, comments: parsed.comments, faults: [parsed.tooDeep] }
  const reader = new ValueReader(file, span.start)
  const documents = parsed.documents.map((document) => reader.document(document))
  const errors = parsed.documents.flatMap((document) => document.errors)
  return {
    documents,
    comments: parsed.comments,
    faults: [...errors.map((error) => faultOf(error, span)), ...reader.faults],
    properties: reader.properties,
    replaced: reader.replaced,
    digits: reader.digits,
  }
}

const nothing: YamlReading = {
  documents: [],
  comments: [],
  faults: [],
  properties: new Map(),
  replaced: [],
  digits: [],
}

type Parsed = { readonly documents: readonly Document.Parsed[]; readonly comments: readonly Span[] }
type TooDeep = { readonly tooDeep: Fault; readonly comments: readonly Span[] }

function parse(file: string, span: Span): Parsed | TooDeep {
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
      return { comments, tooDeep: { span: { start, end: start + 1 }, detail: 'Nested too deep', isFatal: true } }
  }
  for (const token of parser.end()) compose(token)
  for (const document of composer.end(true, span.end - span.start)) documents.push(document as Document.Parsed)
  return { documents, comments }
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

/** Turns the nodes of a document into values with their places in the file. */
class ValueReader {
  readonly faults: Fault[] = []
  readonly properties = new Map<Value, Properties>()
  readonly replaced: Entry[] = []
  readonly digits: Span[] = []
  readonly #file: string
  readonly #base: number
  #anchors = new Map<string, { value: Value; size: number }>()
  #aliased = 0
  /** Values made so far, those behind aliases counted each time: the size of a subtree is a difference of this. */
  #made = 0

  constructor(file: string, base: number) {
    this.#file = file
    this.#base = base
  }

  document(document: Document.Parsed): Value {
    this.#anchors = new Map()
    return this.#value(document.contents as Node | null, this.#base + (document.range?.[0] ?? 0), false)
  }

  #value(node: Node | null | undefined, at: number, inFlow: boolean): Value {
    if (!node) return nullAt(at)
    if (isAlias(node)) return this.#alias(node)
    const before = this.#made++
    const value = this.#nodeValue(node, inFlow)
    this.#note(node, value, this.#made - before)
    return value
  }

  #nodeValue(node: Node, inFlow: boolean): Value {
    if (isScalar(node)) return this.#scalar(node, inFlow)
    const span = this.#span(node)
    if (isSeq(node)) {
      const flow = inFlow || node.flow === true
      return { span, items: node.items.map((item) => this.#value(item as Node, span.end, flow)) }
    }
    return { span, entries: this.#entries(node as YAMLMap, inFlow || (node as YAMLMap).flow === true) }
  }

  #note(node: Node, value: Value, size: number): void {
    const { anchor, tag } = node as Scalar
    if (anchor === undefined && tag === undefined) return
    if (anchor !== undefined) this.#anchors.set(anchor, { value, size })
    this.properties.set(value, { anchor, tag })
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0]
    return { start: this.#base + start, end: this.#base + end }
  }

  #scalar(node: Scalar, inFlow: boolean): Value {
    const span = this.#span(node)
    const token = node.srcToken as CST.FlowScalar | CST.BlockScalar | undefined
    if (!token || (token.type === 'scalar' && token.source === '')) return nullAt(span.start)
    const syntax = this.#syntax(span, token, inFlow)
    const { text, map } = readScalar(this.#file, syntax)
    const isPlain = syntax.style === 'plain'
    const isNull = isPlain && node.tag === undefined && /^(~|null|Null|NULL)$/.test(text)
    return { span, scalar: isNull ? null : text, isNull, isPlain, region: { text, map, syntax } }
  }

  #syntax(span: Span, token: CST.FlowScalar | CST.BlockScalar, inFlow: boolean): YamlSyntax {
    const style = flowStyles[token.type]
    if (style) return { kind: 'yaml', style, span, inFlow, indent: Math.max(0, token.indent + 1) }
    return this.#blockSyntax(span, token.indent, inFlow)
  }

  #blockSyntax(span: Span, parent: number, inFlow: boolean): YamlSyntax {
    const digit = this.#file.slice(span.start, span.start + 3).search(/[1-9]/)
    if (digit > 0) this.digits.push({ start: span.start + digit, end: span.start + digit + 1 })
    const style = this.#file[span.start] === '|' ? 'literal' : 'folded'
    return { kind: 'yaml', style, span, inFlow, indent: blockIndent(this.#file, span, parent) }
  }

  #entries(node: YAMLMap, inFlow: boolean): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>()
    const merged: Value[] = []
    for (const pair of node.items) {
      const entry = this.#entry(pair as Pair<Node | null, Node | null>, inFlow)
      const earlier = entries.get(entry.key)
      if (earlier) this.replaced.push(earlier)
      if (entry.key === '<<' && (entry.value.entries || entry.value.items)) merged.push(entry.value)
      else entries.set(entry.key, entry)
    }
    for (const value of merged)
      for (const source of value.items ?? [value])
        for (const [key, entry] of source.entries ?? []) if (!entries.has(key)) entries.set(key, entry)
    return entries
  }

  #entry(pair: Pair<Node | null, Node | null>, inFlow: boolean): Entry {
    const key = this.#value(pair.key, this.#base, inFlow)
    const keySpan = pair.key ? this.#span(pair.key) : key.span
    const value = this.#value(pair.value, keySpan.end, inFlow)
    return { key: key.region?.text ?? this.#file.slice(keySpan.start, keySpan.end), keySpan, value }
  }

  #alias(node: Alias): Value {
    const span = this.#span(node)
    const target = this.#anchors.get(node.source)
    if (!target) return this.#missingAlias(span)
    const properties = this.properties.get(target.value)
    if (properties) properties.isAnchorUsed = true
    this.#made += target.size
    this.#aliased += target.size
    if (this.#aliased <= mostAliased) return target.value
    if (this.#aliased - target.size <= mostAliased)
      this.faults.push({ span, detail: 'Aliases stand for too many values', isFatal: true })
    return nullAt(span.start)
  }

  /** An alias of nothing keeps its characters as its text: the writer may well have meant them. */
  #missingAlias(span: Span): Value {
    const syntax: YamlSyntax = { kind: 'yaml', style: 'plain', span, inFlow: false, indent: 0 }
    const region = { ...readScalar(this.#file, syntax), syntax }
    const value: Value = { span, scalar: region.text, isPlain: true, region }
    this.properties.set(value, { isMissingAlias: true })
    return value
  }
}

const nullAt = (at: number): Value => ({ span: { start: at, end: at }, scalar: null, isNull: true, isPlain: true })

const flowStyles: Readonly<Record<string, 'plain' | 'single' | 'double'>> = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
}
