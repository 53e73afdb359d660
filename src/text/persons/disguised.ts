import { leetLetters } from '../folded.js'
import type { Text } from '../text.js'
import { around, type Candidate } from './candidate.js'
import { fold, isGiven } from './lexicons.js'
import type { Item } from './run.js'

// Who knows that a name must not be posted writes it so that filters overlook it, and readers do not.

const cue = /(?<!\p{L})(?:patients?|clients?|residents?|survivors?)[:,]? (?:named |called )?/giu
const spelt = /^\p{L}(?:[.\s*_·-]\p{L}(?![\p{L}\p{N}])){2,14}(?: {1,3}\p{L}(?:[.\s*_·-]\p{L}(?![\p{L}\p{N}])){2,14})?/u
const leet = /^(?=\p{Lu}|\p{Ll}*[\d@$])[\p{L}\d@$!'-]{3,15}(?: (?=\p{Lu})[\p{L}\d@$!'-]{2,15})?(?![\p{L}\d])/u
/** `our patient M.a.r.i.a L.o.p.e.z`, `our patient M4ria L0pez`: letters apart, or figures in the place of letters, after a patient's noun. */
export const disguisedIn = (text: Text): Candidate[] =>
  Array.from(text.text.matchAll(cue)).flatMap((match) => {
    const start = match.index + match[0].length
    return disguisedAt(text, start) ?? []
  })

function disguisedAt(text: Text, start: number): Candidate | undefined {
  const rest = text.text.slice(start, start + 60)
  const apart = spelt.exec(rest)?.[0]
  const written = apart ?? leet.exec(rest)?.[0]
  if (written === undefined || (apart === undefined && !/\p{L}[\d@$]\p{L}|[\d@$]\p{Ll}{2}/u.test(written)))
    return undefined
  const words = apart === undefined ? written.split(' ') : apart.split(/\s{2,}|(?<=[.*_·-]\p{L}) (?=\p{L})/u)
  const folded = words.map((word) => fold(plainOf(word, apart !== undefined)))
  return isGiven(folded[0]!) && folded[0]!.length > 2 ? candidate(text, start, words, folded) : undefined
}

/** With the marks between its letters gone, or its figures read as letters. */
const plainOf = (word: string, isApart: boolean) =>
  isApart
    ? word.replace(/[^\p{L}]/gu, '')
    : word.replace(/!$/, '').replace(/[\d@$!]/g, (figure) => leetLetters[figure] ?? figure)

function candidate(text: Text, start: number, words: readonly string[], folded: readonly string[]): Candidate {
  let at = start
  const names = words.map((word, index): Item => {
    const from = text.text.indexOf(word, at)
    at = from + word.length
    return {
      text: word,
      folded: folded[index]!,
      kind: index === 0 ? 'given' : 'surname',
      start: from,
      end: at,
      isPossessive: false,
    }
  })
  return around(text, { start, end: at }, start, {
    names,
    prefix: [],
    suffix: [],
    isPossessive: false,
    shape: 'lower-case',
  })
}
