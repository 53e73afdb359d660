import type { Span } from '../../source.js'
import type { Text } from '../text.js'

/** How somebody is named. `kin`: with a word of kinship or age as a title, `Grandma Rosa`, `Baby Liam`. `surname`: alone or of a family. */
export type PersonForm = 'full' | 'honorific' | 'surname' | 'first' | 'initials' | 'nickname' | 'handle' | 'kin'

/** Who somebody is to the post. `unknown` is a private person until something says otherwise. */
export type PersonRole =
  | 'patient'
  | 'relative'
  | 'staff'
  | 'public'
  | 'historical'
  | 'donor'
  | 'organisation'
  | 'animal'
  | 'author'
  | 'unknown'

/** Where a name stands. */
export type PersonPlace = 'text' | 'alt' | 'tag' | 'handle' | 'file-name'

/** A mention of somebody by name. */
export interface Person {
  readonly text: Text
  /** Offsets of `text.text`: with an honorific, without a possessive 's. */
  readonly span: Span
  /** As written, without titles. */
  readonly name: string
  readonly form: PersonForm
  readonly role: PersonRole
  /** What around the name decided, for `medlint show`. */
  readonly cues: readonly string[]
  readonly in: PersonPlace
}
