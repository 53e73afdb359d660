import type { ChalkInstance } from 'chalk'
import type { Report } from '../report.js'
import { visible } from './excerpt.js'
import { counted, type Summary, summarise } from './summary.js'

/** What was looked at, what was found, what was left out and why, and what to do next. */
export function prettySummary(report: Report, chalk: ChalkInstance): string {
  const summary = summarise(report)
  return [
    verdict(summary, chalk),
    `${looked(summary)}.`,
    ...left(summary).map((line) => chalk.dim(line)),
    ...report.notes.map((note) => `Note: ${visible(note)}`),
    ...next(report, chalk),
  ].join('\n')
}

/** Green only where something was checked and nothing was found. */
function verdict(summary: Summary, chalk: ChalkInstance): string {
  const { errors, warnings, infos } = summary
  if (errors + warnings + infos > 0) {
    const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].join(', ')
    return (errors > 0 ? chalk.red : chalk.yellow).bold(`${errors > 0 ? '✖' : '!'} ${found}`)
  }
  if (summary.files === 0) return chalk.yellow.bold('! Nothing was checked')
  if (summary.posts === 0) return chalk.yellow.bold('! No post was found to check')
  if (summary.rules === 0) return chalk.yellow.bold('! No rule was in force')
  return chalk.green.bold('✔ Nothing found')
}

function looked({ files, posts, rules, fixable, allowed, skipped }: Summary): string {
  const parts = [`Checked ${counted(files, 'file')}, ${counted(posts, 'post')}, with ${counted(rules, 'rule')}`]
  if (fixable > 0) parts.push(`${fixable} with a fix or suggestion`)
  if (allowed > 0) parts.push(`${allowed} allowed by an exception or the baseline`)
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`)
  return parts.join('; ')
}

const shownPerReason = 3

/** The skipped files by reason: a few names, then how many more. */
function left({ skipped }: Summary): string[] {
  const reasons = new Map<string, string[]>()
  for (const { file, reason } of skipped) reasons.set(reason, [...(reasons.get(reason) ?? []), visible(file)])
  return [...reasons].map(([reason, files]) => {
    const more = files.length - shownPerReason
    return `  skipped, ${visible(reason)}: ${files.slice(0, shownPerReason).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  })
}

function next(report: Report, chalk: ChalkInstance): string[] {
  const diagnostics = report.results.flatMap((result) => result.diagnostics)
  const worst = diagnostics.find((one) => one.severity === 'error') ?? diagnostics[0]
  if (!worst) return []
  const fixes = diagnostics.flatMap((one) => one.fixes)
  const safe = fixes.filter((fix) => fix.safe).length
  const lines = [`${chalk.bold(`medlint explain ${worst.rule}`)} says why, and what to write instead.`]
  if (safe > 0)
    lines.push(`${chalk.bold('medlint --fix')} applies ${counted(safe, 'safe fix').replace(/fixs$/, 'fixes')}.`)
  if (fixes.length > safe)
    lines.push(
      `${chalk.bold('medlint --unsafe-fixes')} applies suggestions, too; ${chalk.bold('--fix-dry-run')} shows them first.`,
    )
  return lines
}
