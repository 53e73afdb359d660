import { data } from '../../data.js'
import { isBody } from '../context.js'
import type { PostText } from '../post-text.js'
import { weekdayNumber, weekdayOf } from './days.js'
import { folderOf, type TracedPost } from './relation.js'

/** Words that speak of another post: `our patient from Monday's post`. */
export interface Reference {
  /** The other post's day, from 0 for Sunday, if they say it. */
  readonly weekday?: number
}

/** Where a post speaks of another one. */
export function referencesIn(post: PostText): readonly Reference[] {
  const bodies = post.of(['live']).filter(isBody)
  return bodies.flatMap(({ text }) =>
    expressions().flatMap((expression) =>
      Array.from(text.matchAll(expression), ({ groups }): Reference => {
        const weekday = groups?.weekday
        return weekday ? { weekday: weekdayNumber(weekday) } : {}
      }),
    ),
  )
}

let compiled: readonly RegExp[] | undefined

function expressions(): readonly RegExp[] {
  compiled ??= data<{ references: readonly string[] }>('lexicons/mosaic').references.map(
    (source) => new RegExp(source, 'giu'),
  )
  return compiled
}

/** Whether a post plainly speaks of another. @param candidates the posts that it may mean; where nothing says which, it must be the only one, or the last before it in its file. */
export function speaksOf(from: TracedPost, to: TracedPost, candidates: readonly TracedPost[]): boolean {
  if (folderOf(from.path) !== folderOf(to.path)) return false
  return from.trace.references.some(({ weekday }) => {
    const isDated = isDatedAs(from, to, weekday)
    if (isDated !== undefined) return isDated
    return (candidates.length === 1 && candidates[0] === to) || isLastBefore(from, to, candidates)
  })
}

const longest = 45

/** Whether the dates of two posts say that one speaks of the other; undefined where there are none. */
function isDatedAs(from: TracedPost, to: TracedPost, weekday: number | undefined): boolean | undefined {
  const { day: toDay } = to.trace
  const { day: fromDay } = from.trace
  if (toDay === undefined) {
    const named = weekday === undefined ? undefined : weekdayInName(to.path)
    return named === undefined ? undefined : named === weekday
  }
  if (weekday !== undefined && weekdayOf(toDay) !== weekday) return false
  if (fromDay === undefined) return weekday === undefined ? undefined : true
  const days = (Date.parse(fromDay) - Date.parse(toDay)) / 86_400_000
  return days >= 0 && days <= (weekday === undefined ? longest : 13)
}

/** `drafts/03-monday.md`. */
function weekdayInName(path: string): number | undefined {
  const name = /(?:^|[^a-z])(sun|mon|tue|wed|thu|fri|sat)(?:(?:s|nes|rs|ur)?day|s|rs)?(?![a-z])/i.exec(
    path.slice(path.lastIndexOf('/') + 1),
  )?.[1]
  return name === undefined ? undefined : weekdayNumber(name)
}

const isLastBefore = (from: TracedPost, to: TracedPost, candidates: readonly TracedPost[]): boolean =>
  from.path === to.path &&
  candidates.findLast(({ path, trace }) => path === from.path && trace.index < from.trace.index) === to
