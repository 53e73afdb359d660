import type { Story } from '../text/stories.js'
import { isTaughtReply } from '../text/taught-replies.js'
import { defineDetector, type Match } from './detector.js'

interface StoryOptions {
  /** Report a post's story if it is of this grade. */
  readonly grade?: Story['grade']
  /** Or report these details of one, each for itself. */
  readonly elements?: readonly string[]
}

const grades: readonly Story['grade'][] = ['named', 'identifiable', 'detailed', 'plain']

/** The care of one person told in a post: the gravest story of the post once, or the details in it. */
export const story = defineDetector<StoryOptions>({
  name: 'story',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    properties: { grade: { enum: grades }, elements: { type: 'array', minItems: 1, items: { type: 'string' } } },
  },
  compile({ grade, elements = [] }, { reads }) {
    return function* (post): Iterable<Match> {
      const stories = post.stories.filter(
        ({ text, match }) => reads.includes(text.region.kind) && !isTaughtReply(post, match.text, match.span),
      )
      for (const { text, elements: found } of stories) {
        for (const element of found) {
          if (elements.includes(element.name) && element.text === text)
            yield {
              text,
              span: element.span,
              ...(element.general !== undefined && { data: { general: element.general }, fixSpan: element.fixSpan }),
            }
        }
      }
      const gravest = grades
        .map((name) => stories.find((candidate) => candidate.grade === name))
        .find((candidate) => candidate !== undefined)
      if (gravest && gravest.grade === grade) yield gravest.match
    }
  },
})
