import type { RegionKind } from '../draft/post.js'
import type { Facts } from '../facts.js'
import type { Match } from '../text/match.js'
import type { PostText } from '../text/post-text.js'

export type { Match } from '../text/match.js'

/** What a rule's detector is given when the rule is compiled. */
export interface DetectorContext {
  /** Which regions the rule reads. */
  readonly reads: readonly RegionKind[]
  readonly facts: Facts
  /** The rule reports without patient context (`strict`), so words that tie a match to a person are not asked for either. */
  readonly isUngated?: boolean
  /** A build has compiled the rule before: what is wrong in it has been said, and its parts may wait until they are asked. */
  readonly isChecked?: boolean
  /** The entries of `rules/lexicons/NAME.yml`, or of the user's pack; throws a UserError for an unknown name. */
  lexicon(name: string): Lexicon
}

/** A list of words or records with where it comes from. */
export interface Lexicon {
  readonly name: string
  readonly source: string
  readonly asOf: string
  readonly entries: readonly unknown[]
  /** Other lexicons whose entries belong to it, but for those in `without`. */
  readonly include?: readonly string[] | undefined
  readonly without?: readonly string[] | undefined
  /** It is one of ours, which a build has catalogued. */
  readonly isBuiltin?: boolean
}

/** Keys of lists, of which one must have something to find in a post, or signs (`signs` in text/signs.ts), of which it must show one. */
export type OneOf = readonly string[]

/** All of these are needed; nothing is known where there are none. */
export type Needs = readonly OneOf[]

/** How to look for something. One file each; knows no rule, no severity, no config, no disk. */
export interface Detector<Options = unknown> {
  /** The key that names it under `detect:` in a rule file. */
  readonly name: string
  /** It compares posts with each other: an exception from its rules may wait for the other posts. */
  readonly looksAcross?: boolean
  /** What a rule file may say under that key, as JSON Schema: checked when the rule is loaded, published for editors. */
  readonly schema: object
  /**
   * What a post must have for the detector to find anything with these options. Asked by a build, which has compiled them; lets a run over one draft leave
   * most rules uncompiled.
   */
  needs?(options: Options, context: DetectorContext): Needs
  /** Does the costly work once per rule; what it returns runs once per post and keeps no state. Throws a UserError for options that cannot work. */
  compile(options: Options, context: DetectorContext): (post: PostText) => Iterable<Match>
}

/** Gives a detector its option types; what `detectors/index.ts` lists and plugins export. */
export const defineDetector = <Options>(detector: Detector<Options>): Detector => detector as unknown as Detector
