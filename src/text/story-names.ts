import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import type { TextContext } from './context.js'
import { isNearPerson } from './near-person.js'
import { isEponym } from './persons/lexicons.js'
import type { Text } from './text.js'
import { statePattern } from './towns.js'

/**
 * Proper names that stand where a story says where, at what or for whom: `near Tamarack Flats`, `the Gull Point light`, `at Second Street House`. Whatever the name
 * stands for, readers from there know it. Not persons, nor what every hospital has.
 */
export function properNames(context: TextContext): readonly Span[] {
  const { text, referents } = context
  return Array.from(text.text.matchAll(placed), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })).filter(
    (span) =>
      !isOrdinary(text.text.slice(span.start, span.end)) &&
      !isInTitle(text, span) &&
      !isTaken(text, span) &&
      !referents.some((referent) => referent.form === 'name' && overlaps(referent.span, span)) &&
      isNearPerson(context, span),
  )
}

const capital = "\\p{Lu}\\p{Ll}[\\p{L}'-]*"
const run = `${capital}(?: (?:of |the |de |la |& )?${capital})`

/** After a preposition of place; between an article and a noun, in two words at least; and before a noun of place. */
const placed = new RegExp(
  [
    `(?<=\\b(?:[Ii]n|[Aa]t|from|[Nn]ear|[Oo]utside|off|past|behind|beyond|around|[Ii]nside|toward|towards|over at|down at|out by|out at|up in|down in|in from)(?: the| old| little)? )${run}{0,3}(?!\\p{L})`,
    `(?<=\\b(?:to|by|on|of|for|between|with|through|into)(?: the)? )${run}{1,3}(?!\\p{L})`,
    `(?<=\\b[Tt]h(?:e|at) )${run}{1,3}(?= \\p{Ll}{3,})`,
    `(?<=\\b[Tt]h(?:e|at) )${capital}(?= (?:bridge|road|creek|exit|overpass|dam|mill|mine|plant|quarry|farm|ranch|store|church|school|pool|park|fair|fairgrounds|track|arena|bar|diner|marina|pier|beach|lake|river|trail|field|parade|festival|fire|crash|wreck|light|lighthouse)(?!\\p{L}))`,
    `(?<!\\p{L})(?:Lake|Mount|Mt\\.?|Fort|Ft\\.?|Port|Cape|Camp) ${capital}(?!\\p{L})`,
    `(?<!\\p{L})(?:${capital} ){1,3}(?:County|Parish|Township|Creek|River|Lake|Valley|Road|Street|Avenue|Bridge|High|Elementary|Middle School|Academy|Towers?|Flats|Court|Mill|Mine|Ranch|Farms?|Island|Beach|Park|Fair|Festival|Speedway)(?![\\p{L}])`,
  ].join('|'),
  'gu',
)

let states: RegExp | undefined

/** A state or a larger region narrows nothing down; a feast, a platform or the organization's own rooms do not either. */
function isOrdinary(name: string): boolean {
  states ??= new RegExp(`^(?:${statePattern()})(?:'s)?$`, 'u')
  return (
    states.test(name) ||
    isEponym(name.toLowerCase().replace(/'s$/, '')) ||
    data<{ names: readonly string[] }>('lexicons/ordinary-names').names.some((word) =>
      new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'u').test(name),
    )
  )
}

/** A line in which most words are capitalised. */
function isInTitle({ text }: Text, { start, end }: Span): boolean {
  const lineEnd = text.indexOf('\n', end)
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, lineEnd < 0 ? text.length : lineEnd)
  const words = line.match(/\p{L}[\p{L}'-]{3,}/gu) ?? []
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > 0.7 * words.length
}

/** In a tag, a link, an account, a date or a condition. */
const isTaken = (text: Text, span: Span): boolean =>
  [...text.hashtags, ...text.links, ...text.mentions, ...text.dates].some((other) => overlaps(other.span, span)) ||
  text.health.some(
    ({ span: other, meaning }) => overlaps(other, span) && /condition|procedure|care-place/.test(meaning.kind),
  )
