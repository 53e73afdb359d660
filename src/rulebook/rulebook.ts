import { data } from '../data.js'
import type { Detector, DetectorContext, Lexicon, Needs } from '../detectors/detector.js'
import { detectors as builtinDetectors } from '../detectors/index.js'
import type { Severity } from '../diagnostic.js'
import type { RegionKind } from '../draft/post.js'
import { UserError } from '../errors.js'
import { type Facts, noFacts } from '../facts.js'
import { dayItGoesLive } from '../text/consent.js'
import type { Match } from '../text/match.js'
import type { PostText } from '../text/post-text.js'
import type { Rule, RuleFile, Setting } from './rule.js'

/** Severities by rule id or family: one layer, in force on posts whose fields have these values. */
export interface Layer {
  /** Draft fields (or `jurisdictions`, or `from`: a first day) and the values that turn the layer on; always on without it. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  readonly rules: Readonly<Record<string, Setting>>
  /** Options that replace those of the rule file, by rule id. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Set by the user, so final: no later layer of a preset changes it. Layers are given in rising order. */
  readonly origin: string
}

export interface RulebookSettings {
  readonly rules: readonly RuleFile[]
  readonly facts: Facts
  /** Presets first, then the config, then the command line: the last word on a rule wins. */
  readonly layers?: readonly Layer[]
  /** Which confidences run. */
  readonly confidence?: readonly string[]
  /** `strict`: identifiers are reported with no patient context. */
  readonly needsPatientContext?: boolean
  /** Rule ids or families; only these run. */
  readonly only?: readonly string[]
  /** Rules that no draft may except. */
  readonly locked?: readonly string[]
  /** How long a rule of the user's own may take over one post, in milliseconds; a second unless given. */
  readonly timeLimit?: number
  readonly detectors?: readonly Detector[]
  /** Plugins are not loaded, so there may be more rules than these. */
  readonly lacksPlugins?: boolean
  readonly lexicons?: Readonly<Record<string, Lexicon>>
}

/** The rules in force, compiled, with what they know of the organisation. Throws a UserError for a rule that cannot work. */
export class Rulebook {
  readonly settings: RulebookSettings
  readonly facts: Facts
  readonly rules: readonly Rule[]
  /** Problem kinds and the rules that give them words. */
  readonly problemRules: ReadonlyMap<string, Rule>
  /** Some rule compares posts with each other. */
  readonly looksAcross: boolean
  readonly timeLimit: number
  /** Rules of the user's own that took too long over a post, and are run no more. */
  readonly timedOut = new Set<Rule>()

  constructor(settings: RulebookSettings) {
    this.settings = settings
    this.facts = settings.facts
    this.timeLimit = settings.timeLimit ?? 1000
    this.rules = settings.rules
      .filter((file) => this.#isAskedFor(file) && this.#mayRun(file))
      .map((file) => compileRule(file, settings))
    this.looksAcross = this.rules.some((rule) => rule.looksAcross)
    const onFailures = settings.rules
      .filter(
        (file) => !this.#isAskedFor(file) && kindsOf(file).some((kind) => failures.has(kind)) && this.#mayRun(file),
      )
      .map((file) => compileRule(file, settings))
    this.problemRules = new Map(
      [...this.rules, ...onFailures].flatMap((rule) => kindsOf(rule.file).map((kind) => [kind, rule] as const)),
    )
  }

  #byId: ReadonlyMap<string, Rule> | undefined
  #sensitiveRules: readonly Rule[] | undefined

  /** The rule of this id, if it is in force. */
  rule(id: string): Rule | undefined {
    this.#byId ??= new Map(this.rules.map((rule) => [rule.id, rule]))
    return this.#byId.get(id)
  }

  /** Every rule whose match identifies somebody, those that are off included: masked reports hide what they find. */
  get sensitiveRules(): readonly Rule[] {
    this.#sensitiveRules ??= this.settings.rules
      .filter((file) => file.sensitive)
      .map((file) => this.rule(file.id) ?? compileRule(file, this.settings))
    return this.#sensitiveRules
  }

  #isAskedFor({ id }: RuleFile): boolean {
    const { only = [] } = this.settings
    return only.length === 0 || only.some((name) => matches(name, id))
  }

  #mayRun(file: RuleFile): boolean {
    const { confidence = ['high', 'medium'], layers = [] } = this.settings
    const named = layers.flatMap((layer) => Object.entries(layer.rules)).filter(([name]) => matches(name, file.id))
    const isAskedFor = named.some(([name, setting]) => name === file.id && setting !== 'off')
    if (!confidence.includes(file.confidence) && !isAskedFor) return false
    return file.severity !== 'off' || named.some(([, setting]) => setting !== 'off')
  }
}

/** What keeps any rule from doing its work is told whichever rules are asked for: their silence would look like an all-clear. */
const failures: ReadonlySet<string> = new Set(['unreadable', 'timeout'])

const matches = (name: string, id: string) => name === id || id.startsWith(`${name}/`)

function kindsOf(file: RuleFile): readonly string[] {
  return (file.detect.problem as { kinds?: readonly string[] } | undefined)?.kinds ?? []
}

const detectorOf = (file: RuleFile): string => Object.keys(file.detect)[0]!

