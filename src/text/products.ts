import { isBuilt } from '../data.js'
import type { Facts, Product } from '../facts.js'
import { overlaps, type Span } from '../source.js'
import { anyOf } from './any-of.js'
import { isBearer } from './name-bearers.js'
import { isGiven } from './persons/lexicons.js'
import { type Piece, piecesOf } from './phrase-index.js'
import { productCues } from './product-cues.js'
import {
  ProductLexicon,
  type ProductName,
  type ProductNames,
  productNamed,
  withClassDefaults,
} from './product-lexicon.js'
import { StoredProducts } from './product-table.js'
import { isKnownWord, segment } from './segment.js'
import type { Text } from './text.js'
import { type UnlistedName, unlistedIn } from './unlisted-products.js'
import { wordsOf } from './words.js'

/** A place where a post names a product. */
export interface ProductMention {
  readonly text: Text
  readonly span: Span
  /** What is known of it: the register first, then the lexicon. */
  readonly product: Product | undefined
  /** The name as it is known, or as written where it is in no list. */
  readonly name: string
  readonly via: 'brand' | 'established-name' | 'tag' | 'handle' | 'link' | 'field' | 'mark' | 'shape' | 'stem'
  /** In a register or lexicon. */
  readonly isKnown: boolean
  /** `drug-rx`, `biologic`, `compounded`, `drug-otc`, `device-pma`, `supplement`, ...; undefined where nothing tells. */
  readonly kind: string | undefined
}

const lexicons = new WeakMap<Facts, ProductNames>()

/** The products that an organisation may name; made once per run. */
export function lexiconOf(facts: Facts): ProductNames {
  const lexicon =
    lexicons.get(facts) ??
    (facts.products.length > 0 || !isBuilt ? new ProductLexicon(facts.products) : new StoredProducts())
  lexicons.set(facts, lexicon)
  return lexicon
}

/**
 * Every place where texts name a product: brands, established names and misspellings as whole words, inside hashtags, handles and links, in the
 * `product` field; products of no list by their marks, dosage forms and the endings of their established names. In order, text by text.
 */
export function productsIn(texts: readonly Text[], facts: Facts): readonly ProductMention[] {
  const lexicon = lexiconOf(facts)
  const found = texts.flatMap((text) => listedIn(text, lexicon))
  const listed = [...found, ...texts.filter(isPosted).flatMap((text) => namedByField(text, found))]
  const unlisted = unlistedIn(texts.filter(isPosted), listed).map((found) => mentionOf(found, facts))
  const resolved = listed.map((mention) =>
    mention.via === 'field' && !mention.isKnown ? withKind(mention, unlisted) : mention,
  )
  return [...resolved, ...unlisted].sort(
    (a, b) => texts.indexOf(a.text) - texts.indexOf(b.text) || a.span.start - b.span.start,
  )
}

const isPosted = ({ region }: Text) => region.kind === 'live'
const isProductField = ({ region }: Text) => /^products?(?:\.\d+)?$/.test(region.field)

function listedIn(text: Text, lexicon: ProductNames): ProductMention[] {
  if (isProductField(text)) return fieldMention(text, lexicon)
  if (text.region.kind !== 'live' && text.region.kind !== 'visible') return []
  const tags = [...tagsIn(text, lexicon), ...handlesIn(text, lexicon)]
  const inTags = [...text.hashtags, ...text.mentions].map(({ span }) => span)
  const words = wordsFound(text, lexicon).filter(({ span }) => !inTags.some((tag) => overlaps(tag, span)))
  return [
    ...tags,
    ...words.map((mention) => (isInLink(text, mention.span) ? { ...mention, via: 'link' as const } : mention)),
  ]
}

const isInLink = (text: Text, span: Span) => [...text.links, ...text.emails].some((link) => overlaps(link.span, span))

/** Who fills in the field says that it is a product, whatever it is called. */
function fieldMention(text: Text, lexicon: ProductNames): ProductMention[] {
  const name = text.text.trim()
  if (!name) return []
  const start = text.text.indexOf(name)
  const product = productNamed(name, lexicon)
  const base = { text, span: { start, end: start + name.length }, name, via: 'field' as const }
  return [product ? known(base, product) : { ...base, product: undefined, isKnown: false, kind: undefined }]
}

