import type { Region } from '../draft/post.js'
import type { MappedText } from '../draft/source-map.js'
import type { Span } from '../source.js'
import { normalise } from './normalise.js'

/**
 * What one region says, worked out once, lazily, and shared by all detectors. Everything here counts in offsets of `text`, the normalised text:
 * zero-width characters gone, full-width and look-alike letters folded, so that disguised spellings match.
 */
export class Text {
  readonly region: Region
  readonly #normal: MappedText

  constructor(region: Region) {
    this.region = region
    this.#normal = normalise(region.text)
  }

  get text(): string {
    return this.#normal.text
  }

  /** The stretch of the region's own text that a stretch of the normalised text came from. */
  toRegion(span: Span): Span {
    return this.#normal.map.toFile(span)
  }

  /** The stretch of the file. */
  toFile(span: Span): Span {
    return this.region.map.toFile(this.toRegion(span))
  }
}
