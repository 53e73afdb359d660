import { data } from '../data.js'
import { ExpressionList } from './expression-list.js'
import { attributive, type Found } from './place-patterns.js'
import { isKnownWord } from './segment.js'
import type { Text } from './text.js'
import { stateNamed, statePattern, statesOfTown } from './towns.js'

const name = "\\p{Lu}[\\p{L}'.-]*\\p{L}(?:\\s+(?:(?:of|du|de|la|las|los|the|on)\\s+)?\\p{Lu}[\\p{L}'-]*\\p{L}){0,3}"
const personNoun =
  'man|woman|men|women|guy|gal|boy|girl|kid|teen|teenager|toddler|child|baby|infant|mom|mother|dad|father|grandma|grandmother|grandpa|grandfather|wife|husband|couple|family|widow|widower|veteran|vet|native|resident|local|senior|student|sophomore|freshman|athlete|quarterback|coach|teacher|principal|firefighter|farmer|rancher|trucker|welder|officer|cop|deputy|sheriff|mayor|pastor|priest|nun|driver|mechanic|baker|chef|barber|nurse|lawyer|mail carrier|librarian|singer|musician|runner|cyclist|hiker|hunter|angler|fisherman|retiree|patient|neighbor|dentist|engineer|carpenter|electrician|plumber|pilot|miner|logger|lineman|youth|twins|triplets|newlyweds|parents|siblings|brothers|sisters|survivor|centenarian|businessman|businesswoman|shopkeeper|bartender|waitress|grandparents|great-grandmother'

interface Shape {
  readonly expression: RegExp
  /** The words say that somebody lives there, so that a town in no list counts too. */
  readonly isSure: boolean
}

export const townShapes = new ExpressionList('towns', compile)

let words: { institution: ReadonlySet<string>; notTowns: ReadonlySet<string> } | undefined

/** Towns: `Town, ST`, and names that stand as somebody's home. */
export function townsIn(text: Text): readonly Found[] {
  return townShapes
    .for(text)
    .flatMap(({ expression, isSure }) =>
      Array.from(text.text.matchAll(expression), (match) => townAt(text, match, isSure)).filter(
        (town) => town !== undefined,
      ),
    )
}

function compile(): readonly Shape[] {
  const state = statePattern()
  const expression = (source: string) => new RegExp(source, 'dgu')
  const person = `(?:(?:${personNoun}|[Ss]he|[Hh]e|[Tt]hey|who|and|[a-z]+er|[a-z]+or|[a-z]+ist|patient|grader|\\d+|[a-z]+ed|came|comes|come|drove|drives|driving|flew|flown|hails|hailing|travel\\w*|is|was|are|were|originally|way|down|up|over|here|visiting|moved|transferred|airlifted|transported)[,]?\\s+(?:\\p{Ll}+\\s+)?)`
  return [
    { isSure: true, expression: expression(`(?<![\\p{L}])(?<place>${name}),\\s+(?<state>${state})(?![\\p{L}])`) },
    {
      isSure: true,
      expression: expression(
        `\\b(?:lives?|lived|living|resides?|residing|raised|grew up|born and raised|retired|farms?|teaches|coaches|ranches|settled|home) (?:\\p{Ll}+ )?(?:in|near|outside|from|around|to)(?: of)?\\s+(?<place>${name})`,
      ),
    },
    {
      isSure: true,
      expression: expression(
        `\\b(?:residents?|natives?|man|woman|mother|mom|father|dad|teen|child|couple|family|mayor|sheriff|chief) of\\s+(?<place>${name})`,
      ),
    },
    {
      isSure: true,
      expression: expression(
        `(?<![\\p{L}])(?<place>${name})(?:['-]area)?\\s+(?:[a-z-]+\\s+){0,2}?(?:${personNoun})\\b(?!\\s+(?:care|center|services|health|portal|home|event|day|fund|council))`,
      ),
    },
    {
      isSure: true,
      expression: expression(`\\b${person}(?:all the way )?(?:from|out of|outside)\\s+(?<place>${name})`),
    },
    {
      isSure: false,
      expression: expression(
        `(?<![\\p{L}])(?<place>${name})\\s+(?:[a-z-]+\\s+){0,2}?(?:[a-z]{3,}(?:ist|smith|herder|maker|keeper|wright|man|woman|ian|ess|ter|der|ger|per|ner|yer|ler|tor|sor))\\b`,
      ),
    },
    { isSure: false, expression: expression(`\\b(?:from|in|near|outside|around|to)\\s+(?<place>${name})`) },
  ]
}

