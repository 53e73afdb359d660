import { wordSpace } from '../required.js'

/**
 * A list of phrases of our own lexicons as one expression, for the analysis of texts: a space also matches a hyphen or one line break, case does not
 * matter, and a phrase starts and ends at word boundaries. Never matches for an empty list.
 */
export function anyOf(list: readonly string[]): RegExp {
  if (list.length === 0) return /(?!)/g
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${list.map((phrase) => phrase.replaceAll(' ', wordSpace)).join('|')})(?![\\p{L}\\p{N}_])`,
    'giu',
  )
}