/** A brand that is an everyday word is a product wherever it has its capital, once the field says so. */
function namedByField(text: Text, found: readonly ProductMention[]): ProductMention[] {
  const own = found.filter((mention) => mention.text === text)
  return found.flatMap(({ via, product }) => {
    if (via !== 'field' || !product?.isCommonWord) return []
    const spans = text
      .find(anyOf([product.brand]))
      .filter((span) => /\p{Lu}/u.test(text.text[span.start]!) && !own.some((other) => overlaps(other.span, span)))
    return spans.map((span) => known({ text, span, via: 'brand' }, product))
  })
}

/** What the text shows of a product that only the field names. */
function withKind(mention: ProductMention, found: readonly ProductMention[]): ProductMention {
  const same = found.find(({ name }) => name.toLowerCase() === mention.name.toLowerCase())
  return same ? { ...mention, name: same.name, product: same.product, kind: same.kind } : mention
}

const known = (base: Pick<ProductMention, 'text' | 'span' | 'via'>, product: Product): ProductMention => {
  const full = withClassDefaults(product)
  return { ...base, product: full, name: full.brand, isKnown: true, kind: full.kind }
}

/** Names in running words, also where letters are set apart or replaced. */
function wordsFound(text: Text, lexicon: ProductNames): ProductMention[] {
  const plain = namesIn(text.text, text.pieces, lexicon)
  const folded = text.folded
  const disguised =
    folded.text === text.text
      ? []
      : namesIn(folded.text, piecesOf(wordsOf(folded.text)), lexicon).map((found) => ({
          ...found,
          span: folded.map.toFile(found.span),
        }))
  const all = [...plain, ...disguised.filter(({ span }) => !plain.some((other) => overlaps(other.span, span)))]
  return withoutBearers(text.text, all)
    .map(({ name, span }) => known({ text, span, via: name.via }, name.product))
    .sort((a, b) => a.span.start - b.span.start)
}

/** Who was named once as a person (`Dr. Yasmin Haddad`) is one in the rest of the text too. */
function withoutBearers(text: string, found: readonly FoundName[]): readonly FoundName[] {
  const bearers = new Set(
    found
      .filter(({ name, span }) => name.words.length === 1 && isBearer(text, span.start, span.end))
      .map(({ name }) => name.words[0]),
  )
  return bearers.size === 0 ? found : found.filter(({ name }) => name.words.length > 1 || !bearers.has(name.words[0]))
}

interface FoundName {
  readonly name: ProductName
  readonly span: Span
}

function namesIn(text: string, pieces: readonly Piece[], lexicon: ProductNames): FoundName[] {
  const found: FoundName[] = []
  for (let at = 0; at < pieces.length; at++) {
    const name =
      lexicon.startingWith(pieces[at]!.lower).find((candidate) => stands(candidate, text, pieces, at)) ??
      misspelt(text, pieces[at]!, lexicon)
    if (!name) continue
    const span = { start: pieces[at]!.start, end: pieces[at + name.words.length - 1]!.end }
    found.push({ name, span })
    at += name.words.length - 1
  }
  return found
}

/** Whether all of a name's words stand here in a row; an everyday word needs a capital and a health word near. */
function stands(
  { words, isCommon, product }: ProductName,
  text: string,
  pieces: readonly Piece[],
  at: number,
): boolean {
  for (let index = 0; index < words.length; index++) {
    const piece = pieces[at + index]
    if (!piece || piece.lower !== words[index]) return false
    if (index > 0 && !/^(?:'s)?(?:[\s®™'.-]|\(R\)){0,5}$/i.test(text.slice(pieces[at + index - 1]!.end, piece.start)))
      return false
  }
  const end = pieces[at + words.length - 1]!.end
  if (product.brand.endsWith('+') && words.length === 1 && text[end] !== '+') return false
  return !isCommon || isProductHere(product, text, pieces[at]!.start, end)
}

const near = 60

function isProductHere(product: Product, text: string, start: number, end: number): boolean {
  if (!/\p{Lu}/u.test(text[start]!)) return false
  if (/^\s?(?:[®™]|\((?!s\))[\p{L} /,-]{5,}\))/u.test(text.slice(end))) return true
  const around = `${text.slice(Math.max(0, start - near), start)} ${text.slice(end, end + near)}`
  return productCues().besideCommonWord.test(around) || anyOf(product.indications ?? []).test(around)
}

