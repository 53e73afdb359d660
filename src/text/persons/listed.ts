import type { Candidate } from './candidate.js'

const name = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'.-]*){0,3}"
const sameLine = new RegExp(
  `(?:^|[.!?\\n]\\s*)(?<head>[^\\n.!?:]{8,90}):\\s*(?:${name}(?:,| and|,? &|, and) ){0,8}$`,
  'u',
)
const bullet = /\n[ \t]*(?:[-*•·▪✓✔–—+]|\d{1,2}[.)]|\p{Emoji_Presentation}\uFE0F?)[ \t]*$/u
const bulleted = /^[^\n\p{L}]*(?:$|\n)|^(?:,| -| –| \() ?[^\n]{0,60}(?:$|\n)/u
/** A line that opens a list, above lines that are in it. */
const headAbove =
  /(?:^|\n)(?<head>[^\n]{6,120})\n\s*(?:[ \t]*(?:[-*•·▪✓✔–—+]|\d{1,2}[.)]|\p{Emoji_Presentation}\uFE0F?)[^\n]*\n\s*){0,20}$/u

const ofCare =
  /(?<!\p{L})(?:bell[- ]ringers?|rang the bell|ring(?:s|ing)? the bell|(?:finish|complet|conclud)\p{L}* (?:\p{L}+ )?(?:chemo\p{L}*|radiation|treatments?|rehab|therapy|dialysis|detox|infusions?)|(?:grad(?:uate)?s|graduat(?:ed|es|ing)) (?:of|from|in) (?:our )?(?:\p{L}+ )?(?:rehab|NICU|chemo|therapy|detox|program)|(?:NICU|rehab|therapy|detox|chemo) (?:grad(?:uate)?s|finishers|champions)|discharge[sd]?|patients?(?= (?:of the|who|this|we|rang|went|that)|:|!|$)|clients? (?:who|of the)|survivors?|(?:went|going|headed|gone) home|cancer[- ]free|sober|sobriety|in remission|milestones?(?= in (?:recovery|sobriety))|new (?:hips?|knees?|hearts?|kidneys?|lungs?|smiles?))(?!\p{L})/iu
const ofStaff =
  /(?<!\p{L})(?:nurses?|staff|employees?|volunteers?|donors?|sponsors?|speakers?|doctors?|providers?|physicians?|surgeons?|team|crew|colleagues|students?|hosts?|panel\p{L}*|committee|board|winners of|for (?:our )?patients|contact|call|ask|tips|steps|questions|resources|events?)(?!\p{L})/iu

/** `Today's bell ringers:` and a list of names: each is somebody in care. */
export function isListedInCare({ text, span, before, after, prefix }: Candidate): boolean {
  if (prefix.some(({ kind }) => kind === 'title' || kind === 'office')) return false
  const lead = text.text.slice(Math.max(0, span.start - 600), span.start)
  const head =
    bullet.test(lead) && bulleted.test(after) ? headAbove.exec(lead.replace(/[^\n]*$/, ''))?.groups?.head : undefined
  const told = head ?? sameLine.exec(before)?.groups?.head
  return told !== undefined && ofCare.test(told) && !ofStaff.test(told)
}
