import type { Lines } from '../../source.js'
import type { PostText } from '../post-text.js'
import { duplicates } from './duplicates.js'
import { mosaic } from './mosaic.js'
import type { Relation, TracedPost } from './relation.js'
import { type PostTrace, traceOf } from './trace.js'

/** What a post has to do with others. */
export interface Neighbours {
  readonly relations: readonly Relation[]
  /** All posts that there are have been looked at, not only those of its file. */
  readonly areAll: boolean
}

/** Nothing is known of other posts. */
export const noNeighbours: Neighbours = { relations: [], areAll: false }

/** The posts of a run, traced file by file; once it is closed, what they have to do with each other. */
export class Neighbourhood {
  readonly #files = new Map<string, readonly PostTrace[]>()
  /** Files to be linted again when all are known, whatever is found: they except rules that look across posts. */
  readonly #waiting = new Set<string>()
  #relations: ReadonlyMap<string, readonly Relation[]> | undefined

  /** Keeps the traces of a file, in place of earlier ones. */
  add(path: string, traces: readonly PostTrace[], isWaiting: boolean): void {
    this.#files.set(path, traces)
    if (isWaiting) this.#waiting.add(path)
  }

  /** Compares all posts; from now on files are told what concerns theirs. */
  close(): void {
    const posts = [...this.#files].flatMap(([path, traces]) => traces.map((trace) => ({ path, trace })))
    this.#relations = grouped(relationsAmong(posts), ({ path }) => path)
  }

  /** What concerns the posts of a file; undefined as long as not all are known. */
  relationsOf(path: string): readonly Relation[] | undefined {
    return this.#relations && (this.#relations.get(path) ?? [])
  }

  /** Whether a file has to be linted again, now that all others are known: alone it looked otherwise. */
  isUnsettled(path: string): boolean {
    const traces = this.#files.get(path)
    if (!traces || !this.#relations) return false
    const alone = relationsAmong(traces.map((trace) => ({ path, trace })))
    return this.#waiting.has(path) || JSON.stringify(alone) !== JSON.stringify(this.relationsOf(path))
  }
}

/** What is known where a file is linted. */
export interface Surroundings {
  readonly path: string
  readonly neighbourhood?: Neighbourhood
  /** It has to be linted again when all posts are known. */
  readonly isWaiting: boolean
}

/** Tells the posts of a file what they have to do with each other, and with all others where these are known. */
export function introduce(posts: readonly PostText[], lines: Lines, surroundings: Surroundings): void {
  const known = surroundings.neighbourhood?.relationsOf(surroundings.path)
  const relations = known ?? fromFile(posts, lines, surroundings)
  const byIndex = grouped(relations, ({ index }) => index)
  for (const post of posts)
    post.neighbours = { relations: byIndex.get(post.post.index) ?? [], areAll: known !== undefined }
}

function fromFile(
  posts: readonly PostText[],
  lines: Lines,
  { path, neighbourhood, isWaiting }: Surroundings,
): readonly Relation[] {
  if (posts.length < 2 && !neighbourhood) return []
  const traces = posts.map((post) => traceOf(post, lines))
  neighbourhood?.add(path, traces, isWaiting)
  return relationsAmong(traces.map((trace) => ({ path, trace })))
}

const relationsAmong = (posts: readonly TracedPost[]): Relation[] =>
  posts.length < 2 ? [] : [...mosaic(posts), ...duplicates(posts)]

function grouped<Key>(relations: readonly Relation[], keyOf: (one: Relation) => Key): Map<Key, Relation[]> {
  const groups = new Map<Key, Relation[]>()
  for (const one of relations) {
    const known = groups.get(keyOf(one))
    if (known) known.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
