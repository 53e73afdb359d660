import { digit, holds, isInWord, lettersOf, wordStart } from '../required.js'

/** Words that phrases are looked for in: lower case, with their grams. */
export interface Words {
  readonly text: string
  readonly grams: ReadonlySet<string>
}

const gramLength = 4

/** Under which of a text's grams a substring of it is looked up. */
export function gramOf(substring: string): string {
  const letters = lettersOf(substring)
  return letters.length < 3 && substring !== digit ? wordStart + letters : letters.slice(0, gramLength)
}

/** Words of no text, ready to be looked through; they must be in lower case. */
export const wordsFrom = (lower: string): Words => ({ text: lower, grams: gramsOf(lower) })

/** All stretches of three and of four units of a lower-case text, the first two of each word, and `digit` if it has one. */
function gramsOf(lower: string): ReadonlySet<string> {
  const grams = new Set<string>(/\d/.test(lower) ? [digit] : [])
  for (let at = 0; at + 3 <= lower.length; at++) {
    grams.add(lower.slice(at, at + 3))
    if (at + gramLength <= lower.length) grams.add(lower.slice(at, at + gramLength))
  }
  for (let at = 0; at + 2 <= lower.length; at++)
    if (at === 0 || !isInWord(lower.charCodeAt(at - 1))) grams.add(wordStart + lower.slice(at, at + 2))
  return grams
}

/** What needs a substring. */
interface Need {
  readonly what: number
  readonly substring: string
}

/** Finds what needs one of some substrings, by the substrings that stand in a text. */
export class GramIndex {
  readonly #byGram = new Map<string, Need[]>()

  add(what: number, needs: readonly string[]): void {
    for (const substring of needs) {
      const gram = gramOf(substring)
      const others = this.#byGram.get(gram)
      if (others) others.push({ what, substring })
      else this.#byGram.set(gram, [{ what, substring }])
    }
  }

  /** What has one of its substrings in these words; by the shorter of the two lists. */
  in({ grams, text }: Words): Set<number> {
    const found = new Set<number>()
    const add = (gram: string) => {
      for (const { what, substring } of this.#byGram.get(gram) ?? []) if (holds(text, substring)) found.add(what)
    }
    if (this.#byGram.size < grams.size) {
      for (const gram of this.#byGram.keys()) if (grams.has(gram)) add(gram)
    } else {
      for (const gram of grams) add(gram)
    }
    return found
  }
}
