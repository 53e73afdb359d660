import type { Span } from '../../source.js'
import type { MappedText } from '../source-map.js'

/** A body in Markdown as it will be posted, and what stands in the file beside that. All spans are offsets of the file. */
export interface MarkdownText {
  /** The body's live text: the source without its inline syntax. */
  readonly live: MappedText
  /** What was deleted from the live text and can be read: `visible` link targets and titles, `unknown` comments, tags and reference labels. */
  readonly beside: readonly Beside[]
  /** Lines of only `---`, `***` or `___` outside code, with their line end; a `---` under a paragraph too, since the writer of a thread means a break. */
  readonly breaks: readonly Span[]
  /** Headings that stand in no list, quote or HTML. */
  readonly headings: readonly Heading[]
  /** Pictures written in Markdown: `![alt](src)`, and `![alt][label]` with the definition's target. */
  readonly images: readonly Image[]
}

export interface Beside extends MappedText {
  readonly kind: 'visible' | 'unknown'
  readonly field: 'link' | 'comment' | 'html' | 'reference'
}

/** `text` is what it shows; the span goes from the first mark to the end of the line, without the line break. */
export interface Heading {
  readonly depth: number
  readonly text: string
  readonly span: Span
}

export interface Image {
  readonly alt: string
  readonly src: string
  readonly span: Span
}
