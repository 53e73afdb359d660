import type { Post } from '../../draft/post.js'
import type { Text } from '../text.js'
import type { Judged } from './judge.js'

/** `Do you take Delta Dental?`: who asks what anybody may ask is nobody's patient yet; the answer must not make them one. */
export const asksInGeneral = ({ type, inReplyTo }: Post, texts: readonly Text[]): boolean =>
  type !== 'review-response' &&
  inReplyTo !== undefined &&
  generalQuestion.test(inReplyTo) &&
  !ofAsker.test(inReplyTo) &&
  !texts.some(({ region, text }) => /^text\b/.test(region.field) && tellsReader.test(text))

const generalQuestion =
  /^[^.!\n]{0,30}?(?<!\p{L})(?:do|does|are|is|can|could|will|when|where|what|which|how|who|any)(?!\p{L})[^.!\n]*\?[^\p{L}]*$/iu
const ofAsker =
  /(?<!\p{L})(?:my|mine|me|i(?:'m|'ve|'d)|i (?:was|had|have|am|got|came|saw|take|need)|we (?:were|had|came)|our|she|he|her|his|him|mom|dad|son|daughter|husband|wife)(?!\p{L})/iu
/** The answer speaks of the reader's own care, or of the past. */
const tellsReader =
  /(?<!\p{L})(?:your(?! (?:insurance|card|id|plan|carrier|question|calendar|kids|family|friends|interest|patience|pharmacist|provider)(?!\p{L}))|you(?:'ve|'d| were| had| have| came| saw| got| told| asked for| missed| still)|again|last (?:week|month|year|time|visit|\p{Lu}\p{L}+)|welcome back|patient)(?!\p{L})/iu

/** Whom the answer only greets. */
export const asAsker = (judged: Judged): Judged =>
  judged.person.role === 'patient' && judged.person.cues.every((cue) => cue === 'addressed')
    ? { ...judged, person: { ...judged.person, role: 'author' } }
    : judged
