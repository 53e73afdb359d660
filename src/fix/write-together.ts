import type { Edit, Fix } from '../diagnostic.js'
import type { Draft, Region, Value } from '../draft/post.js'
import { type ReadOptions, readDraft } from '../draft/read.js'
import { smallest } from '../draft/text-edit.js'
import { writeRegion } from '../draft/write.js'
import { dropItems, itemOf, type ListItem } from '../draft/write-list.js'
import type { FileResult } from '../report.js'
import { contains, overlaps, type Source, type Span } from '../source.js'
import { applyEdits, collide } from './apply.js'

/** Fixes that go well together, and the edits of the file that make them. */
export interface Written {
  readonly kept: readonly Fix[]
  readonly edits: readonly Edit[]
  /** Where in the file as edited the words stand that the fixes put there. */
  readonly putIn: readonly Span[]
}

/** Writes as many of the fixes as leave a file that reads as they mean, and otherwise as before. They must not collide. */
export function writeTogether(
  { source, diagnostics }: FileResult,
  fixes: readonly Fix[],
  options: ReadOptions,
): Written {
  const postOf = new Map(diagnostics.flatMap(({ fixes: own, post }) => own.map((fix) => [fix, post] as const)))
  const writer = new Writer(source, postOf, options)
  return writer.most(fixes, { kept: [], edits: [], putIn: [] })
}

/** Fixes of one draft, tried out on it. */
class Writer {
  readonly #source: Source
  readonly #before: Draft
  readonly #postOf: ReadonlyMap<Fix, number>
  readonly #options: ReadOptions

  constructor(source: Source, postOf: ReadonlyMap<Fix, number>, options: ReadOptions) {
    this.#source = source
    this.#before = readDraft(source, options)
    this.#postOf = postOf
    this.#options = options
  }

  /** Adds to what is written all the fixes, else what each half of them can add: few go wrong, so that few files are read. */
  most(fixes: readonly Fix[], written: Written): Written {
    if (fixes.length === 0) return written
    const kept = [...written.kept, ...fixes]
    const edits = this.#edits(kept)
    const after = edits && this.#edited(edits)
    if (after && this.#readsAsMeant(kept, edits, after)) return { kept, edits, putIn: this.#putIn(kept, after) }
    if (fixes.length === 1) return written
    const middle = fixes.length >> 1
    return this.most(fixes.slice(middle), this.most(fixes.slice(0, middle), written))
  }

  /** The file's edits; several of one text are written back as one, since together they may need other quotes. */
  #edits(fixes: readonly Fix[]): readonly Edit[] | undefined {
    const edits = fixes.filter(({ ofText }) => !ofText).flatMap((fix) => fix.edits)
    const dropped = new Map<Value, Value[]>()
    for (const [region, changes] of this.#changesByRegion(fixes)) {
      const found = this.#itemDropped(region, changes.flat())
      if (found) {
        dropped.set(found.list, [...(dropped.get(found.list) ?? []), found.item])
        continue
      }
      const alone = changes.length === 1 ? fixes.find(({ ofText }) => ofText?.edits === changes[0])?.edits : undefined
      const written = alone ?? writeRegion(this.#source, region, changes.flat(), this.#options)
      if (!written || collide(written, edits)) return undefined
      edits.push(...written)
    }
    for (const [list, items] of dropped) {
      const written = dropItems(this.#source.text, list, items)
      if (!written || collide(written, edits)) return undefined
      edits.push(...written)
    }
    return edits
  }

  /** An item of a list of which nothing would be left, if it can go as a whole. */
  #itemDropped(region: Region, changes: readonly Edit[]): ListItem | undefined {
    if (applyEdits(region.text, changes).trim() !== '') return undefined
    const post = this.#before.posts.find(({ regions }) => regions.includes(region))
    const found = post && itemOf(post, region)
    return found && dropItems(this.#source.text, found.list, [found.item]) && found
  }

  #changesByRegion(fixes: readonly Fix[]): ReadonlyMap<Region, (readonly Edit[])[]> {
    const byRegion = new Map<Region, (readonly Edit[])[]>()
    for (const fix of fixes) {
      const region = fix.ofText && this.#before.posts[this.#postOf.get(fix)!]?.regions[fix.ofText.region]
      if (region) byRegion.set(region, [...(byRegion.get(region) ?? []), fix.ofText!.edits])
    }
    return byRegion
  }

  #edited(edits: readonly Edit[]): Draft {
    return readDraft({ ...this.#source, text: applyEdits(this.#source.text, edits) }, this.#options)
  }

  #putIn(fixes: readonly Fix[], after: Draft): Span[] {
    return [...this.#changesByRegion(fixes)].flatMap(([region, changes]) => {
      const meant = applyEdits(region.text, changes.flat())
      const post = this.#before.posts.findIndex(({ regions }) => regions.includes(region))
      const written = after.posts[post]?.regions.find(({ field, text }) => field === region.field && text === meant)
      return written ? putInto(region.text, changes.flat()).map((span) => written.map.toFile(span)) : []
    })
  }

