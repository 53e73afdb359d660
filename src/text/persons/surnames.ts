import type { Text } from '../text.js'
import { statesOfTown } from '../towns.js'
import { cueWords, isEponym, isGiven } from './lexicons.js'
import type { Item, Kind } from './run.js'
import { eventAfter } from './subject-event.js'

// Many surnames are words first: Pine, Graves, Church, Street. Beside a first name or a title that is what they are, the more so where what follows is told of a person.

const mayBeSurname: ReadonlySet<Kind> = new Set(['word', 'organisation', 'calendar', 'place'])

/** A row with those of its words labelled as names that are words, buildings or titles elsewhere: `Amy Church, 54`, `Mr. Graves had his bypass`. */
export function withSurnames(text: Text, run: readonly Item[]): readonly Item[] {
  const first = run.findIndex((_, index) => isFirst(text, run, index))
  const known = first < 0 ? run : relabelled(run, first, 'given')
  const at = known.findIndex((_, index) => isLast(text, known, index))
  if (at < 0) return known
  const isSaint = known[at]!.kind === 'given'
  return relabelled(known, isSaint ? at - 1 : at, 'surname')
}

const relabelled = (run: readonly Item[], at: number, kind: Kind): readonly Item[] =>
  run.map((item, index) => (index === at ? { ...item, kind } : item))

/** Bill, Dean: a bill of rights or a dean, until care is told of him or a surname follows the one and a patient's noun stands before the other. */
function isFirst(text: Text, run: readonly Item[], at: number): boolean {
  const { kind, folded, start, isPossessive } = run[at]!
  // `Jo Lopez`: of two letters, and otherwise no name.
  if (cueWords('short_given').has(folded) && run[at + 1]?.kind === 'surname' && closes(run, at + 1)) return true
  if ((kind !== 'organisation' && kind !== 'title') || !isGiven(folded) || isPossessive) return false
  if (at > 0 && !isRightAfter(run, at, 'word')) return false
  const next = run[at + 1]
  if (!next) return kind === 'organisation' && isToldOf(text, run[at]!)
  if (run.length > at + 2) return false
  const isName = next.kind === 'surname' || next.kind === 'unknown'
  return (
    (isName && kind === 'organisation') ||
    ((isName || mayBeSurname.has(next.kind)) && isToldOf(text, { start, end: next.end }))
  )
}

const isRightAfter = (run: readonly Item[], at: number, kind: Kind) => run[at - 1]?.kind === kind

