import type { Region } from '../draft/post.js'
import type { MappedText } from '../draft/source-map.js'
import { overlaps, type Span } from '../source.js'
import { type Age, agesOf } from './ages.js'
import { type DateMention, datesOf } from './dates.js'
import { isDenied } from './denial.js'
import { fold } from './folded.js'
import { type Words, wordsFrom } from './grams.js'
import { type HealthMention, healthIn } from './health.js'
import { type Language, languageOf } from './language.js'
import { type Email, emailsOf, type Link, linksOf } from './links.js'
import { normalise } from './normalise.js'
import { type Piece, piecesOf } from './phrase-index.js'
import { sentenceAt, sentencesOf } from './sentences.js'
import { type Hashtag, hashtagsOf, type Mention, mentionsOf } from './tags.js'
import { within } from './within.js'
import { type Word, wordsOf } from './words.js'

/**
 * What one region says, worked out once, lazily, and shared by all detectors. Everything here counts in offsets of `text`, the normalised text:
 * zero-width characters gone, full-width and look-alike letters folded, so that disguised spellings match.
 */
export class Text {
  readonly region: Region
  readonly #normal: MappedText
  readonly #today: string
  #folded: MappedText | undefined
  #sentences: readonly Span[] | undefined
  #words: readonly Word[] | undefined
  #links: readonly Link[] | undefined
  #emails: readonly Email[] | undefined
  #hashtags: readonly Hashtag[] | undefined
  #mentions: readonly Mention[] | undefined
  #language: Language | undefined
  #dates: readonly DateMention[] | undefined
  #ages: readonly Age[] | undefined
  #pieces: readonly Piece[] | undefined
  #health: readonly HealthMention[] | undefined

  readonly #start: number

  /**
   * `today` is the day the run takes for today, `YYYY-MM-DD`: it tells what a birth year comes to. `stretch`: the part of the region to read, in offsets
   * of the region's text.
   */
  constructor(region: Region, today = '', stretch: Span = { start: 0, end: region.text.length }) {
    this.region = region
    this.#today = today
    this.#start = stretch.start
    this.#normal = normalise(region.text.slice(stretch.start, stretch.end))
  }

  get text(): string {
    return this.#normal.text
  }

  /** The stretch of the region's own text that a stretch of the normalised text came from. */
  toRegion(span: Span): Span {
    const { start, end } = this.#normal.map.toFile(span)
    return { start: start + this.#start, end: end + this.#start }
  }

  /** The stretch of the file. */
  toFile(span: Span): Span {
    return this.region.map.toFile(this.toRegion(span))
  }

  /** Where an expression (flag `g`) matches, in the text as it stands and with disguised spellings folded; in order, each place once. */
  find(expression: RegExp): Span[] {
    const found = matches(this.text, expression)
    if (this.folded.text === this.text) return found
    const disguised = matches(this.folded.text, expression).map((span) => this.folded.map.toFile(span))
    const others = disguised.filter((span) => !found.some((plain) => overlaps(plain, span)))
    return [...found, ...others].sort((a, b) => a.start - b.start)
  }

  #views: readonly View[] | undefined

  /** The text as phrases are looked for in it; a second time with disguised spellings folded, where there are any. */
  get views(): readonly View[] {
    this.#views ??= [
      viewOf(this.text, (span) => span),
      ...(this.folded.text === this.text ? [] : [viewOf(this.folded.text, (span) => this.folded.map.toFile(span))]),
    ]
    return this.#views
  }

  /** Whether what a span says is denied, doubted or quoted as false. */
  isDenied(span: Span): boolean {
    return isDenied(this, span)
  }

  /** `text` with letters set apart joined and leet digits read as letters, for matching words only; its map leads to `text`. */
  get folded(): MappedText {
    this.#folded ??= fold(this.text)
    return this.#folded
  }

  /** Sentences, a run of hashtags at the end being one, in order. */
  get sentences(): readonly Span[] {
    this.#sentences ??= sentencesOf(this.text)
    return this.#sentences
  }

  /** The sentence at an offset; between two sentences the one before. */
  sentenceAt(offset: number): Span {
    return sentenceAt(this.sentences, offset)
  }

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.text)
    return this.#words
  }

  /** The words that lie wholly inside a span. */
  wordsIn(span: Span): readonly Word[] {
    return within(this.words, span)
  }

  get links(): readonly Link[] {
    this.#links ??= linksOf(this.text)
    return this.#links
  }

  get emails(): readonly Email[] {
    this.#emails ??= emailsOf(this.text)
    return this.#emails
  }

  /** Also those of a `hashtags` field, where the sign may be missing. */
  get hashtags(): readonly Hashtag[] {
    this.#hashtags ??= hashtagsOf(this.text, this.#addresses, /(?:^|\.)hashtags(?:\.\d+)?$/.test(this.region.field))
    return this.#hashtags
  }

  /** Accounts; also those of a `tagged` field, where the sign may be missing. */
  get mentions(): readonly Mention[] {
    this.#mentions ??= mentionsOf(this.text, this.#addresses, /(?:^|\.)tagged(?:\.\d+)?$/.test(this.region.field))
    return this.#mentions
  }

  /** Words as phrases are matched on them. */
  get pieces(): readonly Piece[] {
    this.#pieces ??= piecesOf(this.words)
    return this.#pieces
  }

  /** Words of health and care, people's nouns and telling details, in order. */
  get health(): readonly HealthMention[] {
    this.#health ??= healthIn(this)
    return this.#health
  }

  /** Dates, but for those in links. */
  get dates(): readonly DateMention[] {
    this.#dates ??= datesOf(
      this.text,
      this.links.map(({ span }) => span),
    )
    return this.#dates
  }

  get ages(): readonly Age[] {
    this.#ages ??= agesOf(this.text, this.#today)
    return this.#ages
  }

  get language(): Language {
    this.#language ??= languageOf(this.words)
    return this.#language
  }

  get #addresses(): readonly Span[] {
    return [...this.links, ...this.emails].map(({ span }) => span)
  }
}

/** No post is longer on any platform; what is longer is read a stretch at a time, so that time grows with length and not faster. */
const longest = 60_000

/** A region as one text, or as several where it is longer than any post; cut at blank lines, line ends or spaces. */
export function textsOf(region: Region, today: string): Text[] {
  const { text } = region
  if (text.length <= longest) return [new Text(region, today)]
  const texts: Text[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + longest >= text.length ? text.length : cutIn(text, start + longest / 2, start + longest)
    texts.push(new Text(region, today, { start, end }))
    start = end
  }
  return texts
}

/** The best place to cut between two offsets. */
function cutIn(text: string, from: number, to: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, to - mark.length)
    if (at >= from) return at + mark.length
  }
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text[to - 1]!) ? to - 1 : to
}

/** A text in lower case, unit for unit, as phrases are looked for in it. */
export interface View extends Words {
  /** The stretch of the normalised text that a stretch of the view came from. */
  readonly toText: (span: Span) => Span
}

/** Lower case without a change of length: the few letters whose lower case is longer stay. A long s is an s, as it is to expressions that ignore case. */
const lowerOf = (text: string): string => {
  const lower = text.toLowerCase().replaceAll('ſ', 's')
  return lower.length === text.length
    ? lower
    : Array.from(text, (letter) =>
        letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
      ).join('')
}

const viewOf = (text: string, toText: View['toText']): View => ({ ...wordsFrom(lowerOf(text)), toText })

const matches = (text: string, expression: RegExp): Span[] =>
  Array.from(text.matchAll(expression), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
