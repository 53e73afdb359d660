import { Chalk, type ChalkInstance } from 'chalk'
import type { Diagnostic, Fix, Severity } from '../diagnostic.js'
import type { FileResult, FormatOptions, Formatter } from '../report.js'
import { Lines, type Span } from '../source.js'
import { excerptOf, visible } from './excerpt.js'
import { Mask } from './mask.js'
import { prettySummary } from './pretty-summary.js'

const paint: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = { error: 'red', warning: 'yellow', info: 'blue' }
const gutterWidth = 7

/** For people: each diagnostic with its line underlined, what to do and why, then what was looked at and what to do next. */
export const pretty: Formatter = (report, options) => {
  const chalk = new Chalk({ level: options.color ? 1 : 0 })
  const files = report.results.filter((result) => result.diagnostics.length > 0)
  const blocks = files.map((result) => new Page(result, options, chalk).text())
  return `${[...blocks, prettySummary(report, chalk)].join('\n')}\n`
}

/** The diagnostics of one file. */
class Page {
  readonly #result: FileResult
  readonly #lines: Lines
  readonly #mask: Mask
  readonly #columns: number
  readonly #chalk: ChalkInstance

  constructor(result: FileResult, options: FormatOptions, chalk: ChalkInstance) {
    this.#result = result
    this.#lines = new Lines(result.source.text)
    this.#mask = new Mask(result, options.redact)
    this.#columns = Math.max(20, options.width - gutterWidth - 3)
    this.#chalk = chalk
  }

  text(): string {
    return this.#result.diagnostics.map((diagnostic) => `${this.#block(diagnostic).join('\n')}\n`).join('\n')
  }

  #block(diagnostic: Diagnostic): string[] {
    return [
      this.#header(diagnostic),
      `  ${visible(this.#mask.words(diagnostic.message))}`,
      ...this.#excerpt(diagnostic),
      ...this.#masked(diagnostic),
      ...this.#mask.fixes(diagnostic).map((fix) => this.#fix(fix, diagnostic)),
      ...this.#provisions(diagnostic),
    ]
  }

  #header({ rule, severity, span }: Diagnostic): string {
    const { line, column } = this.#lines.position(span.start)
    const place = visible(`${this.#result.source.path}:${line}:${column}`)
    return `${this.#chalk.underline(place)}  ${this.#chalk[paint[severity]].bold(severity)}  ${this.#chalk.bold(rule)}`
  }

  #excerpt({ span, severity }: Diagnostic): string[] {
    const text = this.#result.source.text
    if (text === '') return []
    const excerpt = excerptOf(text, this.#lines, span, this.#mask, this.#columns)
    const gutter = (label: string): string => this.#chalk.dim(`${label.padStart(gutterWidth)} │`)
    const mark = this.#chalk[paint[severity]]('^'.repeat(excerpt.width))
    return [`${gutter(`${excerpt.line}`)} ${excerpt.text}`, `${gutter('')} ${' '.repeat(excerpt.indent)}${mark}`]
  }

  /** Says what the bullets hide. */
  #masked({ sensitive, kind, span }: Diagnostic): string[] {
    if (!this.#mask.isOn || !sensitive) return []
    const length = [...this.#result.source.text.slice(span.start, span.end)].length
    return [`  ${this.#chalk.dim(`masked: ${kind ?? 'an identifier'}, ${length} characters`)}`]
  }

  #fix(fix: Fix, diagnostic: Diagnostic): string {
    const label = fix.safe ? 'fix' : 'suggestion'
    const change = fix.edits.length === 1 ? this.#change(fix, diagnostic) : ''
    return `  ${this.#chalk.green(`${label}:`)} ${visible(this.#mask.words(fix.description))}${change}`
  }

  #change({ edits: [edit] }: Fix, diagnostic: Diagnostic): string {
    const { span, text } = edit!
    const isHidden = this.#mask.isOn && (diagnostic.sensitive || this.#mask.hides(span))
    const removed = isHidden || span.end <= span.start ? '' : `${quoted(this.#source(span))} `
    if (text === '') return removed ? ` (remove ${removed.trimEnd()})` : ''
    return ` (${removed}→ ${quoted(text)})`
  }

  #source = (span: Span): string => this.#mask.words(this.#result.source.text.slice(span.start, span.end))

  #provisions({ cites, basis }: Diagnostic): string[] {
    const parts = basis === 'policy' ? ['policy', ...cites.filter((cite) => cite !== 'policy')] : cites
    return parts.length > 0 ? [`  ${this.#chalk.dim(parts.join('; '))}`] : []
  }
}

/** Long enough to recognise, on one line. */
function quoted(text: string): string {
  const line = visible(text.replace(/\s*\r?\n\s*/g, ' ⏎ '))
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`
}
