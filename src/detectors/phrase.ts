import { UserError } from '../errors.js'
import { gapWord, phraseSpace } from '../required.js'
import { keyOf, keyOfLexicon } from '../text/phrase-catalogue.js'
import { lowered, type Phrase, PhraseList, PhraseSet } from '../text/phrase-list.js'
import type { Lexicon } from './detector.js'

/** The entries of a lexicon by name; throws a UserError for an unknown one. */
export type Lexicons = (name: string) => Lexicon

/**
 * A list of phrases to be found in texts. A phrase is a regular expression in small: a space also matches a hyphen, a line break or several spaces, but no blank line,
 * case does not matter, and it starts and ends at word boundaries, so that `lic` is not found in `public`. `{name}` stands for any entry of the
 * lexicon of that name, `{gap}` for up to four words of the same clause, `{gap8}` for up to eight; they stand for their own space after it.
 *
 * @throws UserError for a phrase that is no regular expression.
 */
export function phrases(list: readonly string[], lexicons: Lexicons = noLexicons): PhraseList {
  return new PhraseList(keyOf(list), list.length, (index) => compile(list[index]!, lexicons))
}

const noLexicons: Lexicons = (name) => {
  throw new UserError(`\`{${name}}\`: lexicons cannot be named here`)
}

function compile(phrase: string, lexicons: Lexicons): Phrase {
  const parts = expand(phrase).map((part) => (typeof part === 'string' ? part : setOf(lexicons(part.name), lexicons)))
  checkSource(phrase, parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''))
  return parts
}

function checkSource(phrase: string, source: string): void {
  try {
    new RegExp(source, 'u').test('')
  } catch (error) {
    throw new UserError(`\`${phrase}\` is no regular expression: ${error instanceof Error ? error.message : error}`)
  }
}

/** Spaces outside character classes stand for whatever parts two words; braces with a name for a lexicon or a gap. */
function expand(phrase: string): (string | { readonly name: string })[] {
  const parts: (string | { readonly name: string })[] = []
  let source = ''
  for (const token of phrase.match(/\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\{[a-z][a-z-]*?\d*\}| +|[^\\[{ ]+|./gsu) ??
    []) {
    const [, name, count] = /^\{([a-z][a-z-]*?)(\d*)\}$/.exec(token) ?? []
    if (name === 'gap') source += gap(Number(count || 4))
    else if (name) {
      parts.push(source, { name: name + count })
      source = ''
    } else source += token.startsWith(' ') ? phraseSpace : token
  }
  return [...parts, source]
}

/** Words of one clause. */
const gap = (words: number) => `${gapWord}{0,${words}}?`

const known = new WeakMap<object, PhraseSet>()

/** A lexicon as phrases name it; plurals are understood. */
function setOf(lexicon: Lexicon, lexicons: Lexicons): PhraseSet {
  const cached = known.get(lexicon)
  if (cached) return cached
  const key = keyOfLexicon(lexicon.name)
  const set = new PhraseSet(lexicon.isBuiltin ? key : `${key} of the user`, () => {
    const entries = [...new Set(termsOf(lexicon, lexicons))]
    return entries.map((entry) => ({
      lowerSource: lowered(plainSource(/\p{L}$/u.test(entry) ? `${entry}(?:e?s)?` : entry)),
      looksAround: /\(\?<?[=!]|\\[bB]|[$^]/.test(entry),
    }))
  })
  known.set(lexicon, set)
  return set
}

/** An entry of a lexicon names no lexicon. */
const plainSource = (entry: string) => (compile(entry, noLexicons) as readonly string[]).join('')

/** What a lexicon lists, with the lists that it includes and without what it excludes of them. */
function termsOf({ entries, include = [], without = [] }: Lexicon, lexicons: Lexicons): string[] {
  const left = new Set(without)
  const own = entries.flatMap((entry) => (entry as { terms?: string[] }).terms ?? (entry as string | { term?: string }))
  const terms = own.flatMap((entry) => (typeof entry === 'string' ? entry : (entry.term ?? [])))
  return [...terms, ...include.flatMap((name) => termsOf(lexicons(name), lexicons).filter((term) => !left.has(term)))]
}
