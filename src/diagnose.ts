import type { Diagnostic, Fix, Severity } from './diagnostic.js'
import type { Problem } from './draft/post.js'
import type { ReadOptions } from './draft/read.js'
import { writeRegion } from './draft/write.js'
import type { Rule } from './rulebook/rule.js'
import type { Rulebook } from './rulebook/rulebook.js'
import type { Match } from './text/match.js'
import type { PostText } from './text/post-text.js'

/** A diagnostic on its way through the settling steps, with the rule it came from. */
export interface Found extends Diagnostic {
  readonly from: Rule
}

const noOptions: ReadOptions = {}

/** What a rule says of a match, in the file's own offsets. Give the options that the draft was read with. */
export function diagnose(
  rule: Rule,
  severity: Severity,
  match: Match,
  post: PostText,
  options: ReadOptions = noOptions,
): Found {
  const matched = match.text.text.slice(match.span.start, match.span.end)
  return {
    ...header(rule, severity),
    message: fill(rule.file.message, { ...match.data, ...(!rule.file.sensitive && { match: matched }) }),
    span: match.place ?? match.text.toFile(match.span),
    post: post.post.index,
    fixes: fixFor(rule, match, post, options),
  }
}

/** What the rule that owns a problem's kind says of it; nothing where no rule in force owns it. */
export function diagnoseProblem(problem: Problem, rulebook: Rulebook, post: PostText | undefined): Found[] {
  const rule = rulebook.problemRules.get(problem.kind)
  const severity = rule?.severityFor(post)
  if (!rule || !severity) return []
  const fixes = problem.edit
    ? [{ description: problem.edit.description, safe: problem.edit.safe, edits: [problem.edit] }]
    : []
  return [
    {
      ...header(rule, severity),
      message: fill(rule.file.message, problem.data),
      span: problem.span,
      post: problem.post,
      fixes,
    },
  ]
}

const header = (rule: Rule, severity: Severity) => ({
  from: rule,
  rule: rule.id,
  severity,
  cites: rule.file.cites.map(({ provision }) => provision),
  basis: rule.file.basis,
  sensitive: rule.file.sensitive,
  ...(rule.file.kind && { kind: rule.file.kind }),
})

/** Puts values for `{name}`; a name without a value leaves its place empty. */
const fill = (template: string, values: Readonly<Record<string, string>>) =>
  template
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim()

function fixFor({ file }: Rule, match: Match, { post }: PostText, options: ReadOptions): readonly Fix[] {
  const { fix, sensitive } = file
  if (!fix) return []
  const matched = match.text.text.slice(match.span.start, match.span.end)
  const data: Readonly<Record<string, string>> = { ...(!sensitive && { match: matched }), ...match.data }
  const names = [...fix.with.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  if (names.some((name) => data[name] === undefined)) return []
  const { region } = match.text
  const change = { span: match.text.toRegion(match.fixSpan ?? match.span), text: fill(fix.with, data) }
  const edits = writeRegion(post.draft.source, region, [change], options)
  if (!edits) return []
  const ofText = { region: post.regions.indexOf(region), edits: [change] }
  return [{ description: fill(fix.description, data), safe: fix.safe ?? false, edits, ofText }]
}
