import type { Diagnostic, Fix } from '../diagnostic.js'
import type { FileResult, Formatter } from '../report.js'
import { Lines } from '../source.js'
import { Mask } from './mask.js'
import { summarise } from './summary.js'

/** For programs: stable, version 1. Every file that was linted has an entry; there are offsets, never excerpts. */
export const json: Formatter = (report, { redact }) =>
  `${JSON.stringify({
    version: 1,
    results: report.results.map((result) => resultOf(result, new Mask(result, redact))),
    summary: summarise(report),
  })}\n`

function resultOf(result: FileResult, mask: Mask) {
  const lines = new Lines(result.source.text)
  return {
    file: result.source.path,
    posts: result.posts.map((post) => ({ index: post.index, line: post.line, class: post.class })),
    diagnostics: result.diagnostics.map((diagnostic) => diagnosticOf(diagnostic, lines, mask)),
  }
}

function diagnosticOf(diagnostic: Diagnostic, lines: Lines, mask: Mask) {
  const { rule, severity, span, post, cites } = diagnostic
  const start = lines.position(span.start)
  const end = lines.position(span.end)
  return {
    rule,
    severity,
    message: mask.words(diagnostic.message),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    offset: span.start,
    endOffset: span.end,
    post,
    cites,
    fixes: mask.fixes(diagnostic).map((fix) => fixOf(fix, mask)),
  }
}

const fixOf = (fix: Fix, mask: Mask) => ({
  description: mask.words(fix.description),
  safe: fix.safe,
  edits: fix.edits.map(({ span, text }) => ({ offset: span.start, endOffset: span.end, text })),
})
