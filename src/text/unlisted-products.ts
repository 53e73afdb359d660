import { overlaps, type Span } from '../source.js'
import { isGiven } from './persons/lexicons.js'
import { productCues } from './product-cues.js'
import type { ProductMention } from './products.js'
import { isKnownWord } from './segment.js'
import type { Text } from './text.js'

/** A product that no list holds, found by how the text names it. */
export interface UnlistedName {
  readonly text: Text
  readonly span: Span
  /** As written. */
  readonly name: string
  readonly via: 'mark' | 'shape' | 'stem'
  readonly establishedName?: string
  readonly kind: string | undefined
  /** What the ending of an established name tells. */
  readonly className?: string
}

/**
 * Products of no list: `Velquora (velquotinib)`, `Velquora® 20 mg tablets`, `ask your doctor about Velquora`; and established names by their
 * endings. A name once found is found wherever it stands.
 */
export function unlistedIn(texts: readonly Text[], listed: readonly ProductMention[]): UnlistedName[] {
  const fields = listed.filter(({ via, isKnown }) => via === 'field' && !isKnown)
  const candidates = [...fields.map(fromField), ...texts.flatMap((text) => candidatesIn(text, listed))]
  if (candidates.length === 0) return []
  const first = new Map(candidates.map(({ name }) => [name.toLowerCase(), name]).reverse() as [string, string][])
  const names = [...first.values()].flatMap((name) => verdictOn(name, candidates, texts) ?? [])
  const brands = names.flatMap((verdict) => texts.flatMap((text) => everywhere(verdict, text, listed)))
  const stems = candidates.filter(
    ({ via, name }) => via === 'stem' && !names.some((verdict) => isSame(verdict.name, name)),
  )
  return [...brands, ...stems]
}

const literally = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `Oravance` and `ORAVANCE`. */
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

interface Candidate extends UnlistedName {
  /** How sure this place makes us that it names a prescription drug; three is enough. */
  readonly weight: number
  readonly isCoinedField?: boolean
}

