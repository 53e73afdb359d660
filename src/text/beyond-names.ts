import { data } from '../data.js'
import { contains, overlaps, type Span } from '../source.js'
import { anyOf } from './any-of.js'
import { balanceCues, has } from './balance-cues.js'
import type { Benefit } from './benefits.js'
import { isPrescription } from './product-lexicon.js'
import type { ProductMention } from './products.js'
import { riskSentences } from './risk-statements.js'
import { isKnownWord } from './segment.js'
import type { Text } from './text.js'
import { saidIn, type Version } from './versions.js'
import type { Word } from './words.js'

/** What kind of post says it. */
export interface Setting {
  /** Sells, books or advertises: then devices and established names are promoted like brands. */
  readonly isSold: boolean
  /** Tells what is in stock or short, or what many drugs cost. */
  readonly isSupply: boolean
}

/**
 * What a version says of a drug that a reminder may not say: words beyond names, forms, packages, prices, company and where to get it (21 CFR
 * 202.1(e)(2)(i)), in the name's sentence or one beside it. Empty where that is about supply, safety, correct use or news, and for vaccines.
 */
export function beyondNames(
  version: Version,
  mentions: readonly ProductMention[],
  setting: Setting,
): readonly Benefit[] {
  const texts = saidIn(version)
  const words = texts.reduce((sum, text) => sum + text.words.length, 0)
  const promoted = mentions.filter((mention) => isPromotable(mention, setting))
  if (promoted.length === 0) return []
  for (const text of texts) {
    const reader = new Reader(text, mentions)
    const own = promoted.filter((mention) => mention.text === text)
    const hasField = promoted.some(({ via }) => via === 'field')
    if (reader.isPlay) continue
    const span = setting.isSupply ? reader.goingOn(own) : reader.beside(own, words <= short, hasField)
    if (span) return [{ text, span, kind: 'said' }]
  }
  return []
}

/** Whether a version says nothing at all but what a reminder may: names, form, package, price, company. */
export function isBareReminder(version: Version, mentions: readonly ProductMention[]): boolean {
  return saidIn(version).every((text) => new Reader(text, mentions).isBare)
}

/** Whether a sentence that names a product is about supply, safety, counselling or news. */
export function isNamedAside(version: Version, mentions: readonly ProductMention[]): boolean {
  return saidIn(version).some((text) => {
    const own = mentions.filter((mention) => mention.text === text)
    return new Reader(text, mentions).isAsideOf(own)
  })
}

/** So many content words beside the name are no reminder any more. */
const enough = 2
/** In a post of at most so many words all sentences are about what it names. */
const short = 60

function isPromotable({ via, kind, product }: ProductMention, { isSold }: Setting): boolean {
  if (via === 'link' || via === 'handle' || product?.class === 'vaccine') return false
  return isSold || (isPrescription(kind) && !isGeneric(via))
}

