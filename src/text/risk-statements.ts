import { overlaps, type Span } from '../source.js'
import { balanceCues, has } from './balance-cues.js'
import type { Link } from './links.js'
import type { Text } from './text.js'

/** What one sentence says of risk. */
export interface RiskSentence extends Span {
  /** Where it begins to speak of risk. */
  readonly from: number
  /** From where on its words are no benefit: a weak word for risk (`severe`, `if you have`) lets the promise stand. */
  readonly shields: number
  /** Words for particular risks and reactions. */
  readonly named: readonly Span[]
}

const cache = new WeakMap<Text, readonly RiskSentence[]>()

/** The sentences that state risks, in order: `may cause nausea`, `Do not take it if ...`, and lists that go on from one. */
export function riskSentences(text: Text): readonly RiskSentence[] {
  const found = cache.get(text) ?? read(text)
  cache.set(text, found)
  return found
}

function read(text: Text): RiskSentence[] {
  const found: RiskSentence[] = []
  for (const sentence of text.sentences) {
    const words = text.text.slice(sentence.start, sentence.end)
    if (/^#/.test(words) || has(balanceCues().riskDenied, words)) continue
    const previous = found.at(-1)
    const goesOn = previous !== undefined && previous.named.length > 0 && isNext(text, previous, sentence)
    const strong = strongFrame(words)
    const isPromise = has(balanceCues().benefit, words)
    const from = strong ?? (!isPromise && (has(balanceCues().weakFrame, words) || goesOn) ? 0 : undefined)
    if (from === undefined) continue
    found.push({
      ...sentence,
      from: sentence.start + from,
      named: namedIn(words, sentence.start, from),
      shields: strong === undefined && !goesOn ? sentence.end : sentence.start + from,
    })
  }
  return found
}

const isNext = (text: Text, previous: Span, sentence: Span) =>
  !/\n\s*\n/.test(text.text.slice(previous.end, sentence.start))

/** Where the first word for risk stands that is not said to fall: `lowers the risk of stroke` states none. */
function strongFrame(words: string): number | undefined {
  const { riskFrame, lowered } = balanceCues()
  for (const match of words.matchAll(riskFrame)) if (!lowered.test(words.slice(0, match.index))) return match.index
  return undefined
}

/** Words for risks that are no part of a benefit told before the risk (`lowers the risk of stroke`). */
function namedIn(words: string, start: number, from: number): Span[] {
  const { risk, benefit } = balanceCues()
  const promises = [...words.matchAll(benefit)]
    .filter(({ index }) => index < from)
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length + 30 }))
  return [...words.matchAll(risk)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter((span) => span.start >= from || !promises.some((promise) => overlaps(promise, span)))
    .map((span) => ({ start: start + span.start, end: start + span.end }))
}

/** Places where phrases stand in sentences that state risk. */
export function statedRisks(text: Text, phrases: RegExp): readonly Span[] {
  return riskSentences(text).flatMap(({ start, end, from }) =>
    Array.from(text.text.slice(start, end).matchAll(phrases), ({ 0: found, index }) => ({
      start: start + index,
      end: start + index + found.length,
    })).filter((span) => span.start >= from || !isPromised(text, span, start, from)),
  )
}

const isPromised = (text: Text, span: Span, start: number, from: number) =>
  [...text.text.slice(start, from).matchAll(balanceCues().benefit)].some(({ 0: found, index }) =>
    overlaps(span, { start: start + index, end: start + index + found.length + 30 }),
  )

/** `May cause`, `do not take it if`: risk, whatever it is, with something said of it. */
export function genericRisks(text: Text): readonly Span[] {
  const { genericRisk } = balanceCues()
  const sentences = riskSentences(text)
  return text
    .find(genericRisk)
    .filter(
      (span) =>
        sentences.some((sentence) => overlaps(sentence, span)) &&
        !vagueRisks(text).some((vague) => overlaps(vague, span)),
    )
    .filter(
      ({ end }) =>
        /^[\s:,]*(?:\p{L}+[\s,]+){1,}\p{L}{3}/u.test(text.text.slice(end, end + 60)) ||
        /^[\s:]*\p{L}{4,}/u.test(text.text.slice(end, end + 20)),
    )
}

/** `Side effects may occur`: words in place of risks. */
export const vagueRisks = (text: Text): readonly Span[] => text.find(balanceCues().vagueRisk)

/** `Safety info in bio`: where risks are said to be. */
export function riskPointers(text: Text): readonly Span[] {
  const { pointerWhat, pointerWhere } = balanceCues()
  return text.sentences.flatMap((sentence) => {
    const words = text.text.slice(sentence.start, sentence.end)
    const what = words.search(pointerWhat)
    const where = words.search(pointerWhere)
    const link = text.links.find((found) => overlaps(found.span, sentence)) ?? words.search(anyAddress) >= 0
    if (what < 0 || (where < 0 && !link && !/[👆👇⬆⬇]/u.test(words))) return []
    const ends = [
      what + (words.slice(what).match(pointerWhat)?.[0].length ?? 0),
      where < 0 ? 0 : where + (words.slice(where).match(pointerWhere)?.[0].length ?? 0),
    ]
    return [
      { start: sentence.start + (where < 0 ? what : Math.min(what, where)), end: sentence.start + Math.max(...ends) },
    ]
  })
}

/** Links that lead to risk information, by their path or the words before them. */
export function riskLinks(text: Text): readonly Pick<Link, 'span'>[] {
  const other = text.find(anyAddress).filter((span) => !text.links.some((link) => overlaps(link.span, span)))
  const others = other.filter((span) => balanceCues().linkPath.test(text.text.slice(span.start, span.end)))
  return [...text.links.filter((link) => isRiskLink(text, link)), ...others.map((span) => ({ span }))]
}

/** Words that name risk information where a link stands on them. */
export const linkTitles = (text: Text): readonly Span[] => text.find(balanceCues().linkWords)

/** Under whatever top-level domain: `brandol.example/pi`. */
const anyAddress = /(?<![\p{L}\p{N}@/.-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]+/giu

function isRiskLink(text: Text, { domain, path, fragment, span }: Link): boolean {
  const { linkPath, linkHosts, linkWords } = balanceCues()
  if (
    linkPath.test(`${path}#${fragment}`.replace('#', '/')) ||
    linkHosts.test(domain + path) ||
    linkPath.test(`/${domain.split('.')[0]}/`)
  )
    return true
  const sentence = text.sentenceAt(span.start)
  return has(linkWords, text.text.slice(sentence.start, span.start).slice(-80))
}
