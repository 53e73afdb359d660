import type { Media } from '../draft/post.js'
import type { MediaFacts, Metadata } from '../facts.js'
import type { Span } from '../source.js'
import { isPatientMedia, kindOf } from './media.js'
import { namePairs, namesInFile } from './persons/file-names.js'
import type { PostText } from './post-text.js'

/** Where the file is that a media entry names, if anything can be looked at here; addresses are no files. */
const factsOf = ({ src }: Media, { facts, post }: PostText): MediaFacts | undefined =>
  src === undefined || /^[a-z][a-z0-9+.-]*:/i.test(src) ? undefined : facts.inspectMedia?.(src, post.draft.source.path)

/** A scan with a header, by its ending or by how the file begins. */
export const isDicom = (media: Media, post: PostText): boolean =>
  kindOf(media) === 'scan' || (factsOf(media, post)?.isDicom ?? false)

/** What a patient's picture says of itself, as a sentence: `identity` where or who, `date` when or with which camera. */
export function metadataFault(find: 'identity' | 'date', media: Media, post: PostText): string | undefined {
  if (!isPatientMedia(media, post)) return undefined
  const metadata = factsOf(media, post)?.metadata()
  if (!metadata) return undefined
  const said = { identity: identity(metadata), date: date(metadata, post) }
  if (said[find].length === 0) return undefined
  // One picture is one finding: the graver one names what the other would.
  return `It carries ${inWords(find === 'identity' ? [...said.identity, ...said.date] : said.date)}.`
}

const inWords = (said: readonly string[]) =>
  [said.slice(0, -1).join(', '), ...said.slice(-1)].filter(Boolean).join(' and ')

const identity = ({ hasPosition, hasPersons, words }: Metadata): string[] => [
  ...(hasPosition ? ['the place where it was taken'] : []),
  ...(hasPersons ? ['the names of people on it'] : []),
  ...(words.some((text) => namePairs(text).length > 0) ? ['a name in its caption or keywords'] : []),
]

const date = ({ hasDate, hasSerial }: Metadata, post: PostText): string[] => [
  ...(hasDate && !saysDates(post) ? ['the time when it was taken'] : []),
  ...(hasSerial ? ['the serial number or owner of the camera'] : []),
]

/** A bare id says nothing of dates that nobody sees. */
const saysDates = ({ consent }: PostText) =>
  consent.consents.some(({ status, record }) => status === 'valid' && record?.covers?.includes('dates'))

/**
 * Why nobody could look into a file. One that is not there counts only where its folder or another file of the draft is: drafts often name files that
 * lie elsewhere. What cannot be looked into counts only in a patient's media.
 */
export function uninspected(media: Media, post: PostText): string | undefined {
  const facts = factsOf(media, post)
  if (!facts) return undefined
  if (facts.state === 'folder') return 'It is a folder. Name the picture in it.'
  if (facts.state !== 'there') {
    const others = post.post.draft.posts.flatMap((other) => other.media).filter((other) => other.src !== media.src)
    const isNear = facts.state === 'missing' || others.some((other) => factsOf(other, post)?.state === 'there')
    return isNear ? notThere[facts.state === 'outside' ? 'outside' : 'missing'] : undefined
  }
  if (facts.isDicom || !isPatientMedia(media, post)) return undefined
  return cannotLook[facts.metadata()?.state ?? 'read']
}

const notThere = {
  missing: 'There is no such file. Correct `src`, or put the file there.',
  outside: 'It lies outside of the project, where no file is opened. Put it into the project, or check it by hand.',
}

const cannotLook: Readonly<Record<Metadata['state'], string | undefined>> = {
  read: undefined,
  unreadable: 'It is empty, damaged or not what its name says. Export it again.',
  forbidden: 'It may not be opened (permission denied). Have it opened to you, or check it by hand.',
  'unknown-kind': 'What a file of this kind carries cannot be told. Check by hand what it shows and carries.',
}

/** Where the base name of a patient's file names a person, a day or a record. */
export function fileNameIn(media: Media, post: PostText): readonly Span[] {
  if (media.src === undefined || !isPatientMedia(media, post)) return []
  const text = post.texts.find(({ region: { field } }) => field === `${media.path}.src` || field === media.path)
  if (!text) return []
  const base = /[^/\\]*$/.exec(text.text)!
  const spans = [
    ...namesInFile(base[0], /^patients?$/.test(media.depicts ?? '')).filter(
      ({ name }) => !post.consent.covers([name.includes(' ') ? 'full-name' : 'first-name']),
    ),
    ...(post.consent.covers(['dates']) ? [] : found(base[0], days)),
    ...found(base[0], records),
  ]
  return spans
    .filter(({ start, end }) => !isConsentId(base[0], { start, end }, media))
    .map(({ start, end }) => text.toFile({ start: base.index + start, end: base.index + end }))
    .sort((a, b) => a.start - b.start)
}

/** A file may well be named after the consent that covers it. */
const isConsentId = (base: string, { start, end }: Span, media: Media) =>
  media.consent.some((id) => {
    const at = base.toLowerCase().indexOf(id.toLowerCase())
    return id !== '' && at >= 0 && start < at + id.length && end > at
  })

const found = (base: string, expression: RegExp): Span[] =>
  Array.from(base.matchAll(expression), ({ 0: match, index }) => ({ start: index, end: index + match.length }))

const days =
  /(?<![\d.])(?:(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])([-_.])(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)\d\d|\d\d))(?!\d)|(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-_ ]?(?:[12]\d|3[01]|0?[1-9])(?!\d)/giu
const records = /(?<!\p{L})(?:mrn?|acct|chart|encounter|accession|patient|pt|dob|room|rm|bed)[-_ #]*\d{3,}/giu
