import { Chalk, type ChalkInstance } from 'chalk'
import { type StructuredPatchHunk, structuredPatch } from 'diff'
import type { FileResult, FormatOptions } from '../report.js'
import { visible } from './excerpt.js'
import { Mask } from './mask.js'

/** A unified diff of a draft before and after fixing. Masked, what identifies somebody in either is hidden in both, and no tool can apply it. */
export function unifiedDiff(before: FileResult, after: FileResult, options: FormatOptions): string {
  const { path, text } = before.source
  const patch = structuredPatch(path, path, text, after.source.text, undefined, undefined, { context: 3 })
  const chalk = new Chalk({ level: options.color ? 1 : 0 })
  const sides = new Sides(before, after, options)
  const head = [chalk.bold(`--- ${visible(path)}`), chalk.bold(`+++ ${visible(path)}`)]
  return `${[...head, ...patch.hunks.flatMap((hunk) => hunkLines(hunk, sides, chalk))].join('\n')}\n`
}

function hunkLines(hunk: StructuredPatchHunk, sides: Sides, chalk: ChalkInstance): string[] {
  const { oldStart, oldLines, newStart, newLines } = hunk
  let old = oldStart - 1
  let now = newStart - 1
  const lines = hunk.lines.map((line) => {
    if (line.startsWith('-')) return chalk.red(`-${sides.before(old++)}`)
    if (line.startsWith('+')) return chalk.green(`+${sides.after(now++)}`)
    if (line.startsWith('\\')) return line
    now++
    return ` ${sides.before(old++)}`
  })
  return [chalk.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`), ...lines]
}

/** The lines of both files as they may be shown, counted from 0. */
class Sides {
  readonly #old: readonly string[]
  readonly #now: readonly string[]

  constructor(before: FileResult, after: FileResult, { redact, color }: FormatOptions) {
    const old = new Mask(before, redact)
    const now = new Mask(after, redact)
    // In full and for no terminal, it is for a tool to apply.
    const show = redact || color ? shown : linesOf
    // A name that a rule found on one side may stand unfound on the other.
    this.#old = show(now.words(old.text(before.source.text)))
    this.#now = show(old.words(now.text(after.source.text)))
  }

  before = (line: number): string => this.#old[line] ?? ''
  after = (line: number): string => this.#now[line] ?? ''
}

const linesOf = (text: string): string[] => text.split('\n')

const shown = (text: string): string[] =>
  linesOf(text).map((line) => line.replace(/\r$/, '').split('\t').map(visible).join('\t'))
