import type { Severity } from '../diagnostic.js'
import type { RegionKind } from '../draft/post.js'
import type { Match } from '../text/match.js'
import type { PostText } from '../text/post-text.js'

export type Setting = Severity | 'off'
export type Confidence = 'high' | 'medium' | 'low'

export interface Cite {
  /** `45 CFR 164.514(b)(2)(i)(G)`; for a rule of our own, `policy`. */
  readonly provision: string
  readonly url: string
}

/** A draft as an example: a Markdown draft, or a YAML draft as a mapping with optional `given`, or as `{raw: ...}` the way it is typed. Marks `[[ ]]` show what must be reported. */
export type Example = string | Readonly<Record<string, unknown>>

export interface FixSpec {
  /** For the user, in a few words: `Write the year only`. */
  readonly description: string
  readonly safe: boolean
  /** What replaces the match; `{name}` takes from the match's data, and no fix is offered where that is missing. */
  readonly with: string
  /** What is replaced: the match, unless it says otherwise. Never more, since other sentences may well be what the post is for. */
  readonly replaces?: 'match' | 'sentence'
  /** Fields that are seen beside the post where it may be made all the same: `tagged`. */
  readonly fields?: readonly string[]
  /** Offered after it, and alone where it lacks a value. */
  readonly else?: FixSpec
}

/** `rules/<family>/<name>.yml` as it stands (DESIGN section 3); the path is the id. */
export interface RuleFile {
  readonly id: string
  readonly title: string
  readonly severity: Setting
  /** `{match}` is the matched text (never in a sensitive rule), other names come from the match's data. */
  readonly message: string
  readonly why: string
  readonly basis: 'law' | 'policy'
  readonly cites: readonly Cite[]
  readonly confidence: Confidence
  readonly context: 'none' | 'patient'
  readonly sensitive: boolean
  /** What masked output calls a match: `a Social Security number`. */
  readonly kind?: string
  /** Which regions it reads, where that differs from its family's. */
  readonly reads?: readonly RegionKind[]
  /** Classes of `consent.covers` that clear a match in patient context: `[name]`. */
  readonly coveredBy?: readonly string[]
  /** Rules, of this family or another, whose overlapping diagnostic is the better one. */
  readonly yields?: readonly string[]
  /** Rules whose diagnostic anywhere in the post says it better. */
  readonly silentWith?: readonly string[]
  readonly fix?: FixSpec
  readonly detect: Readonly<Record<string, unknown>>
  readonly examples: {
    readonly bad: readonly Example[]
    readonly good: readonly Example[]
    readonly todo?: readonly Example[]
  }
  /** Told by its detector when the pack is compiled: the catalogued lists and the signs of each of which a post must have one for the rule to find anything. */
  readonly needs?: readonly (readonly (number | string)[])[]
  /** From a pack of the user's own: it runs under a time limit. */
  readonly isUsers?: boolean
  /** It comes from a compiled pack. */
  readonly isChecked?: boolean
  /** Where it was read from, for errors and `medlint rules`. */
  readonly origin: string
}

/** A rule that runs: its file, its detector compiled, its severity settled per post. */
export interface Rule {
  readonly file: RuleFile
  readonly id: string
  readonly family: string
  readonly reads: readonly RegionKind[]
  /** In its family one diagnostic stands for all that overlap it. */
  readonly oneAtAPlace: boolean
  /** It compares posts with each other. */
  readonly looksAcross: boolean
  /** What it weighs on this post; undefined where it is off. */
  severityFor(post: PostText | undefined): Severity | undefined
  check(post: PostText): Iterable<Match>
  /** Whether a match is where the rule asks for: some want somebody's care to be told. */
  isInContext(match: Match, post: PostText): boolean
  /** Whether a match matters here: somebody's care is told where the rule asks for that, and no consent covers it. */
  concerns(match: Match, post: PostText): boolean
}
