import type { Span } from '../../source.js'
import { Copier } from './copier.js'
import { fieldOf, htmlMarks } from './html.js'
import type { Beside, Heading, MarkdownText } from './markdown-text.js'
import { decodeEntity, labelOf, type Token } from './tokens.js'

/** Marks that are deleted; none holds a letter or digit. */
const MARKS = new Set([
  'autolinkMarker',
  'emphasisSequence',
  'hardBreakEscape',
  'labelImageMarker',
  'labelMarker',
  'strikethroughSequence',
  'strongSequence',
])
const CODE = new Set(['codeFenced', 'codeIndented', 'codeText'])
/** Taken as they stand, with the escapes and entities in them. */
const VERBATIM = new Set([...CODE, 'definition', 'gfmFootnoteCall', 'gfmFootnoteDefinitionLabel'])
const CONTAINERS = new Set(['blockQuote', 'gfmFootnoteDefinition', 'listOrdered', 'listUnordered'])
/** Texts within stretches that are deleted. */
const BESIDE: Readonly<Record<string, Pick<Beside, 'kind' | 'field'>>> = {
  resourceDestinationString: { kind: 'visible', field: 'link' },
  resourceTitleString: { kind: 'visible', field: 'link' },
  referenceString: { kind: 'unknown', field: 'reference' },
}

/** A stretch of the live text, known before the text is. */
interface Stretch {
  from: number
  to: number
}

/** A link or picture, or a heading, with the stretch of live text it shows. */
interface Open extends Stretch {
  readonly token: Token
  /** A picture's target, or the label of its definition. */
  target?: string
  label?: string
  depth?: number
}

/** Collects the live text of a body, block by block, from the tokens of those that are parsed. */
export class LiveText {
  readonly #file: string
  readonly #definitions: Map<string, string>
  readonly #live: Copier
  /** Where escapes and entities are put: the live text, or a text beside it. */
  #into: Copier
  readonly #beside: Beside[] = []
  readonly #hidden: Span[] = []
  readonly #headings: (Heading | Open)[] = []
  readonly #images: Open[] = []
  /** Links and pictures that are open, the innermost last. */
  readonly #labels: Open[] = []
  #heading: Open | undefined
  #skipped: Token | undefined
  #definition = ''
  #containers = 0

  /** `definitions` are those of the whole body as far as known; those that come by are added. */
  constructor(file: string, start: number, definitions: Map<string, string>) {
    this.#file = file
    this.#definitions = definitions
    this.#live = new Copier(file, start)
    this.#into = this.#live
  }

  /** Takes a block as it stands; it has these headings. */
  addPlain(headings: readonly Heading[]): void {
    this.#headings.push(...headings)
  }

  /** Takes a block that was parsed. */
  add(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (this.#skipped) this.#skip(token)
      else if (token.isStart) this.#enter(token)
      else this.#exit(token)
    }
  }