/** Whether a word is the surname that closes a row. */
function isLast(text: Text, run: readonly Item[], at: number): boolean {
  const item = run[at]!
  const before = run[at - 1]
  if (!before || before.isPossessive || !closes(run, at)) return false
  if (before.kind === 'place' && /^St\.?$/.test(before.text) && item.kind === 'given')
    return run[at - 2]?.kind === 'honorific'
  if (!mayBeSurname.has(item.kind) || !/^\p{Lu}[\p{L}'-]*\p{Ll}/u.test(item.text) || isNever(item)) return false
  if (before.kind === 'honorific') return /^M(?:rs?|s|x)\.?$/.test(before.text)
  const whole = { start: before.start, end: item.end }
  if (item.kind === 'word' && before.kind === 'given' && isNamed(text, before, item)) return true
  const first = before.kind === 'initials' ? run[at - 2] : before
  return first !== undefined && isMaybeFirst(first) && isToldOf(text, whole)
}

/** `Gloria Pine.`: nothing speaks for a town, a heading or a thing that is called so. */
const isNamed = (text: Text, first: Item, last: Item): boolean =>
  closed.test(text.text.slice(last.end, last.end + 40)) &&
  !article.test(lead(text, first)) &&
  !isCapitalised(text, last) &&
  statesOfTown(`${first.text} ${last.text}`).length === 0

const isMaybeFirst = ({ kind, folded }: Item) => kind === 'given' || (kind === 'wordlike' && isGiven(folded))

/** Nothing comes after it in its row but `Jr.` or a degree. */
const closes = (run: readonly Item[], at: number) =>
  run.slice(at + 1).every(({ kind }) => kind === 'roman' || kind === 'credential')

const isNever = ({ text, folded }: Item) => cueWords('no_surnames').has(folded) || cueWords('credentials').has(text)

/** In a line of capitals they say nothing of the word. */
const isCapitalised = (text: Text, { start, end }: Item) => {
  const { start: from, end: to } = text.sentenceAt(start)
  const rest = text.text.slice(Math.max(from, start - 90), start) + text.text.slice(end, Math.min(to, end + 90))
  const words = rest.match(/(?<![\p{L}#@'])\p{L}{4,}/gu) ?? []
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.75
}

const lead = ({ text }: Text, { start }: { readonly start: number }) => text.slice(Math.max(0, start - 40), start)

const article = /(?<!\p{L})(?:the|an?|this|that|each|every) $/iu

/** What may follow a whole name, and goes on with a sentence. */
const closed =
  /^(?:'s?(?!\p{L})|[^\p{L}\p{N}]*$|\s*[,.!?:;)(—–|"\n]|\s\p{Emoji_Presentation}| -|,? (?:and|or|&|who|was|is|has|had|got|went|came|rang|finished|finishes|finishing|beat|after|said|says|tells|told|walked|celebrates?|celebrated|lost|recovered|\d+|(?:on|for|with|from|in|of) (?:her|his|our))(?!\p{L}))/u

/** Whether care, an age or a person's doings are told of what stands there, or a patient's noun stands before it. */
function isToldOf(text: Text, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = lead(text, { start })
  if (article.test(before)) return false
  const after = text.text.slice(end, end + 80)
  if (patient.test(before)) return !/^ (?:of|to) \p{Lu}/u.test(after)
  if (greeted.test(before) && /^,? (?:who|on (?:her|his)|for (?:her|his))(?!\p{L})/u.test(after)) return true
  if (street.test(before)) return false
  if (aged.test(after)) return true
  if (/^'s?(?!p{L})/.test(after)) return false
  const event = eventAfter(text, end, Math.min(text.sentenceAt(start).end, end + 120))
  if (event && !event.isGiven && !ofHouse.test(event.words)) return true
  return own.test(after)
}

const patient =
  /(?<!\p{L})(?:(?:patient|client|resident|survivor|pt)[:,]?|(?:we|they|nurses|team|surgeons|doctors|medics) (?:treated|discharged|admitted|intubated|operated on|cared for|saved)) $/iu
const aged = /^(?:,| \() ?(?:age[d]? )?\d{1,3}(?:[,.;!?)]|$| and | of | from )/u
const greeted =
  /(?<!\p{L})(?:proud of|congrats to|congratulations to|cheers? (?:to|for)|happy for|meet|celebrat\p{L}+|thank(?:s to| you,?)) $/iu
const own =
  /^ (?:had|has had|got|underwent|needed|beat|finished|survived|is recovering from|was born|lost) (?:her|his)(?!\p{L})|^ (?:finished|completed|beat|survived|recovered from) (?:chemo|radiation|cancer|rehab|detox)/iu
/** What befalls a house as it does a person. */
const ofHouse = /^(?:is home|came|comes?|home|joined|arriv\p{L}+|opened|admitted|started|hosted|celebrat\p{L}+)/u
const street = /(?<!\p{L})(?:on|at|in|near|off|from|to|via|along|visit|\d+) $/iu

/** `Our patient Parkinson went home`: a disease's name that is a patient's here. */
export const isEponymOfPatient = (text: Text, { folded, start, end, isPossessive }: Item): boolean =>
  isEponym(folded) &&
  !isPossessive &&
  namedPatient.test(lead(text, { start })) &&
  closedPatient.test(text.text.slice(end, end + 40))

const namedPatient = /(?<!\p{L})(?:our|my|this|the|his|her) (?:\p{L}+ )?(?:patient|client|resident)[,:]? $/iu
const closedPatient =
  /^(?:,? (?:and (?:his|her)|who|was|is|has|had|got|went|came|rang|finished|beat|said|says|tells|told|walked|left)(?!\p{L})|[.!](?:\s|$)|, \d)/u
