import { UserError } from '../errors.js'

/**
 * A list of phrases as one expression. A phrase is a regular expression in small: a space also matches a hyphen, a line break or several spaces,
 * case does not matter, and it starts and ends at word boundaries, so that `lic` is not found in `public`.
 *
 * @throws UserError for a phrase that is no regular expression.
 */
export function phrases(list: readonly string[]): RegExp {
  for (const phrase of list) checkPhrase(phrase)
  return new RegExp(`${wordStart}(?:${list.map(widen).join('|')})${wordEnd}`, 'giu')
}

const wordStart = '(?<![\\p{L}\\p{N}_])'
const wordEnd = '(?![\\p{L}\\p{N}_])'

/** Spaces outside character classes stand for whatever parts two words. */
const widen = (phrase: string) =>
  `(?:${phrase.replace(/\[[^\]]*\]| +/g, (part) => (part.startsWith('[') ? part : '[\\s-]+'))})`

function checkPhrase(phrase: string): void {
  try {
    new RegExp(widen(phrase), 'giu')
  } catch (error) {
    throw new UserError(`\`${phrase}\` is no regular expression: ${error instanceof Error ? error.message : error}`)
  }
}
