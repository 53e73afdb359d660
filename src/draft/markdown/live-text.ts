import type { Span } from '../../source.js'
import type { MappedText } from '../source-map.js'
import { Copier } from './copier.js'
import { fieldOf, htmlMarks } from './html.js'
import type { Beside } from './markdown-text.js'
import { decode } from './remark.js'
import type { Token } from './tokens.js'

/** Collects the live text of a body, block by block, from the tokens of those that are parsed. */
export class LiveText {
  readonly #file: string
  readonly #live: Copier
  readonly #beside: Beside[] = []
  readonly #hidden: Span[] = []
  /** The text beside that is being read; escapes and entities go there. */
  #open: OpenText | undefined
  #verbatimEnd = 0

  constructor(file: string, start: number) {
    this.#file = file
    this.#live = new Copier(file, start)
  }

  /** Takes the tokens of a block, in source order; what none of them changes is taken as it stands. */
  add(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (this.#open && token.start >= this.#open.end) this.#close(this.#open)
      if (token.start >= this.#verbatimEnd) this.#take(token)
    }
    if (this.#open) this.#close(this.#open)
  }

  /** Everything up to `end`, and the stretches in which a line of `---` is no break: code and what was deleted. */
  finish(end: number): { live: MappedText; beside: readonly Beside[]; hidden: readonly Span[] } {
    return { live: this.#live.upTo(end).build(), beside: this.#beside, hidden: this.#hidden }
  }

  #take(token: Token): void {
    const { role, start, end } = token
    if (role === 'mark') this.#live.drop(token)
    else if (role === 'deleted') this.#drop(token)
    else if (role === 'character') this.#replace(decode(this.#file.slice(start, end)), { start, end })
    else if (role === 'html') this.#hide(token, fieldOf(this.#file, start))
    else if (role === 'htmlBlock') this.#addHtml(token)
    else if (role === 'link' || role === 'reference') this.#open = { role, end, text: new Copier(this.#file, start) }
    else if (role === 'address') this.#endAddress(token)
    else this.#keep(token)
  }

  #keep({ role, start, end }: Token): void {
    this.#verbatimEnd = end
    if (role !== 'verbatim') this.#hidden.push({ start, end })
  }

  /** GitHub takes the backslash of a hard break for a part of the address before it. */
  #endAddress({ end }: Token): void {
    if (/^\\[\r\n]/.test(this.#file.slice(end - 1, end + 1))) this.#live.drop({ start: end - 1, end })
  }

  #replace(text: string, span: Span): void {
    const into = this.#open?.text ?? this.#live
    into.replace(text, span)
  }

  #close({ role, end, text }: OpenText): void {
    const kind = role === 'link' ? 'visible' : 'unknown'
    this.#beside.push({ ...text.upTo(end).build(), kind, field: role })
    this.#open = undefined
  }

  #addHtml(token: Token): void {
    for (const mark of htmlMarks(this.#file, token)) {
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
}

/** A text beside the live one, up to where it ends in the file. */
interface OpenText {
  readonly role: Beside['field'] & ('link' | 'reference')
  readonly end: number
  readonly text: Copier
}
