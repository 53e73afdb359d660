import type { Span } from '../source.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import { saysReply } from './reply.js'
import type { Text } from './text.js'

/**
 * The sentences of a post that teaches how to answer reviews which say or show what must not be written: `Never write "Thanks for your visit"`, a list below `What not to reply:`.
 * They tell of nobody. An answer itself teaches nothing.
 */
export function taughtReplies(post: PostText): readonly Match[] {
  const texts = post.of(['live'])
  if (saysReply(post) || !texts.some(({ text }) => answering.test(text)) || !texts.some(({ text }) => forbids(text)))
    return []
  return texts.flatMap((text) =>
    text.sentences.filter((sentence) => isTaught(text, sentence)).map((span) => ({ text, span })),
  )
}

/** Whether a span lies in what a post teaches not to answer. */
export const isTaughtReply = (post: PostText, text: Text, { start }: Span): boolean =>
  taughtReplies(post).some((match) => match.text === text && match.span.start <= start && start < match.span.end)

const answering =
  /(?<!\p{L})(?:repl(?:y|ies|ying)|respon(?:d|ds|se|ses|ding)|answer(?:s|ing)?) (?:\p{L}+ ){0,4}?(?:reviews?|reviewers?|ratings?|comments?|stars)|(?:reviews?|reviewers?|comment) (?:\p{L}+ ){0,3}(?:repl(?:y|ies)|respon\p{L}+|answers?)|(?<!\p{L})(?:repl(?:y|ies)|responses?) (?:\p{L}+ ){0,4}(?:must|should|never|send|that|such|like|can|may)(?!\p{L})|review (?:reply|replies|responses?)|what not to (?:say|write|reply|post)|social media (?:training|team)|(?<!\p{L})reviewers?(?!\p{L})/iu

const forbids = (words: string) => forbidding.test(words)
const forbidding =
  /(?<!\p{L})(?:(?:do not|don['’]t|never|must not|mustn['’]t|should not|shouldn['’]t|cannot|can['’]t|not to|avoid) (?:\p{L}+ ){0,3}?(?:say|saying|write|writing|reply(?:ing)?|respond(?:ing)?|confirm(?:ing)?|deny(?:ing)?|mention(?:ing)?|thank(?:ing)?|explain(?:ing)?|tell(?:ing)?|post(?:ing)?|type|typing|argue|arguing|send(?:ing)?|offer(?:ing)?|use|using|acknowledge)|did you (?:say|mention|confirm|thank|write|name|explain)|instead of (?=["“])|(?:is|are) (?:also )?an? (?:\p{L}+ )?(?:violation|disclosure|breach)|(?:wrong|bad|risky|illegal) (?:repl(?:y|ies)|answers?|responses?|examples?)|(?:repl(?:y|ies)|answer|response) (?:such as|like)|violates? HIPAA|HIPAA violations?)(?!\p{L})/iu

/** It forbids, it is in quotation marks, or it stands in a list below what forbids. */
function isTaught(text: Text, sentence: Span): boolean {
  const words = text.text.slice(sentence.start, sentence.end)
  if (forbids(words) || /["“][^"”]{8,}["”]/u.test(words) || gerund.test(words)) return true
  const lineStart = text.text.lastIndexOf('\n', sentence.start) + 1
  if (!/^[\s>]*(?:[-*•❌🚫✗]|\d+[.)])/u.test(text.text.slice(lineStart, sentence.end))) return false
  const above = text.text
    .slice(0, lineStart)
    .split('\n')
    .findLast((line) => /:\s*$/.test(line))
  return above !== undefined && /(?<!\p{L})(?:not|never|don['’]t|avoid|wrong|bad)(?!\p{L})|❌/iu.test(above)
}

/** `So is telling a reviewer that they were never a patient.` */
const gerund =
  /^[^\p{L}]*(?:so (?:is|does)|even|also) (?:saying|telling|writing|confirming|thanking|mentioning|denying)(?!\p{L})/iu
