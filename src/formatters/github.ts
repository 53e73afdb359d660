import type { Diagnostic, Severity } from '../diagnostic.js'
import type { FileResult, Formatter } from '../report.js'
import { Lines } from '../source.js'
import { Mask } from './mask.js'
import { counted, summarise } from './summary.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Workflow commands, which GitHub shows beside the lines of a pull request. */
export const github: Formatter = (report, { redact }) => {
  const lines = report.results.flatMap((result) => linesOf(result, redact))
  const { files, posts, errors, warnings, infos } = summarise(report)
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].join(', ')
  return `${[...lines, `medlint: ${found} in ${counted(files, 'file')}, ${counted(posts, 'post')}`].join('\n')}\n`
}

function linesOf(result: FileResult, redact: boolean): string[] {
  const lines = new Lines(result.source.text)
  const mask = new Mask(result, redact)
  return result.diagnostics.map((diagnostic) => {
    const properties = Object.entries(placeOf(diagnostic, result, lines)).map(
      ([key, value]) => `${key}=${property(value)}`,
    )
    return `::${commands[diagnostic.severity]} ${properties.join(',')}::${data(mask.words(sentence(diagnostic)))}`
  })
}

function placeOf({ span, rule }: Diagnostic, result: FileResult, lines: Lines): Record<string, string> {
  const start = lines.position(span.start)
  const end = lines.position(span.end)
  const place = { file: result.source.path, line: `${start.line}`, endLine: `${end.line}` }
  // GitHub takes columns only for a range on one line.
  const columns: Record<string, string> =
    start.line === end.line ? { col: `${start.column}`, endColumn: `${end.column}` } : {}
  return { ...place, ...columns, title: rule }
}

const sentence = ({ message, cites }: Diagnostic): string =>
  cites.length > 0 ? `${message} (${cites.join('; ')})` : message

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
