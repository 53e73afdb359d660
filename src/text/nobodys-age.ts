import type { Span } from '../source.js'

const average =
  /(?<!\p{L})(?:the|an?|your) (?:average|typical|usual|hypothetical) $|(?<!\p{L})(?:any|every|each|no) (?:\p{L}+ )?$/iu
const indefinite = /(?<!\p{L})an? (?:\p{L}+ ){0,2}$/iu
const asked =
  /^[\s\p{P}\p{S}]*(?:q: ?)?(?:and |but |so )?(?:can|could|should|would|will|may|might|do|does|did you know|is|are|has|what|which|how|why|when|where)(?!\p{L})/iu
/** Whoever comes after the question is somebody: `Should a 93-year-old get a valve? Her family said yes.` */
const takenUp =
  /(?<!\p{L})(?:she|he|her|him|his|hers|meet|ours|our (?:own )?(?:patients?|residents?|clients?|guest|neighbor))(?!\p{L})/iu
const mine =
  /(?<!\p{L})my (?:\p{L}+ )?(?:mom|mother|mum|dad|father|parents?|grand\p{L}+|aunt|uncle|wife|husband|spouse|partner|neighbor|friend|brother|sister|in-laws?)(?: is|'s| just turned| turned|,| who is|$)/iu
const advice =
  /(?<!\p{L})(?:what (?:can|should|could|do|helps?|would|is)|how (?:can|do|should|much|often)|should (?:i|we|she|he)|can (?:i|we|she|he)|could (?:i|we|she|he)|is (?:it|there|that|this)|are there|do (?:i|we)|when should|any (?:tips|advice|ideas|suggestions))(?!\p{L})/iu
const happened = /(?<!\p{L})(?:your|yours|thanks?|thank you|saved|was|were|had|went|came|died|passed)(?!\p{L})/iu

/**
 * Whether an age stands for no person whom the post knows: `Can a 95-year-old have surgery?`, `the average 92-year-old`, and a reader's question
 * (`My mom is 92 and can't sleep. What helps?`). It identifies nobody then, over 89 or not.
 */
export function isNobodys(text: string, { start, end }: Span): boolean {
  const before = sentenceBefore(text, start)
  if (average.test(before)) return true
  const after = text.slice(end)
  const [rest = ''] = /^[^.!?\n]*[.!?]*/.exec(after)!
  const next = after.slice(rest.length)
  if (indefinite.test(before) && asked.test(before) && rest.includes('?')) return !takenUp.test(rest + next)
  return mine.test(before) && !happened.test(before + rest) && (asksAdvice(rest) || asksAdvice(next))
}

/** Of a sentence, back to the end of the one before. */
const sentenceBefore = (text: string, at: number) => /[^.!?\n]*$/.exec(text.slice(Math.max(0, at - 160), at))![0]

const asksAdvice = (words: string): boolean => advice.test(/^[^?]{0,160}\?/.exec(words)?.[0] ?? '')
