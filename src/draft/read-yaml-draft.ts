import type { Span } from '../source.js'
import { FieldRegions } from './field-regions.js'
import { type Fields, textOf } from './fields.js'
import type { Entry, Region } from './post.js'
import { type FieldNames, type PostSeed, postsIn, type YamlPost } from './post-seed.js'
import { extentOf, partsOf, sliceText } from './stretches.js'
import type { YamlReading } from './yaml.js'

/** The posts of a YAML file that could be read. */
export function yamlSeeds(file: string, reading: YamlReading, names: FieldNames): readonly PostSeed[] {
  const regions = new FieldRegions(file)
  return reading.documents.flatMap((root) =>
    postsIn(root, names).flatMap((post, index) => seedsOf(post, index === 0, regions)),
  )
}

function seedsOf(post: YamlPost, isFirst: boolean, regions: FieldRegions): readonly PostSeed[] {
  const fields: Fields = post.defaults.size > 0 ? new Map([...post.defaults, ...post.own]) : post.own
  const own = [...(isFirst ? post.defaults.values() : []), ...post.own.values()]
  const made = regions.of(own)
  const start = isFirst
    ? Math.min(post.value.span.start, ...own.map(({ keySpan }) => keySpan.start))
    : post.value.span.start
  const span = spanOf(made, own, post.value.span)
  const whole: PostSeed = { start, fields, own, regions: made, span }
  return textOf(fields, 'type')?.toLowerCase() === 'thread' ? threadParts(whole) : [whole]
}

/** Where a post starts: its text, else its first field. */
function spanOf(regions: readonly Region[], own: readonly Entry[], otherwise: Span): Span {
  const text =
    regions.find(({ field }) => field === 'text') ?? regions.find(({ field }) => field.startsWith('variants.'))
  if (text?.syntax.kind === 'yaml') return text.syntax.span
  return own[0] ? { start: own[0].keySpan.start, end: own[0].value.span.end } : otherwise
}

/** Each part of a thread is a post; the first has the fields. */
function threadParts(whole: PostSeed): readonly PostSeed[] {
  const isSplit = ({ field, kind }: Region) => kind === 'live' && /^(text|variants\..*)$/.test(field)
  const slices = whole.regions
    .filter(isSplit)
    .map((region) => partsOf(region.text).map((part) => ({ ...region, ...sliceText(region, part) })))
  const count = Math.max(0, ...slices.map((parts) => parts.length))
  if (count < 2) return [{ ...whole, part: 0 }]
  return Array.from({ length: count }, (_, part) => {
    const regions = slices.flatMap((parts) => parts[part] ?? [])
    const span = extentOf(regions[0]!.map) ?? whole.span
    if (part > 0) return { ...whole, start: span.start, own: [], regions, span, part }
    return { ...whole, regions: [...whole.regions.filter((region) => !isSplit(region)), ...regions], span, part }
  })
}
