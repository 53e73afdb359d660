import lookAlikes from '../../rules/lexicons/look-alikes.json' with { type: 'json' }
import { type MappedText, SourceMap } from '../draft/source-map.js'
import { emphasisMarks } from './emphasis.js'
import { type Folding, mapped, type Rewrite, rewrite } from './folding.js'

/**
 * The text as it is matched, with the map back to `text`: invisible characters and emphasis marks gone; styled letters, quotes, dashes, spaces
 * and, in otherwise Latin words, look-alike letters folded to ASCII; accents composed. An em dash between letters stays, since it parts words.
 */
export function normalise(text: string): MappedText {
  const hasMarks = /[*_~]/.test(text)
  if (!hasMarks && !foldable.test(text)) return { text, map: SourceMap.verbatim(0, text.length) }
  let folding: Folding = { text }
  if (foldable.test(text)) {
    folding = rewrite(folding, [...text.matchAll(characters)].flatMap(foldCharacter))
    if (/\p{M}/u.test(folding.text)) folding = rewrite(folding, [...folding.text.matchAll(accented)].flatMap(compose))
    if (lookAlike.test(folding.text))
      folding = rewrite(folding, [...folding.text.matchAll(mixedWord)].flatMap(foldLookAlikes))
  }
  if (hasMarks) folding = rewrite(folding, emphasisMarks(folding.text))
  return mapped(folding)
}

/** Above Latin-1's letters lies all that is folded, but for the no-break space, soft hyphen, guillemets and acute accent. */
const foldable = /[\u0080-\u00A0\u00AB\u00AD\u00B4\u00BB\u0131\u0180-\u{10FFFF}]/u

const invisible =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u20E3\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\u{E0000}-\\u{E0FFF}'
const overlays = '\\u0332-\\u0338\\u20D0-\\u20DC'
const spaces = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000'
const breaks = '\\u0085\\u2028\\u2029'
const quotes = '\\u00B4\\u02B9\\u02BB\\u02BC\\u2018-\\u201B\\u2032\\u2035'
const doubleQuotes = '\\u00AB\\u00BB\\u201C-\\u201F\\u2033\\u2036'
const dashes = '\\u2010-\\u2015\\u2212\\uFE58\\uFE63'
const styled =
  '\\u2460-\\u2468\\u24B6-\\u24E9\\uFF01-\\uFF5E\\uFB00-\\uFB06\\u2102\\u210A-\\u2115\\u2118-\\u211D\\u2124\\u2128-\\u2139\\u{1D400}-\\u{1D7FF}\\u{1F130}-\\u{1F149}\\u{1F150}-\\u{1F169}\\u{1F170}-\\u{1F189}'

const classes: readonly (readonly [RegExp, (character: string) => string])[] = [
  [`${invisible}${overlays}`, () => ''],
  [spaces, () => ' '],
  [breaks, () => '\n'],
  [quotes, () => "'"],
  [doubleQuotes, () => '"'],
  [dashes, () => '-'],
  [styled, plain],
].map(([set, fold]) => [new RegExp(`^[${set}]`, 'u'), fold as (character: string) => string])

/** A keycap's sign and strokes through a letter belong to the one before them: a fix that takes the digit takes its key. */
const struck = `[!-~](?:[${overlays}]|\\uFE0F?\\u20E3)+`

const characters = new RegExp(
  `${struck}|[${invisible}${overlays}${spaces}${breaks}${quotes}${doubleQuotes}${dashes}${styled}]`,
  'gu',
)

function foldCharacter({ 0: character, index, input }: RegExpExecArray): Rewrite[] {
  if (/^[!-~]/.test(character)) return [{ start: index, end: index + character.length, text: character[0]! }]
  if (character === '—' && isBetweenLetters(input, index)) return []
  const fold = classes.find(([set]) => set.test(character))![1]
  return [{ start: index, end: index + character.length, text: fold(character) }]
}

const isBetweenLetters = (text: string, at: number) => /^\p{L}—\p{L}/u.test(text.slice(at - 1, at + 3))

/** Full-width forms, mathematical letters and the like are compatibility forms; the letters in dark circles and squares are not. */
function plain(character: string): string {
  const code = character.codePointAt(0)!
  for (const first of [0x1f150, 0x1f170]) {
    if (code >= first && code < first + 26) return String.fromCharCode(65 + code - first)
  }
  return character.normalize('NFKC')
}

const accented = /\p{L}\p{M}+/gu

/** One letter for a letter and its marks; what does not compose is piled on a Latin letter to hide it, and belongs to others' writing. */
function compose({ 0: cluster, index }: RegExpExecArray): Rewrite[] {
  const composed = cluster.normalize('NFC')
  const text = /^\p{Script=Latin}/u.test(composed) ? String.fromCodePoint(composed.codePointAt(0)!) : composed
  return text === cluster ? [] : [{ start: index, end: index + cluster.length, text }]
}

const letters = new Map(Object.entries(lookAlikes.letters).flatMap(([to, all]) => [...all].map((from) => [from, to])))

const lookAlike = new RegExp(`[${[...letters.keys()].join('')}ı]`, 'u')

const mixedWord =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]*(?:\p{Script=Latin}[\p{M}\p{N}]*[^\p{Script=Latin}\P{L}]|[^\p{Script=Latin}\P{L}][\p{M}\p{N}]*\p{Script=Latin}|[ᴀ-ᴢɑɡɩɪʀʙʜʟɴʏʐꜰꜱı])[\p{L}\p{M}\p{N}]*/gu

/** Only where each foreign letter looks like a Latin one: `Cаncer`, but not `μg` or `IFNγ`. */
function foldLookAlikes({ 0: word, index }: RegExpExecArray): Rewrite[] {
  const isDisguise = [...word].every((letter) => letters.has(letter) || !/[^\p{Script=Latin}\P{L}]/u.test(letter))
  if (!isDisguise) return []
  const text = [...word].map((letter) => letters.get(letter) ?? letter).join('')
  return text.length === word.length && text !== word ? [{ start: index, end: index + word.length, text }] : []
}