const capitalised = /(?<![\p{L}\p{N}_#@&'-])(?=\p{Lu})[\p{L}]{4,}(?:[-][\p{Lu}\d]{1,3})?(?![\p{L}_'])/gu

/** A coined word without a capital counts only where a sign or an established name in brackets follows. */
const lowerCase = /(?<![\p{L}\p{N}_#@&'.-])\p{Ll}{5,}(?=[®™]|\s?\(\p{Ll}{7,}\))(?![\p{L}_'])/gu

function candidatesIn(text: Text, listed: readonly ProductMention[]): Candidate[] {
  const taken = [
    ...listed.filter((mention) => mention.text === text).map(({ span }) => span),
    ...text.links.map(({ span }) => span),
    ...text.emails.map(({ span }) => span),
  ]
  const isFree = (span: Span) => !taken.some((other) => overlaps(other, span))
  const isGeneric = (at: number) =>
    listed.some((mention) => mention.text === text && mention.via === 'established-name' && mention.span.start === at)
  const written = [
    ...text.text.matchAll(capitalised),
    ...[...text.text.matchAll(lowerCase)].filter(({ 0: name, index }) => {
      const inner = /^\s?\((\p{Ll}+)\)/u.exec(text.text.slice(index + name.length))?.[1]
      return inner === undefined || isStem(inner) || isGeneric(text.text.indexOf(inner, index + name.length))
    }),
  ]
  const brands = Array.from(written, ({ 0: name, index }) => ({
    name,
    span: { start: index, end: index + name.length },
  }))
    .filter(
      ({ name, span }) => isFree(span) && isNoWord(name) && !isGiven(name.toLowerCase()) && !isOfPerson(text, span),
    )
    .map(({ name, span }) => candidate(text, name, span))
  return [...brands.filter(({ weight }) => weight > 0), ...stemsIn(text).filter(({ span }) => isFree(span))]
}

/** A coined word: none of the general list, nor a plural or possessive of one; all capitals only when it is long. */
function isNoWord(name: string): boolean {
  const lower = name.toLowerCase()
  if (name === name.toUpperCase() && name.length < 5) return false
  // Names with a capital inside are software, programs and firms: MyChart.
  if (/\p{Ll}\p{Lu}/u.test(name)) return false
  return (
    !isKnownWord(lower) &&
    !isKnownWord(lower.replace(/s$/, '')) &&
    !/(?:ing|tion|ness|ment|able|ally|ology|ologist|ville|ton|burg|shire|pathy|itis|osis|emia|ectomy)$/.test(lower)
  )
}

/** `Dr. Velquora`, `Velquora Hospital`, `Velquora, MD`: people and organisations are coined words too. */
const isOfPerson = (text: Text, { start, end }: Span) =>
  /(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Nurse|Sr|St|Team|at|by|in|near|from|visit)\.?\s|\p{Lu}\p{Ll}+\s)$/u.test(
    text.text.slice(Math.max(0, start - 20), start),
  ) &&
  !/\b(?:about|on|with|taking|prescription|Meet|Introducing|Try|Ask|Why|With)\s$/.test(
    text.text.slice(Math.max(0, start - 20), start),
  )
    ? !/^\s?[®™(]/.test(text.text.slice(end))
    : /^(?:\s(?:Hospital|Health|Medical|Clinic|Cent(?:er|re)|University|Foundation|Pharma\w*|Therapeutics|Inc|Labs?|Laborator\w+|Bio\w*|Institute|School|Society|Street|County|Wellness|Dental|Care|Group|Family|Park|Road|Ave)\b|,?\s(?:MD|DO|RN|PhD|NP|PA|DDS))/u.test(
        text.text.slice(end, end + 24),
      )

const before = (text: Text, at: number, length: number) => text.text.slice(Math.max(0, at - length), at)

function candidate(text: Text, name: string, span: Span): Candidate {
  const after = text.text.slice(span.end, span.end + 120).replace(suffix, '')
  const ahead = before(text, span.start, 60)
  const generic = genericAfter(after)
  const isMarked = /^\s?(?:[®™]|\(R\)|\(TM\))/.test(text.text.slice(span.end))
  const weight =
    (generic ? 3 : 0) +
    (isMarked ? 1 : 0) +
    (isMarked || !released.test(text.text.slice(span.end)) ? 0 : 2) +
    (strength.test(after) ? 2 : 0) +
    (formAfter().test(after) ? (injected.test(after) ? 3 : 2) : 0) +
    (schedule.test(after) ? 3 : 0) +
    (isMarked && forUse.test(after) ? 2 : 0) +
    (regimen.test(after) ? 2 : 0) +
    (doctorAbout.test(ahead) ? (theDoctor.test(ahead) ? 4 : 3) : 0) +
    (prescribed.test(ahead) || provenFor.test(after) ? 4 : prescription.test(ahead) || isMedicine.test(after) ? 2 : 0) +
    (onIt.test(ahead) ? 3 : taking.test(ahead) ? 1 : 0) +
    (drugVerb.test(after) ? 3 : verb.test(after) ? 1 : 0) +
    (apposition.test(after) || (/\bwith\s$/i.test(ahead) && /^\s(?:I|my|we|she|he)\b/.test(after)) ? 3 : 0) +
    (rightForYou.test(after) ? 3 : 0) +
    (amongMedicines.test(after) || perUnit.test(after) ? 3 : 0) +
    (isHere.test(after) || (/(?:^|[.!?]\s)$/.test(ahead) && /^[®™]?[.!](?:\s|$)/.test(after)) ? 2 : 0) +
    (/\bsince\s$/i.test(ahead) && /^\s(?:came|arrived|entered)\b/.test(after) ? 3 : 0)
  return {
    text,
    span,
    name,
    via: isMarked && !generic ? 'mark' : 'shape',
    ...(generic && { establishedName: generic }),
    kind: undefined,
    weight,
  }
}

/** `Velquora and other meds`. */
const amongMedicines =
  /^[®™]?\s(?:and|or) (?:other|similar) (?:\w+\s)?(?:meds|medicines|medications|drugs|prescriptions|injections|injectables|biologics|pills)\b/i
/** Sold by the unit or the syringe, as only injections are. */
const perUnit = /^[^.!?\n]{0,30}\$ ?\d[\d.]* ?(?:\/|an?|per) ?(?:unit|syringe|vial|pen)\b/i
const isHere = /^[®™]?\s(?:is|are|has)\s(?:finally\s|now\s|officially\s)?(?:here|arrived|back|landed)\b/i
const strength =
  /^[®™]?\s(?:\([^)]{3,40}\)\s)?(?:[\p{L}-]+\s){0,2}\d[\d.,/]*\s?-?(?:mg|mcg|µg|mL|units?|IU|%)(?![\p{L}])/u
/** What belongs to a name and stands before its brackets, form or strength: `Luneva Fe (`, `AERODUO® RESPICLICK (`. */
const suffix =
  /^(?:[®™]?\s(?:Fe|XR|ER|SR|CR|LA|DR|IR|XL|HFA|HCT|[0-9]{1,2}\/[0-9]{1,3}|Lo)\b|[®™]\s?\p{Lu}[\p{L}]{3,}(?=[®™]?\s?\()|\s\p{Lu}\p{L}{2,}(?=[®™]?\s?\(\p{Ll}[\p{L}-]{5,}[/ ),]))/u
/** How a tablet lets go of its drug: `Bravintel XR`. */
const released = /^\s(?:XR|ER|SR|CR|LA|DR|XL|ODT|HFA)\b/
/** Controlled substances carry their schedule beside the name. */
const schedule = /^[®™]?,?\s(?:\([^)]{3,60}\),?\s)?(?:[\p{L}-]+\s){0,3}C-?(?:II|III|IV|V)\b/u
const forUse = /^\s?[®™]\s(?:\([^)]{3,60}\)\s)?(?:for|in)\s/
const regimen =
  /^[®™]?,?\s(?:(?:once|twice|three times)[\s-](?:a|daily|weekly|monthly|per|every)|every (?:\d+|two|three|four|six|other) (?:weeks?|months?|days?))/i
let forms: RegExp | undefined
const formAfter = () =>
  (forms ??= new RegExp(
    `^[®™]?\\s(?:\\([^)]{3,60}\\)\\s)?(?:[\\d.,/]+\\s?-?(?:mg|mcg|mL|units?|%)[\\s-])?(?:(?:once|twice)[\\s-]\\w+\\s)?(?:${productCues().formPrefixes}[\\s-]){0,2}(?:${productCues().forms})(?![\\p{L}])`,
    'iu',
  ))
/** No supplement is injected or inhaled. */
const injected =
  /^[®™]?\s(?:\([^)]{3,60}\)\s)?(?:\S+\s)?(?:injections?|infusions?|auto-?injector|inhaler|prefilled|subcutaneous|ophthalmic (?:solution|suspension|emulsion)|(?:extended|delayed)-release (?:tablets|capsules)|orally disintegrating|for oral suspension|buccal film|vaginal inserts?)\b/iu
const doctorAbout =
  /(?:ask|talk|speak|chat)\b[^.!?\n]{0,40}\b(?:about|if|whether|for)\s(?:prescription\s|once-\w+\s)?$/i
const prescription =
  /\b(?:prescri(?:ption|bed|be)|injectable|FDA-approved|medication|medicine|drug)\s(?:called\s|named\s)?$/i
const isMedicine =
  /^[®™]?\s(?:\([^)]{3,60}\)\s)?(?:is|was)\s(?:an?|the|now|FDA)\s?(?:\S+\s){0,4}?(?:prescription|FDA[- ]approved|approved|medicine|medication|drug|treatment|injection|pill|tablet|therapy|infusion|biologic)\b/iu
