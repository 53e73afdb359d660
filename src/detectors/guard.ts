import type { Span } from '../source.js'
import type { PostText } from '../text/post-text.js'
import type { Text } from '../text/text.js'
import { phrases } from './phrase.js'

/** Where words must or must not stand for a match to count. `before` and `after` look `window` characters far, within the sentence. */
export interface GuardOptions {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  /** Before or after. */
  readonly near?: readonly string[]
  readonly sentence?: readonly string[]
  readonly post?: readonly string[]
}

const list = { type: 'array', minItems: 1, items: { type: 'string' } }

export const guardSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: { before: list, after: list, near: list, sentence: list, post: list },
}

export type Guard = (post: PostText, text: Text, span: Span) => boolean

/** Whether any of the guard's words stand where it looks. */
export function compileGuard(options: GuardOptions, window: number): Guard {
  const before = either(options.before, options.near)
  const after = either(options.after, options.near)
  const sentence = options.sentence && phrases(options.sentence)
  const post = options.post && phrases(options.post)
  return (postText, text, span) => {
    const around = text.sentenceAt(span.start)
    return (
      found(before, text.text.slice(Math.max(around.start, span.start - window), span.start)) ||
      found(after, text.text.slice(span.end, Math.min(Math.max(around.end, span.end), span.end + window))) ||
      found(sentence, text.text.slice(around.start, Math.max(around.end, span.end))) ||
      (post !== undefined && postText.of(['live']).some((live) => found(post, live.text)))
    )
  }
}

const either = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.length + b.length > 0 ? phrases([...a, ...b]) : undefined

function found(expression: RegExp | undefined, text: string): boolean {
  if (!expression) return false
  expression.lastIndex = 0
  return expression.test(text)
}
