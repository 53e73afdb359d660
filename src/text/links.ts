import type { Span } from '../source.js'

/** A web address, with or without its scheme. */
export interface Link {
  readonly span: Span
  /** Lower case, without `www.` and port. */
  readonly domain: string
  /** From the first slash on, as written; '' if there is none. */
  readonly path: string
  /** What follows the question mark; '' if there is none. */
  readonly query: string
  /** What follows the hash sign; '' if there is none. */
  readonly fragment: string
}

/** An e-mail address. */
export interface Email {
  readonly span: Span
  readonly address: string
  /** Lower case. */
  readonly domain: string
}

// Names that are English words or abbreviations too (`about.me`, `Call.us`) count only with a path behind them.
const surely = 'com|org|net|edu|gov|mil|io|info|biz|clinic|dental|ly|gl|ee|uk|ca|au|eu|tv|fm|app|dev|xyz|online|site'
const perhaps = `${surely}|health|care|co|us|me|ai|to|be|page|link|bio|life|doctor|hospital|center|shop|store|social|de|fr|es|nl`
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const rest = `[^\\s<>"\\u{1F300}-\\u{1FAFF}]*`
const link = new RegExp(
  `(?<![\\p{L}\\p{N}_@/.-])(?:https?://${rest}|www\\.${rest}|(?:${label}\\.)+(?:(?:${surely})(?![a-z0-9@-]|\\.[a-z0-9])(?:[/?#:]${rest})?|(?:${perhaps})/${rest}))`,
  'giu',
)
const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]*[\p{L}\p{N}_])?@(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}/gu
const closing = /[.,;:!?'"*_)\]]+$/

/** The links of a normalised text, in order. */
export function linksOf(text: string): readonly Link[] {
  if (!/:\/\/|[A-Za-z0-9]\.[A-Za-z]{2}/.test(text)) return []
  return Array.from(text.matchAll(link), ({ 0: found, index }) => {
    const url = withoutClosing(found)
    return { span: { start: index, end: index + url.length }, ...partsOf(url) }
  }).filter(({ domain }) => domain.includes('.') || domain === 'localhost')
}

/** The e-mail addresses of a normalised text, in order. */
export function emailsOf(text: string): readonly Email[] {
  if (!text.includes('@')) return []
  return Array.from(text.matchAll(email), ({ 0: address, index }) => ({
    span: { start: index, end: index + address.length },
    address,
    domain: address.slice(address.indexOf('@') + 1).toLowerCase(),
  }))
}

/** A sentence's own punctuation is no part of the address, but a bracket that it opened is. */
function withoutClosing(found: string): string {
  const url = found.replace(closing, '')
  return url.includes('(') && found[url.length] === ')' ? `${url})` : url
}

function partsOf(url: string) {
  const {
    host = '',
    path = '',
    query = '',
    fragment = '',
  } = /^(?:https?:\/\/)?(?:[^/?#@]*@)?(?:www\.)?(?<host>[^/?#:]*)(?::\d+)?(?<path>[^?#]*)(?:\?(?<query>[^#]*))?(?:#(?<fragment>.*))?$/isu.exec(
    url,
  )?.groups ?? {}
  return { domain: host.toLowerCase(), path, query, fragment }
}
