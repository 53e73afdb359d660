import type { Post, RegionKind } from '../draft/post.js'
import type { Facts } from '../facts.js'
import { Text } from './text.js'

/** A post with what its texts say; made once per post, every part on first use, shared by all detectors. */
export class PostText {
  readonly post: Post
  readonly facts: Facts
  readonly texts: readonly Text[]

  constructor(post: Post, facts: Facts) {
    this.post = post
    this.facts = facts
    this.texts = post.regions.map((region) => new Text(region))
  }

  of(kinds: readonly RegionKind[]): readonly Text[] {
    return this.texts.filter((text) => kinds.includes(text.region.kind))
  }
}
