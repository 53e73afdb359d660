import type { Span } from '../../source.js'
import type { Text } from '../text.js'
import type { Judged } from './judge.js'
import { fold, isGiven, isSurname, isWordlike } from './lexicons.js'

/** A name in the base name of a media file: `roe_jane_knee_0314.jpg`, `Maria-Lopez.png`; first name and surname side by side, in either order. */
export function fileNamePersons(text: Text): Judged[] {
  if (!/(?:^|\.)src$/.test(text.region.field)) return []
  const base = /[^/\\]*$/.exec(text.text)!
  return namePairs(base[0].replace(/\.\w{2,5}$/, ''))
    .slice(0, 1)
    .map(({ start, end, name }) => ({
      person: {
        text,
        span: { start: base.index + start, end: base.index + end },
        name,
        form: 'full',
        role: 'unknown',
        cues: ['file-name'],
        in: 'file-name',
      },
      isLoose: false,
    }))
}

/** Where a file's name, a caption or a keyword holds a first name and a surname side by side, whatever stands between its words. */
export function namePairs(words: string): readonly (Span & { readonly name: string })[] {
  const parts = Array.from(words.matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu), ({ 0: word, index: start }) => ({
    word,
    start,
    end: start + word.length,
  }))
  return parts.flatMap((one, index) => {
    const two = parts[index + 1]
    return two && isPair(fold(one.word), fold(two.word))
      ? [{ start: one.start, end: two.end, name: `${one.word} ${two.word}` }]
      : []
  })
}

/** One is surely a first name, and the other a surname. */
function isPair(one: string, two: string): boolean {
  const isSure = (word: string) => isGiven(word) && !isWordlike(word) && word.length > 2
  const isLast = (word: string) => isSurname(word) && !isWordlike(word)
  return (isSure(one) && isLast(two)) || (isLast(one) && isSure(two))
}
