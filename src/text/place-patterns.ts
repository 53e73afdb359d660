import { data } from '../data.js'
import type { Span } from '../source.js'
import { ExpressionList } from './expression-list.js'
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
/** A full stop belongs to it only after an abbreviation: `St. James`, not `Larkspur Street. Ask`. */
const word = "\\p{Lu}[\\p{L}'-]*(?:\\.[\\p{L}'-]+|(?<=(?<!\\p{L})\\p{Lu}\\p{L}{0,2})\\.)*"
const unit = '(?:,?\\s*(?:#|Apt\\.?|Apartment|Unit|Suite|Ste\\.?|Lot|Trailer|Rm\\.?)\\s*#?\\w{1,5})?'
const housing =
  'Towers?|Apartments|Apts|Manor|Villas?|Estates|Acres|Arms|Commons|Gardens|Terrace|Village|Court|Park|Mobile Home Park|Trailer Park|RV Park|Trailer Court|Campground|Lofts|Condos|Condominiums|Homes|Heights|Pines|Oaks|Meadows|Ranch|Landing|Place|House|Hall|Inn|Motel'
const schools = () => data<{ schools: string[] }>('lexicons/place-words').schools.join('|')

export const placePatterns = new ExpressionList('places', compile)

/** Places that their form gives away: addresses, numbers, and names that end in what they are. */
export function spelledPlaces(text: Text): readonly Found[] {
  return placePatterns.for(text).flatMap(({ kind, expression, general }) =>
    Array.from(text.text.matchAll(expression), (match): Found => {
      const [start, end] = match.indices?.groups?.place ?? match.indices?.groups?.place2 ?? match.indices![0]!
      const isOfPerson = ofPerson.test(text.text.slice(Math.max(0, start - 24), start))
      return { kind, isOfPerson, ...attributive(text, { start, end }, general(text.text.slice(start, end))) }
    }),
  )
}

/** `a woman from Humphreys County`, `who grew up in Elko County`. */
const ofPerson =
  /\b(?:(?:man|woman|teen|couple|family|boy|girl|mom|mother|dad|father|patient|farmer|rancher|teacher|student|driver|veteran|\p{L}+er|\p{L}+or|who|she|he) (?:is |was |came |comes |drove )?(?:from|out of)|(?:lives?|lived|raised|grew up) (?:in|near|outside))\s+$/iu

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
      expression: expression('(?<![\\p{L}\\p{N}])(?:P\\.?\\s?O\\.?|Post\\s+Office)\\s*Box\\s+\\d+', 'i'),
    },
    {
      kind: 'address',
      general: () => 'a local street',
      expression: expression(
        `\\b(?:lives?|lived|living|home|house|trailer|apartment|duplex|farm|neighbou?rs?|found|wandered?|picked up)\\s+(?:\\p{Ll}+\\s+){0,3}?(?:on|at|off|from|along)\\s+(?<place>(?:${word}\\s+){1,3}(?:${street}))(?!\\p{L})`,
      ),
    },
    {
      kind: 'address',
      general: () => 'a local street',
      expression: expression(
        `\\b(?:man|woman|gentleman|lady|fella|guy|kid|boy|girl|family|couple|mom|dad|grandma|grandpa|neighbor|folks|friends?|patient|caller|house|porch|driveway|call)\\s+(?:from|on|at|of|over on|down on)\\s+(?<place>(?:${word}\\s+){1,3}(?:${street}))(?!\\p{L})`,
      ),
    },
    {
      // `Wexford Towers, apt 9C`, `Lot 14 at Shady Acres`.
      kind: 'address',
      general: () => 'a local home',
      expression: expression(
        `(?:${word}\\s+){1,3}(?:${housing})(?:,?\\s+(?:#|[Aa]pt\\.?|[Aa]partment|[Uu]nit|[Ll]ot|[Ss]pace|[Tt]railer|[Bb]uilding|[Bb]ldg\\.?|[Rr]oom)\\s*#?\\w{1,5})(?!\\p{L})|(?<!\\p{L})(?:[Ll]ot|[Ss]pace|[Uu]nit|[Aa]pt\\.?|[Aa]partment|[Tt]railer|[Ss]ite|[Cc]abin|[Hh]ouse)\\s+#?\\d{1,4}[A-Z]?,?\\s+(?:(?:at|in|of|on)\\s+)?(?:the\\s+)?(?:${word}\\s+){0,2}(?:${housing})(?!\\p{L})`,
      ),
    },
    {
      // `Ninth and Vine`, `the corner of Elm and Third`.
      kind: 'address',
      general: () => 'a local street',
      expression: expression(
        `\\b(?:corner of|intersection of)\\s+(?<place>(?:${word}|\\d{1,3}(?:st|nd|rd|th))\\s+(?:and|&)\\s+(?:${word}|\\d{1,3}(?:st|nd|rd|th)))|\\b(?:from|at|on|near|off)\\s+(?<place2>(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\\d{1,3}(?:st|nd|rd|th))\\s+(?:and|&)\\s+${word})`,
      ),
    },
    {
      kind: 'county',
      general: () => 'our region',
      expression: expression(
        `\\b(?:on|off|along|near|from|to|at)\\s+(?<place>(?:County Road|County Rd\\.?|County Highway|County|State Road|State Route|Farm Road|Forest Road|Route|Rte\\.?|Highway|Hwy\\.?|Interstate|I|US|CR|SR|FM)[ -]\\d{1,4}[A-Z]?)(?![\\p{L}\\d])`,
      ),
    },
    {
      kind: 'county',
      general: () => 'our region',
      expression: expression(
        '(?<!\\p{L})(?:Precinct|Police District|Council District|Census Tract|School District|Fire District|Beat)\\s+(?:No\\.\\s*)?#?\\d{1,4}[A-Z]?(?![\\p{L}\\d])',
      ),
    },
    {
      kind: 'county',
      general: () => 'our region',
      expression: expression(
        `(?:${word}\\s+){1,2}(?:Island|Isle|Key|Cay|Peninsula|Valley|Bayou|Basin|Flats)(?=\\s+(?:\\p{Ll}+\\s+)?(?:man|woman|couple|family|teen|mom|mother|dad|father|boy|girl|grandmother|grandfather|grandma|grandpa|fisherman|lobsterman|farmer|rancher|teacher|resident|native|kid|baby|twins|retiree|patient|firefighter|musician))|(?<=\\b(?:from|on|off|lives? on|lived on)\\s+)(?:${word}\\s+){1,2}(?:Island|Isle|Key|Cay)(?!\\s+\\p{Lu})`,
      ),
    },
    {
      kind: 'coordinates',
      general: () => '[location removed]',
      expression: expression(
        '(?<![\\d.])\\d{1,2}°\\s?\\d{1,2}\'\\s?(?:\\d{1,2}(?:\\.\\d+)?"\\s?)?[NS],?\\s*\\d{1,3}°\\s?\\d{1,2}\'\\s?(?:\\d{1,2}(?:\\.\\d+)?"\\s?)?[EW]|(?<![\\d.])-?\\d{1,2}\\.\\d{3,}(?:°?\\s*[NS]\\b|°)?,\\s*(?:-\\d{1,3}\\.\\d{3,}|\\d{1,3}\\.(?:\\d{3,}(?=°|\\s*[EW]\\b)|\\d{4,}))(?:°?\\s*[EW]\\b|°)?(?!\\d|\\.\\d)|(?<!\\p{L})[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}(?![\\p{L}\\p{N}])|(?<!:)\\/\\/\\/\\p{Ll}+\\.\\p{Ll}+\\.\\p{Ll}+',
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
