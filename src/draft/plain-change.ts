import type { Span } from '../source.js'

/** Words that are no Markdown wherever words may stand. */
const words = /^\p{L}(?:[\p{L}\p{N} ,;'-]*[\p{L}\p{N}])?$/u
const oldWords = /^\p{L}(?:[^\r\n]*[\p{L}\p{N}])?$/u
/** Beside a word these say the same whichever word it is. */
const before = /^$|[\s(,;!?"'*-]$/
const after = /^$|^[\s),.;:!?"'*-]/

/**
 * Whether a change puts plain words in the place of words, so that Markdown reads all around it as before: most changes do, and need not be tried out.
 * Labels of links are words too: a file that defines any is not judged.
 */
export function isPlainChange(file: string, { start, end }: Span, text: string): boolean {
  if (!words.test(text) || / {2}/.test(text) || !oldWords.test(file.slice(start, end))) return false
  return (
    before.test(file.slice(Math.max(0, start - 1), start)) && after.test(file.slice(end, end + 1)) && !/\]:/.test(file)
  )
}
