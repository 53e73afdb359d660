import type { Span } from '../source.js'
import type { Syntax } from './post.js'

/** How a scalar stands in its file. */
export type YamlSyntax = Extract<Syntax, { kind: 'yaml' }>

/** The first line break between two offsets, a carriage return before it included. */
export function lineBreak(file: string, from: number, to: number): Span | undefined {
  const at = file.indexOf('\n', from)
  if (at < 0 || at >= to) return undefined
  return { start: at > from && file[at - 1] === '\r' ? at - 1 : at, end: at + 1 }
}
