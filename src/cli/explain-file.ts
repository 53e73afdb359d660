import path from 'node:path'
import { Chalk } from 'chalk'
import type { Draft } from '../draft/post.js'
import { readDraft } from '../draft/read.js'
import { counted } from '../formatters/summary.js'
import { lintSource } from '../lint.js'
import type { FileResult } from '../report.js'
import type { Rule, RuleFile } from '../rulebook/rule.js'
import { Rulebook } from '../rulebook/rulebook.js'
import { readOne } from '../run/inputs.js'
import type { Session } from '../run/session.js'
import { exceptionsOf } from '../settle/exceptions.js'
import { overlaps, type Span } from '../source.js'
import { threshold } from '../text/context.js'
import type { Match } from '../text/match.js'
import { PostText } from '../text/post-text.js'
import { type Io, wantsColor } from './io.js'
import { contextLines } from './post-reading.js'
import { ShownFile } from './shown-file.js'

/** `medlint explain ID --file F`: what a rule saw in a draft, and why each match is reported or not. */
export async function explainFile(
  rule: RuleFile,
  name: string,
  session: Session,
  redact: boolean | undefined,
  io: Io,
): Promise<string> {
  const source = await readOne(name, io.cwd())
  const rulebook = session.rulebookFor(path.resolve(io.cwd(), name))
  const result = lintSource(source, rulebook, session.readOptions)
  const chalk = new Chalk({ level: wantsColor(io.stdout, io.env) ? 1 : 0 })
  const draft = readDraft(source, session.readOptions)
  const posts = draft.posts.map((post) => new PostText(post, rulebook.facts))
  const file = new ShownFile(result, posts, redact ?? io.stdout.isTTY !== true, chalk)
  const judge = new Judge(rule, rulebook, result, draft)
  const blocks = posts.map((post) => postLines(post, rule, judge, file).join('\n'))
  return `${[...blocks, `${source.path}: ${counted(posts.length, 'post')}`].join('\n\n')}\n`
}

function postLines(post: PostText, rule: RuleFile, judge: Judge, file: ShownFile): string[] {
  const matches = judge.matchesIn(post)
  const { line } = file.lines.position(post.post.span.start)
  const said = matches.map((match) => {
    const span = placeOf(match)
    return `${file.quote(span, rule.sensitive)} at ${file.place(span)}: ${judge.verdict(match, post)}`
  })
  const off = judge.isOn(post) ? [] : [file.chalk.yellow('The rule is off here; this is what it would find.')]
  const context = rule.context === 'patient' ? contextLines(post, file) : []
  return [
    `${file.chalk.bold(`Post ${post.post.index + 1}`)}, line ${line}`,
    ...[...off, ...(said.length > 0 ? said : ['nothing that this rule looks for']), ...context].map(
      (one) => `  ${one}`,
    ),
  ]
}

const placeOf = (match: Match): Span => match.place ?? match.text.toFile(match.span)

/** What becomes of a rule's matches in one draft. */
class Judge {
  readonly #rule: Rule
  readonly #rulebook: Rulebook
  readonly #result: FileResult
  readonly #draft: Draft

  constructor(file: RuleFile, rulebook: Rulebook, result: FileResult, draft: Draft) {
    this.#rulebook = rulebook
    this.#rule = rulebook.rule(file.id) ?? alone(file, rulebook)
    this.#result = result
    this.#draft = draft
  }

  isOn(post: PostText): boolean {
    return this.#rulebook.rule(this.#rule.id)?.severityFor(post) !== undefined
  }

  matchesIn(post: PostText): Match[] {
    return [...this.#rule.check(post)].sort((a, b) => placeOf(a).start - placeOf(b).start)
  }

  /** Why a match is reported, or is not. */
  verdict(match: Match, post: PostText): string {
    const { file } = this.#rule
    const { needsPatientContext = true } = this.#rulebook.settings
    if (file.context === 'patient' && needsPatientContext && !post.isAboutPatient(match))
      return contextVerdict(match, post)
    if (!this.#rule.concerns(match, post)) return `not reported, since consent covers ${file.coveredBy?.join(' and ')}`
    if (!this.isOn(post)) return 'would be reported'
    const span = placeOf(match)
    const isHere = (other: Span) => overlaps(other, span) || other.start === span.start
    const here = this.#result.diagnostics.filter((one) => one.post === post.post.index && isHere(one.span))
    const own = here.find((one) => one.rule === file.id)
    if (own)
      return `reported, as ${own.severity === 'info' ? 'an info' : own.severity === 'error' ? 'an error' : 'a warning'}`
    const exception = exceptionsOf(this.#draft).find(
      (one) => one.rule === file.id && one.posts.includes(this.#draft.posts[post.post.index]!),
    )
    if (exception) return `not reported, since ${exception.by ?? 'an exception'} allows it`
    const others = [...new Set(here.map((one) => one.rule))]
    return `not reported, since ${others.length > 0 ? `${others.join(' and ')} says it better` : 'another rule says it better'}`
  }
}

function contextVerdict(match: Match, post: PostText): string {
  const score = post.context.scoreAt(match)
  return score < threshold
    ? `not reported, since too little ties it to somebody's care (score ${score}, and it takes ${threshold})`
    : 'not reported, since the organization speaks of itself here'
}

/** A rule that is not in force, as if it were. */
function alone(file: RuleFile, { settings }: Rulebook): Rule {
  const severity = file.severity === 'off' ? 'warning' : file.severity
  const layers = [...(settings.layers ?? []), { rules: { [file.id]: severity }, origin: 'explain' }]
  return new Rulebook({ ...settings, only: [file.id], layers }).rule(file.id)!
}
