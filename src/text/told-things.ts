import type { Span } from '../source.js'
import { isAboutOrganization } from './mood.js'
import { both, count, lately, past, type Told, widest } from './told-clues.js'

/** `that shoulder is behaving`, `the new hearing aids`, `an infection of four days`: one thing, not what things are like. */
export function pointedAt({ text, sentence, words, clues }: Told): Span | undefined {
  for (const { span } of clues.filter(({ kind }) => kind === 'health' || kind === 'body')) {
    const pointer = pointing.exec(text.text.slice(Math.max(sentence.start, span.start - 40), span.start))
    const start = span.start - (pointer?.[0].length ?? 0)
    if (
      pointer &&
      !/right back$/i.test(text.text.slice(start, span.end)) &&
      !conjunction.test(text.text.slice(sentence.start, start)) &&
      !/^\s(?:can|may|is often|are often)(?!\p{L})/u.test(text.text.slice(span.end))
    )
      return { start, end: span.end }
    if (lasting.test(text.text.slice(span.end, sentence.end)) && !plan.test(words)) return span
  }
  return undefined
}

const pointing =
  /(?<![\p{L}])(?:(?:that|those|both|the new|this new|the old|the first|the second|the last|the other|left|right)\s+(?:(?!the|an?|our|every|any|some|all|most|back)[\p{L}-]+\s+)?|(?:been|was|were|had)[^.!?]{0,20} (?:since|after|before|with) (?:the|that)\s+)$/iu
const conjunction =
  /(?<![\p{L}])(?:know|knowing|understand|say|believe|hope|sure|think|aware|hear|agree|ensure|mean|feel|show|find|note|so|recommend|remember|mind|fact|said|told|our|a)s?\s*$/iu
const lasting = new RegExp(
  `^\\s+(?:of|for|from|since)\\s+(?:about |over )?${count}\\s(?:hour|day|night|week|month)s?(?![\\p{L}])`,
  'iu',
)
const plan = /(?<![\p{L}])(?:free|offer|program|class|course|package|price|cost)s?(?![\p{L}])/iu

/** `How is the colostomy?`, `How's your mom after her hip fracture?`: who asks after it in public tells it. */
export function askedAfter({ sentence, words, clues }: Told): Span | undefined {
  const question = askingAfter.exec(words)
  const clue = clues.find(
    ({ kind, span }) => kind === 'health' && span.start >= sentence.start + (question?.index ?? 0),
  )
  return question && clue
    ? widest({ start: sentence.start + question.index, end: clue.span.end }, clue.span)
    : undefined
}

const askingAfter =
  /(?<!\p{L})how(?:['’]s| is| are|['’]re| did| has| have) (?:your|the|that|her|his|she|he|you)(?!\p{L})(?! (?:team|staff|office|experience|visit like))/iu

/** `Hope the chemo is going well`, `glad the stent is holding up`: whose it is goes without saying. */
export function wishedWell({ text, sentence, clues }: Told): Span | undefined {
  for (const { span } of clues.filter(({ kind }) => kind === 'health')) {
    const wish = wishing.exec(text.text.slice(sentence.start, span.start))
    if (
      wish &&
      /^ (?:is|was|goes|went|has|keeps|feels|stays|heals|holds|behaves)(?!\p{L})/u.test(text.text.slice(span.end))
    )
      return { start: sentence.start + wish.index, end: span.end }
  }
  return undefined
}

const wishing =
  /(?<!\p{L})(?:hop(?:e|ing)|glad|happy|relieved|thrilled|delighted|wonderful|great)(?: to (?:hear|know|see))?(?: that)? (?:the|that) (?:[\p{L}-]+ )?$/iu

/** `The ultrasound agreed`, `a claim was rejected`, `approved at 4:10 today`: what happened, and not to the office. */
export function happened({ text, sentence, words, clues }: Told): Span | undefined {
  const act = past.exec(words) ?? lately.exec(words)
  if (!act || isAboutOrganization(text, sentence) || office.test(words) || many.test(words)) return undefined
  const told = words.replace(regret, (found) => ' '.repeat(found.length))
  if (/(?<![\p{L}])(?:we|our|ours|us)(?![\p{L}])/iu.test(past.test(words) ? told.slice(0, act.index) : told))
    return undefined
  const clue =
    clues.find(({ kind, span }) => kind === 'health' && !/s$/i.test(text.text.slice(span.start, span.end))) ??
    clues.find(({ kind }) => kind === 'record')
  const at = { start: sentence.start + act.index, end: sentence.start + act.index + act[0].length }
  if (clue) return widest(both(at, clue.span), clue.span)
  const clock = clues.find(({ kind, span }) => kind === 'day' && /\d:\d\d/.test(text.text.slice(span.start, span.end)))
  return clock && !running.test(act[0]) ? widest(both(at, clock.span), clock.span) : undefined
}

/** Doors, alarms and the like. */
const running = /^(?:re)?(?:opened|closed|started|ended|resumed|began|restarted)$/iu

/** `We're sorry the news was delivered that way`: what is regretted happened to somebody. */
const regret =
  /^[^\p{L}]*(?:we|I)(?:'re| are|'m| am| feel)? (?:so |very |truly |really |deeply )?(?:sorry|saddened|glad|happy|relieved|regret|hate|apologi[sz]e)(?: to (?:hear|learn|read))?(?: that)?(?!\p{L})/iu

/** What the office did for everybody, or is proud of. */
export const office =
  /(?<![\p{L}])(?:(?:we|our (?:\p{L}+ ){1,3}|the (?:clinic|hospital|practice|office|team|program|department|building|city|county|state)|dr\.? \p{L}+) ?(?:(?:have|has|had|also|just|all|recently|now|'ve) ?)*(?:add|open|hire|start|launch|build|built|move|expand|introduce|train|change|extend|install|publish|update|join|replace|redesign|switch|began|grew|won|earned|raised|donate|celebrate|serve|host|went (?:live|digital)|bought|brought in|read|share)\p{L}*|(?:joined|joins|graduat|founded|residency|fellowship|award|accredit|certif|hired|sponsor|donat|policy|website|guidelines?|study|studies|research|FDA|CDC|Congress|law)\p{L}*)(?![\p{L}])/iu
const many =
  /(?<![\p{L}])(?:patients|people|families|everyone|everybody|anyone|anybody|most|many|each|every|all (?:of )?(?:our|the)|hundreds|thousands|\d{2,}(?! (?:minutes?|hours?|days?|weeks?|a\.?m|p\.?m)| ?:)\s\p{L}+s)(?![\p{L}])/iu
