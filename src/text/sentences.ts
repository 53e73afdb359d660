import lexicon from '../../rules/lexicons/sentences.json' with { type: 'json' }
import type { Span } from '../source.js'

const emoji = '(?:(?![#*0-9])\\p{Emoji}[\\u{1F3FB}-\\u{1F3FF}]?)'
// A line break; a stop with closing quotes and the emoji after it; or emoji alone, which may stand in the place of a stop.
const boundary = new RegExp(
  `(?<![ \\t])[ \\t]*\\r?\\n\\s*|(?<![.!?…])[.!?…]+["')\\]*_]*(?:\\s*${emoji}+)*(?=\\s|$)|${emoji}(?:[ \\t]*${emoji})*(?=\\s|$)`,
  'gu',
)
const bullet = /^(?:[-*+•◦▪·>–—]|\d{1,2}[.)])\s/u
const tagBlock = /(?:^|(?<=\s))(?:#[\p{L}\p{M}\p{N}_]+[\s,]*){2,}$/u

const list = (words: string) => new Set(words.split(' '))
const neverLast = list(lexicon.never_last)
const seldomLast = list(lexicon.seldom_last)
const openers = list(lexicon.openers)

/**
 * The sentences of a normalised text, in order, without the white space between them. Blank lines, bullets and line breaks before anything but
 * a lower-case letter end a sentence too, and a run of hashtags at the end of one is a sentence of its own.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  const close = (end: number) => {
    sentences.push(...withTagBlock(text, trimmed(text, start, end)))
    start = end
  }
  for (const found of text.matchAll(boundary)) {
    const end = found.index + found[0].length
    if (ends(text, start, found)) close(end)
  }
  close(text.length)
  return sentences
}

/** The sentence at an offset; between two sentences the one before, and before the first one that. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return sentences[low] ?? { start: 0, end: 0 }
}

function ends(text: string, start: number, { 0: found, index }: RegExpExecArray): boolean {
  const rest = text.slice(index + found.length, index + found.length + 40).trimStart()
  if (found.includes('\n')) return lineEnds(found, rest)
  if (rest === '' || found.startsWith('!') || (found.startsWith('?') && !/^\p{Ll}/u.test(rest)))
    return !/^["')\]]/.test(rest)
  if (!/^[.?…]/.test(found)) return opens(rest)
  if (/^(?:\.\.|…|.["')])/u.test(found)) return !/^\p{Ll}/u.test(rest)
  return stopEnds(text.slice(Math.max(start, index - 24), index), rest)
}

/** A paragraph's line break ends a sentence unless the next line just goes on. */
const lineEnds = (found: string, rest: string) =>
  found.split('\n').length > 2 || bullet.test(rest) || !/^\p{Ll}/u.test(rest)

/** Whether a full stop after `before` ends a sentence, rather than an abbreviation, an initial or a number of a list. */
function stopEnds(before: string, rest: string): boolean {
  const last = (/[^\s("'[#@]*$/.exec(before)?.[0] ?? '').toLowerCase()
  if (neverLast.has(last)) return false
  if (last === 'no' || last === 'nos') return !/^\d/.test(rest)
  if (seldomLast.has(last)) return opens(rest)
  if (/(?:^|[\s.])\p{Lu}$/u.test(before) && /^\p{Lu}/u.test(rest))
    return /(?:vitamin|type|hepatitis|plan|part|group|grade) .$/i.test(before) || opens(rest)
  return !/(?:^|\n)\s*\d{1,2}$/.test(before)
}

/** Whether what follows starts as sentences start: with a common opening word in upper case, a bullet, a tag. */
function opens(rest: string): boolean {
  const word = /^["'(]*(\p{Lu}[\p{L}']*)/u.exec(rest)?.[1]
  return (word !== undefined && openers.has(word.toLowerCase())) || /^[#•]/.test(rest)
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

function withTagBlock(text: string, sentence: Span): Span[] {
  if (sentence.end === sentence.start) return []
  const block = tagBlock.exec(text.slice(sentence.start, sentence.end))
  if (!block || block.index === 0) return [sentence]
  const middle = sentence.start + block.index
  return [trimmed(text, sentence.start, middle), { start: middle, end: sentence.end }]
}
