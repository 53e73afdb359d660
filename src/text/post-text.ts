import type { Post, RegionKind } from '../draft/post.js'
import type { Facts } from '../facts.js'
import type { PostSummary } from '../report.js'
import type { Lines, Span } from '../source.js'
import { type Neighbours, noNeighbours } from './across/neighbourhood.js'
import { PostConsent } from './consent.js'
import { PatientContext } from './context.js'
import { FairBalance } from './fair-balance.js'
import { type Words, wordsFrom } from './grams.js'
import { isMarked } from './marked.js'
import type { Match } from './match.js'
import { type Referent, referentsIn } from './people.js'
import { referentOf } from './persons/referent.js'
import { type Person, personsIn } from './persons.js'
import { catalogue } from './phrase-catalogue.js'
import { type Place, placesIn } from './places.js'
import { type ClassName, classify, type VersionClass } from './post-class.js'
import { type ProductMention, productsIn } from './products.js'
import { signs } from './signs.js'
import { type Story, storiesIn } from './stories.js'
import { Text, textsOf } from './text.js'
import { versionsOf } from './versions.js'

/** A post with what its texts say; made once per post, every part on first use, shared by all detectors. */
export class PostText {
  readonly post: Post
  readonly facts: Facts
  readonly texts: readonly Text[]
  /** What it has to do with other posts; told once these have been read. */
  neighbours: Neighbours = noNeighbours

  constructor(post: Post, facts: Facts) {
    this.post = post
    this.facts = facts
    this.texts = post.regions.flatMap((region) => textsOf(region, facts.today))
  }

  #consent: PostConsent | undefined
  #persons: readonly Person[] | undefined
  #context: PatientContext | undefined
  #products: readonly ProductMention[] | undefined
  #classes: readonly VersionClass[] | undefined
  #balances: readonly FairBalance[] | undefined
  #stories: readonly Story[] | undefined
  readonly #places = new Map<Text, readonly Place[]>()

  get consent(): PostConsent {
    this.#consent ??= new PostConsent(this.post, this.facts)
    return this.#consent
  }

  /** Everybody the post names. */
  get persons(): readonly Person[] {
    this.#persons ??= personsIn(this)
    return this.#persons
  }

  /** Whether what stands here is tied to somebody's health, care or payment (domain/hipaa.md 2.1). */
  isAboutPatient(match: Match): boolean {
    return this.context.isAboutPatient(match)
  }

  /** What ties the post to somebody's care, and what speaks against it. */
  get context(): PatientContext {
    this.#context ??= new PatientContext(this)
    return this.#context
  }

  /** The care of single persons that the post tells. */
  get stories(): readonly Story[] {
    this.#stories ??= storiesIn(this)
    return this.#stories
  }

  /** The places in one of its texts, with whose they are. */
  placesIn(text: Text): readonly Place[] {
    const known = this.#places.get(text)
    if (known) return known
    const places = placesIn(text, this, this.referentsIn(text))
    this.#places.set(text, places)
    return places
  }

  /** Whom one of its texts speaks of: nouns, names and pronouns. */
  referentsIn(text: Text): readonly Referent[] {
    return (
      this.context.texts.find((context) => context.text === text)?.referents ?? referentsIn(text, this.namesIn(text))
    )
  }

  /** The names in one of its texts, with whom they stand for. */
  namesIn(text: Text): readonly Referent[] {
    return this.persons.filter((person) => person.text === text).flatMap(referentOf)
  }

  /** Every place where the post names a product, its field `product` and its tags among them. */
  get products(): readonly ProductMention[] {
    this.#products ??= productsIn(this.texts, this.facts)
    return this.#products
  }

