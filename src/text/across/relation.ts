import type { PostTrace, TracePlace } from './trace.js'

/** A post of a run, by the path of its file as reports show it. */
export interface TracedPost {
  readonly path: string
  readonly trace: PostTrace
}

/** What a post has to do with another one. */
export interface Relation {
  /** `mosaic`: its care and a name in the other are one person's. `duplicate`: its text is the other's. */
  readonly kind: 'mosaic' | 'duplicate'
  readonly path: string
  readonly index: number
  /** Where to report it in this post. */
  readonly at: TracePlace
  /** `drafts/a.md:4`: the place itself, and that in the other post. */
  readonly data: { readonly here: string; readonly there: string }
}

/** A relation between two places. */
export const relation = (
  kind: Relation['kind'],
  { path, trace: { index } }: TracedPost,
  at: TracePlace,
  other: string,
  line: number,
): Relation => ({ kind, path, index, at, data: { here: `${path}:${at.line}`, there: `${other}:${line}` } })

/** The folder of a file, for what readers see together. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
