import type { Diagnostic, Edit, Fix, Severity } from './diagnostic.js'
import type { Problem, Region } from './draft/post.js'
import type { ReadOptions } from './draft/read.js'
import { closedUp, edited, isAddition, type TextEdit } from './draft/text-edit.js'
import { writeRegion } from './draft/write.js'
import { dropItems, itemOf } from './draft/write-list.js'
import type { FixSpec, Rule } from './rulebook/rule.js'
import type { Rulebook } from './rulebook/rulebook.js'
import type { Span } from './source.js'
import { clearedWording } from './text/clearance.js'
import type { Match } from './text/match.js'
import { neutralReply } from './text/neutral-reply.js'
import type { PostText } from './text/post-text.js'
import { isReply } from './text/reply.js'

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

/** In UTF-16 units, far more than any post has: each fix is tried by reading the draft again. */
const longestFixed = 60_000

function fixFor(rule: Rule, match: Match, of: PostText, options: ReadOptions): readonly Fix[] {
  if (match.text.region.text.length > longestFixed) return []
  const offered: Fix[] = []
  for (let spec = rule.file.fix; spec; spec = spec.else) {
    const fix = fixBy(spec, rule, match, of, options)
    if (fix) offered.push(fix)
  }
  return offered
}

function fixBy(fix: FixSpec, { file }: Rule, match: Match, of: PostText, options: ReadOptions): Fix | undefined {
  // What is reported at a field or a picture has no words of its own to replace.
  if (match.place && fix.replaces) return undefined
  if (!isEditable(match.text.region, fix)) return undefined
  const data = dataFor(fix, file.sensitive, match, of)
  if (namesIn(fix).some((name) => data[name] === undefined)) return undefined
  const change = changeBy(fix, fill(fix.with, data), match, of)
  const written = firstWritten(change, match.text.region, of, options)
  return written && { description: fill(fix.description, data), safe: fix.safe ?? false, ...written }
}

/** The change as it reads best, or as it is if that cannot be written. */
function firstWritten(
  change: TextEdit,
  region: Region,
  of: PostText,
  options: ReadOptions,
): Pick<Fix, 'edits' | 'ofText'> | undefined {
  for (const edit of change.text === '' ? [closedUp(region.text, change), change] : [change]) {
    const edits = itemDropped(region, edit, of) ?? writeRegion(of.post.draft.source, region, [edit], options)
    if (!edits) continue
    const isAdded = isAddition(region.text, edit)
    return { edits, ofText: { region: of.post.regions.indexOf(region), edits: [edit], isAddition: isAdded } }
  }
  return undefined
}

/** An item of a list of which nothing would be left goes as a whole. */
function itemDropped(region: Region, edit: TextEdit, { post }: PostText): Edit[] | undefined {
  const found = edited(region.text, [edit]).trim() === '' ? itemOf(post, region) : undefined
  return found && dropItems(post.draft.source.text, found.list, [found.item])
}

/** What a fix makes of a text. A sentence that stands there already is not said twice. */
function changeBy(fix: FixSpec, filled: string, match: Match, of: PostText): TextEdit {
  const { region } = match.text
  const span = match.text.toRegion(replaced(match, fix))
  const hasReturns = region.syntax.kind !== 'yaml' && of.post.draft.source.text.includes('\r\n')
  const put = hasReturns ? filled.replace(/\r?\n/g, '\r\n') : filled
  const isSaid =
    fix.replaces === 'sentence' && (region.text.slice(0, span.start) + region.text.slice(span.end)).includes(put)
  return { span, text: isSaid ? '' : put }
}

/** A file name or link that is changed leads nowhere, and a record or a quotation says what is so. The text of a broken file has no fields. */
const isEditable = ({ kind, field }: Region, { fields = [] }: FixSpec): boolean =>
  kind === 'live' || field === 'raw' || fields.includes(field.split('.')[0]!)

/**
 * Whether the gap that a rule's suggestion leaves for a text nobody may invent stands in the post already, after the match or, where it holds for all of the text,
 * anywhere in it. Then what is missing is marked, and the gap is what is reported.
 */
export function isMarkedAsGap({ file }: Rule, match: Match, of: PostText): boolean {
  const { text } = match.text
  for (let spec = file.fix; spec; spec = spec.else) {
    if (!spec.with.includes('{match}') && !spec.with.includes('{statement}')) continue
    const data = dataFor(spec, file.sensitive, match, of)
    const gap = fill(spec.with, data).match(/\[TODO: [^\]]*\]$/)?.[0]
    if (gap === undefined || data.match?.includes(gap)) continue
    const rest = spec.with.includes('{match}') ? text.slice(replaced(match, spec).end).trimStart() : text
    if (rest === text ? text.includes(gap) : rest.startsWith(gap)) return true
  }
  return false
}

const namesIn = (fix: FixSpec) => [...fix.with.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

/** The values that a fix may name. What is worth looking for only when one asks for it is looked for then. */
function dataFor(fix: FixSpec, isSensitive: boolean, match: Match, of: PostText): Readonly<Record<string, string>> {
  const cleared = fix.with.includes('{cleared}') ? clearedWording(of, match) : undefined
  return {
    ...(!isSensitive && { match: match.text.text.slice(match.span.start, match.span.end) }),
    ...(fix.with.includes('{neutral}') && neutralFor(of, match)),
    ...(cleared !== undefined && { cleared }),
    ...match.data,
  }
}

/** An answer that tells of nobody, where the post is an answer. */
function neutralFor(post: PostText, { text }: Match): Record<string, string> {
  if (!isReply(post) || !/^(?:text|variants)\b/.test(text.region.field)) return {}
  return { neutral: neutralReply(post.facts, post.post.inReplyTo ?? '', text.text) }
}

/** The match or its sentence, without the space around it. */
function replaced({ text, span, fixSpan }: Match, { replaces }: FixSpec): Span {
  if (replaces !== 'sentence') return fixSpan ?? span
  const { start, end } = text.sentenceAt(span.start)
  const words = text.text.slice(start, Math.max(end, span.end))
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
