import type { Image as ImageNode, ImageReference, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { decodeString } from 'micromark-util-decode-string'
import type { Construct } from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Span } from '../../source.js'
import type { Heading, Image } from './markdown-text.js'
import { inSourceOrder, type Token, tokenOf } from './tokens.js'

/** What remark finds in a block. Its tree gives the structure, its tokens the marks within: where each is, an emphasis' stars or an entity. */
export interface Block {
  readonly headings: readonly Heading[]
  readonly images: readonly Image[]
  readonly tokens: readonly Token[]
  /** Fenced code or HTML at the block's end. */
  readonly last?: Token
}

/** Reads the blocks of one body, in order. */
export interface MarkdownParser {
  /** Reads a block that starts at `offset` in the file. Definitions of earlier blocks count. */
  parse(block: string, offset: number): Block
}

/** A parser for one body, which knows no definitions yet. */
export const markdownParser = (): MarkdownParser => new RemarkParser()

/** Source with the escapes and entities in it read. */
export const decode = (source: string): string => decodeString(source)

class RemarkParser implements MarkdownParser {
  readonly definitions = new Labels()
  readonly footnotes = new Labels()
  readonly #targets = new Map<string, string>()
  offset = 0
  tokens: Token[] = []

  parse(block: string, offset: number): Block {
    atWork = this
    this.offset = offset
    this.tokens = []
    // remark drops a byte order mark and then miscounts; any other space does as well.
    const tree = remark.parse(block.charCodeAt(0) === 0xfeff ? `\u00a0${block.slice(1)}` : block)
    const images = this.#images(tree)
    const tokens = inSourceOrder(this.tokens)
    const headings = tree.children.flatMap((node) => this.#heading(node, block))
    return { headings, images, tokens, last: this.#last(tree, tokens) }
  }

  /** A line of `---` under a paragraph is meant as a break. */
  #heading(node: Nodes, block: string): readonly Heading[] {
    if (node.type !== 'heading') return []
    const span = this.#spanOf(node)
    const source = block.slice(span.start - this.offset, span.end - this.offset)
    if (/[\r\n][ \t]*---$/.test(source)) return []
    return [{ depth: node.depth, text: textOf(node, { includeHtml: false }), span }]
  }

  /** Of the definitions of a label, which may stand anywhere, the first counts. */
  #images(tree: Root): readonly Image[] {
    const found: (ImageNode | ImageReference)[] = []
    visit(tree, (node) => {
      if (node.type === 'image' || node.type === 'imageReference') found.push(node)
      if (node.type !== 'definition' || this.#targets.has(node.identifier)) return
      this.#targets.set(node.identifier, node.url)
    })
    return found.map((node) => {
      const src = node.type === 'image' ? node.url : this.#targets.get(node.identifier)
      return { alt: node.alt ?? '', src: src ?? '', span: this.#spanOf(node) }
    })
  }

  #last(tree: Root, tokens: readonly Token[]): Token | undefined {
    const node = tree.children.at(-1)
    if (node?.type !== 'code' && node?.type !== 'html') return undefined
    const { start } = this.#spanOf(node)
    return tokens.find((token) => token.start === start && (token.role === 'fence' || token.role === 'htmlBlock'))
  }

  #spanOf({ position }: Nodes): Span {
    return { start: this.offset + position!.start.offset!, end: this.offset + position!.end.offset! }
  }
}

/** A list that the tokenizer searches for every bracket: made fast, for bodies with thousands of definitions. */
class Labels extends Array<string> {
  readonly #set = new Set<string>()

  override push(...labels: string[]): number {
    for (const label of labels) this.#set.add(label)
    return this.#set.size
  }

  override includes(label: string): boolean {
    return this.#set.has(label)
  }
}

/** Whose block is parsed: an extension of remark is the same for all. */
let atWork: RemarkParser

/** Matches nothing. It stands before whatever reads or adds a label, and has every parse start with the labels of the blocks before. */
const knowLabels: Construct = {
  tokenize(_effects, _ok, nok) {
    Object.assign(this.parser, { defined: atWork.definitions, gfmFootnotes: atWork.footnotes })
    return nok
  },
}

function addExtensions(this: Processor): void {
  this.data('micromarkExtensions')!.push({ document: { null: knowLabels, ['['.charCodeAt(0)]: knowLabels } })
  this.data('fromMarkdownExtensions')!.push({
    afterExit: ({ type, start, end }) => {
      const token = tokenOf(type, atWork.offset + start.offset, atWork.offset + end.offset)
      if (token) atWork.tokens.push(token)
    },
  })
}

/** One `~` stays text, since posts write `2~3 days`. */
const remark = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(addExtensions).freeze()
