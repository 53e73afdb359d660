import {
  type Alias,
  type CST,
  type Document,
  isAlias,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Span } from '../source.js'
import type { Entry, Value } from './post.js'
import type { SourceMap } from './source-map.js'
import { blockIndent } from './yaml-block-scalar.js'
import type { YamlSyntax } from './yaml-lines.js'
import type { Fault } from './yaml-parse.js'
import { readScalar } from './yaml-scalar.js'

/** An anchor, a tag, or an alias without anchor, each a possible slip of a writer who meant `&`, `!` or `*` as text. */
export interface Properties {
  anchor?: string
  isAnchorUsed?: boolean
  tag?: string
  isMissingAlias?: boolean
}

/** How many values aliases may stand for in one file. */
const mostAliased = 1_000_000

/** Turns the nodes of a document into values with their places in the file. */
export class ValueReader {
  readonly faults: Fault[] = []
  readonly properties = new Map<Value, Properties>()
  readonly replaced: Entry[] = []
  readonly digits: Span[] = []
  readonly #file: string
  #base = 0
  #anchors = new Map<string, { value: Value; size: number }>()
  #aliased = 0
  /** Values made so far, those behind aliases counted each time: the size of a subtree is a difference of this. */
  #made = 0

  constructor(file: string) {
    this.#file = file
  }

  /** The value of a document that begins at `base`. Anchors of the one before count only where it is a part of the same. */
  document(document: Document.Parsed, base: number, isPart: boolean): Value {
    if (!isPart) this.#anchors = new Map()
    this.#base = base
    return this.#value(document.contents as Node | null, base + (document.range?.[0] ?? 0), false)
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
    const text = node.source ?? ''
    const isPlain = syntax.style === 'plain'
    const isNull = isPlain && node.tag === undefined && /^(~|null|Null|NULL)$/.test(text)
    return { span, scalar: isNull ? null : text, isNull, isPlain, region: this.#region(text, syntax) }
  }

  /** Most maps are never asked for, and each takes more room than its text. */
  #region(text: string, syntax: YamlSyntax): NonNullable<Value['region']> {
    const file = this.#file
    let map: SourceMap | undefined
    return {
      text,
      syntax,
      get map() {
        map ??= readScalar(file, syntax).map
        return map
      },
    }
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
    const text = this.#file.slice(span.start, span.end)
    const value: Value = { span, scalar: text, isPlain: true, region: this.#region(text, syntax) }
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
