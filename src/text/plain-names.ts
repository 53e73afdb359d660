import names from '../../rules/lexicons/names.json' with { type: 'json' }
import type { Referent } from './people.js'
import type { Text } from './text.js'

let given: Set<string> | undefined

const title = /(?:\b(?:dr|doctor|nurse|chaplain|prof|professor|sister|father|rev|pastor|coach|ceo|cno|paramedics?|midwife|hygienist|therapist|surgeon|physician|pharmacist|counselor|technician)\.?\s+)$/i
const credential = /^(?:\s+\p{Lu}[\p{L}'-]+)*,?\s+(?:MD|DO|RN|NP|PA-C|PA|PharmD|DDS|DMD|DPM|PhD|LCSW|PT|OT|BSN|MSN|CNA|LPN|APRN|CRNA|FNP|RDH|EMT|MPH|MBA)\b/u

/** Given names by the list alone, with whom they stand for as far as titles and credentials tell. */
export function plainNames(text: Text): readonly Referent[] {
  given ??= new Set([...names.given.split(' ')].filter((name) => !names.wordlike.includes(name)))
  const found: Referent[] = []
  for (const match of text.text.matchAll(/(?<![\p{L}#@])\p{Lu}\p{Ll}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]+)?/gu)) {
    const first = /^[\p{L}-]+/u.exec(match[0])![0]
    const before = text.text.slice(Math.max(0, match.index - 30), match.index)
    const isTitled = title.test(before) || /^(?:Dr|Nurse|Chaplain)\b/.test(match[0])
    if (!given.has(first.toLowerCase()) && !isTitled) continue
    const span = { start: match.index, end: match.index + match[0].replace(/'s$/, '').length }
    const role = isTitled || credential.test(text.text.slice(span.end)) ? 'staff' : 'person'
    found.push({ span, role, form: 'name' })
  }
  return found
}
