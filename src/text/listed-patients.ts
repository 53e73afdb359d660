import type { Cue } from './cue.js'
import { isIndividual, type Referent } from './people.js'
import type { Text } from './text.js'

/** Residents of a residency. */
const inTraining =
  /(?<!\p{L})(?:match day|matched|residency|incoming|interns?|fellows|PGY|graduat\p{L}+|chief residents?|(?:medicine|surgery|surgical|pharmacy|dental|pediatrics?|psychiatry) residents?)(?!\p{L})/iu

/**
 * Names one after the other under a line that calls them patients: `These kiddos had a perfect checkup: Ana M. ⭐ Bo T.`, a table with the head `Patient`. Each
 * is somebody in care.
 */
export function listedPatients(text: Text, referents: readonly Referent[]): readonly Cue[] {
  const names = referents.filter((referent) => referent.form === 'name' && isIndividual(referent))
  const [first] = names
  if (names.length < 2 || !first || !isCare(text)) return []
  const lead = text.text.slice(Math.max(0, first.span.start - 220), first.span.start)
  if (!patients.test(lead) || others.test(lead) || inTraining.test(lead)) return []
  return names
    .filter((name, at) => isNextTo(text, name, names[at + 1]) || isNextTo(text, names[at - 1], name))
    .map(({ span }) => ({ name: 'list of patients', points: 2, text, span }))
}

const patients =
  /(?<!\p{L})(?:patients?|clients?|residents?|kiddos?|kids|participants?|members?|grad(?:uate)?s|finishers?|winners?|champions?|champs|babies|newborns|club|leaderboard|hall of fame|honor roll|survivors?|class of)(?!\p{L})/iu
const others =
  /(?<!\p{L})(?:nurses?|staff|employees?|volunteers?|donors?|sponsors?|speakers?|board|doctors?|providers?|physicians?|faculty|panel(?:ists?)?|guild|auxiliary|ladies|quilters?|techs?|hygienists?|therapists?|colleagues|team|crew|puns?|front desk|schedulers?|students?|hosts?|performers?|artists?|thank(?:s| you))(?!\p{L})/iu

const isCare = (text: Text) => text.health.some(({ meaning }) => /^(?:condition|procedure|care-)/.test(meaning.kind))

/** Nothing but marks, figures and an initial lie between. */
const isNextTo = (text: Text, one: Referent | undefined, other: Referent | undefined) =>
  one !== undefined &&
  other !== undefined &&
  /^(?:[^\p{L}]|\p{Lu}\.?(?!\p{L})){1,30}$/u.test(text.text.slice(one.span.end, other.span.start))