const taking =
  /\b(?:tak(?:e|es|ing)|took|start(?:ed|ing)?|began|on|switched to|using|tried|try|with|since|dose of|thanks to|meet|introducing|choose|why|once-\w+)\s$/i
const onIt =
  /(?:(?:dose|shot|injection|pen|infusion|course|pills?) of|(?:weeks?|months?|days?|years?) (?:on|of|with)|(?:I'm|been|am|was|put me|went) on|prescribed(?: me)?|started(?: taking)?|switched (?:[\w' ]{1,30} )?to|results with|take|taking|(?:doctor|dr\.?|doc|derm|neuro|cardio|provider|NP|PA|specialist)(?: \w+)? (?:said|told me|suggested|recommended|gave me|put me|had me)(?: to)?(?: try| start| on)?)\s$/iu
const verb =
  /^[®™]?(?:\s\([^)]{3,60}\))?,?\s(?:(?:may|can|could|has|is|was|works?|really)\s)?(?:help(?:s|ed)?|treats?|reduc(?:es|ed)|lower(?:s|ed)|controls?|reliev(?:es|ed)|prevent(?:s|ed)?|clear(?:s|ed)?|improv(?:es|ed)|stops?|gave|works?|proven|shown|approved|indicated|changed|effective|cut|fights)\b/iu
