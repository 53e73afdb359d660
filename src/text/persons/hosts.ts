import type { Candidate } from './candidate.js'

// Who leads a class or does an errand for readers works here, whatever the post offers to people in pain.

const activity =
  /(?<!\p{L})(?:yoga|tai chi|qi ?gong|pilates|zumba|barre|meditation|mindfulness|stretch\p{L}*|story ?time|stories|music|songs|sing-?along|art|crafts?|knitting|painting|drawing|pottery|coffee|tea|lunch|breakfast|bingo|trivia|games?|dance|dancing|drumming|journaling|writing|cooking|gardening|walk|walks|walking|aqua\p{L}*|swim\p{L}*|aerobics|fitness|movement|exercise|class|classes|workshop|session|Q ?& ?A|live|webinar|chat|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|mornings?|evenings?|clinic hours|open house|tours?|screenings?) with $/iu
const schedule =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:at|@) (?:\d|noon)|noon|\d ?[ap]\.?m|every|weekly|daily|monthly|first|join us|register|sign up|drop in|free|(?:in|at) (?:our|the) (?:[\p{L}'-]+ ){0,3}(?:room|center|lobby|garden|studio|gym|library|chapel|classroom|cafeteria|atrium|café|cafe|playroom))(?!\p{L})/iu
const treats = /(?<!\p{L})(?:therapy|PT|OT|rehab|session|training|coaching|counseling) with $/iu
const gets = /^ (?:got|gets|helped|helps|gave|gives|brought|made|makes|kept|taught)(?!\p{L})/u

const thing =
  '(?:the|your|an?|this|that|it|any|our) (?:[\\p{L}-]+ ){0,2}?(?:flyer|flier|card|coupon|form|forms|ticket|receipt|ID|code|paperwork|referral|order|prescription|list|photo|post|ad|email|bag|badge|pass|voucher|screenshot|bill|invoice|questions?|stub|punch ?card|label|box)'
const errand = new RegExp(
  `(?:^|[.!?:;,\\n–—-] |(?:and|then|just|please|or|to) )(?:show|hand|give|bring|take|send|text|pass|tell|return|drop|leave|mail|email)(?: ${thing})?(?: off)?(?: (?:to|with|for))? $`,
  'iu',
)
const object = new RegExp(`^ ${thing}(?!\\p{L})|^(?:,? and|;|,|\\.) (?:she|he|they)(?:'ll| will)(?!\\p{L})`, 'iu')

const serves =
  /^(?:'ll| will| can| would be happy to| is happy to) (?:\p{L}+ )?(?:put|fit|set|help|show|check|book|build|measure|adjust|assemble|order|call|ring|mail|deliver|fix|install|greet|meet|take|answer|sort|wrap|file|schedule|fill|refill|print|demo|walk|carry|load|validate|text|guide|match|find|get|bring)(?: up| out| in| through)? (?:you|your|yours|it|them|each|every|any|the|one|one's)(?!\p{L})/iu
const reader =
  /(?<!\p{L})(?:you|your|yours|guarantee|free|price|appointments?|walk-ins?)(?!\p{L})|(?:^|[.!?:;]\s+)(?:show|bring|ask|call|pay|stop|come|visit|pick)(?!\p{L})/iu

const keeps =
  /^,? (?:also )?(?:keeps?|tracks?|logs?|counts?|reads?|files?|answers?|sorts?|tallies|runs?|updates?|writes?|checks?|monitors?|collects?|posts?) (?:[\p{L}'-]+ ){0,4}?(?:complaints?|reviews?|comments?|feedback|suggestions?|suggestion box|emails?|inbox|messages|phones?|calendar|spreadsheet|newsletter|tally|whiteboard|sign-?up sheet|waiting list|wait ?list|survey cards?|voicemails?)(?!\p{L})(?! of (?:her|his|their)(?!\p{L}))/iu

/** `Yoga with Priya, Mondays at 7`, `show Amparo the flyer`, `Leroy will put it together for you`, `Thulani keeps a tally of the complaints`. */
export function isHost({ before, after, beyond, names, prefix, text, sentence, isPossessive }: Candidate): boolean {
  if (isPossessive || names.length > 2 || prefix.some(({ kind }) => kind === 'honorific')) return false
  if (
    activity.test(before) &&
    schedule.test(before.slice(-30) + after + beyond.slice(0, 40)) &&
    !/^,? who /.test(after)
  )
    return true
  if (treats.test(before) && gets.test(after)) return true
  if (errand.test(before) && object.test(after)) return true
  if (errand.test(before) && new RegExp(`${thing} (?:to|with) $`, 'iu').test(before)) return true
  if (keeps.test(after)) return true
  const around = text.text.slice(Math.max(0, sentence.start - 100), sentence.end)
  return (
    serves.test(after) && reader.test(around) && !/(?<!\p{L})(?:her|his) (?:own )?\p{L}+/iu.test(after.slice(0, 50))
  )
}
