import type { Span } from '../../source.js'
import type { PostText } from '../post-text.js'
import type { Text } from '../text.js'
import type { Judged } from './judge.js'
import { fold, isGiven, isOrdinary, isSurname, isWordlike } from './lexicons.js'

/**
 * A name in the base name of a media file: `roe_jane_knee_0314.jpg`, `Maria-Lopez.png`; first name and surname side by side, in either order. Of a picture that is declared to
 * show a patient also a name of which a part is a word (`ray-dunbar.png`), and a first name alone (`emma.png`).
 */
export function fileNamePersons(text: Text, post: PostText): Judged[] {
  if (!/(?:^|\.)src$/.test(text.region.field)) return []
  const base = /[^/\\]*$/.exec(text.text)!
  const [found] = namesInFile(base[0], showsPatient(text, post))
  if (!found) return []
  const { start, end, name } = found
  const person: Judged['person'] = {
    text,
    span: { start: base.index + start, end: base.index + end },
    name,
    form: name.includes(' ') ? 'full' : 'first',
    role: 'unknown',
    cues: ['file-name'],
    in: 'file-name',
  }
  return [{ person, isLoose: false }]
}

/** Names in a file's base name, by offsets into it; `isOfPatient` where the file is declared to show a patient. */
export function namesInFile(base: string, isOfPatient: boolean): readonly Named[] {
  const words = base.replace(/\.\w{2,5}$/, '')
  const pairs = namePairs(words)
  return pairs.length > 0 || !isOfPatient ? pairs : namesOfPatient(words)
}

const showsPatient = ({ region }: Text, { post }: PostText) =>
  post.media.some(({ path, depicts }) => region.field === `${path}.src` && /^patients?$/.test(depicts ?? ''))

/** A name as written, with its place. */
type Named = Span & { readonly name: string }

const partsOf = (words: string) =>
  Array.from(words.matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu), ({ 0: word, index: start }) => ({
    word,
    start,
    end: start + word.length,
  }))

/** What says nothing beside a first name. */
const ofPictures =
  /^(?:img|image|pic|photo|portrait|headshot|selfie|before|after|bell|smile|final|edit|copy|crop|ig|post|story|reel|v)$/i

/** The whole file is called after somebody: two words of which one is nothing but a name, or one such first name. */
function namesOfPatient(words: string): readonly Named[] {
  const [one, two, ...rest] = partsOf(words).filter(({ word }) => !ofPictures.test(word))
  if (!one || rest.length > 0) return []
  if (!two) return isSureGiven(fold(one.word)) ? [{ ...one, name: one.word }] : []
  const [first, last] = [fold(one.word), fold(two.word)]
  const isName =
    isGiven(first) &&
    (isSurname(last) || (!isOrdinary(last) && last.length > 3)) &&
    (isSureGiven(first) || isSure(last))
  return isName ? [{ start: one.start, end: two.end, name: `${one.word} ${two.word}` }] : []
}

const isSure = (word: string) => !isWordlike(word) && !isOrdinary(word) && word.length > 2
const isSureGiven = (word: string) => isGiven(word) && !isWordlike(word) && word.length > 2

/** Where a file's name, a caption or a keyword holds a first name and a surname side by side, whatever stands between its words. */
export function namePairs(words: string): readonly Named[] {
  const parts = partsOf(words)
  return parts.flatMap((one, index) => {
    const two = parts[index + 1]
    return two && isPair(fold(one.word), fold(two.word))
      ? [{ start: one.start, end: two.end, name: `${one.word} ${two.word}` }]
      : []
  })
}

/** One is surely a first name, and the other a surname. */
function isPair(one: string, two: string): boolean {
  const isFirst = (word: string) => isGiven(word) && !isWordlike(word) && word.length > 2
  const isLast = (word: string) => isSurname(word) && !isWordlike(word)
  return (isFirst(one) && isLast(two)) || (isLast(one) && isFirst(two))
}