  /** What kind of drug post each of its versions is. */
  get classes(): readonly VersionClass[] {
    this.#classes ??= versionsOf(this.post, this.texts).map((version) =>
      classify(this.post, version, this.products, (text, span) => this.isMarked(text, span)),
    )
    return this.#classes
  }

  /** The class that asks for most among its versions. */
  get class(): VersionClass {
    const order: readonly ClassName[] = ['product-claim', 'reminder', 'help-seeking', 'institutional', 'none']
    return [...this.classes].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))[0]!
  }

  /** What each version says for the products it names and of their risks. */
  get balances(): readonly FairBalance[] {
    // Without a product there is nothing to balance, and nothing to classify for it.
    this.#balances ??= (this.products.length === 0 ? [] : this.classes)
      .filter(({ mentions }) => mentions.length > 0)
      .map((versionClass) => new FairBalance(versionClass, this.post, this.#surroundings))
    return this.#balances
  }

  get #surroundings() {
    const siblings =
      this.post.part === undefined
        ? []
        : this.post.draft.posts.filter((other) => other !== this.post && other.part !== undefined)
    const parts = siblings.flatMap(({ regions }) =>
      regions.filter(({ kind }) => kind === 'live').map((region) => new Text(region, this.facts.today)),
    )
    return { parts, links: this.texts.filter(({ region }) => /^links?\b/.test(region.field)), today: this.facts.today }
  }

  /** Whether a span lies in a register's risk statement, a disclaimer or a regulation's own wording: it is neither claim nor event. */
  isMarked(text: Text, span: Span): boolean {
    return isMarked(text, span, this.facts)
  }

  /** The other parts of the thread this is a part of. */
  get otherParts(): readonly PostText[] {
    const { draft, part } = this.post
    if (part === undefined) return []
    return draft.posts
      .filter((other) => other !== this.post && other.part !== undefined)
      .map((other) => new PostText(other, this.facts))
  }

  summary(lines: Lines, withClass = true): PostSummary {
    const { index, span } = this.post
    return {
      index,
      line: lines.position(span.start).line,
      ...(withClass && this.class.name !== 'none' && { class: this.class.name }),
      restsOnUnverifiedConsent: this.consent.isUnverified,
    }
  }

  of(kinds: readonly RegionKind[]): readonly Text[] {
    return this.texts.filter((text) => kinds.includes(text.region.kind))
  }

  #views: readonly Words[] | undefined
  readonly #signs = new Map<string, boolean>()

  /** Whether it has one of each of these: a catalogued list that can match anywhere in it, or a sign. */
  has(needs: readonly (readonly (number | string)[])[]): boolean {
    return needs.every((oneOf) =>
      oneOf.some((one) => (typeof one === 'string' ? this.#shows(one) : this.#mayMatch(one))),
    )
  }

  #shows(sign: string): boolean {
    const known = this.#signs.get(sign) ?? signs[sign]!(this)
    this.#signs.set(sign, known)
    return known
  }

  #mayMatch(list: number): boolean {
    this.#views ??= this.texts.flatMap((text) => [...text.views, ...tagWords(text)])
    return this.#views.some((view) => catalogue()?.mayMatch(list, view) ?? true)
  }

  /** What a draft field says, as strings: the items of a list, `true` for a field that is set to anything but no. */
  valuesOf(field: string): readonly string[] {
    return valuesOf(this.post, field)
  }
}

/** The words of hashtags set apart, as some rules look through them: `no side effects` in `#nosideeffects`. */
const tagWords = ({ hashtags }: Text): readonly Words[] =>
  hashtags.length === 0
    ? []
    : [wordsFrom(hashtags.map(({ parts }) => parts.map(({ text }) => text.toLowerCase()).join(' ')).join(' \n '))]

/** Fields that the reader gives a meaning, with their defaults; any other as it is written. */
function valuesOf(post: Post, field: string): readonly string[] {
  if (field === 'platform' || field === 'platforms') return post.platforms
  if (field === 'product' || field === 'products') return post.products
  if (field === 'type') return [post.type]
  if (field === 'audience') return [post.audience]
  if (field === 'author') return [post.author]
  if (field === 'paid') return [String(post.isPaid)]
  const value = post.fields.get(field)?.value
  const scalars = value?.items ? value.items.map((item) => item.scalar) : [value?.scalar]
  return scalars.filter((scalar) => scalar !== undefined && scalar !== null)
}