  /** Whether the file, read again, has the texts that are meant, and elsewhere the words it had. */
  #readsAsMeant(fixes: readonly Fix[], edits: readonly Edit[], after: Draft): boolean {
    const mends = fixes.filter(({ ofText }) => !ofText).flatMap((fix) => fix.edits)
    // What was swallowed or broken is meant to read otherwise once it is mended.
    if (mends.length > 0)
      return after.problems.length < this.#before.problems.length || this.#isSameBeside(after, mends)
    const changes = [...this.#changesByRegion(fixes)]
    const meant = textsOf(this.#before, (region) => {
      const change = changes.find(([changed]) => isSamePlace(changed, region))?.[1].flat()
      if (change) return blankAsNothing(applyEdits(region.text, change), region)
      return isGoneWith(region, edits) ? '' : region.text
    })
    return after.problems.length <= this.#before.problems.length && meant === textsOf(after, (region) => region.text)
  }

  /** Whether every post is still there, with all texts that no edit touches. */
  #isSameBeside(after: Draft, edits: readonly Edit[]): boolean {
    if (after.problems.length > this.#before.problems.length || after.posts.length !== this.#before.posts.length)
      return false
    return this.#before.posts.every((post, index) => {
      const texts = new Set(after.posts[index]!.regions.map((region) => `${fieldOf(region)}\n${region.text}`))
      return post.regions.every((region) => {
        const place = region.map.toFile({ start: 0, end: region.text.length })
        return edits.some(({ span }) => overlaps(place, span)) || texts.has(`${fieldOf(region)}\n${region.text}`)
      })
    })
  }
}

/** Whether two regions are one stretch of the file: what an alias repeats is a region of each post that posts it. */
function isSamePlace(a: Region, b: Region): boolean {
  if (a === b || a.syntax.kind !== 'yaml' || b.syntax.kind !== 'yaml') return a === b
  return a.syntax.span.start === b.syntax.span.start && startOf(a) === startOf(b)
}

const startOf = ({ map }: Region): number => map.toFile({ start: 0, end: 0 }).start

/** An item that is left blank is dropped from its list. */
const blankAsNothing = (text: string, { syntax }: Region): string =>
  syntax.kind === 'yaml' && text.trim() === '' ? '' : text

/** The comment on the line of an item goes with it. */
const isGoneWith = ({ field, map, text }: Region, edits: readonly Edit[]): boolean =>
  field === 'comment' &&
  edits.some((edit) => edit.text === '' && contains(edit.span, map.toFile({ start: 0, end: text.length })))

/** Where in a text as edited the words stand that the edits put there, without those that they only write again. */
function putInto(text: string, edits: readonly Edit[]): Span[] {
  let shift = 0
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map((edit) => {
      const { span, text: put } = smallest(text, edit)
      const start = span.start + shift
      shift += put.length - (span.end - span.start)
      return { start, end: start + put.length }
    })
}

/** The field of a region, whichever item of a list it is in: one before it may be dropped. */
const fieldOf = ({ field }: Region): string => field.replace(/\.\d+(?=\.|$)/g, '.#')

/** Every text of a draft with its field, in order. The number in a block scalar's header goes with its style and is no text. */
const textsOf = ({ posts }: Draft, textOf: (region: Region) => string): string =>
  posts
    .flatMap(({ regions }, index) =>
      regions.flatMap((region) => {
        const text = textOf(region)
        return text === '' || region.field === 'header' ? [] : [`${index} ${fieldOf(region)} ${text}`]
      }),
    )
    .join('\0')
