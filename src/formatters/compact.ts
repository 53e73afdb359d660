import type { FileResult, Formatter } from '../report.js'
import { Lines } from '../source.js'
import { visible } from './excerpt.js'
import { Mask } from './mask.js'
import { counted, summarise } from './summary.js'

/** A line per diagnostic, for grep and for editors that read compilers: `file:line:column: severity rule message (provision)`. */
export const compact: Formatter = (report, { redact }) => {
  const lines = report.results.flatMap((result) => linesOf(result, redact))
  const { files, posts, rules, errors, warnings, infos, skipped } = summarise(report)
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')].join(', ')
  const looked = `${counted(files, 'file')}, ${counted(posts, 'post')}, ${counted(rules, 'rule')}, ${skipped.length} skipped`
  return `${[...lines, `${found} (${looked})`].join('\n')}\n`
}

function linesOf(result: FileResult, redact: boolean): string[] {
  const lines = new Lines(result.source.text)
  const mask = new Mask(result, redact)
  return result.diagnostics.map(({ rule, severity, message, span, cites }) => {
    const { line, column } = lines.position(span.start)
    const provisions = cites.length > 0 ? ` (${cites.join('; ')})` : ''
    return visible(`${result.source.path}:${line}:${column}: ${severity} ${rule} ${mask.words(message)}${provisions}`)
  })
}
