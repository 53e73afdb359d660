import type { Span } from '../source.js'
import type { Text } from './text.js'

/** Where the analysis or a detector saw something. */
export interface Match {
  readonly text: Text
  /** Offsets of `text.text`. */
  readonly span: Span
  /** Where to report it in the file, if that is no stretch of the text: a field, a record. */
  readonly place?: Span
  /** What a fix replaces, where that is more than the match: the `on` of `on March 3`, the article of `a Maplewood farmer`. */
  readonly fixSpan?: Span
  /** What a message may quote (`{brand}`) and a fix may put (`{general}`). Never holds the match of a sensitive rule but under `general`. */
  readonly data?: Readonly<Record<string, string>>
}
