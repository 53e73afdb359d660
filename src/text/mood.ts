import type { Span } from '../source.js'
import type { Text } from './text.js'
import { thingsOf } from './things.js'

const condition =
  /^[\s"'(*_#>•¿¡-]*(?:si (?:usted|tiene|tú|tienes|su)|(?:usted|tiene|sabía|conoce|quiere|necesita)\b[^.!?]{0,80}\?|para (?:quienes|personas|pacientes)|las personas|los pacientes|muchas personas|if|whether|should you|do you|does (?:your|anyone)|did you|are you|is your|is it|have you|has your|can you|could you|would you|ever wonder|wondering|what (?:if|is|are|does|should)|how (?:to|do|can|does|much|long)|why (?:do|does|is|are)|who (?:can|should|is)|when (?:to|you|your|a|an|someone|patients|people|should)|(?:for |to )?(?:anyone|anybody) (?:who|whose|with|in)|for (?:families|parents|people|those|moms|dads|caregivers|patients) (?:of|who|with|whose)|anyone|everyone (?:should|deserves|can|needs|who|is welcome|over|under|age)|imagine|picture this|suppose|ask|talk to|learn|know the|signs of|symptoms of|tips|remember to|every \w+ (?:can|should|deserves|has)|each|most|many|some people|some patients|one in|\d+ (?:in|out of)|nearly (?:one|half|\d)|almost (?:one|half|\d)|about (?:one|half|\d)|according to|studies|research|in (?:a|one) (?:study|trial|survey)|the (?:study|trial|survey))\b/iu
const share =
  /(?:\d\s?%|\bpercent\b)(?=\s+(?:of (?!(?:her|his|their|my) )|more|less|fewer|lower|higher|chance|reduction|increase|survival|effective|are|have|will|don't|get|say|said|report\w*|compliance|off))|\b(?:by|to|than|about|only|just|nearly|almost|up to|over|under) \d[\d.]*\s?(?:%|percent)|(?<!\bof )\b(?:one|two|three|four|\d{1,2}|\d[\d,]*) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3}(?:,000)?)\b(?!\s*(?:weeks|days|months|hours|million|billion))|\b(?:thousands|hundreds|millions|dozens) of (?:\p{L}+ ){0,3}?(?:people|patients|americans|women|men|children|kids|adults|families|babies|residents|clients|lives|veterans|neighbors|folks|cases)\b|\bon average\b|\b(?:busiest|slowest|quietest) (?:day|night|month|hour|shift|week|weekend)\b|\bmedian\b/iu
const supposed =
  /(?<!\b(?:ask(?:s|ed|ing)?(?: \p{L}+)?|wonder\p{L}*|see|know|knew|sure|tell|told (?:us|me)|as|even) )\bif (?:you|your|a|an|someone|they|she|he)\b|(?<!\b(?:the|those|these) (?:two|three|four|five|six|\d{1,2}) )\b(?:for (?:people|patients|those|anyone|women|men|adults|children|kids|families) (?:who|with|living|age)|(?:people|patients|those|anyone|someone|women|men|adults|children|families|kids) (?:who|with|living))\b/iu

/** `Dr. Lee explains what fast breathing looks like in a baby`. */
const explained =
  /\b(?:explain(?:s|ed|ing)?|talk(?:s|ed|ing)? about|breaks? down|walks? (?:you|us) through|answers?|discuss(?:es|ed|ing)?|shares? tips|on) (?:\p{L}+ ){0,4}?(?:why|how|what|when|which|whether)\b|\bwhat [^.!?]{3,50} (?:looks?|sounds?|feels?) like\b/iu

/** A sentence about people in general: advice, questions, conditions, statistics. */
export function isGeneral(text: Text, sentence: Span): boolean {
  const words = text.text.slice(sentence.start, sentence.end)
  if (once.test(words)) return share.test(words) || longAgo.test(words)
  return (
    condition.test(words) ||
    share.test(words) ||
    explained.test(words) ||
    (supposed.test(words) && !ofOne.test(words)) ||
    longAgo.test(words)
  )
}

/** `She has no patience for people who ask`. */
const ofOne = /^[^\p{L}]*(?:she|he|her|his)(?!\p{L})/iu

/** `When a rancher was rushed in with a stroke, our neurologist was on the screen`: told of one person, though it begins as advice does. */
const once =
  /^[\s"'(*_#>•-]*when (?:an?|one of our|this|our) (?:[\p{L}\d'-]+ ){1,6}?(?:was|were|came|come|had|went|got|told|said|took|fell|felt|broke|lost|woke|hit|arrived|couldn't|didn't|(?!need|speed|feed|indeed)\p{L}{3,}ed)\b(?![^.!?]*\b(?:should|can|may|might|will|often|usually|always|typically|please|you(?:r|'re)?)\b)/iu

/** History: HIPAA protects for 50 years after death, and nobody tells of a patient of 1922. What happened since, or a birth, is told of the living. */
const longAgo =
  /\b1[6-8]\d\d\b|(?<!\b(?:[Bb]orn|nacid[oa]|b\.|DOB|since|married|class of|served|graduated|vintage|his|her|their|a)\b[^.!?]{0,30})(?<!nació[^.!?]{0,30})\b19[0-6]\d\b(?!\d|'?s|\s+\p{Lu})/u

/** Statistics: shares and averages of many. */
export const isAggregate = (text: Text, sentence: Span): boolean =>
  share.test(text.text.slice(sentence.start, sentence.end))

const organization =
  /\b(?:ll[aá]m(?:e|a|enos|anos)|vis[ií]t(?:e|a)(?:nos)?|agend(?:e|a)|program(?:e|a) su|inscr[ií]b(?:ase|ete)|[uú]n(?:ase|ete)|estamos (?:abiertos|ubicados)|horario|nuestra (?:cl[ií]nica|oficina) (?:abre|est[aá])|gratis|visit (?:us|our|any|the)|call (?:us|our|ahead|today|now|or)|join us(?! in (?:congratulat|celebrating|wishing|praying|welcoming|cheering))|join (?:our|the team)|rsvp|register|registration|sign up|located (?:at|in|on|near|off)|open house|(?:clinics?|offices?|labs?|pharmac(?:y|ies)|we|locations?) (?:will )?(?:close|reopen|open)\b|(?:annual )?training is due|(?:now|we're|we are|stays?|opens?|opening|remain|(?:clinic|office|lab|pharmacy|center|desk|hospital|lobby|entrance|building|gym|cafe|cafeteria|line|shop|unit|location|door|lot|campus)s? (?:is|are)) (?:open|closed)|our (?:new )?(?:address|location|hours|office is|clinic is|phone|fax|website|number)|office hours|hours(?: are)?:|parking(?! (?:lot|garage|ramp|space|deck)s?\b)|(?:free|park in the) (?:parking|\p{L}+ lot)|drive-?thru|walk-ins? (?:are )?welcome|apply|now hiring|we're hiring|we are hiring|job fair|tickets|doors (?:open|at)|(?:all|everyone|everybody) (?:is |are |'s )?welcome|our new(?:est)? (?:clinic|office|urgent care|location|hospital|building|wing|center|pharmacy|campus)|walk in (?:from|between|any|today|\d)|(?:first|second|third|fourth|last|every|each|alternate) (?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:of|at|in|from))|stop by|swing by|drop by|(?:book|schedule|request|make) (?:your|an|a|online)|learn more|follow us|years? of service|work anniversary|joined (?:us|our)(?= (?:team|staff|practice|hospital))|ribbon[ -]cutting|grand opening|groundbreaking|donate|donations?|proceeds|fundraiser|gala|5k|workshop|webinar|seminar|support group|screenings?|health fair|blood drive|flu (?:shots?|clinic)|vaccine clinic|tour (?:our|the)|volunteers? needed|nominate|deadline|signing after|open to (?:all|the public|everyone|anyone)|free and open|back on (?:mon|tues|wednes|thurs|fri|satur|sun)days|bring (?:a|the|your) (?:friend|baby|kids|family|chair|blanket|dish|plate|mat)|see you (?:there|at)|mail (?:to|checks)|send (?:checks|mail|cards)|serving (?:the )?\p{Lu}[^.!?]{0,40}since|welcomes (?:new patients|dr)|accepting (?:new )?patients|proud(?:ly)? (?:to )?serv(?:e|ing)|reach (?:us|our)|e-?mail us|dm us|text us|questions\?|appointments?(?: available|:)|for (?:more )?information|meets? (?:(?:on )?(?:the|every|each)|monthly|weekly)|(?:each|every) month|next stop|giv(?:e|es|ing) away (?:free |\d)|giveaway)\b|\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:-|to|until)\s?\d{1,2}(?::\d\d)?\s?[ap]\.?m\b/iu

/** A sentence about the organization itself: where to find it, when it opens, whom it hires, what it holds. */
export const isAboutOrganization = (text: Text, sentence: Span): boolean =>
  organization.test(text.text.slice(sentence.start, sentence.end))

const past =
  /(?<!\p{L})(?:fue(?:ron)?|estuvo|tuvo|hoy|ayer|anoche|dimos|vimos|naci[oó]|sali[oó]|\p{L}{2,}(?:ó|aron|ieron|amos|imos))(?!\p{L})|\b(?:was|were|had|has been|have been|did|came|went|got|left|told|said|took|gave|made|saw|felt|lost|won|beat|ran|rang|found|kept|brought|woke|began|became|broke|fell|hit|met|sat|stood|spent|thought|knew|put|cut|drove|flew|swallowed|walked|(?!need|speed|feed|indeed|based|advanced|certified|accredited|licensed|experienced|related|combined|called(?! (?:us|our|his|her|for|back|in|911|to))|used)\p{L}{3,}ed)\b|\b(?:today|tonight|yesterday|(?:is|are|'s|'re) (?:now|already|finally|home|here|back|doing|still|officially|recovering|healing|walking|talking|breathing|eating)|now (?:s?he|they)|(?:is|'s|are) (?:now |already |finally |still )?(?!being|coming|going|offering|hosting|holding|opening|accepting|looking|seeking|hiring|celebrating|providing|expanding)\p{L}{2,}ing|this (?:morning|week|afternoon|evening)|last (?:night|week|month|year)|just)\b/iu

/** Whether a sentence tells something that happened, rather than what happens in general. */
export const isNarrated = (text: Text, sentence: Span): boolean =>
  past.test(text.text.slice(sentence.start, sentence.end))

const thing =
  /\b(?:hospital|clinic|practice|center|building|school|church|company|program|department|foundation|organization|auxiliary|library|club|town|city|county|state|wing|tradition|law|act|we)(?:'s)?\b[^.!?]{0,25}$/iu

/** Whether an age is that of an institution: `Our hospital turns 100`, `She's turning 100! The old brick hospital opened its doors in 1927`. */
export function isOfThing(text: Text, span: Span): boolean {
  const before = text.text.slice(text.sentenceAt(span.start).start, span.start)
  return thing.test(before) || (/^[^\p{L}]*s?he(?!\p{L})/iu.test(before) && thingsOf(text).has('building'))
}

/** Words of a post on volunteers, donors, colleagues and figures of the past. */
export const helpers =
  /\b(?:volunteer(?!s? (?:firefight|fire|EMT|medic|rescue|ambulance))\w*|donat\w*|(?<!\b(?:his|her|their|your|my)\s)donors?|retires|retirement|retiring|retired (?:from|after|as|this|last|in)|is retired|award\w*|hired|promoted|hang(?:s|ing) up (?:his|her|their|the)|after \d+ years (?:with|of|in|at|on|our)|joined (?:us|our|the)|joins|anniversary|years of service|scholarship|graduated|residency|fellowship|certified|certification|internship|employee|colleague|coworker|career|welcom(?:e|ing) (?:to the team|aboard|our new)|board of|foundation|sponsor\w*|honor(?:ed|ing|s)?|pioneer\w*|founded|founder|invented|discovered|published|author|novel|film|movie|history|century|1[6-9]\d\d|speaker|keynote|elected|interview\w*|podcast|study|trial|research\w*)\b/iu