function townAt(text: Text, match: RegExpExecArray, isSure: boolean): Found | undefined {
  const [start, fullEnd] = match.indices!.groups!.place!
  const place = trimName(text.text.slice(start, fullEnd))
  if (!place) return undefined
  const span = { start: start + place.offset, end: start + place.offset + place.name.length }
  const states = statesOfTown(place.name)
  if (stateNamed(place.name) && !match.groups!.state && place.name !== 'Washington') return undefined
  const after = text.text.slice(span.end)
  const following = /^\s+([\p{L}\d']+)/u.exec(after)?.[1]?.toLowerCase()
  if (following && isInstitution(following)) return undefined
  const saidState = match.groups!.state ?? new RegExp(`^,?\\s+(${statePattern()})(?!\\p{L})`, 'u').exec(after)?.[1]
  const isTown = states.length > 0 || looksLikeTown(place.name)
  if (!isTown && !(isSure && (saidState !== undefined || !isKnownWord(place.name.toLowerCase())))) return undefined
  const state = saidState ? stateNamed(saidState) : states.length === 1 ? stateNamed(states[0]!) : undefined
  const end = saidState && match.groups!.state ? span.end : span.end
  return {
    kind: 'town',
    isOfPerson: isSure && !match.groups!.state,
    ...fixed(text, { start: span.start, end }, state, saidState),
  }
}

/** `from Ogallala` becomes `from Nebraska`; a state that is already said is kept: `from Ogallala, NE` becomes `from NE`. */
function fixed(text: Text, span: { start: number; end: number }, state: string | undefined, said: string | undefined) {
  if (!said) return attributive(text, span, state ?? 'our region')
  const rest = text.text.slice(span.end).search(/[\p{L}]/u)
  return { span, general: state ?? said, fixSpan: { start: span.start, end: span.end + rest + said.length } }
}

/** Leaves out leading words that only open a sentence (`A Maplewood`, `The`), and names of things that are no towns. */
function trimName(raw: string): { name: string; offset: number } | undefined {
  words ??= loadWords()
  const opening =
    /^(?:A|An|The|This|That|Our|Your|In|From|And|But|When|One|Meet|Say|Only|To|For|With|At|On|Thank|Thanks)\s+/.exec(
      raw,
    )?.[0] ?? ''
  const rest = raw.slice(opening.length).replace(/'s$/, '')
  const parts = rest.split(/\s+/)
  const stop = parts.findIndex((part) => words!.institution.has(part.toLowerCase()))
  if (stop === 0) return undefined
  if (stop > 0 && statesOfTown(rest).length === 0) return undefined
  if (words.notTowns.has(parts[0]!.toLowerCase()) && statesOfTown(rest).length === 0) return undefined
  if (words.notTowns.has(rest.toLowerCase()) || /^[A-Z]{2,5}$/.test(rest)) return undefined
  return { name: rest, offset: opening.length }
}

function loadWords() {
  const { institution, notTowns } = data<{ institution: string[]; notTowns: string[] }>('lexicons/place-words')
  return { institution: new Set(institution), notTowns: new Set(notTowns) }
}

const isInstitution = (word: string) =>
  words!.institution.has(word) && !/^(?:family|team|fire|run|post|group)$/.test(word)

/** `Quail Springs`, `Ashford`: names that end as towns end. */
const looksLikeTown = (place: string) =>
  (/\p{Ll}(?:ville|burg|burgh|boro|borough|field|wood|ford|dale|port|mont|haven|bury|mouth|brook|hurst|polis|stead|worth|crest|ton|grove|view|ridge|vale|heim|stadt|wick|shire|minster|chester|kill|creek|town|burn)$/u.test(
    place,
  ) &&
    !isKnownWord(place.toLowerCase())) ||
  /\s(?:Springs|Falls|Creek|Ridge|Grove|Hollow|Bluff|Bluffs|Heights|Hills|Junction|Landing|Ferry|Crossing|Mills|Corners|Harbor|Bay|Beach|Point|Gap|Fork|Forks|Prairie|Rapids|Lake|City|Township)$/u.test(
    place,
  )
