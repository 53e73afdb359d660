import { once } from '../../once.js'
import { machines, thingsOf } from '../things.js'
import type { Candidate } from './candidate.js'
import { cuePhrases, cueWords, isGiven } from './lexicons.js'

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
  if (called.test(before) || isVehicle(candidate)) return true
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

/** `Bella, a 9-year-old labrador`, `Rocky the tortoise`, `a penguin named Waddles`; `Luna had her spay surgery`. */
export function isAnimal(candidate: Candidate): boolean {
  const { after, before, names, prefix, text, sentence } = candidate
  if (prefix.length > 0 || names.length > 2) return false
  if (kinds().some(({ apposed: kindNext, named }) => kindNext.test(after) || named.test(before))) return true
  if (names.length > 1 || isOfPerson(candidate)) return false
  if (/(?<!\p{L})zoo's $/iu.test(before)) return true
  const told = text.text.slice(sentence.start, sentence.end)
  return atVets.test(told) && !human.test(told)
}

const kinds = once(() => [ofKind('animal_kinds', 'u'), ofKind('animal_breeds', 'iu')])

/** What stands right after, and right before, the name of an animal of a list of kinds. */
function ofKind(list: string, flags: string) {
  const kind = `${cuePhrases(list)}(?![\\p{L}'-])`
  const between =
    "(?: (?!(?:who|with|and|that|girl|boy|man|woman|kid|child|patient|client|survivor|mom|dad|of|in|from|to)(?!\\p{L}))[\\p{L}\\d'-]+){0,3}?"
  const closes =
    '(?=[,.!?;:)\\n]|$| (?:who|with|that|from|at|on|in|of|had|has|was|is|went|got|came|recovered|visits?)(?!\\p{L}))'
  return {
    apposed: new RegExp(
      `^(?:, (?:an?|our|the|your|my|one of our)|,? (?:is|was) (?:an?|our|the)| the)${between} ${kind}${closes}`,
      flags,
    ),
    named: new RegExp(
      `(?:[Aa]n?|[Oo]ur|[Tt]he|his|her|their|my)${between} ${kind},? (?:named|called|nicknamed) ["']?$`,
      flags,
    ),
  }
}

const atVets =
  /(?<!\p{L})(?:veterinary (?:clinic|hospital|practice|team|surgeons?|care|center)|(?:animal|equine|pet|exotics?) (?:hospital|clinic|medical center|shelter|rescue|ER)|our (?:vet|vets|veterinarians?) (?:treated|saved|removed|operated|fixed|saw)|spay(?:ed)?(?: surgery)?|neuter(?:ed)?|deworm\p{L}*|kennel cough|heartworm|parvo(?:virus)?|microchipped|litter box|fur baby)(?!\p{L})/iu
const human =
  /(?<!\p{L})(?:girl|boy|man|woman|kid|child|patient|client|teen|teenager|daughter|son|student|veterinarian|technician|nurse|Mr|Mrs|Ms)(?!\p{L})/iu

/** `Captain Molar`, `Dr. Floss`: a word of medicine, a part of the body or a germ behind a title names a mascot. */
export const isMascot = ({ names, prefix, text, span }: Candidate): boolean =>
  names.length === 1 &&
  /^(?:title|honorific|kin)$/.test(prefix.at(-1)?.kind ?? '') &&
  cueWords('mascots').has(names[0]!.folded) &&
  !isGiven(names[0]!.folded) &&
  !/(?<!\p{L})(?:patient|client|resident)[:,]? $/iu.test(text.text.slice(Math.max(0, span.start - 12), span.start))

/** `402,000 miles and two transmissions, Old Bessie rolled out of the bay`: two things that are said of vehicles alone, and nobody in care. */
const isVehicle = ({ names, text: { text } }: Candidate): boolean =>
  names.length === 1 &&
  !inCare.test(text) &&
  new Set(Array.from(text.matchAll(ofVehicle), ([word]) => word.toLowerCase().slice(-6))).size > 1

const ofVehicle =
  /(?<!\p{L})(?:\d[\d,]* miles|transmissions?|odometer|(?:rolled|rolls|backed|pulled) (?:out of|into) the (?:bay|garage|station)|Unit \d+|diesel|axles?|alternator|carburetor|brake pads|fan belt|radiator|chassis|fleet)(?!\p{L})/giu
const inCare =
  /(?<!\p{L})(?:patients?|clients?|surgery|chemo\p{L}*|rehab\p{L}*|crash|wreck|accident|injur\p{L}+|stroke)(?!\p{L})/iu

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
