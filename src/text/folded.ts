import { type MappedText, SourceMap } from '../draft/source-map.js'
import { type Folding, mapped, type Rewrite, rewrite } from './folding.js'
import { isKnownWord, wordCost } from './segment.js'

/**
 * A second view of a normalised text, for matching words only: letters set apart (`c u r e`, `O.z.e.m.p.i.c`, `c🍊u🍊r🍊e`) are joined and digits
 * that stand for letters (`0zempic`, `c4ncer`) read as those. Numbers are not to be looked for here. Its map leads to the normalised text.
 */
export function fold(text: string): MappedText {
  let folding: Folding = { text }
  if (apartHint.test(text)) {
    for (const pattern of [apart, pieces, strewn]) {
      folding = rewrite(folding, [...folding.text.matchAll(pattern)].flatMap(join))
    }
  }
  if (leetHint.test(folding.text)) folding = rewrite(folding, [...folding.text.matchAll(leetWord)].flatMap(readLeet))
  return folding.text === text ? { text, map: SourceMap.verbatim(0, text.length) } : mapped(folding)
}

const emoji = '(?:(?![#*0-9])\\p{Emoji}[\\u{1F3FB}-\\u{1F3FF}]?)+'
const apartHint =
  /\b[A-Za-z]([ .*_·|~+-])[A-Za-z]\1[A-Za-z]|[A-Za-z]([.*·|])[A-Za-z]{1,3}\2[A-Za-z]|[A-Za-z][\u2190-\uFFFF]{1,8}[A-Za-z]/
// Four single letters and the same mark between all of them; three already with stars or bars, which no abbreviation has.
const apart =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}]['.-])\p{L}(?:([ .·_+-])\p{L})(?:\1\p{L}){2,}(?![\p{L}\p{N}]|\1[\p{L}\p{N}](?![\p{L}\p{N}]))|(?<![\p{L}\p{N}])\p{L}([*|~])\p{L}(?:\2\p{L})+(?![\p{L}\p{N}])/gu
const pieces = /(?<![\p{L}\p{N}@/.])(?!www)\p{L}{1,3}([.*·|])\p{L}{1,3}(?:\1\p{L}{1,3})+(?![\p{L}\p{N}@/])/giu
const strewn = new RegExp(`(?<![\\p{L}\\p{N}])\\p{L}{1,3}(?:${emoji}\\p{L}{1,3}){2,}(?![\\p{L}\\p{N}])`, 'gu')

/** Capitals with dots are an abbreviation unless they spell a word of about this frequency. */
const everyday = 48

/** Deletes what stands between the letters, unless it is an abbreviation (`U.S.A.F.`). */
function join({ 0: found, 1: mark, index }: RegExpExecArray): Rewrite[] {
  const joined = found.replace(/[^\p{L}]/gu, '')
  const isAbbreviation = mark === '.' && (joined === joined.toUpperCase() || joined.length < 4)
  if (isAbbreviation && !((wordCost(joined.toLowerCase()) ?? 99) < everyday)) return []
  return [...found.matchAll(/[^\p{L}]+/gu)].map((gap) => ({
    start: index + gap.index,
    end: index + gap.index + gap[0].length,
    text: '',
  }))
}

const leetHint = /[A-Za-z][0134578@$!][A-Za-z]|[013457$][A-Za-z]{3}/
const leetWord =
  /(?<![\p{L}\p{N}@#$./_-])(?=[\p{L}\p{N}@$!]*\p{L})[\p{L}0134578@$][\p{L}0134578@$!]*[\p{L}0134578@$](?![\p{N}@_/]|\.\p{L})/gu
/** The letter that a figure stands for in leet. */
export const leetLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Only what becomes a word, or has its one digit amid letters: B12, H1N1, COVID19, 5mg, T2D and codes stay. */
function readLeet({ 0: word, index }: RegExpExecArray): Rewrite[] {
  if (!/[^\p{L}]/u.test(word) || word.replace(/[^\p{L}]/gu, '').length < 3) return []
  const known = [leetLetters, { ...leetLetters, 1: 'l' }].map((table) => read(word, table)).find(isWord)
  const text = known ?? (hasOneAmidLetters.test(word) ? read(word, leetLetters) : word)
  return text === word ? [] : [{ start: index, end: index + word.length, text }]
}

const read = (word: string, table: Readonly<Record<string, string>>) =>
  word.replace(/[^\p{L}]/gu, (unit) => table[unit] ?? unit)
const isWord = (word: string) =>
  word.length > 3 && (isKnownWord(word.toLowerCase()) || isKnownWord(word.toLowerCase().replace(/s$/, '')))
const hasOneAmidLetters = /^(?:\p{L}\p{Ll}*[013457@$!]\p{Ll}{3,}|\p{L}\p{Ll}{2,}[013457@$!]\p{Ll}{2,}|0\p{Ll}{4,})$/u
