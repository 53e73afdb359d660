import type { Post } from '../draft/post.js'
import type { Product } from '../facts.js'
import { anyOf } from './any-of.js'
import { balanceCues } from './balance-cues.js'
import type { Benefit } from './benefits.js'
import type { Match } from './match.js'
import type { VersionClass } from './post-class.js'
import { namesOf, riskPhrases } from './product-lexicon.js'
import type { ProductMention } from './products.js'
import {
  genericRisks,
  linkTitles,
  riskLinks,
  riskPointers,
  riskSentences,
  statedRisks,
  vagueRisks,
} from './risk-statements.js'
import type { Text } from './text.js'
import { saidIn, type Version } from './versions.js'

/** A product in a version that promotes it, with where that version names it. */
export interface PromotedProduct {
  readonly name: string
  readonly product: Product | undefined
  /** The mention to report on: in the text rather than in a tag, a handle or the field. */
  readonly mention: ProductMention
  readonly isGenericOnly: boolean
}

/** From the words that name a link's target to the address: `, with Boxed Warning](`; in UTF-16 units. */
const maxTitleRest = 30

/** What stands around a version. */
export interface Surroundings {
  /** The other parts of a thread. */
  readonly parts: readonly Text[]
  /** The field `links`. */
  readonly links: readonly Text[]
  readonly today: string
}

/** The two sides of one version that promotes a product: what it says for it, and what of its risks. */
export class FairBalance {
  readonly class: VersionClass
  readonly version: Version
  readonly products: readonly PromotedProduct[]

  readonly post: Post
  readonly #beside: Surroundings

  constructor(versionClass: VersionClass, post: Post, beside: Surroundings) {
    this.class = versionClass
    this.post = post
    this.#beside = beside
    this.version = versionClass.version
    this.products = promoted(versionClass.mentions)
  }

  get benefits(): readonly Benefit[] {
    return this.class.benefits
  }

  /** Particular risks or reactions, where readers of this version see them beside the claim. */
  get namedRisks(): readonly Match[] {
    return this.#where((text) => riskSentences(text).flatMap(({ named }) => named))
  }

  get genericRisks(): readonly Match[] {
    return this.#where(genericRisks)
  }

  /** `Side effects may occur`. */
  get vagueRisks(): readonly Match[] {
    return this.#where(vagueRisks)
  }

  /** `Safety info in bio`. */
  get pointers(): readonly Match[] {
    return this.#where(riskPointers)
  }

  /** Links to risk information, those of the field `links` not among them. */
  get riskLinks(): readonly Match[] {
    return this.#where((text) => riskLinks(text).map(({ span }) => span))
  }