  /** Everything up to `end`, and the stretches in which a line of `---` is no break: code and what was deleted. */
  finish(end: number): Omit<MarkdownText, 'breaks'> & { readonly hidden: readonly Span[] } {
    const live = this.#live.upTo(end).build()
    const textOf = ({ from, to }: Stretch) => live.text.slice(from, to)
    return {
      live,
      beside: this.#beside,
      hidden: this.#hidden,
      headings: this.#headings.map((heading) =>
        'token' in heading ? { depth: heading.depth!, text: textOf(heading), span: spanOf(heading.token) } : heading,
      ),
      images: this.#images.map((image) => ({
        alt: textOf(image),
        src: image.target ?? this.#definitions.get(labelOf(image.label ?? '')) ?? '',
        span: spanOf(image.token),
      })),
    }
  }

  #enter(token: Token): void {
    const { type } = token
    if (MARKS.has(type)) this.#live.drop(token)
    else if (VERBATIM.has(type)) this.#startVerbatim(token)
    else if (type === 'characterEscape') this.#into.replace(this.#file[token.start + 1]!, spanOf(token))
    else if (type === 'characterReference') this.#into.replace(decodeEntity(this.#source(token))!, spanOf(token))
    else if (type === 'htmlText') this.#hide(token, fieldOf(this.#file, token.start))
    else if (type === 'htmlFlow') this.#addHtml(token)
    else if (type === 'resource' || type === 'reference') this.#drop(token)
    else if (type in BESIDE) this.#into = new Copier(this.#file, token.start)
    else if (type === 'link' || type === 'image') this.#labels.push({ token, from: 0, to: 0 })
    else if (type === 'labelText') this.#labels.at(-1)!.from = this.#live.upTo(token.start).length
    else if (CONTAINERS.has(type)) this.#containers++
    else this.#enterHeading(token)
  }

  #exit(token: Token): void {
    const { type } = token
    if (type in BESIDE) this.#endBeside(token)
    else if (type === 'labelText') this.#endLabelText(token)
    else if (type === 'link') this.#labels.pop()
    else if (type === 'image') this.#images.push(this.#labels.pop()!)
    else if (CONTAINERS.has(type)) this.#containers--
    else if (type === 'literalAutolink') this.#endAddress(token)
    else this.#exitHeading(token)
  }

  /** GitHub takes the backslash of a hard break for a part of the address before it. */
  #endAddress({ end }: Token): void {
    if (/^\\[\r\n]/.test(this.#file.slice(end - 1, end + 1))) this.#live.drop({ start: end - 1, end })
  }

  #enterHeading(token: Token): void {
    if (token.type === 'atxHeading' || token.type === 'setextHeading') this.#heading = { token, from: 0, to: 0 }
    else if (!this.#heading) return
    else if (token.type === 'atxHeadingText' || token.type === 'setextHeadingText')
      this.#heading.from = this.#live.upTo(token.start).length
    else if (token.type === 'atxHeadingSequence') this.#heading.depth ??= token.end - token.start
    else if (token.type === 'setextHeadingLineSequence') this.#heading.depth = this.#underlineDepth(token)
  }

  /** 0 for `---`, which is meant as a break. */
  #underlineDepth(token: Token): number {
    const underline = this.#source(token)
    return underline === '---' ? 0 : underline.startsWith('=') ? 1 : 2
  }

  #exitHeading(token: Token): void {
    if (!this.#heading) return
    if (token.type === 'atxHeadingText' || token.type === 'setextHeadingText')
      this.#heading.to = this.#live.upTo(token.end).length
    if (token.type !== 'atxHeading' && token.type !== 'setextHeading') return
    if (this.#heading.depth && this.#containers === 0) this.#headings.push(this.#heading)
    this.#heading = undefined
  }

  #startVerbatim(token: Token): void {
    this.#skipped = token
    if (CODE.has(token.type)) this.#hidden.push(spanOf(token))
  }

  #skip(token: Token): void {
    if (token.isStart) this.#define(token)
    else if (token.type === this.#skipped!.type && token.start === this.#skipped!.start) this.#skipped = undefined
  }

  #define(token: Token): void {
    if (token.type === 'definitionLabelString') this.#definition = labelOf(this.#source(token))
    if (token.type !== 'definitionDestinationString' || this.#definitions.has(this.#definition)) return
    this.#definitions.set(this.#definition, this.#source(token))
  }

  #endBeside(token: Token): void {
    const beside = this.#into.upTo(token.end).build()
    this.#into = this.#live
    this.#beside.push({ ...beside, ...BESIDE[token.type]! })
    const label = this.#labels.at(-1)!
    if (token.type === 'resourceDestinationString') label.target = beside.text
    if (token.type === 'referenceString') label.label = this.#source(token)
  }

  #endLabelText(token: Token): void {
    const label = this.#labels.at(-1)!
    label.to = this.#live.upTo(token.end).length
    label.label = this.#source(token)
  }

  #addHtml(token: Token): void {
    for (const mark of htmlMarks(this.#file, spanOf(token))) {
      if (mark.field === 'entity') this.#live.replace(mark.text, mark.span)
      else this.#hide(mark.span, mark.field)
    }
  }

  #hide(span: Span, field: 'comment' | 'html'): void {
    this.#drop(span)
    this.#beside.push({ ...new Copier(this.#file, span.start).upTo(span.end).build(), kind: 'unknown', field })
  }

  #drop({ start, end }: Span): void {
    this.#live.drop({ start, end })
    this.#hidden.push({ start, end })
  }

  #source(token: Token): string {
    return this.#file.slice(token.start, token.end)
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
