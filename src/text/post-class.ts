import type { Post } from '../draft/post.js'
import { contains, type Span } from '../source.js'
import { balanceCues, has } from './balance-cues.js'
import { type Benefit, benefitsIn } from './benefits.js'
import { beyondNames, isBareReminder, isNamedAside } from './beyond-names.js'
import { isPrescription } from './product-lexicon.js'
import type { ProductMention } from './products.js'
import type { Text } from './text.js'
import { saidIn, type Version } from './versions.js'

export type ClassName = 'product-claim' | 'reminder' | 'help-seeking' | 'institutional' | 'none'

/** What kind of drug post a version is (21 CFR 202.1; domain/fda.md 0.1), and why. */
export interface VersionClass {
  readonly name: ClassName
  readonly version: Version
  /** Prescription drugs and restricted devices that it names, in order. */
  readonly mentions: readonly ProductMention[]
  /** What it says for them; empty unless it is a product claim. */
  readonly benefits: readonly Benefit[]
  /** For people: what decided. */
  readonly why: readonly string[]
}

/** Whether the rules for prescription drugs or restricted devices are about it. */
export const isRegulated = ({ kind, product }: ProductMention): boolean =>
  isPrescription(kind) || product?.isRestricted === true

/** Classes each version of a post. */
export function classify(
  post: Post,
  version: Version,
  all: readonly ProductMention[],
  isMarked: (text: Text, span: Span) => boolean = () => false,
): VersionClass {
  const texts = [...saidIn(version), ...version.aside]
  const inField = all.filter(({ via }) => via === 'field')
  const words = saidIn(version)
    .map(({ text }) => text)
    .join('\n')
  const own = [...all.filter(({ text }) => texts.includes(text)), ...inField].filter(isRegulated)
  const mentions = isOverTheCounter(own, words) ? [] : withoutCompared(own)
  const verdict = (name: ClassName, why: string, benefits: readonly Benefit[] = []): VersionClass => ({
    name,
    version,
    mentions,
    benefits,
    why: [why],
  })
  if (mentions.length === 0) return withoutProduct(post, version, words, verdict)
  const subject = [...new Set(mentions.map(({ name }) => name))].slice(0, 3).join(', ')
  const frame = frameOf(post, version, mentions, words, inField.length > 0)
  if (frame) return verdict(frame.name, `${frame.why}: ${subject}`)
  const benefits = benefitsIn(version, mentions, inField.length > 0).filter(({ text, span }) => !isMarked(text, span))
  const telling = benefits.filter((benefit) => isTelling(benefit, benefits, mentions, inField.length > 0))
  if (telling.length > 0 && !isPlainSupply(telling, words)) {
    const { text, span } = telling[0]!
    return verdict('product-claim', `${subject} with \`${text.text.slice(span.start, span.end)}\``, order(telling))
  }
  const said = beyondNames(version, mentions, {
    isSold: has(balanceCues().offer, words) || post.isPaid || post.type === 'ad',
    isSupply: has(balanceCues().strongSupply, words) || isPriceList(mentions, words),
  })
  if (said.length > 0) {
    const { text, span } = said[0]!
    return verdict('product-claim', `${subject} and more than a reminder says: \`${textOf(text, span)}\``, said)
  }
  return isReminder(post, version, mentions, words)
    ? verdict('reminder', `${subject} named, nothing said of its use`)
    : verdict('none', `${subject} named in passing`)
}

/** An ingredient that is sold without prescription too, in a post that says what only labels of such drugs say. */
const isOverTheCounter = (mentions: readonly ProductMention[], words: string) =>
  mentions.every(({ via }) => via === 'established-name') && has(balanceCues().overTheCounter, words)

/** Without names that the post only compares with: `better than X`, `the same ingredient as X and Y`. */
function withoutCompared(mentions: readonly ProductMention[]): ProductMention[] {
  const compared: ProductMention[] = []
  for (const mention of mentions) {
    const { text, span } = mention
    const before = text.text.slice(Math.max(0, span.start - 60), span.start)
    const goesOn = compared.some(
      (other) =>
        other.text === text &&
        /^[®™]?(?:\s?\([^)]*\))?(?:\s?[,/&]|\s(?:and|or))\s?(?:and\s|or\s)?$/.test(
          text.text.slice(other.span.end, span.start),
        ),
    )
    if (mention.via !== 'field' && (goesOn || balanceCues().compared.test(before))) compared.push(mention)
  }
  const names = new Set(mentions.filter((mention) => !compared.includes(mention)).map(({ name }) => name))
  return mentions.filter((mention) => !compared.includes(mention) || names.has(mention.name))
}

