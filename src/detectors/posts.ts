import type { Relation } from '../text/across/relation.js'
import { defineDetector, type Match } from './detector.js'

interface PostsOptions {
  readonly find: Relation['kind']
}

/** What a post has to do with others of its file and, in a run over all drafts, of other files: `mosaic`, `duplicate`. */
export const posts = defineDetector<PostsOptions>({
  name: 'posts',
  looksAcross: true,
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['find'],
    properties: { find: { enum: ['mosaic', 'duplicate'] } },
  },
  compile: ({ find }) =>
    function* (post): Iterable<Match> {
      for (const { kind, at, data } of post.neighbours.relations) {
        const text = post.texts[at.text]
        if (kind === find && text) yield { text, span: at.span, data }
      }
    },
})
