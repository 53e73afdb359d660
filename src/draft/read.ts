import type { Source, Span } from '../source.js'
import { mendBroken } from './broken-yaml.js'
import { checkFields } from './check-fields.js'
import { describePost } from './describe-post.js'
import { rawRegion } from './field-regions.js'
import { findFrontMatter } from './front-matter.js'
import { readMarkdown } from './markdown.js'
import type { Draft, Post, Problem, Region } from './post.js'
import { type FieldNames, named, type PostSeed } from './post-seed.js'
import { rawRegions } from './raw-regions.js'
import { markdownSeeds, type Split, severalPosts } from './read-markdown-draft.js'
import { yamlSeeds } from './read-yaml-draft.js'
import { uncovered } from './stretches.js'
import { SwallowedText } from './swallowed.js'
import { readUnbroken, readYaml, type YamlReading } from './yaml.js'

export interface ReadOptions {
  /** Makes a Markdown file several posts: at its headings, or at lines of only `---`, `***`, `___`. */
  readonly split?: Split
  /** Other tools' keys and the fields they stand for: `{caption: 'text'}`. */
  readonly fields?: FieldNames
}

/** Reads a file as a draft: YAML by its ending, else Markdown. Never throws; what cannot be read is a problem and a post of raw text. */
export function readDraft(source: Source, options: ReadOptions = {}): Draft {
  const start = source.text.startsWith('\ufeff') ? 1 : 0
  if (source.text.trim() === '') return emptyDraft(source)
  if (source.text.includes('\0')) return rawDraft(source, [unreadable({ start: 0, end: 0 }, 'The file is binary')])
  return /\.ya?ml$/i.test(source.path) ? yamlDraft(source, start, options) : markdownDraft(source, start, options)
}

function yamlDraft(source: Source, start: number, options: ReadOptions): Draft {
  const whole = { start, end: source.text.length }
  const reading = readYaml(source.text, whole)
  const broken = brokenBy(source.text, whole, reading)
  if (broken.length > 0) return brokenDraft(source, whole, broken, options)
  const seeds = yamlSeeds(source.text, reading, options.fields ?? {})
  if (seeds.length > 0) return draftOf(source, seeds, reading)
  const noPost: Problem = { kind: 'no-post', span: { start, end: start }, post: -1, data: {} }
  return { source, posts: [], problems: source.named ? [noPost] : [] }
}

/** The posts that can be read of a broken list; else one of raw text. */
function brokenDraft(source: Source, whole: Span, broken: readonly Problem[], options: ReadOptions): Draft {
  const reading = readUnbroken(source.text, whole)
  const seeds = reading ? yamlSeeds(source.text, reading, options.fields ?? {}) : []
  if (seeds.length === 0) return rawDraft(source, broken)
  const problems = broken.map((problem) => ({ ...problem, post: seedAt(seeds, problem.span.start) }))
  return withProblems(draftOf(source, seeds, reading), problems)
}

function markdownDraft(source: Source, start: number, options: ReadOptions): Draft {
  const { frontMatter, body, isOpen } = findFrontMatter(source.text, start)
  const open = unreadable({ start, end: start + 3 }, 'The front matter does not end')
  if (isOpen) return withProblems(markdownBody(source, body, options), [open])
  const reading = frontMatter && readYaml(source.text, frontMatter)
  const broken = reading ? brokenBy(source.text, frontMatter, reading) : []
  // The body is read all the same; the front matter is raw text then.
  if (broken.length > 0) return withProblems(markdownBody(source, body, options), broken)
  const root = reading?.documents[0]
  // Text between two thematic breaks is no front matter.
  if (root && !root.entries && !root.isNull) return markdownBody(source, { start, end: source.text.length }, options)
  return markdownBody(source, body, options, reading)
}

function markdownBody(source: Source, body: Span, options: ReadOptions, reading?: YamlReading): Draft {
  const fields = named(reading?.documents[0]?.entries, options.fields ?? {})
  const text = readMarkdown(source.text, body)
  const seeds = markdownSeeds(source.text, body, text, fields, options.split)
  const draft = draftOf(source, seeds, reading)
  const isOne = seeds.length === 1 && seeds[0]!.part === undefined && options.split === undefined
  const several = isOne ? severalPosts(text) : undefined
  return several ? withProblems(draft, [several]) : draft
}

/** A file that holds nothing. */
function emptyDraft(source: Source): Draft {
  return { source, posts: [], problems: [{ ...unreadable({ start: 0, end: 0 }, 'The file is empty'), post: -1 }] }
}

