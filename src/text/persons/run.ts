import type { Span } from '../../source.js'
import { isKnownWord } from '../segment.js'
import { cueWords, fold, isFigureName, isGiven, isOrdinary, isSurname, isWordlike } from './lexicons.js'

/** What a word in a row of capitalised words is. `wordlike` names are everyday words or places too; `unknown` is in no list; `word` is plain English. */
export type Kind =
  | 'title'
  | 'office'
  | 'honorific'
  | 'kin'
  | 'credential'
  | 'roman'
  | 'organisation'
  | 'place'
  | 'calendar'
  | 'initials'
  | 'particle'
  | 'nickname'
  | 'given'
  | 'surname'
  | 'wordlike'
  | 'unknown'
  | 'word'

/** A word of such a row, without a possessive 's. */
export interface Item extends Span {
  readonly text: string
  readonly folded: string
  readonly kind: Kind
  /** A closing `'s` or `'` follows. */
  readonly isPossessive: boolean
}

const particles =
  'de la|de las|de los|del|de|da|dos|das|di|della|van der|van den|van de|van|von der|von|zu|ter|ten|bin|binti|bint|ibn|ben|la|le|y|e'
const abbreviation =
  '(?:Drs?|Mrs?|Ms|Mx|Prof|Rev|Fr|Sra?|Srta|St|Jr|Sgt|Cpl|Maj|Capt|Cmdr|Lt|Col|Gen|Sen|Rep|Gov|Hon|Dra|Mme|DR|MRS?|MS|Pt)\\.'

interface Shapes {
  readonly run: RegExp
  readonly tokens: RegExp
}

/** The expressions for a row and its words, by what counts as an upper-case letter, a letter, and a letter with its marks. */
function shapes(upper: string, letter: string, marked: string): Shapes {
  const word = `${upper}${marked}*(?:['-]${letter}${marked}*)*`
  const article = `(?:al|el|ad|ar|as|an|at|d|l)['-]${upper}${marked}+(?:['-]${letter}${marked}*)*`
  const nickname = `["'(]${word}(?: ${word})?["')]`
  const item = `(?:${abbreviation}|(?:${upper}\\.)+(?!${letter})|${article}|${word})`
  const begin = `(?=${upper}|[aedl])(?<![\\p{L}\\p{N}_@#/]|[\\p{L}\\p{N}]['.-])`
  return {
    run: new RegExp(`${begin}${item}(?: +(?:(?:${particles}) +)?(?:${item}|${nickname}(?= +${upper})))*`, 'gu'),
    tokens: new RegExp(`${nickname}|${item}|(?:${particles})(?= )`, 'gu'),
  }
}

const anyScript = shapes('\\p{Lu}', '\\p{L}', '[\\p{L}\\p{M}]')
/** Several times faster, and enough where no letter has an accent. */
const plain = shapes('[A-Z]', '[A-Za-z]', '[A-Za-z]')
const hasForeignLetter = /(?![\0-\x7F])\p{L}/u

/** Rows of capitalised words in a text, as labelled words. */
export function runsIn(text: string): readonly (readonly Item[])[] {
  const { run, tokens } = hasForeignLetter.test(text) ? anyScript : plain
  const rows: (readonly Item[])[] = []
  for (const { 0: found, index } of text.matchAll(run)) {
    if (!isPlainWord(found)) rows.push(labelled(found, index, tokens))
  }
  return rows
}

/** Most rows are one word that begins a sentence. */
function isPlainWord(found: string): boolean {
  if (!/^[A-Z][a-z]+$/.test(found)) return false
  const lower = found.toLowerCase()
  return isOrdinary(lower) && !isGiven(lower) && !isSurname(lower)
}

function labelled(found: string, offset: number, tokens: RegExp): Item[] {
  return withoutThings(itemsOf(found, offset, tokens))
}

/** Girl Scout, Christmas Eve, Big Ben: pairs that name no person, though one of the two could. */
const withoutThings = (items: readonly Item[]): Item[] =>
  items.map((item, index) =>
    isPair(items[index - 1], item) || isPair(item, items[index + 1]) ? { ...item, kind: 'word' } : item,
  )

const isPair = (one: Item | undefined, two: Item | undefined) =>
  one !== undefined && two !== undefined && cueWords('things_of_two').has(`${one.folded}-${two.folded}`)

