import type { Span } from '../source.js'
import type { Entry, Value } from './post.js'
import { type ListedStretches, stretchesOf } from './yaml-list.js'
import { type Fault, parseYaml } from './yaml-parse.js'
import { type Properties, ValueReader } from './yaml-values.js'

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

/** Shorter files are read as a whole. */
const longList = 50_000
/** Units of a long file in a stretch, at least. */
const longStretch = 10_000

/** Reads a stretch of a file as YAML. Never throws for what the file holds. */
export function readYaml(file: string, span: Span): YamlReading {
  const listed = span.end - span.start < longList ? undefined : stretchesOf(file, span, longStretch)
  return (listed && readList(file, listed)) ?? readWhole(file, span)
}

/** Reads the items of a broken list that are not broken themselves. Undefined if there are none. */
export function readUnbroken(file: string, span: Span): YamlReading | undefined {
  const listed = stretchesOf(file, span, 1)
  if (!listed) return undefined
  const items = listed.items.filter((item) => !isBroken(parseYaml(file, item)))
  const reading = items.length > 0 ? readList(file, { ...listed, items }) : undefined
  return reading && !isBroken(reading) ? reading : undefined
}

const isBroken = ({ faults }: Pick<YamlReading, 'faults'>): boolean => faults.some(({ isFatal }) => isFatal)

function readWhole(file: string, span: Span): YamlReading {
  const reader = new ValueReader(file)
  const { documents, comments, faults } = parseYaml(file, span)
  const values = documents.map((document) => reader.document(document, span.start, false))
  return reading(reader, values, comments, faults)
}

function reading(
  reader: ValueReader,
  documents: readonly Value[],
  comments: readonly Span[],
  faults: readonly Fault[],
): YamlReading {
  const { properties, replaced, digits } = reader
  return { documents, comments, faults: [...faults, ...reader.faults], properties, replaced, digits }
}

/** Reads a long list a stretch at a time, since a parser's tree of all of it takes many times its room. Undefined where something is unusual. */
function readList(file: string, { head, items, tail }: ListedStretches): YamlReading | undefined {
  const reader = new ValueReader(file)
  const comments: Span[] = []
  const faults: Fault[] = []
  const values: Value[] = []
  for (const span of [...(head ? [head] : []), ...items, ...(tail ? [tail] : [])]) {
    const parsed = parseYaml(file, span)
    if (parsed.documents.length !== 1 || isBroken(parsed)) return undefined
    values.push(reader.document(parsed.documents[0]!, span.start, true))
    for (const comment of parsed.comments) comments.push(comment)
    faults.push(...parsed.faults)
  }
  const first = head ? values.shift() : undefined
  const last = tail ? values.pop() : undefined
  const list = joined(values)
  const root = first ? list && around(first, list, last) : list
  return root && reading(reader, [root], comments, faults)
}

function joined(lists: readonly Value[]): Value | undefined {
  const items: Value[] = []
  for (const list of lists) {
    if (!list.items) return undefined
    for (const item of list.items) items.push(item)
  }
  return { span: { start: lists[0]!.span.start, end: lists.at(-1)!.span.end }, items }
}

/** The mapping that has the list under the last key of `first`, and then the keys of `last`. */
function around(first: Value, list: Value, last: Value | undefined): Value | undefined {
  const [key, posts] = [...(first.entries ?? [])].at(-1) ?? []
  if (!posts?.value.isNull || key !== 'posts' || (last && !last.entries)) return undefined
  const after = [...(last?.entries ?? [])]
  // Which of two entries counts is for the whole reading to say.
  if (after.some(([key]) => key === '<<' || first.entries!.has(key))) return undefined
  const entries = new Map([...first.entries!, [key, { ...posts, value: list }] as const, ...after])
  return { span: { start: first.span.start, end: (last ?? list).span.end }, entries }
}
