import type { Span } from '../source.js'
import type { Text } from './text.js'

/**
 * Where an answer tells its reader what they did or what was done to them: `you signed`, `you were offered`, `we called you`. Whoever writes of the past of somebody
 * who reviewed a practice says that there was one. What the reader wrote, felt or asked here is no such past.
 */
export const readerPastIn = (text: Text): Span[] =>
  Array.from(text.text.matchAll(told), ({ 0: found, index }) => ({ start: index, end: index + found.length })).filter(
    ({ start, end }) => !ofTheReview.test(text.text.slice(start, Math.min(text.text.length, end + 40))),
  )

const adverbs =
  "(?:(?:have|had|did|were|was|been|not|n't|also|then|still|never|already|only|just|first|even|clearly|always|both|all|later|again|kindly|repeatedly|initially|actually|personally|simply|finally|recently|immediately|specifically|\\p{L}+ly)\\s+){0,4}"
const irregular =
  'came|went|got|gave|took|had|said|told|saw|spoke|left|made|met|paid|put|ran|sat|sent|set|slept|spent|stood|brought|bought|chose|ate|drank|drove|felt|fell|found|forgot|heard|held|hurt|kept|knew|let|lost|read|rode|rose|sought|signed|stuck|swore|taught|thought|threw|woke|wore|wrote|done|given|seen|taken|shown|been|begun|broken|driven|known'
const regular =
  '(?!need|speed|feed|indeed|embed|hundred|sacred|wicked|related|interested|involved|concerned|dedicated|committed|trained|experienced|pleased|delighted|honou?red|thrilled|grateful|valued|beloved)\\p{L}{2,}ed'
const past = `(?:${irregular}|${regular})`

/** The reader as the one who acts, or to whom something was done. */
const told = new RegExp(
  [
    `(?<![\\p{L}])(?:you(?:'ve|'d)?|yours?elf)\\s+${adverbs}${past}(?![\\p{L}])`,
    `(?<![\\p{L}])(?:we|I|he|she|they|dr\\.?\\s+\\p{Lu}\\p{L}+|(?:our|the|my)\\s+(?:\\p{L}+\\s+){1,2})\\s*(?:(?:have|has|had|also|then|even|personally|already|\\p{L}+ly)\\s+){0,2}(?:${past})\\s+(?:\\p{L}+\\s+){0,2}(?:you|your (?:own |whole )?(?:family|call|calls|file|account|concerns? (?:that day|on the)))(?![\\p{L}])`,
  ].join('|'),
  'giu',
)

/** What somebody does who writes a review; and what may be wished or regretted in general. */
const ofTheReview =
  /^(?:we|I) sent you(?=[.!,)]|$)|^you(?:'ve|'d)?\s+(?:(?:have|had|were|also|\p{L}+ly)\s+)*(?:shared?|mentioned|raised|described|posted|wrote|written|commented|noted|expressed|reported here|reached out|reviewed|rated|recommended|referred to|took (?:the|a|some|your) (?:time|moment|minute)|took to|taken (?:the|a|some) (?:time|moment)|brought (?:this|it|that) to|let us know|gave us (?:\p{L}+ ){0,2}(?:feedback|stars?|chance|opportunity|review)|left (?:us|a|this|your|such|the)|felt|feel|asked(?! (?:for|to|us to))|thought of us|heard|found (?:us|this|it|our (?:page|post|site|blog|event))|enjoyed (?:the|our|this) (?:post|event|article|class|page|video|talk|read)|liked|noticed|saw (?:our|this|the) (?:post|page|video|ad)|read|had (?:a|an|this|such|any|that) (?:\p{L}+ ){0,3}(?:experience|impression|question|concern|idea|issue|feedback)|been (?:disappointed|unhappy|upset|frustrated|let down)|disappointed|frustrated|interested|concerned|signed up|joined|attended|participated|donated|raised|volunteered|ran|hiked|walked with|came (?:out|along)|caught|made (?:a|our|my|this)|thanked)(?!\p{L})|(?:we|I|our \p{L}+) (?:\p{L}+ ){0,2}(?:assured|invited|appreciated|wanted|hoped|asked|read|received|heard|noted|missed|disappointed|let) (?:\p{L}+ )?you(?:r)?(?! (?:on the phone|that day|at|in))/iu