const weight = { words: 0, said: 0, hint: 1, disease: 2, emoji: 3, aside: 4 }
/** Words that promise before words that hint; within a kind as they stand. */
const order = (benefits: readonly Benefit[]) => [...benefits].sort((a, b) => weight[a.kind] - weight[b.kind])

function withoutProduct(
  post: Post,
  version: Version,
  words: string,
  verdict: (name: ClassName, why: string) => VersionClass,
): VersionClass {
  const { helpSeeking, institutional } = balanceCues()
  const condition = saidIn(version)
    .flatMap(({ health }) => health)
    .find(({ meaning }) => meaning.kind === 'condition' || (meaning.kind === 'symptom' && meaning.sort !== 'body'))
  if (condition && has(helpSeeking, words))
    return verdict('help-seeking', 'a disease or symptom and what to do, no product')
  if (post.type === 'job-ad' || has(institutional, words))
    return verdict('institutional', 'the organization itself, no product')
  return verdict('none', 'no prescription product')
}

interface Frame {
  readonly name: ClassName
  readonly why: string
}

/** Posts that warn, report, list or hire: naming a drug in them is no advertisement. */
function frameOf(
  post: Post,
  version: Version,
  mentions: readonly ProductMention[],
  words: string,
  hasField: boolean,
): Frame | undefined {
  const { notice, research, institutional, listOfDrugs, offer, openOffer } = balanceCues()
  const sells = has(offer, words) || hasField || post.isPaid || post.type === 'ad'
  const sentences = mentions
    .filter(({ text }) => saidIn(version).includes(text))
    .map(({ text, span }) => textOf(text, text.sentenceAt(span.start)))
  const opening = words.slice(0, 160)
  const names = distinctDrugs(mentions)
  const sellsOpenly = has(openOffer, words) || post.isPaid || post.type === 'ad'
  if (
    !sellsOpenly &&
    (has(notice, opening) || (sentences.length > 0 && sentences.every((sentence) => has(notice, sentence))))
  )
    return { name: 'none', why: 'a safety notice' }
  const isPraised = sentences.some((sentence) => isPromise(sentence))
  if (!isPraised && (post.type === 'job-ad' || (has(institutional, opening) && !isPromise(words))))
    return { name: 'institutional', why: 'the organization itself' }
  const isGeneric = mentions.every(({ via }) => via === 'established-name' || via === 'stem')
  if (isGeneric && !sells && !isTestimonial(words)) return { name: 'none', why: 'established names without an offer' }
  if (!sells && isReport(words, research) && !/\b(?:you|your)\b[^.?!]{0,40}\b(?:doctor|life|days)\b/i.test(words))
    return { name: 'none', why: 'a report on research' }
  if (!sells && sentences.length > 0 && mentions.every((mention) => isExample(mention)) && !isTestimonial(words))
    return { name: 'none', why: 'examples of a kind of drug' }
  if (!sells && names >= 3 && has(listOfDrugs, words) && !isTestimonial(words))
    return { name: 'none', why: 'several drugs of a kind' }
  return undefined
}

/** `biologics such as X and Y`. */
const isExample = ({ text, span }: ProductMention) =>
  /\b(?:such as|including|e\.g\.,?|for example|for instance|(?:medicines|drugs|medications|biologics|injections|inhalers|statins|pills|antidepressants|stimulants|vaccines) like)\s(?:[\p{L}®™-]+(?:\s\([^)]*\))?(?:,\s|,?\s(?:and|or)\s)){0,5}$/iu.test(
    text.text.slice(Math.max(0, span.start - 120), span.start),
  )

/** A brand and the names of what is in it are one. */
function distinctDrugs(mentions: readonly ProductMention[]): number {
  const names = new Set(mentions.map(({ product, name }) => (product?.establishedName ?? name).toLowerCase()))
  return [...names].filter((name) => ![...names].some((other) => other !== name && other.includes(name))).length
}

const textOf = ({ text }: Text, { start, end }: Span) => text.slice(start, end)

const isPromise = (words: string) => has(balanceCues().benefit, words)

