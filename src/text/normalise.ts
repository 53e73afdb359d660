import { type MappedText, SourceMap } from '../draft/source-map.js'

/** The text as it is matched, with the map back to `text`. */
export function normalise(text: string): MappedText {
  return { text, map: SourceMap.verbatim(0, text.length) }
}
