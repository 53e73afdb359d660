import type { Span } from '../source.js'
import { ExpressionList } from './expression-list.js'
import type { Referent } from './people.js'
import type { Text } from './text.js'

interface StandIn {
  readonly expression: RegExp
  readonly referent: Omit<Referent, 'span'>
}

const noun = { role: 'person', form: 'noun' } as const
const sure = { ...noun, isCertain: true }

/** Words that stand for one person though no noun of the list does: numbers of a study, shorthand of a log, `ours`, forms of address. */
const standIns: readonly StandIn[] = [
  // `63M`, `54 yo`, `male, 44`, `44 y/o F`: how clinicians write one patient.
  {
    expression:
      /(?<![\p{L}\p{N}$.#-])(?:\d{2}\s?[FM](?![\p{L}\p{N}°])|\d{1,3}\s?(?:yo|y\/o)\s?(?:[FM]|male|female)?(?![\p{L}]))/gu,
    referent: { role: 'person', form: 'name' },
  },
  {
    expression:
      /(?<![\p{L}\p{N}-])(?:(?:adult |elderly |young )?(?:fe)?male|[FM]|boy|girl|man|woman)(?:,\s?|\s)(?:aged? )?\d{1,3}(?=[,.;:)]|\s(?:with|w\/|in|from|s\/p|who|found)\b)|(?<=(?:^|[.:;,\n]\s?))\d{1,3},?\s(?:fe)?male\b/gu,
    referent: { role: 'person', form: 'noun', isCertain: true },
  },
  // `Subject 014-0032`, `Participant 12`, `Runner 2281`.
  {
    expression: /(?<!\p{L})(?:Subject|Participant|Enrollee|Volunteer|Patient|Recipient)\s+#?\d[\d-]*(?![\p{L}\d])/gu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  {
    expression: /(?<!\p{L})(?:Runner|Rider|Racer|Bib|Swimmer|Cyclist|Jersey|Inmate|Camper)\s+#?\d[\d-]*(?![\p{L}\d])/gu,
    referent: sure,
  },
  // `one of our chemo patients`, `one of our favorite humans`; of staff there is another list.
  {
    expression:
      /\b(?:one|another) of (?:our|my|the|these)\s+(?:[\p{L}'-]+\s+){0,3}?(?:patients|residents|clients|survivors|recipients|participants|babies|newborns|preemies|infants|warriors|fighters|graduates|grads|regulars|amputees|veterans|vets|elders)\b(?!\s+(?:services|relations))/giu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  {
    expression:
      /\b(?:one|another) of (?:our|my|these)\s+(?:[\p{L}'-]+\s+){0,3}?(?:people|humans|folks|gentlemen|ladies|men|women|kids|children|kiddos|teens|seniors|families|couples|moms|mamas|mothers|dads|fathers|guys|gals|students|athletes|neighbors|soldiers|marines|farmers|runners)\b/giu,
    referent: sure,
  },
  // `two unvaccinated siblings`, `the ten-month-old sisters`.
  {
    expression:
      /\b(?:two|three|four|five|both|these|those two|the|our)\s+(?:[\p{L}\d-]+\s+){0,3}?(?:sisters|brothers|siblings|cousins|newlyweds|sweethearts|spouses|roommates|teammates|bandmates)\b/giu,
    referent: noun,
  },
  {
    expression:
      /\b(?:two|three|four|five|both)\s+(?:of (?:our|my)\s+)?(?:[\p{L}\d-]+\s+){0,3}?(?:teens|teenagers|boys|girls|students|hikers|climbers|kayakers|hunters|anglers|boaters|farmhands|passengers|drivers|riders|occupants|skiers|pilots|campers|victims|patients|residents|toddlers|infants)\b/giu,
    referent: noun,
  },
  // `separated conjoined twins`, `The girls are seven months old`: what is done to them says that they are some.
  {
    expression:
      /(?<=\b(?:separated|delivered|welcomed|treated|operated on|saved|admitted|discharged|met|caught|had) (?:a |our |the )?(?:set of |pair of |first |second )?)(?:conjoined |identical |fraternal |newborn |healthy |premature |preemie |tiny )*(?:twins|triplets|quadruplets|quads|quintuplets)\b/giu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  {
    expression:
      /\b[Tt]he (?:girls|boys|twins|babies|triplets|brothers|sisters) (?=(?:are|were) (?:now |both |home|\d|back|doing|sharing|side))/gu,
    referent: sure,
  },
  // `I had the dad.`: how those who work there tell of whom they cared for.
  {
    expression:
      /(?<=\bI (?:had|got|have|took|caught) )(?:the|a) (?:dad|mom|mother|father|driver|kid|baby|toddler|passenger|husband|wife|brother|sister|grandma|grandpa|son|daughter|rider|victim|pedestrian|shooter|bride|groom)\b(?= ?[.,;!]|$| (?:and|from|in|with))/giu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  // `Ours did.`, `Mine came in on the Fourth of July`: after a sentence about such people in general.
  {
    expression:
      /(?<=(?:^|[.!?\n]\s))(?:Ours|Mine|This one|That one)\s+(?=\p{Ll}+)(?!(?:were|are)\b|is (?:the|a|an|open)\b)/gu,
    referent: sure,
  },
  // `chair 14 got the phone call`, `the owner of a red walker left in Exam 4`.
  {
    expression:
      /\b(?:[Cc]hair|[Bb]ed|[Rr]oom|[Bb]ay|[Pp]od|[Ii]solette|[Cc]rib)\s#?\d{1,4}[A-Z]?(?=(?:'s)?\s(?:just\s|finally\s)?(?:got|gets|said|says|went|goes|asked|asks|left|leaves|told|wants|wanted|rang|called|walked|took|made|had|threw|sang|needs|needed|came|won|beat|smiled|laughed|cried|woke|refused|hit|gave|ate|coded)\b)/gu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  {
    expression: /\b[Tt]he owner(?= (?:teaches|works|says|said|lives|drives|told|swears|claims|insists|fell|is a)\b)/gu,
    referent: sure,
  },
  // `Look who's off the vent!`, `Guess who rang the bell`.
  {
    expression:
      /\b(?:look|guess|see|remember|check out|watch|know)\s+who(?='s|\s+(?:is|was|just|got|has|made|came|went|can|gets|finally|finished|walked|rang|graduated|turned|beat)\b)/giu,
    referent: sure,
  },
  // `our newest hip`, `this week's favorite smile`.
  {
    expression:
      /\b(?:our|the|my|today's|this week's)\s+(?:newest|latest|littlest|tiniest|favou?rite|toughest|bravest)\s+(?:little\s+)?(?:hip|knee|shoulder|smile|heart|kidney|liver|valve|spine|ankle|peanut|nugget|graduate|grad|success|case|admission|arrival|bell ringer|miracle|fighter)\b/giu,
    referent: { role: 'care', form: 'noun', isCertain: true },
  },
  { expression: /\bowner of (?:a|the|this|that|these|those)\b/giu, referent: noun },
  // `Whoever's in pre-op`, `To the fella who`, `Somebody's grandpa`.
  { expression: /\b[Ww]hoever(?:'s| is| was)\s+(?=in|at|on|from|waiting|sitting)/gu, referent: sure },
  { expression: /\b(?:somebody|someone)'s\s+\p{Ll}+/giu, referent: sure },
]

/** Individuals that a text tells of without a noun for people or a name. */
export const standInList = new ExpressionList('stand-ins', () => standIns)

export const standInsOf = (text: Text): Referent[] =>
  standInList.for(text).flatMap(({ expression, referent }) =>
    Array.from(text.text.matchAll(expression), ({ 0: found, index }) => ({
      ...referent,
      span: { start: index, end: index + found.trimEnd().length },
    })),
  )

const address =
  /(?:^|[.!?\n]\s*)(?:To )?(?<any>whoever)\b|(?:^|[.!?\n"]\s*|,\s+)(?<who>ma'am|sir|kid|kiddo|buddy|champ|little one|big guy|sweet (?:girl|boy)|young (?:man|lady)|miss|hon)(?=\s?[,.!?])|(?:^|[.!?\n]\s*)To the (?<one>\p{Ll}+)(?=\s+(?:who|in|from|that|with|whose)\b)/giu

/** Somebody who is spoken to without a name: `Ma'am, please use the walker`, `To the gentleman from Sorrel Street who`. */
export function addresseeOf(text: Text): Span | undefined {
  const match = address.exec(text.text)
  address.lastIndex = 0
  const who = match?.groups?.who ?? match?.groups?.one ?? match?.groups?.any
  if (!match || !who || /^(?:people|men|women|nurses|doctors|staff|team|families|everyone|all)$/i.test(who))
    return undefined
  const start = match.index + match[0].lastIndexOf(who)
  return { start, end: start + who.length }
}
