import { data } from '../data.js'
import type { Span } from '../source.js'
import { isRestrictedZip3, type Place, type PlaceKind } from './places.js'
import type { Text } from './text.js'
import { statePattern } from './towns.js'

/** A place before it is settled whose it is. */
export type Found = Omit<Place, 'owner'> & {
  /** The words around it say that it is a person's: `from X`, `an X farmer`. */
  readonly isOfPerson?: boolean
}

interface PlacePattern {
  readonly kind: PlaceKind
  readonly expression: RegExp
  readonly general: (match: string) => string
}

const street =
  '(?:St|Ave|Blvd|Rd|Ln|Dr|Ct|Ter|Pl|Cir|Hwy|Pkwy|Trl|Sq)(?:\\.|(?!\\p{L}))|Street|Avenue|Boulevard|Road|Lane|Drive|Court|Way|Terrace|Place|Circle|Highway|Parkway|Trail|Loop|Row|Square|Plaza|Pike|Turnpike|Path|Crossing|Xing|Bend|Cove|Alley|Walk|Run|Hollow|Point'
const word = "\\p{Lu}[\\p{L}'.-]*"
const unit = '(?:,?\\s*(?:#|Apt\\.?|Apartment|Unit|Suite|Ste\\.?|Lot|Trailer|Rm\\.?)\\s*#?\\w{1,5})?'
const schools = () => data<{ schools: string[] }>('lexicons/place-words').schools.join('|')

let patterns: readonly PlacePattern[] | undefined

/** Places that their form gives away: addresses, numbers, and names that end in what they are. */
export function spelledPlaces(text: Text): readonly Found[] {
  patterns ??= compile()
  return patterns.flatMap(({ kind, expression, general }) =>
    Array.from(text.text.matchAll(expression), (match): Found => {
      const [start, end] = match.indices?.groups?.place ?? match.indices![0]!
      return { kind, ...attributive(text, { start, end }, general(text.text.slice(start, end))) }
    }),
  )
}

const expression = (source: string, flags = '') => new RegExp(source, `dgu${flags}`)