  /** Risks in first comment, alternative texts and tags, and on slides that make no claim. */
  get risksAside(): readonly Match[] {
    const apart = [...this.version.aside, ...this.version.slides.flat()].filter((text) => !this.#counted.includes(text))
    return apart.flatMap((text) =>
      [...riskSentences(text).flatMap(({ named }) => named), ...tagRisks(text)].map((span) => ({ text, span })),
    )
  }

  /** Risks that only other parts of the thread name. */
  get risksInOtherParts(): readonly Match[] {
    return this.#beside.parts.some((text) => riskSentences(text).some(({ named }) => named.length > 0))
      ? this.benefits.slice(0, 1)
      : []
  }

  /** `1/4`, `🧵`: marks of a part whose other parts are elsewhere. */
  get partMarks(): readonly Match[] {
    const mark = /(?<![\p{L}\p{N}/$.])\(?\d{1,2}\/(?:\d{1,2}|n|x)?\)?(?![\p{N}\p{L}/.%])|🧵/gu
    return this.version.body.flatMap((text) =>
      text
        .find(mark)
        .filter(
          ({ start }) => /^\s*$|\n\s*$/.test(text.text.slice(0, start)) || text.text.slice(start).trim().length < 8,
        )
        .map((span) => ({ text, span })),
    )
  }

  /** Named risks that a script's voice speaks: none that is only shown. */
  get spokenRisks(): readonly Match[] {
    return this.namedRisks.filter(
      ({ text, span }) =>
        !/^\s*[[(*]*(?:super|on[- ]screen(?: text)?|caption|text on screen|graphic|title card)\b/i.test(
          text.text.slice(text.text.lastIndexOf('\n', span.start) + 1, span.start),
        ),
    )
  }

  /** Links to risk information in the field `links`. */
  get linksBeside(): readonly Match[] {
    return this.#beside.links.flatMap((text) => {
      const found = riskLinks(text).map(({ span }) => span)
      const whole = { start: 0, end: text.text.length }
      return (found.length === 0 && this.#isCalledRisk(text) ? [whole] : found).map((span) => ({ text, span }))
    })
  }

  /** `[Full Prescribing Information](https://...)`: the words that a Markdown link is on, right before its address. */
  #isCalledRisk(link: Text): boolean {
    const at = link.toFile({ start: 0, end: 0 }).start
    return (
      link.region.field === 'link' &&
      this.version.body.some((text) =>
        linkTitles(text).some((span) => at - text.toFile(span).end <= maxTitleRest && at > text.toFile(span).end),
      )
    )
  }

  /** The mention of a product whose label was last checked over 180 days ago. */
  staleLabels({ product, mention }: PromotedProduct): readonly Match[] {
    const checked = product?.labelDate && Date.parse(product.labelDate)
    return checked && Date.parse(this.#beside.today) - checked > 180 * 86_400_000 ? [mention] : []
  }

  /** Where the boxed warning of a product is stated. */
  boxedRisks({ product }: PromotedProduct): readonly Match[] {
    const phrases = anyOf(riskPhrases(product?.boxedTerms ?? []))
    return this.#where((text) => statedRisks(text, phrases))
  }

  /** Where the established name of a product stands, in any form that labels use. */
  establishedNames({ product, isGenericOnly, mention }: PromotedProduct): readonly Match[] {
    if (isGenericOnly) return [mention]
    const expression = anyOf(product ? namesOf(product).map(asPhrase) : [])
    return [...saidIn(this.version), ...this.version.aside].flatMap((text) =>
      text.find(expression).map((span) => ({ text, span })),
    )
  }

  /** Uses that the label limits, without the limit: `lose weight` and no word of diet. */
  limitsLeftOut({ product }: PromotedProduct): readonly Match[] {
    const whole = saidIn(this.version)
      .map(({ text }) => text)
      .join('\n')
    return (product?.materialFacts ?? []).flatMap((fact) => {
      if (whole.search(anyOf(fact.say)) >= 0) return []
      const uses = anyOf(fact.for)
      return this.benefits
        .filter(
          ({ text, span, kind }) =>
            (kind === 'words' || kind === 'disease') && text.text.slice(span.start, span.end).search(uses) >= 0,
        )
        .slice(0, 1)
    })
  }

  /** The texts that stand beside the claim: the body and pictures, and slides that claim something themselves. */
  get #counted(): readonly Text[] {
    const { body, pictures, slides } = this.version
    const claiming = slides.filter((slide) =>
      slide.some((text) => this.benefits.some((benefit) => benefit.text === text)),
    )
    const hasRisk = (slide: readonly Text[]) =>
      slide.some((text) => riskSentences(text).some(({ named }) => named.length > 0))
    // Slides that claim and warn count for the post; a slide that only warns is elsewhere.
    return [
      ...body,
      ...pictures,
      ...(claiming.every(hasRisk) ? claiming.flat() : []),
      ...(body.length === 0 && claiming.length === 0 ? slides.flat() : []),
    ]
  }

  #where(find: (text: Text) => readonly { start: number; end: number }[]): readonly Match[] {
    return this.#counted.flatMap((text) => find(text).map((span) => ({ text, span })))
  }
}

/** Established names of several drugs are written with any marks between them. */
const asPhrase = (name: string) =>
  name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/,? and | ?[;/] ?|, /g, '(?:[\\s,;/+&-]|and)+')

const tagRisks = (text: Text) =>
  text.hashtags.flatMap(({ span, parts }) =>
    parts
      .map((part) => part.text)
      .join(' ')
      .search(balanceCues().riskFrame) >= 0
      ? [span]
      : [],
  )

const preference = ['brand', 'shape', 'mark', 'established-name', 'stem', 'tag', 'handle', 'field', 'link']

/** One entry a product: the brands, or the established names where no brand stands. */
function promoted(mentions: readonly ProductMention[]): readonly PromotedProduct[] {
  const byName = new Map<string, ProductMention[]>()
  for (const mention of mentions) byName.set(mention.name, [...(byName.get(mention.name) ?? []), mention])
  const products = [...byName.values()].map((own) => {
    const [mention] = [...own].sort((a, b) => preference.indexOf(a.via) - preference.indexOf(b.via))
    const isGenericOnly = own.every(
      ({ via, product, name }) => via === 'established-name' || via === 'stem' || product?.establishedName === name,
    )
    return { name: mention!.name, product: mention!.product, mention: mention!, isGenericOnly }
  })
  const brands = products.filter(({ isGenericOnly }) => !isGenericOnly)
  const isNamed = (generic: PromotedProduct) =>
    brands.some(
      ({ product }) =>
        product && namesOf(product).some((name) => name.toLowerCase().includes(generic.name.toLowerCase())),
    )
  return [...brands, ...products.filter((product) => product.isGenericOnly && !isNamed(product))]
}
