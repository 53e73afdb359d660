import { data } from '../data.js'
import type { Facts } from '../facts.js'

interface Template {
  readonly case: string
  readonly cues?: readonly string[]
  /** Words beside which the cues do not count. */
  readonly unless?: readonly string[]
  readonly text: string
}

/** What stands where the organisation's number is not known: it lints as a gap that must be filled. */
const gap = '[office number]'

/**
 * A reply that neither confirms nor denies that anybody was ever there, fitting what the review is about (domain/hipaa.md 4).
 *
 * @param review the review or comment that is answered; empty where it is not known, and the draft tells.
 */
export function neutralReply({ organization }: Facts, review: string, draft: string): string {
  // A draft thanks whatever the review said.
  const told = review.trim() === '' ? draft.replace(/\bthank(?:s| you)\b/gi, '') : review
  const { text } = templateFor(told) ?? fallback()
  return text.replaceAll('{phone}', organization.phones[0] ?? gap)
}

const templates = () => data<{ entries: readonly Template[] }>('lexicons/neutral-replies').entries
const fallback = () => templates().find(({ cues }) => !cues)!

const templateFor = (words: string): Template | undefined =>
  templates().find(({ cues, unless }) => cues && holds(cues, words) && !(unless && holds(unless, words)))

const holds = (cues: readonly string[], words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${cues.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'iu').test(words)
