import type { Found } from '../diagnose.js'
import type { Draft, Problem } from '../draft/post.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { normalise } from '../text/normalise.js'
import type { PostText } from '../text/post-text.js'
import { type Exception, endOf, endsEarly, exceptionsOf, faultOf, hasEnded, invalid, strayKeys } from './exceptions.js'
import { withoutRecord } from './without-record.js'

/** What exceptions leave, how much they took out, and what is wrong with them. */
export function applyExceptions(
  found: readonly Found[],
  draft: Draft,
  posts: readonly PostText[],
  rulebook: Rulebook,
): { kept: Found[]; allowed: number; problems: Problem[] } {
  const exceptions = exceptionsOf(draft)
  const stray = strayKeys(draft)
  if (exceptions.length === 0) return { kept: [...found], allowed: 0, problems: stray }
  const problems = exceptions.flatMap((exception) => problemOf(exception, rulebook) ?? [])
  const sound = exceptions.filter((exception) => faultOf(exception, rulebook) === undefined)
  const byPlace = groupByPlace(sound)
  const used = new Set<Exception>()
  const kept = found.filter((diagnostic) => {
    const own = byPlace.get(placeOf(diagnostic.rule, diagnostic.post)) ?? []
    const by = own.filter((exception) => allows(exception, diagnostic, draft, rulebook))
    for (const exception of by) used.add(exception)
    return by.length === 0
  })
  const unused = sound.filter(
    (exception) => !used.has(exception) && holds(exception, rulebook) && hasRun(exception, posts, rulebook),
  )
  return {
    kept,
    allowed: found.length - kept.length,
    problems: [...problems, ...stray, ...unused.map((exception) => unusedProblem(exception, unused, draft))],
  }
}

/** One that several posts share may have ended for those that go live later. */
function problemOf(exception: Exception, rulebook: Rulebook): Problem | undefined {
  const { span, posts } = exception
  const fault = faultOf(exception, rulebook)
  if (fault) return invalid(span, posts[0]!.index, fault)
  const end = endOf(exception, rulebook)
  const late = posts.find((post) => hasEnded(exception, post, rulebook))
  if (!end || !late) return undefined
  return end === 'over'
    ? invalid(span, late.index, 'has ended')
    : invalid(span, late.index, endsEarly, 'it allows those before that day only')
}

const placeOf = (rule: string, post: number): string => `${post} ${rule}`

/** Exceptions by rule and post: a calendar may have one for each of its thousands. */
function groupByPlace(exceptions: readonly Exception[]): ReadonlyMap<string, readonly Exception[]> {
  const byPlace = new Map<string, Exception[]>()
  for (const exception of exceptions) {
    for (const { index } of exception.posts) {
      const place = placeOf(exception.rule, index)
      byPlace.set(place, [...(byPlace.get(place) ?? []), exception])
    }
  }
  return byPlace
}

/** Whether an exception for this rule and post allows this diagnostic. */
function allows(exception: Exception, diagnostic: Found, { source, posts }: Draft, rulebook: Rulebook): boolean {
  if (hasEnded(exception, posts[diagnostic.post]!, rulebook)) return false
  const { start, end } = diagnostic.span
  return exception.match === undefined || isIn(exception.match, source.text.slice(start, end))
}

/** As written or as it is matched: without regard to case, emphasis, look-alike letters and line breaks. */
const isIn = (match: string, stretch: string): boolean =>
  stretch.toLowerCase().includes(match.toLowerCase()) || plain(stretch).includes(plain(match))

/** A stretch of a file may hold one end of an emphasis without the other. */
const plain = (text: string): string =>
  normalise(text)
    .text.toLowerCase()
    .replace(/[*_~`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const holds = (exception: Exception, rulebook: Rulebook): boolean =>
  exception.posts.some((post) => !hasEnded(exception, post, rulebook))

/** Whether its rule looked at one of its posts: where it did not, nobody knows what there is to allow. */
const hasRun = ({ rule, posts: own }: Exception, posts: readonly PostText[], rulebook: Rulebook): boolean =>
  own.some(({ index }) => {
    const post = posts[index]
    const found = rulebook.rule(rule)
    return found?.severityFor(post) !== undefined && (!found.looksAcross || post?.neighbours.areAll === true)
  })

/** It may well be taken out: the suggestion does. */
function unusedProblem({ span, posts }: Exception, unused: readonly Exception[], { source }: Draft): Problem {
  const gone = withoutRecord(source.text, posts[0]!, span, new Set(unused.map((other) => other.span)))
  const edit = gone && { ...gone, description: 'Take the exception out', safe: false }
  return { kind: 'exception-unused', span, post: posts[0]!.index, data: {}, ...(edit && { edit }) }
}