/** Of any top-level domain. */
const address = /(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/giu

const isGeneric = (via: ProductMention['via']) => via === 'established-name' || via === 'stem'

/** One text, read for what it says beside the names in it. */
class Reader {
  readonly #text: Text
  readonly #taken: readonly Span[]

  constructor(text: Text, mentions: readonly ProductMention[]) {
    this.#text = text
    this.#taken = [
      ...mentions.filter((mention) => mention.text === text).map(({ span }) => span),
      ...[...text.links, ...text.emails, ...text.hashtags, ...text.mentions].map(({ span }) => span),
      ...text.find(address),
      ...text.find(lexicon().reminder),
    ]
  }

  get isBare(): boolean {
    const { personal } = lexicon()
    if (this.#text.words.some(({ lower }) => personal.has(lower))) return false
    return this.#text.sentences.every((sentence) =>
      this.#contentWords(sentence).every(({ text }) => /^\p{Lu}/u.test(text)),
    )
  }

  isAsideOf(own: readonly ProductMention[]): boolean {
    return this.#text.sentences.some(
      (sentence) =>
        own.some(({ span }) => contains(sentence, span)) &&
        (this.#isAside(sentence) || own.some((mention) => this.#isInstruction(mention))),
    )
  }

  /** Whether the whole text plays with the name: trivia, costumes, commercials. */
  get isPlay(): boolean {
    const { passing, praise } = lexicon()
    return has(passing, this.#text.text) && !has(praise, this.#text.text)
  }

  /** Where something is said in the sentence of a name; in a short post also where the name only signs what is said. */
  beside(own: readonly ProductMention[], isShort: boolean, hasField: boolean): Span | undefined {
    const { sentences } = this.#text
    const named = sentences.filter((sentence) => own.some(({ span }) => contains(sentence, span)))
    for (const sentence of named) {
      const mention = own.find(({ span }) => contains(sentence, span))!
      if (this.#isInstruction(mention)) return undefined
      const span = this.#isAside(sentence) ? undefined : this.#saidOf(mention, sentence)
      if (span) return span
    }
    const isBranded = hasField || own.some(({ via }) => !isGeneric(via))
    if (!isShort || !isBranded || (named.length === 0 && !hasField)) return undefined
    if (sentences.some((sentence) => this.#isAside(sentence))) return undefined
    const speaking = sentences.find((sentence) => this.#isPersonal(sentence)) ?? this.#slogan(named)
    return speaking && ((own.find(({ via }) => via !== 'tag') ?? own[0])?.span ?? stretch(this.#contentWords(speaking)))
  }

  /** A word beside the name and more in another sentence: `Same sidewalk, new inhaler: AERODUO.` */
  #slogan(named: readonly Span[]): Span | undefined {
    const begun = named.find((sentence) => this.#contentWords(sentence).length > 0)
    const all = this.#text.sentences
      .flatMap((sentence) => this.#contentWords(sentence))
      .filter(({ text }) => !/^\p{Lu}/u.test(text))
    return begun && all.length >= enough ? begun : undefined
  }

  /** What is said of the names after the news that they are in stock, by a sentence that takes them up: `Both bring uric acid under 6`. */
  goingOn(own: readonly ProductMention[]): Span | undefined {
    const sentence = this.#text.sentences.find(
      (candidate) =>
        /^(?:both|it|they|each|this one|these)\b/i.test(this.#said(candidate)) &&
        !this.#isAside(candidate) &&
        this.#text.health.some(({ span }) => contains(candidate, span)) &&
        this.#contentWords(candidate).length > 2 * enough,
    )
    return sentence && own[0]?.span
  }

  #saidOf(mention: ProductMention, sentence: Span): Span | undefined {
    const left = this.#contentWords(sentence)
    const after = left.filter(({ start }) => start >= this.#endOfName(mention.span))
    const isSubject = !left.some(({ end }) => end <= mention.span.start && end > this.#clauseStart(mention.span.start))
    const isLoved = has(lexicon().praise, this.#said(sentence))
    const isSaid = isGeneric(mention.via)
      ? isLoved || (isSubject && after.length >= enough)
      : left.length >= enough || (isSubject && after.length > 0 && this.#follows(mention.span, after[0]!))
    if (!isSaid) return undefined
    return after.length > 0 ? stretch(after) : mention.span
  }

  /** Right after the name, its brackets and its form: `UROCLENZ (nadifloxacin) tablets knock`. */
  #follows(name: Span, { start }: Span): boolean {
    return /^[®™]?(?:\s\S+){0,2}\s$/.test(this.#text.text.slice(this.#endOfName(name), start))
  }

  /** After the sign and the established name in brackets. */
  #endOfName({ end }: Span): number {
    const bracket = /^\s?[®™]?\s?(?:[\p{L}\d]+\s){0,2}\([^)]{3,80}\)/u.exec(this.#text.text.slice(end, end + 100))
    return end + (bracket?.[0].length ?? 0)
  }

  #clauseStart(at: number): number {
    const from = Math.max(0, at - 400)
    const before = this.#text.text.slice(from, at)
    const ends = [...before.matchAll(/[.!?:;,—–\n]|\p{Extended_Pictographic}/gu)].map(({ index }) => from + index)
    return ends.at(-1) ?? from - 1
  }

  /** `Take your Fosamax upright`: how to use what a patient has. */
  #isInstruction({ span }: ProductMention): boolean {
    const before = this.#text.text.slice(Math.max(0, span.start - 30), span.start)
    return /\b(?:take|use|inject|swallow|rinse|shake|store|keep|prime|apply|wear|carry|hold|pause|skip|stop|bring) (?:your|the) (?:\w+ )?$/i.test(
      before,
    )
  }

  /** Supply, safety, counselling, news: whatever else it says, it is not for the drug. */
  #isAside(sentence: Span): boolean {
    const words = this.#said(sentence)
    return (
      has(lexicon().aside, words) ||
      riskSentences(this.#text).some(
        (risk) => overlaps(risk, sentence) && (risk.named.length > 0 || has(balanceCues().genericRisk, words)),
      )
    )
  }

  /** Speaks to or of somebody, or of a better state. */
  #isPersonal(sentence: Span): boolean {
    return (
      this.#contentWords(sentence).length >= enough &&
      this.#text.wordsIn(sentence).some(({ lower }) => lexicon().personal.has(lower))
    )
  }

  /** The words of a sentence that are no part of a reminder. */
  #contentWords(sentence: Span): readonly Word[] {
    return this.#text
      .wordsIn(sentence)
      .filter(
        (word) =>
          word.text.length > 1 &&
          !/^\d/.test(word.text) &&
          !lexicon().functionWords.has(word.lower) &&
          !isOfName(word, sentence) &&
          !this.#taken.some((span) => overlaps(span, word)),
      )
  }

  #said({ start, end }: Span): string {
    return this.#text.text.slice(start, end)
  }
}

/** From the first of these words on, at most a line long. */
const stretch = (words: readonly Word[]): Span => ({
  start: words[0]!.start,
  end: words.filter(({ end }) => end < words[0]!.start + 80).at(-1)?.end ?? words[0]!.end,
})

/** Capitalised in a sentence: a company, a town. */
const isOfName = ({ text, lower, start }: Word, sentence: Span) =>
  /^\p{Lu}\p{Ll}/u.test(text) && (start > sentence.start + 3 || !isKnownWord(lower))

interface ReminderWords {
  readonly functionWords: ReadonlySet<string>
  readonly personal: ReadonlySet<string>
  readonly reminder: RegExp
  readonly aside: RegExp
  readonly passing: RegExp
  readonly praise: RegExp
}

let made: ReminderWords | undefined

/** Made on first use. */
function lexicon(): ReminderWords {
  if (made) return made
  const { function_words, personal, reminder, aside, passing, praise } =
    data<
      Readonly<
        Record<'function_words' | 'personal', string> & Record<'reminder' | 'aside' | 'passing' | 'praise', string[]>
      >
    >('lexicons/reminder-words')
  made = {
    functionWords: new Set(function_words.split(/\s+/)),
    personal: new Set(personal.split(/\s+/)),
    reminder: anyOf(reminder),
    aside: anyOf(aside),
    passing: anyOf(passing),
    praise: anyOf(praise),
  }
  return made
}
