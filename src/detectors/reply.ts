import type { Span } from '../source.js'
import type { PostText } from '../text/post-text.js'
import { isReply } from '../text/reply.js'
import type { Text } from '../text/text.js'
import { defineDetector, type Match } from './detector.js'
import { compileGuard, type GuardOptions, guardSchema } from './guard.js'
import { phrases } from './phrase.js'

interface ReplyOptions {
  /** Lexicons of phrases that count in whatever answers somebody. */
  readonly confirms: readonly string[]
  /** Lexicons of phrases that recount somebody's own care to them, in any post. */
  readonly recounts?: readonly string[]
  readonly unless?: GuardOptions
}

const strings = { type: 'array', minItems: 1, items: { type: 'string' } }

/** What an answer to a review or comment tells of its reader. */
export const reply = defineDetector<ReplyOptions>({
  name: 'reply',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['confirms'],
    properties: { confirms: strings, recounts: strings, unless: guardSchema },
  },
  compile(options, context) {
    const read = (names: readonly string[] = []) => names.flatMap((name) => context.lexicon(name).entries as string[])
    const confirming = phrases([...read(options.confirms), ...read(options.recounts)])
    const recounting = options.recounts && phrases(read(options.recounts))
    const unless = options.unless && compileGuard(options.unless, 40)
    const counts = (post: PostText, text: Text, span: Span) => !unless?.(post, text, span) && !isConditional(text, span)
    return function* (post): Iterable<Match> {
      const expression = isReply(post) ? confirming : recounting
      if (!expression) return
      for (const text of post.of(context.reads)) {
        // One finding a sentence: its first telling words.
        let reported = -1
        for (const span of expression.find(text)) {
          if (span.start < reported || !counts(post, text, span)) continue
          reported = text.sentenceAt(span.start).end
          yield { text, span }
        }
      }
    }
  },
})

/** `If you were seen here` and `anyone whose bill` tell nothing of this reader; nor does what may not be discussed. */
const isConditional = (text: Text, span: Span) => {
  const { start, end } = text.sentenceAt(span.start)
  return conditional.test(text.text.slice(start, span.start)) || general.test(text.text.slice(start, end))
}

const conditional =
  /(?<![\p{L}])(?:if|whether|when|whenever|anyone|anybody|everyone|someone|those who|whoever|should|once|before|people|patients who)(?![\p{L}])[^.!?]*$/iu
const general =
  /(?<![\p{L}])(?:cannot|can't|can not|not able to|unable to|never|don't|do not|won't)\s+(?:\p{L}+\s+){0,3}(?:discuss|comment|confirm|respond|talk|speak|share|say)(?![\p{L}])/iu
