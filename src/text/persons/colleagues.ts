import type { Candidate } from './candidate.js'
import { isHost } from './hosts.js'
import { mentionsIn } from './near.js'

const groups =
  '(?:crews?|teams?|staff|squads?|departments?|shifts?|desk|lab|office|kitchen|nurses|medics|paramedics|techs|technicians|therapists|aides|doctors|pharmacists|hygienists|assistants|interpreters|chaplains|dispatchers|drivers|cooks|housekeepers|volunteers|interns|students|residents in training|(?:medic|engine|ladder|rescue|station|squad|unit) \\d{1,3})'
const name = "\\p{Lu}[\\p{L}'.-]*(?: \\p{Lu}[\\p{L}'-]*){0,2}"

/** `Our night-shift lab crew (Deshawn, Mei-Ling, Oksana and Pete)`: the brackets, or the colon, list who belongs to it. */
const listed = new RegExp(
  `(?<!patient |patients |support |recovery |family )(?<![\\p{L}])${groups}(?: \\(|: )(?:${name},? (?:and |& )?){0,6}$`,
  'u',
)
/** `(sorry, Gregor)`: a nudge among colleagues. */
const nudged = /\((?:sorry(?: not sorry)?|thanks|thank you|looking at you|we see you|hi|yes|right),? $/i
const nudgeEnds = /^[!.?]?\)/
/** `one of our summer interns`, said of whom is named. */
const oneOfOurs =
  /^, (?:(?:an?|the) [^.,;!?]{3,50} and )?one of our (?:[\p{L}-]+ ){0,2}(?:interns?|nurses?|medics?|paramedics?|techs?|aides?|therapists?|pharmacists?|students?|externs?|fellows|volunteers?|hygienists?|assistants?|employees|staff|coders|billers|cooks|drivers|schedulers|dispatchers|educators?|chaplains|doctors|physicians|surgeons|dentists|counselors|navigators|managers|own team)(?![\p{L}])/u

/** `Harlan Voss, our longtime maintenance chief`. */
const ofOurHouse =
  /^, our (?:[\p{L}-]+ ){0,4}?(?:chief|boss|foreman|mechanic|plumber|electrician|carpenter|painter|groundskeeper|gardener|operator|secretary|clerk|courier|baker|cook|librarian|organist|pianist|guard|orderly|porter|janitor|dishwasher|cashier|bookkeeper|accountant|treasurer|archivist|photographer|webmaster|engineer|welder|dispatcher|greeter|candy striper|board (?:member|chair)|founder|administrator|head nurse|matron|bursar|scribe)(?!\p{L})/u

const trades =
  /^ \((?:emergency medicine|pediatrics|surgery|general surgery|family medicine|internal medicine|nursing|pre-?med|psychiatry|pharmacy|respiratory therapy|radiology|anesthesiology|neurology|dermatology|orthop(?:a)?edics|ob-?gyn|dentistry|dental hygiene|physical therapy|occupational therapy|speech therapy|social work|lab|IT|HR|billing|registration|days|nights)(?:[,)])/iu

/** Who is named as a member of a crew, an intern, a colleague of whoever writes: `judge` takes them for staff. */
export function isColleague(candidate: Candidate): boolean {
  const { before, after } = candidate
  return (
    listed.test(before) ||
    (nudged.test(before) && nudgeEnds.test(after)) ||
    oneOfOurs.test(after) ||
    ofOurHouse.test(after) ||
    trades.test(after) ||
    isHost(candidate) ||
    (greeted.test(before) && intoTeam.test(after)) ||
    (officeLine.test(before) && reachable.test(after)) ||
    (thanks.test(before) && ourCrew.test(sentenceBefore(candidate)) && !asPatient.test(after)) ||
    (cheered.test(after) && ofCrew.test(sentenceBefore(candidate)) && !goesOnWithCare(candidate))
  )
}

/** `Welcome, Aisha Rahman, Diego Fuentes and Mei Chen to our residency program`. */
const greeted = new RegExp(`(?<!\\p{L})welcom(?:e|es|ed|ing)(?: to)?[,:!]? (?:${name},? (?:and |& )?){0,8}$`, 'iu')
const intoTeam = new RegExp(
  `^(?:,? (?:and |& )?${name}){0,8},? (?:in)?to (?:our|the|my) (?:[\\p{L}&'-]+ ){0,4}?(?:residency|fellowship|internship|team|staff|practice|department|crew|faculty|board|office|nursing school|medical group)(?![\\p{L}])`,
  'u',
)

const asPatient =
  /(?<!\p{L})(?:patients?|your (?:son|daughter|baby|mom|dad|wife|husband|family|child|kids?)|story|journey|recover\p{L}*|chemo|surgery|diagnos\p{L}+|transplant|stroke|cancer)(?!\p{L})/iu

/** `Our summer camp nurses survived! Thank you to Delphine, Maxwell and Yuki`. */
const ourCrew = new RegExp(
  `^[^\\p{L}"]*(?:our|the|these|this|what a) (?:(?!patient|family|support|recovery)[\\p{L}'-]+ ){0,4}?${groups}(?![\\p{L}])`,
  'iu',
)

