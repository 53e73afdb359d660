import type { Span } from '../source.js'
import { rawRegion } from './field-regions.js'
import { kindOf } from './fields.js'
import type { Region } from './post.js'
import { extentEnd } from './quoting.js'

/** Fields that a line of a broken file may still be told by: bookkeeping with names and dates of its own, and others' words. */
const recordLine =
  /^([ \t]*(?:- +)?)(scheduled|published|consent|approvals|medlint|author|sponsor|evidence|in_reply_to):(?=[ \t\r\n]|$)/gm

/**
 * The regions of a stretch that is no YAML: all of it, read as it stands, with the fields that hold no post's text set apart where their lines still
 * show them. The day a post goes live is no patient's, be the file broken or not.
 */
export function rawRegions(file: string, span: Span): readonly Region[] {
  const regions: Region[] = []
  let at = span.start
  const put = (end: number) => {
    if (end > at) regions.push(rawRegion(file, { start: at, end }, 'raw'))
  }
  for (const { index, 0: head, 1: lead = '', 2: key = '' } of file.slice(span.start, span.end).matchAll(recordLine)) {
    const start = span.start + index
    if (start < at) continue
    const end = Math.max(start + head.length, Math.min(span.end, extentEnd(file, start + head.length, lead.length)))
    put(start)
    regions.push(rawRegion(file, { start, end }, 'raw', kindOf([key])))
    at = end
  }
  put(span.end)
  return regions
}