function compileRule(file: RuleFile, settings: RulebookSettings): Rule {
  const name = detectorOf(file)
  const isNamed = (candidate: Detector) => candidate.name === name
  const detector = builtinDetectors.find(isNamed) ?? settings.detectors?.find(isNamed)
  if (!detector) throw new UserError(`unknown detector \`${name}\`.`, file.origin)
  const family = file.id.split('/')[0]!
  const { reads: familyReads, oneAtAPlace = false } = families()[family] ?? ownFamily
  const reads = file.reads ?? familyReads
  const layers = (settings.layers ?? []).filter(({ rules }) => rules[file.id] ?? rules[family])
  const own = layers.map((layer) => layer.options?.[file.id]).findLast((options) => options !== undefined)
  return {
    file,
    id: file.id,
    family,
    reads,
    oneAtAPlace,
    looksAcross: detector.looksAcross ?? false,
    severityFor: severityOf(file, layers, settings.facts),
    isInContext: (match, post) => isInContext(file, settings, match, post),
    concerns: (match, post) =>
      isInContext(file, settings, match, post) && !(file.coveredBy && post.consent.covers(file.coveredBy)),
    check: compileLazily(
      detector,
      () => (own ? { ...(file.detect[name] as object), ...(own as object) } : file.detect[name]),
      {
        ...contextFor(reads, settings),
        isUngated: file.context === 'patient' && settings.needsPatientContext === false,
        isChecked: own ? false : (file.isChecked ?? false),
      },
      file,
      own ? undefined : file.needs,
    ),
  }
}

const isInContext = (file: RuleFile, { needsPatientContext = true }: RulebookSettings, match: Match, post: PostText) =>
  file.context === 'none' || !needsPatientContext || post.isAboutPatient(match)

/** A rule is compiled by the first post that it looks at: a cold start over one draft pays for the rules that it needs. */
function compileLazily(
  detector: Detector,
  options: () => unknown,
  context: DetectorContext,
  file: RuleFile,
  needs: RuleFile['needs'],
): Rule['check'] {
  let check: Rule['check'] | undefined
  return (post) => {
    if (needs && !post.has(needs)) return []
    check ??= atOrigin(file, () => detector.compile(options(), context))
    return check(post)
  }
}

/** Says which rule a UserError is about. */
function atOrigin<T>(file: RuleFile, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof UserError && !error.place) throw new UserError(error.message, file.origin)
    throw error
  }
}

/** Has a rule's detector take its options, and tell what a post must have for it to find anything. Throws a UserError for options that cannot work. */
export function needsOf(file: RuleFile): Needs {
  const name = detectorOf(file)
  const options = file.detect[name]
  const detector = builtinDetectors.find((candidate) => candidate.name === name)
  const context = contextFor(['live'], { rules: [file], facts: noFacts })
  atOrigin(file, () => detector?.compile(options, context))
  return detector?.needs?.(options, context) ?? []
}

function contextFor(reads: readonly RegionKind[], settings: RulebookSettings): DetectorContext {
  return {
    reads,
    facts: settings.facts,
    lexicon: (name) => settings.lexicons?.[name] ?? builtinLexicon(name),
  }
}

const lexicons = new Map<string, Lexicon>()

/** A lexicon that medlint brings. It is read when something of it is asked for: what a build has catalogued is found without. */
function builtinLexicon(name: string): Lexicon {
  const known = lexicons.get(name) ?? new BuiltinLexicon(name)
  lexicons.set(name, known)
  return known
}

class BuiltinLexicon implements Lexicon {
  readonly isBuiltin = true
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  get source(): string {
    return this.#data.source ?? ''
  }

  get asOf(): string {
    return this.#data.asOf ?? ''
  }

  get entries(): readonly unknown[] {
    return this.#data.entries
  }

  get include(): readonly string[] | undefined {
    return this.#data.include
  }

  get without(): readonly string[] | undefined {
    return this.#data.without
  }

  get #data(): Lexicon {
    try {
      return data<Lexicon>(`lexicons/${this.name}`)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw new UserError(`there is no lexicon \`${this.name}\`.`)
    }
  }
}

/** The last layer that is on for the post and names the rule decides; a rule's own name says more than its family's. */
function severityOf(file: RuleFile, layers: readonly Layer[], facts: Facts): Rule['severityFor'] {
  const always = layers.every((layer) => !layer.when)
  const decide = (post?: PostText): Severity | undefined => {
    const setting = layers
      .filter((layer) => isOn(layer, facts, post))
      .reduce<Setting>(
        (before, layer) => layer.rules[file.id] ?? layer.rules[file.id.split('/')[0]!] ?? before,
        file.severity,
      )
    return setting === 'off' ? undefined : setting
  }
  if (!always) return decide
  const settled = decide()
  return () => settled
}

function isOn({ when }: Layer, facts: Facts, post: PostText | undefined): boolean {
  return Object.entries(when ?? {}).every(([field, values]) => {
    if (field === 'jurisdictions') return facts.organization.jurisdictions.some((state) => values.includes(state))
    if (field === 'from') return values.some((day) => day <= liveDay(facts, post))
    return (post?.valuesOf(field) ?? []).some((value) =>
      values.some((one) => one.toLowerCase() === value.toLowerCase()),
    )
  })
}

/** The day on which a post goes live: the first of those on which it did, else the later of `scheduled` and today. */
function liveDay(facts: Facts, post: PostText | undefined): string {
  if (!post) return facts.today
  const published = post.post.fields.get('published')?.value
  const days = (published?.items ?? [published])
    .flatMap((one) => one?.entries?.get('date')?.value.scalar?.trim().slice(0, 10) ?? [])
    .sort()
  return days[0] ?? dayItGoesLive(post.post, facts)
}

interface Family {
  readonly title: string
  readonly reads: readonly RegionKind[]
  readonly oneAtAPlace?: boolean
}

const families = () => data<Record<string, Family>>('families')

/** Families of the user's own packs read what is posted. */
const ownFamily: Family = { title: '', reads: ['live'] }