/** What drugs do and organisations seldom do; `treats` and `helps` are said of both. */
const drugVerb =
  /^[®™]?(?:\s\([^)]{3,60}\))?,?\s(?:(?:may|can|could|really|has|is|was|been)\s){0,2}(?:reduc(?:es?|ed)|lower(?:s|ed)?|reliev(?:es?|ed)|clear(?:s|ed)?|stop(?:s|ped)?|controls?|prevents?|cuts?|slow(?:s|ed)?|works?|worked|proven|shown to|effective|\d+(?:\.\d+)?% effective|eas(?:es?|ed)|smooths?|shrinks?|builds?|beats?|protects?|kills?|calms?|keeps? you|lets? you|gave (?:him|her|me|my|our|them|us)\s(?:[\w']+\s){1,3}back|br(?:ings?|ought) (?:your|my|his|her|back)|soften(?:s|ed)?|rubs? on|helps? (?:adults|people|kids|children|patients|men|women) with)\b/iu
/** `Velquora, the once-daily pill that ...` */
const apposition =
  /^[®™]?(?:\s\([^)]{3,60}\))?[,:]\s(?:the|an?|one|our|your)\s(?:[\p{L}\d-]+\s){0,4}(?:pills?|tablets?|eye drops?|injections?|injectable|shots?|cream|gel|medicines?|medications?|treatment|drug|inhaler|(?:nasal )?spray|patch|infusion|biologic|antibody|vaccine)\b/iu
const prescribed = /\bprescri(?:ption|bed|be|bes|bing)\s(?:\p{L}+ly\s)?$/iu
const provenFor =
  /^[®™]?(?:\s\([^)]{3,60}\))?\s(?:is|was|has been|are)\s(?:now\s|also\s|clinically\s)?(?:FDA[- ])?(?:proven|effective|approved|indicated)\s(?:effective\s|safe and effective\s)?(?:for|to|in|as)\b/iu
const theDoctor =
  /\b(?:doctor|provider|prescriber|pharmacist|nurse|\p{L}+ologist|\p{L}+iatrist|OB-?GYN|health ?care \p{L}+)\b/iu
const rightForYou = /^[®™]?\s(?:might be|is|may be|could be)\sright for\b/i

/** What a bracket after a brand gives as its established name: lower case, and no everyday word. */
function genericAfter(after: string): string | undefined {
  const inner =
    /^\s?[®™]?\s?(?:\d[\d.,/]*\s?(?:mg|mcg|mL|units?|%)\s(?:tab(?:let)?s?|cap(?:sule)?s?|injection|\p{Ll}+)\s?|(?:\p{Ll}[\p{Ll}-]+\s){0,2}(?:tablets?|capsules?|suspension|solution|injection|cream|gel|ointment|spray|drops|foam|inhaler|patch)(?:\s\d[\d.]*\s?%)?\s)?\(\s?(?:generic(?: name)?:?\s|generically\s|insulin\s)?([\p{Ll}][\p{L}\d-]{5,}(?:(?:\s(?:and|sodium|hydrochloride|acetate|mesylate|succinate|tartrate|fumarate|maleate)\s?|\s?[/;,]\s?)[\p{Ll}][\p{L}\d-]{4,})*)(?:\s(?:tablets?|capsules?|injection|cream|ER|extended-release))?[^)]{0,60}\)/u.exec(
      after,
    )?.[1]
  if (!inner) return undefined
  const first = inner.split(/[\s/;,-]/)[0]!.toLowerCase()
  return isKnownWord(first) && !isStem(first) ? undefined : inner
}

const isStem = (word: string) => classOf(word) !== undefined

/** The class that a nonproprietary name's ending tells; undefined for everyday words. */
function classOf(word: string): string | undefined {
  const { stems, isNoDrug } = productCues()
  if (isKnownWord(word) || isKnownWord(word.replace(/s$/, '')) || isNoDrug.has(word)) return undefined
  return stems.find(({ expression }) => expression.test(word))?.class
}

