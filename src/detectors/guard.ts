import type { Span } from '../source.js'
import type { PostText } from '../text/post-text.js'
import { signals } from '../text/signals.js'
import type { Text } from '../text/text.js'
import type { DetectorContext, Needs } from './detector.js'
import { type Fields, fieldsHold, fieldsSchema } from './field-condition.js'
import { GuardWords, keysOfWords } from './guard-words.js'

/**
 * Where words must or must not stand for a match to count; any one of the parts is enough. `before` and `after` look `window` characters far, within the
 * sentence.
 */
export interface GuardOptions {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  /** Before or after. */
  readonly near?: readonly string[]
  readonly sentence?: readonly string[]
  /** The sentence and its neighbours, two on either side. */
  readonly passage?: readonly string[]
  readonly post?: readonly string[]
  /** The analysis found this in the sentence, or anywhere in the post. */
  readonly sentenceSignal?: readonly string[]
  readonly postSignal?: readonly string[]
  /** The draft's fields have these values. */
  readonly fields?: Fields
}

const list = { type: 'array', minItems: 1, items: { type: 'string' } }
const signalList = { type: 'array', minItems: 1, items: { enum: Object.keys(signals) } }

const oneGuard = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    before: list,
    after: list,
    near: list,
    sentence: list,
    passage: list,
    post: list,
    sentenceSignal: signalList,
    postSignal: signalList,
    fields: fieldsSchema,
  },
}

/** One guard, or several. */
export const guardSchema = { anyOf: [oneGuard, { type: 'array', minItems: 1, items: oneGuard }] }

export type Guards = GuardOptions | readonly GuardOptions[]

export type Guard = (post: PostText, text: Text, span: Span) => boolean

/** Holds where every one of the guards finds something. */
export function compileOnly(options: Guards | undefined, window: number, context?: DetectorContext): Guard {
  const guards = whenAsked(context, () => listed(options).map((one) => compileGuard(one, window, context)))
  return (post, text, span) => guards().every((guard) => guard(post, text, span))
}

/** Holds where none of the guards finds anything. */
export function compileUnless(options: Guards | undefined, window: number, context?: DetectorContext): Guard {
  const guards = whenAsked(context, () => listed(options).map((one) => compileGuard(one, window, context)))
  return (post, text, span) => !guards().some((guard) => guard(post, text, span))
}

/** Most guards of most rules are never asked: those of checked rules are compiled when they are. */
function whenAsked<T>(context: DetectorContext | undefined, compile: () => T): () => T {
  let compiled = context?.isChecked ? undefined : compile()
  return () => {
    compiled ??= compile()
    return compiled
  }
}

const listed = (options: Guards | undefined): readonly GuardOptions[] =>
  options === undefined ? [] : Array.isArray(options) ? options : [options as GuardOptions]

/** What a post must have for guards of which all must find something: the lists of those that look for nothing but words. */
export function guardNeeds(options: Guards | undefined): Needs {
  return listed(options)
    .filter(({ fields, sentenceSignal, postSignal }) => !fields && !sentenceSignal && !postSignal)
    .map(({ before = [], after = [], near = [], sentence = [], passage = [], post = [] }) =>
      [[...before, ...near], [...after, ...near], sentence, passage, post].flatMap(keysOfWords),
    )
    .filter((keys) => keys.length > 0)
}

/** Whether any of the guard's words stand where it looks. */
function compileGuard(options: GuardOptions, window: number, context?: DetectorContext): Guard {
  const compile = (...lists: (readonly string[] | undefined)[]) => {
    const all = lists.flatMap((words) => words ?? [])
    return all.length > 0 ? new GuardWords(all, context) : undefined
  }
  const before = compile(options.before, options.near)
  const after = compile(options.after, options.near)
  const sentence = compile(options.sentence)
  const passage = compile(options.passage)
  const post = compile(options.post)
  return (postText, text, span) => {
    const around = text.sentenceAt(span.start)
    const end = Math.max(around.end, span.end)
    return (
      found(before, text, { start: Math.max(around.start, span.start - window), end: span.start }) ||
      found(after, text, { start: span.end, end: Math.min(end, span.end + window) }) ||
      found(sentence, text, { start: around.start, end }) ||
      (passage !== undefined && found(passage, text, passageOf(text, around))) ||
      (post !== undefined && postText.of(['live']).some((live) => found(post, live, whole(live)))) ||
      (options.fields !== undefined && fieldsHold(postText, options.fields)) ||
      (options.postSignal ?? []).some((name) => places(name, postText).length > 0) ||
      (options.sentenceSignal ?? []).some((name) => isIn(text, { start: around.start, end }, places(name, postText)))
    )
  }
}

const whole = (text: Text): Span => ({ start: 0, end: text.text.length })

const places = (name: string, post: PostText) => signals[name]!(post)

/** A sentence with its neighbours, two on either side. */
function passageOf(text: Text, sentence: Span): Span {
  const index = text.sentences.indexOf(sentence)
  const first = text.sentences[Math.max(0, index - 2)] ?? sentence
  const last = text.sentences[Math.min(index + 2, text.sentences.length - 1)] ?? sentence
  return { start: first.start, end: last.end }
}

const isIn = (text: Text, sentence: Span, places: readonly { readonly text: Text; readonly span: Span }[]) =>
  places.some((place) => place.text === text && place.span.start < sentence.end && place.span.end > sentence.start)

const found = (words: GuardWords | undefined, text: Text, span: Span): boolean => words?.standIn(text, span) ?? false
