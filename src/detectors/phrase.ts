import { UserError } from '../errors.js'
import type { Lexicon } from './detector.js'

/** The entries of a lexicon by name; throws a UserError for an unknown one. */
export type Lexicons = (name: string) => Lexicon

/**
 * A list of phrases as one expression. A phrase is a regular expression in small: a space also matches a hyphen, a line break or several spaces, but no blank line,
 * case does not matter, and it starts and ends at word boundaries, so that `lic` is not found in `public`. `{name}` stands for any entry of the
 * lexicon of that name, `{gap}` for up to four words of the same clause, `{gap8}` for up to eight; they stand for their own space after it.
 *
 * @throws UserError for a phrase that is no regular expression.
 */
export function phrases(list: readonly string[], lexicons: Lexicons = noLexicons): RegExp {
  return new RegExp(`${wordStart}(?:${list.map((phrase) => compile(phrase, lexicons)).join('|')})${wordEnd}`, 'giu')
}

const wordStart = '(?<![\\p{L}\\p{N}_])'
const wordEnd = '(?![\\p{L}\\p{N}_])'

const noLexicons: Lexicons = (name) => {
  throw new UserError(`\`{${name}}\`: lexicons cannot be named here`)
}

function compile(phrase: string, lexicons: Lexicons): string {
  const source = `(?:${expand(phrase, lexicons)})`
  try {
    new RegExp(source, 'giu')
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`\`${phrase}\` is no regular expression: ${error instanceof Error ? error.message : error}`)
  }
  return source
}

/** Spaces outside character classes stand for whatever parts two words; braces with a name for a lexicon or a gap. */
const expand = (phrase: string, lexicons: Lexicons) =>
  phrase.replace(/\\.|\[(?:\\.|[^\]])*\]|\{([a-z][a-z-]*?)(\d*)\}| +/gu, (part, name, count) => {
    if (name === 'gap') return gap(Number(count || 4))
    if (name) return anyOf(lexicons(name + count), lexicons)
    return part.startsWith(' ') ? space : part
  })

/** Hyphens, spaces and a line break, but no blank line; the next word may be a hashtag. */
const space = '(?:(?:[^\\S\\n]|-|\\n(?!\\s*\\n))+#?)'

/** Words of one clause: no stop, colon, dash or blank line between them. */
const gap = (words: number) => `(?:[^\\s.!?;:\\u2014]+(?:[^\\S\\n]+|\\n(?!\\s))#?){0,${words}}?`

const known = new WeakMap<object, string>()

/** A lexicon as an alternation, longer entries first; plurals are understood. */
function anyOf(lexicon: Lexicon, lexicons: Lexicons): string {
  const cached = known.get(lexicon.entries)
  if (cached) return cached
  const entries = [...new Set(termsOf(lexicon, lexicons))].sort((a, b) => b.length - a.length)
  const source = `(?:${entries.map((entry) => compile(/\p{L}$/u.test(entry) ? `${entry}(?:e?s)?` : entry, noLexicons)).join('|')})`
  known.set(lexicon.entries, source)
  return source
}

/** What a lexicon lists, with the lists that it includes and without what it excludes of them. */
function termsOf({ entries, include = [], without = [] }: Lexicon, lexicons: Lexicons): string[] {
  const left = new Set(without)
  const own = entries.flatMap((entry) => (entry as { terms?: string[] }).terms ?? (entry as string | { term?: string }))
  const terms = own.flatMap((entry) => (typeof entry === 'string' ? entry : (entry.term ?? [])))
  return [...terms, ...include.flatMap((name) => termsOf(lexicons(name), lexicons).filter((term) => !left.has(term)))]
}