const isTestimonial = (words: string) =>
  /\b(?:I|I've|I'm|my|me)\b[^.!?\n]{0,60}\b(?:lost|down|feel|life|back|better|clear|free|sleep|gone|working|changed|love|amazing|obsessed)\b|\bchanged my life\b/iu.test(
    words,
  )

/** Two or more words of research and no voice of the seller. */
const isReport = (words: string, research: RegExp) =>
  new Set([...words.matchAll(research)].map(([found]) => found.toLowerCase())).size >=
    (/\b(?:journal club|grand rounds|residents|lecture)\b/i.test(words) ? 2 : 3) &&
  /\b(?:researchers|published|journal|NEJM|JAMA|Lancet|BMJ|journal club|grand rounds|study finds|new study)\b/i.test(
    words,
  )

/** What counts for a claim: a hint or a disease alone in a sentence about an established name is none, and emoji count only where nothing else stands. */
function isTelling(
  { kind, text, span }: Benefit,
  all: readonly Benefit[],
  mentions: readonly ProductMention[],
  hasField: boolean,
): boolean {
  if (kind === 'words') return true
  if (mentions.every(isVaccine)) return false
  const hasBrand = hasField || mentions.some(({ via }) => via !== 'established-name' && via !== 'stem')
  if (!hasBrand) return false
  if (kind === 'emoji') return mentions.some((mention) => mention.text === text)
  if (kind === 'aside') return true
  return (
    kind === 'disease' ||
    all.some((other) => other.kind !== 'hint') ||
    mentions.some((mention) => mention.text !== text || Math.abs(mention.span.start - span.start) < 120)
  )
}

/** Where it is in stock and what it costs, with no more said of it than what it is for. */
function isPlainSupply(benefits: readonly Benefit[], words: string): boolean {
  return (
    has(balanceCues().supply, words) &&
    benefits.every(({ kind }) => kind === 'disease' || kind === 'emoji' || kind === 'hint')
  )
}

/** Brand and at most company, form, package and price, in few words; a price list is information (21 CFR 200.200). */
function isReminder(post: Post, version: Version, mentions: readonly ProductMention[], words: string): boolean {
  const featured = mentions.some((mention) => isFeatured(mention))
  const supply = featured ? balanceCues().strongSupply : balanceCues().supply
  if (has(supply, words) || isPriceList(mentions, words) || mentions.every(isVaccine)) return false
  const named = mentions.filter(({ via }) => !['established-name', 'stem', 'handle', 'link'].includes(via))
  const rest = saidIn(version).reduce((sum, text) => sum + wordsBeside(text, mentions), 0)
  if (named.length === 0 || rest > 40 || isNamedAside(version, mentions)) return false
  return (
    rest <= 4 ||
    isBareReminder(version, mentions) ||
    post.products.length > 0 ||
    (rest <= 15 && featured) ||
    named.some((mention) => callsFor(mention, rest <= 15 ? words : undefined))
  )
}

/** With its sign, its established name in brackets or its strength, as advertisements write it. */
const isFeatured = ({ text, span }: ProductMention): boolean =>
  /^\s?(?:[®™]|\(\p{Ll}[\p{L} /,-]{5,}\)|(?:[®™]\s?)?\d[\d.]*\s?(?:mg|mcg|mL|%))/u.test(
    text.text.slice(span.end, span.end + 60),
  )

const wordsBeside = (text: Text, mentions: readonly ProductMention[]) =>
  text.words.filter((word) => !mentions.some((mention) => mention.text === text && contains(mention.span, word))).length

/** Whether the sentence, or the whole of a short post, asks for it or offers it. */
function callsFor({ text, span }: ProductMention, whole: string | undefined): boolean {
  const { ask, askBeside, offer } = balanceCues()
  const sentence = text.sentenceAt(span.start)
  const words = whole ?? textOf(text, sentence)
  const before = text.text.slice(Math.max(sentence.start, span.start - 20), span.start)
  const beside = `${before} ${text.text.slice(span.end, Math.min(sentence.end, span.end + 30))}`
  return has(ask, words) || has(offer, words) || has(askBeside, beside)
}

/** Naming the vaccine that is given, and against what, is public health and no reminder. */
const isVaccine = ({ product }: ProductMention) => product?.class === 'vaccine'

const isPriceList = (mentions: readonly ProductMention[], words: string) =>
  (words.match(/\$ ?\d/g)?.length ?? 0) >= 2 ||
  (/\bprices?\b/i.test(words) && new Set(mentions.map(({ name }) => name)).size >= 2)
