import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { parse, postprocess, preprocess } from 'micromark'
import { gfm } from 'micromark-extension-gfm'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { ParseContext } from 'micromark-util-types'

/** The start or the end of a token of remark's own tokenizer, micromark; offsets of the file. */
export interface Token {
  readonly type: string
  readonly isStart: boolean
  readonly start: number
  /** Moved when a block turns out to go on. */
  end: number
}

/**
 * Tokens of Markdown with the GitHub extensions. Tokens, not remark's tree: a tree gives the place of an emphasis, but not of its marks, escapes and
 * entities. One `~` stays text, since posts write `2~3 days`.
 */
export class MarkdownParser {
  /** Targets of the definitions read so far, by label as `labelOf` writes it. */
  readonly definitions = new Map<string, string>()
  #context: ParseContext | undefined

  /** Reads a block that starts at `offset` in the file. Definitions of earlier blocks count. */
  tokens(block: string, offset: number): Token[] {
    this.#context ??= newContext()
    this.#context.lazy = {}
    // The tokenizer drops a byte order mark and then miscounts; any other space does as well.
    const source = block.charCodeAt(0) === 0xfeff ? `\u00a0${block.slice(1)}` : block
    const document = this.#context.document({ line: 1, column: 1, offset })
    return postprocess(document.write(preprocess()(source, undefined, true))).map(([change, token]) => ({
      type: token.type,
      isStart: change === 'enter',
      start: token.start.offset,
      end: token.end.offset,
    }))
  }
}

function newContext(): ParseContext {
  const extensions = [gfm({ singleTilde: false })]
  return Object.assign(parse({ extensions }), { defined: new Labels(), gfmFootnotes: new Labels() })
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

/** A label as Markdown compares it: case and blanks do not count. */
export const labelOf = (source: string): string => normalizeIdentifier(source)

/** What `&eacute;`, `&#233;` or `&#xE9;` stands for; undefined if it is none. */
export function decodeEntity(source: string): string | undefined {
  const body = source.slice(1, -1)
  if (!body.startsWith('#')) return decodeNamedCharacterReference(body) || undefined
  const isHex = /^#x/i.test(body)
  return decodeNumericCharacterReference(body.slice(isHex ? 2 : 1), isHex ? 16 : 10)
}
