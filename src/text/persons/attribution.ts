import type { Candidate } from './candidate.js'

/** `"..." - Karen M.`: a dash or a new line, a name, perhaps a place or an age, and nothing more on the line. */
export function isAttribution({ text, span, names }: Candidate): boolean {
  if (names.length > 4) return false
  const rest = /^[^\n]{0,60}/.exec(text.text.slice(span.end, span.end + 60))![0]
  const lead = /[^\n]{0,60}$/.exec(text.text.slice(Math.max(0, span.start - 60), span.start))![0]
  const isAtLineStart = /^[\s"'*-]*$/.test(lead)
  if (isAtLineStart && /^[^"\n]{0,40}:\s*"/.test(rest)) return true
  // `"..." – Lt. Cody Roe, Engine 5. Call us!`
  if (/"\s*[-–—~]{1,3}\s*(?:\p{Lu}\p{L}*\.? ){0,2}$/u.test(lead)) return true
  if (rest.length === 60 || !/^(?:\.?|,? ?\p{Lu}\.?)(?:,? ?\(?[^.!?"]{0,40}\)?)?[\p{Emoji}\s]*$/u.test(rest))
    return false
  // `"I can eat corn again." Jorge M., full-mouth implants`
  if (/["']\s*$/.test(lead) && names.length === 2 && names[1]!.kind === 'initials') return true
  const above = text.text.slice(Math.max(0, span.start - lead.length - 20), span.start - lead.length)
  return (
    /(?:^|["'.!?…*_\p{Emoji}]\s*)\s*(?:[-–—~]{1,3}|•)\s*$/u.test(lead) || (isAtLineStart && /["']\s*\n\s*$/.test(above))
  )
}

/** What is quoted and signed with a name speaks of the one who said it: `"I can walk again." - Karen M.` */
export function isTestimonial({ text, span }: Candidate): boolean {
  const lead = text.text.slice(Math.max(0, span.start - 300), span.start)
  const quote =
    /"([^"]*)"\s*[-–—~•]*\s*(?:\p{Lu}\p{L}*\.? ){0,2}$/u.exec(lead)?.[1] ??
    /^[^"\n]{0,40}:\s*"([^"]*)/.exec(text.text.slice(span.end, span.end + 300))?.[1]
  return quote !== undefined && /\b(?:I|my|me|I'm|I've|we|us|our)\b/u.test(quote)
}