function compile(): readonly PlacePattern[] {
  const state = statePattern()
  const removed = () => '[address removed]'
  return [
    {
      kind: 'address',
      general: removed,
      expression: expression(
        `(?<![\\p{L}\\p{N}$#:/.-])\\d{1,6}(?:-\\d{1,4}|[A-D])?\\s+(?:(?:[NSEW]{1,2}\\.?|North|South|East|West)\\s+)?(?:(?:${word}|\\d{1,3}(?:st|nd|rd|th)|of|de|la)\\s+){1,4}(?:${street})(?!\\p{L})(?:\\s+(?:[NSEW]{1,2}|North|South|East|West)\\b)?${unit}`,
      ),
    },
    {
      kind: 'address',
      general: removed,
      expression: expression(
        `(?<![\\p{L}\\p{N}])(?:\\d{1,6}\\s+)(?:${word}\\s+)?(?:County Road|State Road|State Route|Route|Rte\\.?|Highway|Hwy\\.?|CR|FM|SR|US)\\s+\\d{1,4}[A-Z]?\\b${unit}`,
      ),
    },
    {
      kind: 'address',
      general: removed,
      expression: expression(`(?<![\\p{L}\\p{N}])(?:RR|Rural Route|R\\.R\\.)\\s*#?\\d+,?\\s+Box\\s+\\d+`),
    },
    {
      kind: 'address',
      general: removed,
      expression: expression('(?<![\\p{L}\\p{N}])P\\.?\\s?O\\.?\\s*Box\\s+\\d+', 'i'),
    },
    {
      kind: 'address',
      general: () => 'a local street',
      expression: expression(
        `\\b(?:lives?|lived|living|home|house|trailer|apartment|duplex|farm|neighbou?rs?|found|wandered?|picked up)\\s+(?:\\p{Ll}+\\s+){0,3}?(?:on|at|off|from|along)\\s+(?<place>(?:${word}\\s+){1,3}(?:${street}))(?!\\p{L})`,
      ),
    },
    {
      kind: 'coordinates',
      general: () => '[location removed]',
      expression: expression(
        '(?<![\\d.])-?\\d{1,2}\\.\\d{3,}(?:°?\\s*[NS]\\b|°)?,\\s*(?:-\\d{1,3}\\.\\d{3,}|\\d{1,3}\\.(?:\\d{3,}(?=°|\\s*[EW]\\b)|\\d{4,}))(?:°?\\s*[EW]\\b|°)?(?!\\d|\\.\\d)|(?<!\\p{L})[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}(?![\\p{L}\\p{N}])|(?<!:)\\/\\/\\/\\p{Ll}+\\.\\p{Ll}+\\.\\p{Ll}+',
      ),
    },
    {
      kind: 'zip',
      general: firstThree,
      expression: expression(`(?<=\\b(?:${state})\\.?,?\\s+)\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}-])`),
    },
    {
      kind: 'zip',
      general: firstThree,
      expression: expression(
        '(?<=\\b(?:zip(?:\\s*code)?|postal code)s?\\s*(?:is|of|was|:|=|#)?\\s*)\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}-])',
        'i',
      ),
    },
    {
      kind: 'zip',
      general: firstThree,
      expression: expression(
        '(?<![\\p{L}\\p{N}#-])(?<!\\b(?:NDC|order|item|ref|lot|no\\.?|code|model|part)\\s*[#:]?\\s*)\\d{5}-\\d{4}(?![\\p{L}\\p{N}-])',
        'i',
      ),
    },
    {
      kind: 'zip',
      general: firstThree,
      expression: expression(
        '(?<=\\b(?:in|from|near|around|out of|outside|of|[Tt]he)\\s+)(?!(?:[1-9]0000|[12]\\d000)\\b)\\d{5}(?=[.,!?;)]|\\s*$|\\s+(?:and|who|with|was|had|has|is|came|man|woman|area|neighborhood|resident|for|after|on|to|whose|walked|home|family|mom|dad|teen|patient|zip)\\b)',
        'm',
      ),
    },
    {
      kind: 'zip3',
      general: firstThree,
      expression: expression('(?<![\\p{L}\\p{N}])\\d{3}(?:xx|XX|\\*\\*)(?![\\p{L}\\p{N}])'),
    },
    {
      kind: 'zip3',
      general: firstThree,
      expression: expression(
        '(?<=\\b(?:ZIP3|zip (?:code )?prefix|three-digit zip)\\s*(?:is|of|:)?\\s*)\\d{3}(?![\\p{L}\\p{N}])',
        'i',
      ),
    },
    {
      kind: 'school',
      general: () => 'a local school district',
      expression: expression(
        `(?:${word}\\s+){1,3}(?:(?:Unified|Independent|Consolidated|Community|Public|Central|Local|City|County|Area)\\s+)*(?:[Ss]chool\\s+[Dd]istrict|ISD|USD|CISD|Public Schools)\\b(?:\\s+\\d+)?`,
      ),
    },
    {
      kind: 'school',
      general: () => 'a local school',
      expression: expression(
        `(?<!\\b(?:\\d{1,2}|PM|AM)\\s)(?:(?!The\\b|At\\b|Our\\b|In\\b|Medical\\b|Nursing\\b|Dental\\b)${word}\\s+){1,3}(?:${schools()})\\b(?!\\s+(?:of|blood|cholesterol|risk|pressure|quality|for|school district|Hospital|Health|Medical|Clinic|A1C|Blood|Risk|Street|Road|Avenue|Tea|Five|Deductible))`,
      ),
    },
    {
      kind: 'reservation',
      general: () => 'a tribal community',
      expression: expression(`(?:${word}\\s+){1,3}(?:Reservation|Indian Reservation|Rancheria|Pueblo|Nation)\\b`),
    },
    {
      kind: 'base',
      general: () => 'a military base',
      expression: expression(
        `\\b(?:Fort|Ft\\.|Camp|Joint Base|Naval (?:Station|Base)|NAS|MCAS)\\s+\\p{Lu}[\\p{L}-]+(?:\\s+(?!The\\b)\\p{Lu}[\\p{L}-]+)?|(?:${word}\\s+){1,2}(?:AFB|Air Force Base|Army Depot|Naval Station|Air Station)\\b`,
      ),
    },
    {
      kind: 'county',
      general: () => 'our region',
      expression: expression(
        `(?:(?!The\\b|Our\\b|In\\b|And\\b|At\\b|From\\b|A\\b|This\\b|Your\\b|To\\b|Of\\b|For\\b)${word}\\s+){1,3}(?:County|Parish|Borough|Precinct|Township|Twp\\.)(?![\\p{L}'])`,
      ),
    },
  ]
}

function firstThree(zip: string): string {
  const digits = zip.slice(0, 3)
  return isRestrictedZip3(digits) ? '000' : digits
}

/** Before a noun the article goes with the place, and `our region` is `local`: `a Clatsop County couple`, `a local couple`. */
export function attributive(text: Text, span: Span, general: string): { span: Span; general: string; fixSpan?: Span } {
  const article = /\b(an?)\s+$/i.exec(text.text.slice(Math.max(0, span.start - 4), span.start))
  if (!article) return { span, general }
  const noun = general === 'our region' ? 'local' : general.replace(/^an? /, '')
  const start = span.start - article[0].length
  const written = `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
  return {
    span,
    general: article[1]![0] === 'A' ? written[0]!.toUpperCase() + written.slice(1) : written,
    fixSpan: { start, end: span.end },
  }
}
