import type { Span } from './source.js'

export type Severity = 'error' | 'warning' | 'info'
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Replaces one stretch of the file; the text is the file's final bytes (quoted or escaped as its place needs). */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Edits that belong together. Safe: same claim, person, disclosure and grammar. All else is a suggestion. */
export interface Fix {
  readonly description: string
  readonly safe: boolean
  readonly edits: readonly Edit[]
  /** The same change as edits of a text of the post, so that the reader can write several changes of one text back together. */
  readonly ofText?: TextChange
}

/** What a fix makes of one of a post's texts. */
export interface TextChange {
  /** Index in the post's regions. */
  readonly region: number
  /** Spans are in that region's text, and the new text is as it is to be read. */
  readonly edits: readonly Edit[]
  /** It says something more and leaves all words that were there: whether that is still wanted shows when what is wrong has gone. */
  readonly isAddition: boolean
}

/** What the user sees: one rule, one place, one sentence. */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  /** Holds nothing of the match where the rule is sensitive. */
  readonly message: string
  readonly span: Span
  /** The post it is about, from 0; -1 for the file as a whole. */
  readonly post: number
  /** Provisions, such as `45 CFR 164.514(b)(2)(i)(G)`. */
  readonly cites: readonly string[]
  readonly basis: 'law' | 'policy'
  /** The match identifies a person: every format masks it unless told otherwise. */
  readonly sensitive: boolean
  /** What a masked report calls the match: `a Social Security number`. */
  readonly kind?: string
  readonly fixes: readonly Fix[]
}

/** Which of two rule ids comes first, as a sort wants it. `localeCompare` costs as much as a cold start of node. */
export const compared = (id: string, other: string): number => (id < other ? -1 : id > other ? 1 : 0)