function stemsIn(text: Text): Candidate[] {
  return text.words.flatMap(({ text: name, lower, start, end }) => {
    const className = lower.length >= 7 ? classOf(lower) : undefined
    return className
      ? [
          {
            text,
            span: { start, end },
            name,
            via: 'stem' as const,
            kind: 'drug-rx',
            establishedName: name,
            className,
            weight: 3,
          },
        ]
      : []
  })
}

/** The field `product` says that it is a product: a coined name is a drug's unless the text shows another kind. */
const fromField = ({ text, span, name }: ProductMention): Candidate => ({
  text,
  span,
  name,
  via: 'shape',
  kind: undefined,
  weight: 2,
  isCoinedField: isCoined(name),
})

/** One word that is none, with at most a suffix: `Vesitrol XR`. */
const isCoined = (name: string) => {
  const [first, ...rest] = name.replace(/[®™]/g, '').trim().split(/\s+/)
  return (
    /^\p{L}{5,}$/u.test(first ?? '') &&
    isNoWord(first!.charAt(0) + first!.slice(1).toLowerCase()) &&
    rest.every((word) => /^(?:Fe|XR|ER|SR|CR|LA|DR|IR|XL|HFA|HCT|ODT|Plus|Lo|Duo|Pen|[\d./]+)$/.test(word))
  )
}

interface Verdict {
  readonly name: string
  readonly establishedName?: string
  readonly kind: string | undefined
  readonly via: 'mark' | 'shape'
}

/** What all places of a name and the words of the whole post say together. */
function verdictOn(name: string, candidates: readonly Candidate[], texts: readonly Text[]): Verdict | undefined {
  const own = candidates.filter((candidate) => isSame(candidate.name, name) && candidate.via !== 'stem')
  if (own.length === 0) return undefined
  const establishedName = own.find((candidate) => candidate.establishedName)?.establishedName
  const whole = texts.map(({ text }) => text).join('\n')
  const { medicine, supplement, notDrug } = productCues()
  const isSupplement = supplement.test(whole) && !/\bprescription\b|\bRx\b/i.test(whole)
  const isMarked = own.some(({ via }) => via === 'mark')
  const best = Math.max(...own.map(({ weight }) => weight))
  const medical = medicine.count(whole)
  const isIll = texts.some(({ health }) =>
    health.some(
      ({ meaning }) => meaning.kind === 'condition' || (meaning.kind === 'symptom' && meaning.sort !== 'body'),
    ),
  )
  const sum = best + Math.min(2, medical + (isIll ? 1 : 0)) + (own.length > 1 ? 1 : 0)
  const isOther = notDrug.test(whole) && !/\bprescription\b|\bRx\b/i.test(whole)
  // Named by the field alone it may be anything.
  const isField =
    own.some(({ isCoinedField }) => isCoinedField) &&
    texts.some(
      ({ text, region }) =>
        !/^(?:products?|links?|tagged|hashtags)\b/.test(region.field) &&
        new RegExp(`(?<![\\p{L}\\p{N}#@])${literally(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
    )
  const isDrug =
    !isSupplement &&
    (establishedName !== undefined ||
      (isField && !isOther) ||
      (isMarked && isIll && medical > 0 && !isOther) ||
      (sum >= 4 && (best >= 3 || (best >= 2 && medical >= 2))))
  if (!isDrug && !isMarked) return undefined
  return {
    name,
    ...(establishedName && { establishedName }),
    kind: isDrug ? 'drug-rx' : undefined,
    via: isMarked && !isDrug ? 'mark' : 'shape',
  }
}

function everywhere({ name, ...rest }: Verdict, text: Text, listed: readonly ProductMention[]): UnlistedName[] {
  const expression = new RegExp(`(?<![\\p{L}\\p{N}_@])#?${literally(name)}(?![\\p{L}\\p{N}_])`, 'giu')
  return text
    .find(expression)
    .filter(
      (span) =>
        !text.links.some((link) => overlaps(link.span, span)) &&
        !listed.some((mention) => mention.text === text && overlaps(mention.span, span)),
    )
    .map((span) => ({ text, span, name, ...rest }))
}