/** One letter wrong in a long brand of the labelled list, or in an established name, in a word that is none: `mounjarro`, `tirzepatid`. */
function misspelt(text: string, { lower, start, end }: Piece, lexicon: ProductNames): ProductName | undefined {
  if (
    lower.length < 7 ||
    lower.length > 12 ||
    isKnownWord(lower) ||
    isGiven(lower) ||
    !/^\p{L}+$/u.test(text.slice(start, end))
  )
    return undefined
  for (let at = 1; at < lower.length; at++) {
    const rest = lower.slice(at + 1)
    // A letter too many, and two letters swapped.
    const near = [lower.slice(0, at) + rest, lower.slice(0, at - 1) + lower[at] + lower[at - 1] + rest]
    const found = near.map((candidate) => lexicon.joined(candidate)).find((name) => isMeant(name, 6, 9))
    if (found) return found
  }
  // A letter too few or another letter, only of long names: `tirzepatid`, `mounjara`.
  for (let at = 3; at <= lower.length; at++) {
    for (const letter of 'aeioubcdfghjklmnpqrstvwxyz') {
      const near = [lower.slice(0, at) + letter + lower.slice(at), lower.slice(0, at) + letter + lower.slice(at + 1)]
      const found = near.map((candidate) => lexicon.joined(candidate)).find((name) => isMeant(name, 8, 10))
      if (found) return found
    }
  }
  return undefined
}

/** A name that no word is mistaken for: one word, a labelled brand of at least so many letters or a drug's established name of so many. */
const isMeant = (name: ProductName | undefined, brandLetters: number, genericLetters: number): boolean =>
  name !== undefined &&
  name.words.length === 1 &&
  !name.isCommon &&
  (name.via === 'brand'
    ? name.product.labelUrl !== undefined && name.words[0]!.length >= brandLetters
    : name.words[0]!.length >= genericLetters)

const tagsIn = (text: Text, lexicon: ProductNames): ProductMention[] =>
  text.hashtags.flatMap(({ name, span }) => {
    const found = insideWord(name.toLowerCase().replace(/_/g, ''), lexicon)
    return found ? [known({ text, span, via: 'tag' }, found.product)] : []
  })

const handlesIn = (text: Text, lexicon: ProductNames): ProductMention[] =>
  text.mentions.flatMap(({ handle, span }) => {
    const found = insideWord(handle.toLowerCase().replace(/[._-]/g, ''), lexicon)
    return found ? [known({ text, span, via: 'handle' }, found.product)] : []
  })

/** A name at the beginning or end of words written together, what is left being words: `ozempicjourney`, `teamwegovy`. */
function insideWord(joined: string, lexicon: ProductNames): ProductName | undefined {
  for (let length = joined.length; length >= 5; length--) {
    for (const [part, rest] of [
      [joined.slice(0, length), joined.slice(length)],
      [joined.slice(-length), joined.slice(0, -length)],
    ] as const) {
      const name = lexicon.joined(part)
      if (name && !(name.isCommon && rest === '') && !(name.isCommon && rest.length < 3) && areWords(rest)) return name
    }
  }
  return undefined
}

const areWords = (rest: string): boolean =>
  rest === '' ||
  segment(rest).every(({ start, end }) => /^\d+$/.test(rest.slice(start, end)) || isKnownWord(rest.slice(start, end)))

/** What all brands of a drug have in common: its risks and, once confirmed, its boxed warning. */
const sharedOf = ({ riskTerms, boxed, boxedRisk, boxedTerms, isVerified }: Product): Partial<Product> => ({
  ...(riskTerms && { riskTerms }),
  ...(boxed === true &&
    isVerified && { boxed, ...(boxedRisk && { boxedRisk }), ...(boxedTerms && { boxedTerms }), isVerified }),
})

function mentionOf(
  { text, span, name, via, establishedName, kind, className }: UnlistedName,
  facts: Facts,
): ProductMention {
  const generic = establishedName ? lexiconOf(facts).generic(establishedName) : undefined
  const product: Product | undefined =
    via === 'stem' || establishedName
      ? withClassDefaults({
          ...(generic && sharedOf(generic)),
          brand: name,
          establishedName: establishedName ?? name,
          kind,
          ...(className && { class: className }),
        })
      : undefined
  return { text, span, product, name, via, isKnown: false, kind }
}
