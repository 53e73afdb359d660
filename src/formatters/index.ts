import type { Formatter } from '../report.js'

/** Every format by its name, loaded when it is asked for. */
export const formatters: Readonly<Record<string, () => Promise<Formatter>>> = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  compact: async () => (await import('./compact.js')).compact,
  github: async () => (await import('./github.js')).github,
}