function itemsOf(found: string, offset: number, tokens: RegExp): Item[] {
  const raw = Array.from(found.matchAll(tokens), ({ 0: text, index }) => ({ text, start: index + offset }))
  return raw.map(({ text, start }, index) => {
    const isLastOfRun = index === raw.length - 1
    const bare = text.replace(/['](?:s|S)?$/, '')
    const folded = fold(/^["'(]/.test(text) ? text.replace(/["'()]/g, '') : bare)
    const kind = kindOf(
      /^["'(]/.test(text) ? text : bare,
      folded,
      isLastOfRun ? undefined : raw[index + 1]!.text,
      index === 0,
    )
    return {
      text: /^["'(]/.test(text) ? text : bare,
      folded,
      kind,
      start,
      end: start + (/^["'(]/.test(text) ? text : bare).length,
      isPossessive: bare !== text && !/^["'(]/.test(text),
    }
  })
}

/** Titles are titles only before something; else most of them are plain words. */
function kindOf(text: string, folded: string, next: string | undefined, isFirst: boolean): Kind {
  if (/^["'(]/.test(text)) return 'nickname'
  if (/^\p{Ll}/u.test(text) && !/['-]/.test(text)) return 'particle'
  if (cueWords('roman').has(text.replace('.', ''))) return 'roman'
  const cased = asTitle(text)
  if (next !== undefined && /^["'(\p{Lu}]/u.test(next)) {
    if (cueWords('honorifics').has(cased)) return 'honorific'
    if (cueWords('staff_titles').has(text) || cueWords('staff_titles').has(cased)) return 'title'
    if (cueWords('public_titles').has(cased)) return cased.startsWith('St') && cased.length < 4 ? 'place' : 'office'
    if (cueWords('kin_titles').has(cased)) return 'kin'
    if (cueWords('place_prefixes').has(cased)) return 'place'
  }
  if (/^(?:\p{Lu}\.)+$/u.test(text)) return 'initials'
  if (!isFirst && streetEnd.test(text)) return 'organisation'
  if (!isFirst && cueWords('credentials').has(text.replace(/\.$/, ''))) return 'credential'
  // `Phlebotomist Olumide`: a trade, and no name of anybody's.
  if (next !== undefined && trade.test(text) && !isGiven(folded) && !isSurname(folded)) return 'title'
  // The capital of a sentence's first word says nothing: Receptionist Dana Ruiz.
  if (
    isFirst &&
    next !== undefined &&
    isKnownWord(folded) &&
    !isGiven(folded) &&
    !isSurname(folded) &&
    isGiven(fold(next))
  )
    return 'word'
  return nameKind(text, folded)
}

/** `St. Mary's Ave.`, where Ave is a first name too. */
const streetEnd = /^(?:Ave|Blvd|Pkwy|Hwy)\.?$/

const trade =
  /^(?:\p{L}+ologist|\p{L}{3,}iatrist|Phlebotomist|Receptionist|Hygienist|Therapist|Dietitian|Dietician|Nutritionist|Hospitalist|Intensivist|Perfusionist|Prosthetist|Orthotist|Optometrist|Podiatrist|Transporter|Housekeeper|Custodian|Scheduler|Biller|Coder|Dispatcher|Interpreter|Sonographer|Technologist|Librarian|Anesthetist|Electrician|Groundskeeper|Obstetrician|Pediatrician|Physiotherapist|Audiologist|Counselor)$/u

/** JANE as Jane, so that lists have one spelling of each word. */
const asTitle = (text: string) => (/^\p{Lu}{2,}\.?$/u.test(text) ? text[0]! + text.slice(1).toLowerCase() : text)

const joined = /^(?:Ma?c|D[aeiu]|La|Le|Van|Von|Del|Fitz|Jo|Mary|Anna?|Lee|Ja|Ta|Sha|Ke|O'|Mar|Ra|Mc|St)\p{Lu}\p{Ll}+$/u

/** X-ray, T-shirt, C-section: one letter and a word are no name, and neither is Seven-year-old. */
const lettered = /^\p{Lu}-\p{L}+$|^\p{L}+(?:-\p{L}+)?-(?:years?|months?|weeks?|days?|hours?)-olds?$/u

/** HVAC and COVID, and no SHONDRA WILKES. */
const isShouted = (text: string, folded: string) =>
  /^\p{Lu}{2,}\d*$/u.test(text) && (text.length < 6 || /\d/.test(text) || isOrdinary(folded))

function nameKind(text: string, folded: string): Kind {
  if (lettered.test(text) || cueWords('exclamations').has(folded)) return 'word'
  // MedWatch and YouTube; LaToya, McKinley and JoAnn are in the lists or begin as names do.
  if (/\p{Ll}\p{Lu}/u.test(text) && !isGiven(folded) && !isSurname(folded) && !joined.test(text)) return 'word'
  const cased = asTitle(text)
  if (cueWords('calendar').has(cased)) return isGiven(folded) && !folded.endsWith('day') ? 'wordlike' : 'calendar'
  const known = isGiven(folded) ? 'given' : isSurname(folded) || isFigureName(folded) ? 'surname' : undefined
  if (cueWords('organisation_words').has(cased))
    return known === 'given' && !isSurname(folded) && !isWordlike(folded) ? 'given' : 'organisation'
  if (known) return isWordlike(folded) ? 'wordlike' : known
  // Văn is no van.
  if (/\p{L}/u.test(text.replace(/[\0-\x7F]/g, ''))) return 'unknown'
  return isOrdinary(folded.replace(/'.*$/, '')) || isShouted(text, folded) ? 'word' : 'unknown'
}