/** `Javier, Kendra and Little Mike, you make us proud.` */
const cheered = new RegExp(
  `^(?:,? (?:and |& )?${name}){0,5}, (?:you|y'all|you all|you guys|you two|we)(?:'re)? (?:make|made|make us|are|rock|did|earned|deserve|represent|brought|appreciate|thank|salute|couldn't)(?![\\p{L}])`,
  'u',
)
const ofCrew = new RegExp(
  `(?:shout ?-?out|congrat\\w*|kudos|hats off|cheers|thank you|thanks|proud of|well done|way to go|props)[^.!?]{0,40}(?<![\\p{L}])${groups}(?![\\p{L}])`,
  'iu',
)

/** `Our volunteer knitters dropped off 140 tiny hats. Thank you Wanda, Pearl and ...`: who is thanked is who gave. */
export function isThankedGiver(candidate: Candidate): boolean {
  if (goesOnWithCare(candidate)) return false
  return (
    (thanks.test(candidate.before) && given.test(sentenceBefore(candidate))) ||
    (owed.test(candidate.before) && brought.test(candidate.after))
  )
}

/** `Thanks to the Lindqvist family and the Rotary Club, the waiting room now has a fish tank`: what stands there now is what they gave. */
const owed = new RegExp(
  `(?:^|[.!?:] |and )[^\\p{L}]*(?:many )?thanks to (?:the )?(?:${name},?(?: and| &)? (?:the )?){0,4}$`,
  'iu',
)
const brought =
  /^(?: (?:family|families|brothers|sisters|estate|foundation))?(?:,? (?:and|&) [^,.!?]{3,70})?,? (?:the|our|every|each|all|both|there (?:is|are)|we)(?!\p{L})[^.!?]{0,80}?(?<!\p{L})(?:now (?:has|have|holds?|offers?|sports?|features?|boasts?)|(?:has|have|got|gets) (?:an? )?(?:brand-?new|new|its own|their own|fresh)|(?:is|are) (?:now )?(?:stocked|furnished|filled|brighter|full of|decorated))(?!\p{L})/iu

/** `Contact: Denise Tran, media relations, 818-...`: whoever answers for the office. */
const officeLine =
  /(?<!(?:emergency|patient|family|his|her) )(?<!\p{L})(?:(?:media|press|news|event|interview|volunteer|registration|ticket|sponsor(?:ship)?|vendor|donor|gift)s? (?:contacts?|inquir(?:y|ies)|questions?|requests?|info(?:rmation)?|desk)|contacts?|inquiries|questions|for (?:interviews|media|press|details|tickets|more information|more info|information|sponsorships?)|rsvp|to (?:register|rsvp|sign up|reserve|volunteer|sponsor))(?: person)?[:?,-]{0,2} (?:(?:please )?(?:call|e-?mail|contact|reach|text) )?$/iu
const reachable =
  /^(?:,? (?!patient|client|resident)[^.!?\n\d]{2,50}?)?[,:]? ?(?:[-–—|] )?(?:at |on )?(?:\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}|\d{3}-\d{4}|\(?ext\.? ?\d|x\d{2}|\(?[\w.-]+@[\w-]+\.)/iu

const thanks = new RegExp(
  `^[^\\p{L}]*(?:thank you|thanks|many thanks|bless you),?(?: to)?(?: ${name},?(?: and| &)?){0,4} $`,
  'iu',
)
const given =
  /(?<!\p{L})(?:volunteers?|donat(?:ed|ions?|ing)|dropped off|knit(?:ters|ted)?|crocheted|sewed|baked|quilt(?:s|ers|ed)|brought (?:us|lunch|dinner|breakfast|cookies|donuts|treats|flowers)|delivered (?:\d+ )?(?:lunch\w*|meals|cookies|flowers|blankets|cards|toys|books)|sponsor(?:s|ed)|raised \$)(?!\p{L})/iu

const told: ReadonlySet<string> = new Set(['condition', 'rare-condition', 'procedure', 'care-event', 'symptom'])

/** `Marisol, you rock. Eighteen rounds of chemo`: the rest of the sentence, or the next, tells of care. */
function goesOnWithCare({ text, span, after, beyond }: Candidate): boolean {
  const reach = { start: span.end, end: span.end + after.length + beyond.length }
  return (
    /(?<!\p{L})(?:patients?|story|journey|recover\w*)(?!\p{L})/iu.test(after) ||
    [...mentionsIn(text.health, reach)].some(({ meaning }) => told.has(meaning.kind))
  )
}

/** The sentence that ends where the name's own begins. */
function sentenceBefore({ text, sentence }: Candidate): string {
  const whole = text.sentenceAt(sentence.start)
  if (whole.start === 0) return ''
  const { start, end } = text.sentenceAt(whole.start - 1)
  return text.text.slice(start, end)
}

/** Whoever applies for a job is answered as such. */
export const isOfHiring = ({ text }: Candidate): boolean =>
  /(?<!\p{L})(?:hiring (?:manager|team)|recruit(?:er|ing|ment)|your (?:application|resume|résumé|cv|interview)|job (?:posting|opening|offer)|the (?:position|opening|role)|human resources|HR)(?!\p{L})/u.test(
    text.text,
  )
