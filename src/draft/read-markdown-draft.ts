import type { Span } from '../source.js'
import { FieldRegions, rawRegion } from './field-regions.js'
import { type Fields, platformName, platforms, textOf } from './fields.js'
import { type MarkdownText, readMarkdown } from './markdown.js'
import type { Media, Problem, Region } from './post.js'
import type { PostSeed } from './post-seed.js'

export type Split = 'heading' | 'break'

/** The posts of a Markdown file's body, which reads as `whole`; `fields` is its front matter. */
export function markdownSeeds(
  file: string,
  body: Span,
  whole: MarkdownText,
  fields: Fields,
  split?: Split,
): readonly PostSeed[] {
  const own = [...fields.values()]
  const shared = new FieldRegions(file).of(own)
  const isThread = textOf(fields, 'type')?.toLowerCase() === 'thread'
  return sectionsOf(file, body, whole, isThread ? 'break' : split).map((section, index) => {
    const text = section.text
    const live: Region = { ...text.live, field: 'text', kind: 'live', syntax: { kind: 'markdown' } }
    const beside = text.beside.map((part): Region => ({ ...part, syntax: { kind: 'markdown' } }))
    const regions = [...(index === 0 ? shared : []), ...section.heading, live, ...beside]
    const start = index === 0 ? 0 : section.start
    const described = describedBy(section, fields)
    const seed = { start, fields, own: index === 0 ? own : [], regions, span: trimmed(file, section.span), described }
    return isThread ? { ...seed, part: index } : seed
  })
}

interface Section {
  readonly start: number
  readonly span: Span
  readonly text: MarkdownText
  /** The heading that names the post and is not posted. */
  readonly heading: readonly Region[]
}

function sectionsOf(file: string, body: Span, text: MarkdownText, split: Split | undefined): readonly Section[] {
  const spans = split === 'break' ? between(body, text.breaks) : split === 'heading' ? headed(body, text) : []
  const filled = spans.filter(({ start, end }) => file.slice(start, end).trim() !== '')
  if (filled.length < 2 && split !== 'heading') return [section(file, filled[0] ?? body, filled[0] ? undefined : text)]
  return filled.length === 0 ? [section(file, body, text)] : filled.map((part) => section(file, part))
}

function section(file: string, part: Span & { heading?: Span }, text?: MarkdownText): Section {
  const span = { start: part.heading?.end ?? part.start, end: part.end }
  const heading = part.heading ? [rawRegion(file, { start: part.start, end: part.heading.end }, 'heading')] : []
  return { start: part.start, span, text: text ?? readMarkdown(file, span), heading }
}

function between(body: Span, breaks: readonly Span[]): readonly Span[] {
  const starts = [body.start, ...breaks.map(({ end }) => end)]
  return starts.map((start, index) => ({ start, end: breaks[index]?.start ?? body.end }))
}

/** A post begins at each heading of the highest level that has several. What stands above the first goes with its heading. */
function headed(body: Span, { headings }: MarkdownText): readonly (Span & { heading: Span })[] {
  const depths = headings.map(({ depth }) => depth)
  const several = depths.filter((depth) => depths.indexOf(depth) !== depths.lastIndexOf(depth))
  const depth = Math.min(...(several.length > 0 ? several : depths))
  const chosen = headings.filter((heading) => heading.depth === depth).map(({ span }) => span)
  return chosen.map((heading, index) => {
    return { start: index === 0 ? body.start : heading.start, end: chosen[index + 1]?.start ?? body.end, heading }
  })
}

function describedBy({ heading, text }: Section, fields: Fields): PostSeed['described'] {
  const words = heading[0]?.text ?? ''
  const names = platformsIn(words)
  const day = /\b\d{4}-\d\d-\d\d\b/.exec(words)?.[0]
  const media = text.images.map(
    ({ alt, src, span }, index): Media => ({
      value: { span },
      src,
      alt,
      ai: false,
      consent: [],
      isSlide: false,
      path: `images.${index}`,
    }),
  )
  return {
    ...(names.length > 0 && !fields.has('platform') && !fields.has('platforms') && { platforms: names }),
    ...(day && !fields.has('scheduled') && { scheduled: day }),
    ...(media.length > 0 && { media }),
  }
}

/** Platforms named in a heading; `other` and `website` are words of any heading, and X is a capital. */
function platformsIn(heading: string): readonly string[] {
  const words = heading.match(/[\p{L}\p{N}]+/gu)?.filter((word) => !/^(x|[oO]ther|[wW]ebsite)$/.test(word)) ?? []
  return [...new Set(words.map(platformName))].filter((word) => platforms.includes(word))
}

const day =
  /^\W*(mon|tues|wednes|thurs|fri|satur|sun)day\b|^\W*(mon|tue|wed|thu|fri|sat|sun)\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}([./]\d{2,4})?\b|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? \d{1,2}\b|\b\d{1,2}\.? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^\W*(week|day) \d+\b/i

/** A body whose headings are dates or platforms is a calendar, and its posts are taken for one. */
export function severalPosts({ headings }: MarkdownText): Problem | undefined {
  const dated = headings.filter(({ text }) => day.test(text) || (text.length < 40 && platformsIn(text).length > 0))
  if (dated.length < 2) return undefined
  return { kind: 'several-posts', span: dated[1]!.span, post: 0, data: { detail: String(dated.length) } }
}

function trimmed(file: string, { start, end }: Span): Span {
  const text = file.slice(start, end)
  if (text.trim() === '') return { start, end: start }
  return { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length }
}
