import { machines, thingsOf } from '../things.js'
import type { Candidate } from './candidate.js'

const device =
  /^ (?:(?:[a-z-]+|\d+[a-z]?) ){0,4}?(?:heart valves?|valves?|stents?|grafts?|pumps?|catheters?|implants?|monitors?|sensors?|scanners?|lasers?|systems?|devices?|platforms?|panels?|tests?|assays?|kits?|apps?|inhalers?|pens?|patch(?:es)?|injectors?|leads|electrodes|robots?|exoskeletons?|prosthes[ei]s)(?!\p{L})/u

/** `the Corvalis transcatheter aortic valve`: what it names is a device. */
export const isDevice = ({ before, after, isPossessive, names }: Candidate): boolean =>
  !isPossessive && names.length === 1 && /(?:^|[^\p{L}])(?:the|our|an?) $/iu.test(before) && device.test(after)

const called =
  /(?:MRI|CT|scanner|robot|machine|system|ambulance|truck|rig|printer|van|bus|helicopter|tractor|mannequin|manikin|simulator|puppet|plant|tree|skeleton|mower|drone|forklift|boiler|piano|elevator|generator|copier|engine|cart|dummy|doll|bear|cactus|ficus|fish|statue)(?:,)? (?:that we |we |we've |is |was )?(?:named|called|nicknamed|dubbed)(?: it| him| her)? ["']?$/iu

let apposed: RegExp | undefined

/** `a 3-Tesla MRI named Magnus`, `Gladys the Volvo`, `Rosie, our new delivery robot`, `Doug 🤖`; `Bertha`, where the text is about an ambulance. */
export function isMachine(candidate: Candidate): boolean {
  const { before, after, names, prefix, text } = candidate
  if (called.test(before)) return true
  apposed ??= new RegExp(
    `^(?: (?:is |was )?(?:the|our|an?)(?: [\\p{L}\\d'-]+){0,4}? ${machines}|[,:] (?:the|our|an?)(?: [\\p{L}\\d'-]+){0,4}? ${machines}(?=\\s*(?:[,.!?;)—-]|$))|[\\s!.,]{0,2}🤖)`,
    'iu',
  )
  if (names.length === 1 && apposed.test(after)) return true
  return names.length === 1 && prefix.length === 0 && thingsOf(text).has('machine') && !isOfPerson(candidate)
}

/** `Doug 🐶`, `Pepper is recovering nicely. 🐾 Our therapy lab will be back`. */
export function isPet(candidate: Candidate): boolean {
  const { after, names, prefix, text } = candidate
  if (names.length > 1 || prefix.length > 0 || isOfPerson(candidate)) return false
  return (
    /^[^.!?\n]{0,20}[\s!.,][🐶🐕🦮🐩🐾🐈🐱🐴🐰🐇🦙]/u.test(after) ||
    (thingsOf(text).has('animal') && petLife.test(text.text))
  )
}

const petLife =
  /(?<!\p{L})(?:the vet(?!\p{L}|'s (?:hall|day|hospital))|veterinar\p{L}+|belly rubs?|paws?|tails?|leash|barks?|woofs?|meows?|fetch|treats?|kibble|zoomies|four-legged|fur|furry|whiskers|chew toys?|tennis balls?|handler)(?!\p{L})|🐾/iu

/** An age, a kinship, a condition that is told as a person's. */
const isOfPerson = ({ after, before, isPossessive }: Candidate): boolean =>
  (isPossessive &&
    /^ (?:mom|mother|dad|father|wife|husband|daughter|son|family|parents|doctor|surgeon|oncologist)(?!\p{L})/iu.test(
      after,
    )) ||
  /^(?:,| is| was) (?:age )?\d{1,2}(?:,| and| years)|^ and (?:her|his) (?:mom|dad|family|husband|wife)/iu.test(after) ||
  /(?<!\p{L})(?:patient|client|resident|survivor|mr|mrs|ms)\.?,? $/iu.test(before)
