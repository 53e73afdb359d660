import type { Candidate } from './candidate.js'

/** `"..." - Karen M.`: a dash or a new line, a name, perhaps a place or an age, and nothing more on the line. */
export function isAttribution({ text, span, names }: Candidate): boolean {
  const lineStart = text.text.lastIndexOf('\n', span.start - 1) + 1
  const lineEnd = text.text.indexOf('\n', span.end)
  const lead = text.text.slice(lineStart, span.start)
  const rest = text.text.slice(span.end, lineEnd < 0 ? undefined : lineEnd)
  if (names.length > 4) return false
  if (/^[\s*-]*$/.test(lead) && /^[^"\n]{0,40}:\s*"/.test(rest)) return true
  if (!/^(?:\.?|,? ?\p{Lu}\.?)(?:,? ?\(?[^.!?"]{0,40}\)?)?\s*[\p{Emoji}\s]*$/u.test(rest)) return false
  return (
    /(?:^|["'.!?…*_\p{Emoji}]\s*)\s*(?:[-–—~]{1,3}|•)\s*$/u.test(lead) ||
    (/^["'\s]*$/.test(lead) && /["']\s*\n\s*$/.test(text.text.slice(0, lineStart)))
  )
}

/** What is quoted and signed with a name speaks of the one who said it: `"I can walk again." - Karen M.` */
export function isTestimonial({ text, span }: Candidate): boolean {
  const lead = text.text.slice(Math.max(0, span.start - 300), span.start)
  const quote =
    /"([^"]*)"\s*[-–—~•]*\s*$/u.exec(lead)?.[1] ??
    /^[^"\n]{0,40}:\s*"([^"]*)/.exec(text.text.slice(span.end, span.end + 300))?.[1]
  return quote !== undefined && /\b(?:I|my|me|I'm|I've|we|us|our)\b/u.test(quote)
}