/** What breaks a stretch of YAML; nothing if it can be read. */
function brokenBy(file: string, span: Span, { faults }: YamlReading): readonly Problem[] {
  const fault = faults.find(({ isFatal }) => isFatal)
  if (!fault) return []
  const mends = mendBroken(file, span).map((problem) => ({ ...problem, post: 0 }))
  return mends.length > 0 ? mends : [unreadable(fault.span, fault.detail)]
}

const unreadable = (span: Span, detail: string): Problem => ({ kind: 'unreadable', span, post: 0, data: { detail } })

/** One post that has the whole file as it stands, so that it is at least searched for identifiers. */
function rawDraft(source: Source, problems: readonly Problem[]): Draft {
  const span = { start: 0, end: source.text.length }
  const seed = { start: 0, fields: new Map(), own: [], regions: rawRegions(source.text, span), span }
  return withProblems(draftOf(source, [seed]), problems)
}

function withProblems(draft: Draft, problems: readonly Problem[]): Draft {
  // The posts refer to their draft: it is completed, not copied.
  return Object.assign(draft, {
    problems: [...draft.problems, ...problems].sort((a, b) => a.span.start - b.span.start),
  })
}

function draftOf(source: Source, seeds: readonly PostSeed[], reading?: YamlReading): Draft {
  const posts: Post[] = []
  const draft: Draft = { source, posts, problems: [] }
  const besides = besideFields(source.text, seeds, reading)
  seeds.forEach((seed, index) => {
    const { fields, span, part, described } = seed
    const regions = inOrder([...seed.regions, ...besides[index]!])
    posts.push({
      draft,
      index,
      span,
      fields,
      regions,
      ...(part !== undefined && { part }),
      ...describePost(fields),
      ...described,
    })
  })
  return withProblems(draft, problemsOf(source.text, seeds, reading))
}

function inOrder(regions: readonly Region[]): readonly Region[] {
  const placed = regions.map((region) => ({ region, at: placeOf(region) }))
  return placed.sort((a, b) => a.at - b.at).map(({ region }) => region)
}

/** Where a region begins; a scalar's map is not needed for that. */
function placeOf(region: Region): number {
  const { syntax } = region
  return syntax.kind === 'yaml' ? syntax.span.start : region.map.toFile({ start: 0, end: 0 }).start
}

/** For each post the comments, and whatever has letters or digits and stands in no region. */
function besideFields(file: string, seeds: readonly PostSeed[], reading?: YamlReading): readonly (readonly Region[])[] {
  const besides: Region[][] = seeds.map(() => [])
  const ownerOf = (at: number): Region[] => besides[seedAt(seeds, at)]!
  for (const span of reading?.comments ?? []) ownerOf(span.start).push(rawRegion(file, span, 'comment'))
  for (const span of reading?.digits ?? []) ownerOf(span.start).push(rawRegion(file, span, 'header', 'record'))
  const regions = [...seeds.flatMap((seed) => seed.regions), ...besides.flat()]
  const covered = regions.flatMap(coveredBy)
  for (const span of uncovered(file, { start: 0, end: file.length }, covered))
    ownerOf(span.start).push(rawRegion(file, span, 'syntax'))
  return besides
}

/** The stretches of the file that a region comes from; of a scalar's source all letters and digits do. */
function coveredBy(region: Region): Span | Span[] {
  const { syntax } = region
  return syntax.kind === 'yaml' ? syntax.span : region.map.pieces.map((piece) => piece.file)
}

/** The last post that begins at or before a place, else the first. */
function seedAt(seeds: readonly PostSeed[], at: number): number {
  let low = 0
  let high = seeds.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (seeds[middle]!.start <= at) low = middle
    else high = middle - 1
  }
  return low
}

function problemsOf(file: string, seeds: readonly PostSeed[], reading?: YamlReading): readonly Problem[] {
  if (!reading) return []
  const swallowed = new SwallowedText(file, reading)
  const found = seeds.flatMap(({ own }, post) =>
    [...swallowed.in(own), ...checkFields(own)].map((problem) => ({ ...problem, post })),
  )
  const places = new Set(found.map(({ span }) => span.start))
  const faults = reading.faults.filter(({ span }) => !places.has(span.start))
  return [
    ...found,
    ...faults.map(({ span, detail }) => ({ ...unreadable(span, detail), post: seedAt(seeds, span.start) })),
    ...reading.replaced.map(({ keySpan }) => ({ ...replacedKey(keySpan), post: seedAt(seeds, keySpan.start) })),
  ]
}

const replacedKey = (span: Span): Omit<Problem, 'post'> => ({
  kind: 'swallowed-text',
  span,
  data: { detail: 'a key that is given twice' },
})
