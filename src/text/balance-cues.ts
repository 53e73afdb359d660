import { data } from '../data.js'
import { anyOf } from './any-of.js'
import { lazily } from './lazily.js'
import { allRiskPhrases } from './product-lexicon.js'

interface Lexicon {
  readonly benefit: string[]
  readonly hint: string[]
  readonly emoji: string[]
  readonly risk_frame: string[]
  readonly risk_frame_weak: string[]
  readonly risk_denied: string[]
  readonly lowered: string
  readonly reactions: string[]
  readonly generic_risk: string[]
  readonly vague_risk: string[]
  readonly pointer: { readonly what: string[]; readonly where: string[] }
  readonly risk_link: { readonly path: string; readonly words: string[]; readonly hosts: string }
  readonly compared: string[]
  readonly offer: string[]
  readonly ask: string[]
  readonly ask_beside: string[]
  readonly notice: string[]
  readonly supply: string[]
  readonly strong_supply: string[]
  readonly over_the_counter: string[]
  readonly offer_open: string[]
  readonly research: string[]
  readonly institutional: string[]
  readonly help_seeking: string[]
  readonly list_of_drugs: string[]
  readonly medwatch: string[]
}

/** The cues of `fair-balance.yml`, compiled; expressions carry the flag `g`. */
export interface BalanceCues {
  readonly benefit: RegExp
  readonly hint: RegExp
  readonly emoji: RegExp
  readonly riskFrame: RegExp
  readonly weakFrame: RegExp
  readonly riskDenied: RegExp
  /** What stands before a word for risk where it is said to fall. */
  readonly lowered: RegExp
  readonly risk: RegExp
  readonly genericRisk: RegExp
  readonly vagueRisk: RegExp
  readonly pointerWhat: RegExp
  readonly pointerWhere: RegExp
  readonly linkPath: RegExp
  readonly linkWords: RegExp
  readonly linkHosts: RegExp
  /** Stands directly before a name that the post only compares with. */
  readonly compared: RegExp
  readonly offer: RegExp
  readonly ask: RegExp
  readonly askBeside: RegExp
  readonly notice: RegExp
  readonly supply: RegExp
  /** Makes the whole post one about supply. */
  readonly strongSupply: RegExp
  /** What only labels of drugs without prescription say. */
  readonly overTheCounter: RegExp
  /** Sells in so many words. */
  readonly openOffer: RegExp
  readonly research: RegExp
  readonly institutional: RegExp
  readonly helpSeeking: RegExp
  readonly listOfDrugs: RegExp
  readonly medwatch: RegExp
}

let made: BalanceCues | undefined

/** Each made on first use, which few posts come to. */
export function balanceCues(): BalanceCues {
  if (made) return made
  const words = data<Lexicon>('lexicons/fair-balance')
  made = lazily<BalanceCues>({
    benefit: () => anyOf(words.benefit),
    hint: () => anyOf(words.hint),
    emoji: () => new RegExp(words.emoji.map((emoji) => emoji.replace('\uFE0F', '')).join('|'), 'gu'),
    riskFrame: () => anyOf(words.risk_frame),
    weakFrame: () => anyOf(words.risk_frame_weak),
    riskDenied: () => anyOf(words.risk_denied),
    lowered: () => new RegExp(words.lowered, 'iu'),
    risk: () => anyOf([...allRiskPhrases(), ...words.reactions]),
    genericRisk: () => anyOf(words.generic_risk),
    vagueRisk: () => anyOf(words.vague_risk),
    pointerWhat: () => anyOf(words.pointer.what),
    pointerWhere: () => anyOf(words.pointer.where),
    linkPath: () => new RegExp(words.risk_link.path, 'iu'),
    linkWords: () => anyOf(words.risk_link.words),
    linkHosts: () => new RegExp(words.risk_link.hosts, 'iu'),
    compared: () =>
      new RegExp(
        `(?<![\\p{L}])(?:${words.compared.join('|').replaceAll(' ', '[\\s-]+')})(?:\\s+(?:the|brand|brand-name|name-brand|expensive|pricey|your|my|big))?\\s+$`,
        'iu',
      ),
    offer: () => anyOf(words.offer),
    ask: () => anyOf(words.ask),
    askBeside: () => anyOf(words.ask_beside),
    notice: () => anyOf(words.notice),
    supply: () => anyOf(words.supply),
    strongSupply: () => anyOf(words.strong_supply),
    overTheCounter: () => anyOf(words.over_the_counter),
    openOffer: () => anyOf(words.offer_open),
    research: () => anyOf(words.research),
    institutional: () => anyOf(words.institutional),
    helpSeeking: () => anyOf(words.help_seeking),
    listOfDrugs: () => anyOf(words.list_of_drugs),
    medwatch: () => anyOf(words.medwatch),
  })
  return made
}

/** Whether an expression with the flag `g` matches somewhere. */
export const has = (expression: RegExp, text: string): boolean => text.search(expression) >= 0
