import type { Text } from '../text.js'
import type { Judged } from './judge.js'
import { fold, isGiven, isSurname, isWordlike } from './lexicons.js'

/** A name in the base name of a media file: `roe_jane_knee_0314.jpg`, `Maria-Lopez.png`; first name and surname side by side, in either order. */
export function fileNamePersons(text: Text): Judged[] {
  if (!/(?:^|\.)src$/.test(text.region.field)) return []
  const base = /[^/\\]*$/.exec(text.text)!
  const words = Array.from(
    base[0].replace(/\.\w{2,5}$/, '').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu),
    ({ 0: word, index }) => ({ word, start: base.index + index }),
  )
  for (let index = 0; index + 1 < words.length; index++) {
    const [one, two] = [words[index]!, words[index + 1]!]
    if (!isPair(fold(one.word), fold(two.word))) continue
    const span = { start: one.start, end: two.start + two.word.length }
    return [
      {
        person: {
          text,
          span,
          name: `${one.word} ${two.word}`,
          form: 'full',
          role: 'unknown',
          cues: ['file-name'],
          in: 'file-name',
        },
        isLoose: false,
      },
    ]
  }
  return []
}

/** One is surely a first name, and the other a surname. */
function isPair(one: string, two: string): boolean {
  const isSure = (word: string) => isGiven(word) && !isWordlike(word) && word.length > 2
  const isLast = (word: string) => isSurname(word) && !isWordlike(word)
  return (isSure(one) && isLast(two)) || (isLast(one) && isSure(two))
}
