import type { Text } from './text.js'

// Posts speak of an old ambulance, a robot, a building or the facility dog as of a person: by name, as `she`, with a birthday and a checkup.

const article = '(?<!\\p{L})(?:our|the|this|that|your|one)(?: [\\p{L}\\d\'"-]+){0,4}?'

/** Vehicles and machines, without what makes a crew or a place of them. */
export const machines =
  "(?:ambulances?|rigs?|fire ?(?:engine|truck)s?|trucks?|vans?|minivans?|bus(?:es)?|shuttles?|helicopters?|choppers?|tractors?|mowers?|Zambonis?|golf carts?|forklifts?|robots?|bots?|cobots?|drones?|scanners?|MRI|printers?|copiers?|fax machines?|vending machines?|ice machines?|coffee ?(?:makers?|machines?)|espresso machines?|dishwashers?|boilers?|generators?|elevators?|pianos?|gliders?|skeletons?|manikins?|mannequins?|simulators?|Volvo|Toyota|Ford|Chevy|Honda|Buick|Subaru|Jeep|Dodge|Roomba|Ms?\\. Coffee)(?![\\p{L}'-])(?! (?:crews?|drivers?|rides?|bays?|calls?|teams?|services?|company|companies|stops?|doors?|base|pad|accidents?|crash|wreck|fall|to us|in with))"
const ofMachines =
  '(?:\\d[\\d,]* (?:miles|runs|trips|copies|shifts|loads|prints|calls|lifts|deliveries|elevators)|odometer|retire[sd]?|retiring|retirement|unplugged|charg(?:ed|ing|er|es)|batter(?:y|ies)|oil change|tires|brakes|engine|gears|software|firmware|reboot(?:ed|s|ing)?|paint job|leaves the (?:bay|fleet|garage|lot)|joins? (?:the|our) fleet|rolls? (?:off|out|onto)|mechanics?|broke down|breaks? down|(?:gets?|got) (?:stuck|replaced|painted|lost)|plugged in|on (?:her|his) tires|wheels|sensors|delivers|carries|hauls|birthday|\\d tons|warranty)'
const buildings =
  '(?:hospital|buildings?|wing|chapel|church|tower|clinic|library|lighthouse|house|barn|ward|sanatorium|sanitarium|gym(?:nasium)?|school(?:house)?|pavilion|lobby|bridge|theat(?:er|re)|pool|garden|greenhouse|oak|elm|maple|tree|carousel|clock|bell|organ|mural|fountain|porch|cafeteria|farmhouse|depot|mansion|annex|dispensary|pharmacy|practice)(?![\\p{L}-])'
const ofBuildings =
  '(?:opened (?:its|her|his|the) doors|opened (?:in|on)|(?:was|were) (?:built|founded|dedicated|planted|cast|carved)|built in|reopen(?:s|ed|ing)?|restor(?:ed|ation|ing|es)|renovat\\p{L}+|turn(?:s|ed|ing) \\d|demoli\\p{L}+|coat of paint|cornerstone|new roof|bricks?|plaster|plumbing|since (?:18|19)\\d\\d|admitted its first|treated its first)'
const animals =
  '(?:(?:therapy|facility|service|comfort|support|resident|office|hospital|courthouse|clinic)[ -](?:dogs?|cats?|pups?|horses?|animals?|pets?|bunny|rabbit|llama|pony|lab|retriever|poodle|doodle|hound|spaniel|collie|shepherd)|golden ?doodle|labradoodle|(?:golden|labrador) retriever|our (?:dog|cat|pup|horse|pony|parrot|rabbit|goat|hen|donkey|alpaca|llama))(?![\\p{L}-])'

let made: Readonly<Record<'machine' | 'building' | 'animal', RegExp>> | undefined

/** Made on first use. */
function expressions() {
  made ??= {
    machine: new RegExp(`${article} ${machines}[^.!?\\n]{0,60}?(?<!\\p{L})${ofMachines}(?!\\p{L})`, 'iu'),
    building: new RegExp(
      `${article} ${buildings}[^.!?\\n]{0,60}?(?<!\\p{L})${ofBuildings}(?!\\p{L})|(?<!\\p{L})${ofBuildings}[^.!?\\n]{0,20} ${article} ${buildings}`,
      'iu',
    ),
    animal: new RegExp(
      `${animals}|[🐶🐕🦮🐩🐾🐈🐱🐴🐰🐇🦙🐐🦜](?![^.!?\\n]{0,20}(?<!\\p{L})(?:bite|bit|allerg)\\p{L}*)`,
      'iu',
    ),
  }
  return made
}

export type Thing = 'machine' | 'building' | 'animal'

const known = new WeakMap<Text, ReadonlySet<Thing>>()

/** Of which kinds of things a text tells as others tell of persons: what they did, how old they are, that they retire. */
export function thingsOf(text: Text): ReadonlySet<Thing> {
  const found =
    known.get(text) ?? new Set((['machine', 'building', 'animal'] as const).filter((kind) => tells(text, kind)))
  known.set(text, found)
  return found
}

const tells = ({ text }: Text, kind: Thing) =>
  expressions()[kind].test(text) && !(kind !== 'animal' && patients.test(text))

/** Beside a patient the ambulance is only an ambulance. */
const patients =
  /(?<!\p{L})(?:(?:our|a|the|this|my|one of our) (?:[\p{L}-]+ )?(?:patient|client|resident|survivor|baby|man|woman|boy|girl|guy|lady)|year[- ]old|patient'?s?(?= (?:was|is|had|came|who|story|spotlight)))(?!\p{L})/iu
