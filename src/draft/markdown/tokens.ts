/** A stretch of Markdown that does not read as it stands. Offsets are the file's. */
export interface Token {
  readonly role: Role
  readonly start: number
  /** Moved when a block turns out to go on. */
  end: number
}

export type Role =
  /** Deleted, and holds no letter or digit. */
  | 'mark'
  /** Deleted but for the texts in it. */
  | 'deleted'
  /** A text within what is deleted. */
  | 'link'
  | 'reference'
  /** An escape or an entity. */
  | 'character'
  | 'html'
  | 'htmlBlock'
  /** Taken as they stand, with the escapes and entities in them. */
  | 'code'
  | 'fence'
  | 'verbatim'
  /** An address without brackets. */
  | 'address'

/** By the names of remark's tokenizer, micromark. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['autolinkMarker', 'mark'],
  ['emphasisSequence', 'mark'],
  ['hardBreakEscape', 'mark'],
  ['labelImageMarker', 'mark'],
  ['labelMarker', 'mark'],
  ['strikethroughSequence', 'mark'],
  ['strongSequence', 'mark'],
  ['resource', 'deleted'],
  ['reference', 'deleted'],
  ['resourceDestinationString', 'link'],
  ['resourceTitleString', 'link'],
  ['referenceString', 'reference'],
  ['characterEscape', 'character'],
  ['characterReference', 'character'],
  ['htmlText', 'html'],
  ['htmlFlow', 'htmlBlock'],
  ['codeIndented', 'code'],
  ['codeText', 'code'],
  ['codeFenced', 'fence'],
  ['definition', 'verbatim'],
  ['gfmFootnoteCall', 'verbatim'],
  ['gfmFootnoteDefinitionLabel', 'verbatim'],
  ['literalAutolink', 'address'],
])

/** A token of micromark's type; undefined if it reads as it stands, or its parts are tokens of their own. */
export function tokenOf(type: string, start: number, end: number): Token | undefined {
  const role = ROLES.get(type)
  return role && { role, start, end }
}

/** Tokens that were collected as they ended, each before those that it stands in, as they start: each after those. */
export const inSourceOrder = (tokens: readonly Token[]): Token[] =>
  [...tokens].reverse().sort((a, b) => a.start - b.start)
