import type { Span } from '../source.js'
import type { Text } from './text.js'

/**
 * Whether what a span says is denied, doubted or quoted as false: `not a cure`, `Myth: it cures`, `"miracle cure" is a scam`. A claim that is denied is none
 * (domain/fda.md 2, negation guard).
 */
export function isDenied(text: Text, span: Span): boolean {
  const sentence = text.sentenceAt(span.start)
  const before = text.text.slice(sentence.start, span.start)
  const after = text.text.slice(span.end, Math.max(sentence.end, span.end))
  return (
    negation.test(lastWords(before, 5)) ||
    warning.test(isAbsence(text, span) ? before.replace(thereIsNo, '') : before) ||
    debunk.test(after) ||
    doubted.test(before) ||
    isMyth(text, sentence, span.start) ||
    isRefutedQuote(text, span) ||
    isAsked(text, sentence) ||
    isWondered(text, sentence, span) ||
    isWarnedOf(text, sentence)
  )
}

const lastWords = (text: string, count: number) =>
  text
    .split(/(?<=[\s])/)
    .slice(-count)
    .join('')

/** Negates the words after it up to the next clause; `not only`, `no matter`, `you won't believe`, `don't wait` do not. */
const negation =
  /(?<![\p{L}])(?:no(?!\s+(?:matter|wonder|doubt|other|longer|more|one|side|downtime|risks?|needles?|joke|kidding)\b)|nor|neither|without(?!\s+(?:surgery|side|needles?|diet|drugs|pain|the))|nothing(?!\s+(?:works|beats|compares))|nobody|none|hardly|far from|instead of|rather than|whether|(?:not|never|cannot|can't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|shouldn't|wouldn't|couldn't|hasn't|haven't|isnt|dont|doesnt|cant|wont)(?!\s+(?:only|just|simply|merely|believe|wait|miss|settle|let|worry|forget|hesitate|need|have to|suffer|live without)\b))(?![\p{L}])(?:(?![.!?;:—–]|,\s*(?:our|this|these|it|its|we|you|just|simply|but|so|he|she|they|i|my)\b)[\s\S])*$/iu

/** Words that announce a falsehood, anywhere earlier in the sentence. */
const warning =
  /(?<![\p{L}])(?:myths?|misconceptions?|misinformation|disinformation|false(?:ly)?|fake|bogus|scams?|hoax(?:es)?|debunk\w*|beware(?: of)?|watch out for|red flags?|be (?:wary|skeptical|cautious) of|steer clear of|avoid(?:ing)? (?:any|products?|anyone|ads|claims)|skip any|(?<!\b(?:our|my|this|it|we)\s+(?:\p{L}+\s+){0,2})(?:claim(?:s|ed)? (?:to|that|like|such as|of|its|their|it|they)|promis(?:es|ing))|claiming|so-called|too good to be true|there is no|there's no|no such thing as|do not believe|don't believe|don't fall for|warning letters?|unproven|(?:is|are|was|were|been|being|get|gets|often|still) (?:sold|touted|marketed|advertised|billed|hyped|pitched|pushed) as|if (?:a|an|any|your|the|some|somebody|someone)(?:\s\p{L}+){0,2}\s(?:says?|tells? you|claims?|promises?|offers?|advertises?|swears?)|(?:ask(?:s|ed)?|search(?:es|ed)?|google[ds]?|looking|look|beg(?:s|ged)?)(?: us| me| you)?(?:\s\p{L}+){0,3}\s(?:for|about|if|whether)\s(?=["“]))(?![\p{L}])/iu

/** `Nobody can promise that ...`, `experts doubt that ...`: up to the next clause. */
const doubted =
  /(?<!\p{L})(?:(?:nobody|no one|no (?:doctor|study|pill|supplement|company|clinic|pharmacist|scientist)) (?:can|could|should|may) (?:\p{L}+ )?(?:promise|say|claim|guarantee|prove|tell)|doubt(?:s|ed)? (?:that|whether|if)|(?:do not|don't|did not|didn't|does not|doesn't) (?:know|show|prove|mean|say) (?:that|if|whether)|no (?:good |solid |real )?(?:evidence|proof)(?: that| for)?)(?!\p{L})[^,;:—–]*$/iu

/** What follows a quoted falsehood. */
const debunk =
  /^[\s"'\]).,]*(?:[^.!?]{0,40}\s)?(?:is|are|was|were)\s+(?:a\s+|an\s+)?(?:myths?|false|wrong|not true|untrue|misinformation|hoax|scam|red flags?|fiction|misleading|unproven|dangerous)(?![\p{L}])/iu

/** A line that opens as the wrong half of a myth-and-fact pair. */
const isMyth = (text: Text, sentence: Span, start: number): boolean => {
  const lineStart = text.text.lastIndexOf('\n', sentence.start - 1) + 1
  return (
    (/^[\s>*_#\d.)-]*(?:❌|🚫|✖️?|✗)?\s*(?:myth|fiction|false|misconception|rumou?r|wrong)\b[^\p{L}\n]{0,4}(?:#?\d+)?[:\s—–-]/iu.test(
      text.text.slice(lineStart, sentence.end),
    ) &&
      !isTrueHalf(text.text.slice(lineStart, start), text.text.slice(sentence.end, sentence.end + 40))) ||
    /^[\s>*_-]*❌/u.test(text.text.slice(lineStart))
  )
}

/** `Myth: it can't be cured. Fact: our tea cures it!` says the second, and `Myth or fact? Our tea cures it. Fact!` that it is so. */
const isTrueHalf = (before: string, after: string) =>
  /(?<!\p{L})(?:fact|truth|true|reality|actually)\s*[:—–-]/iu.test(before) ||
  (/^[^\p{L}]*myth or (?:fact|truth|reality)/iu.test(before) && /^[^\p{L}]*(?:fact|true|truth)(?!\p{L})/iu.test(after))

/** `there's no nausea and no side effects` denies a risk, which is the claim, and not a claim about one. */
const isAbsence = (text: Text, { start, end }: Span) =>
  /^(?:no|zero|0|none|without)(?!\p{L})/iu.test(text.text.slice(start, end))
const thereIsNo = /there(?: is|'s|’s) no(?! such)/giu

/** `"Raw milk cures allergies." It doesn't`: words in quotation marks that fill the line, or open it, with what rejects them soon after. */
function isRefutedQuote({ text }: Text, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const opening = /^[\s>*_\d.)•-]*["“]/u.exec(text.slice(lineStart, start))
  const closing = /["”]/u.exec(text.slice(end, end + 200))
  if (!opening || !closing || /["”]/u.test(text.slice(lineStart + opening[0].length, start))) return false
  const after = text.slice(end + closing.index + 1, end + closing.index + 400)
  if (/^\?/.test(after)) return rejectedAnswer.test(after.slice(1, 80))
  return /^[.,!]?[ \t]*(?:\n|$)/u.test(after) ? rejected.test(after) : rejected.test(after.slice(0, 120))
}

const rejected =
  /(?<!\p{L})(?:(?:it|they|that|this|he|she) (?:does|do|is|are|wo|has|have|ca)(?:n['’]t|n?not| not)|(?:do not|don['’]t|never) (?:buy|believe|repeat|share|fall|trust|try|use)|(?:not|isn['’]t|aren['’]t) (?:true|so|how|what|supported)|wrong|false|nope|nah|save your|for free|already (?:do|does)|myths?|scams?|red flags?|misinformation)(?!\p{L})/iu

/** `"Nature's Ozempic"? Berberine isn't.` */
const rejectedAnswer = /(?<!\p{L})(?:no|nope|not|\p{L}+n['’]t|never|hardly|wrong)(?!\p{L})/iu

/** A yes-or-no question that nobody answers with yes: `Does turmeric cure arthritis? Here is what studies say.` */
const isAsked = (text: Text, sentence: Span): boolean =>
  question.test(text.text.slice(sentence.start, sentence.end)) &&
  !answer.test(text.text.slice(sentence.end, sentence.end + 40))

/** `We get asked whether our drops treat gout. They don't.`; `whether you ...` asks nothing. */
const isWondered = (text: Text, sentence: Span, { start }: Span): boolean =>
  /(?<!\p{L})(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|questions?|curious|unsure)(?!\p{L})[^.!?]{0,30}(?<!\p{L})(?:whether|if|which|what)\s(?!you\b)[^.!?]*$/iu.test(
    text.text.slice(sentence.start, start),
  ) && !answer.test(text.text.slice(sentence.end, sentence.end + 40))

/** `Seen an ad for exosome shots? FDA has approved no such product.`: what readers may meet elsewhere, and are warned of next. */
const isWarnedOf = (text: Text, sentence: Span): boolean =>
  met.test(text.text.slice(sentence.start, sentence.end)) &&
  caution.test(text.text.slice(sentence.end, sentence.end + 240))

const met =
  /^[^\p{L}]*(?:have you |ever |did you )?(?:see|saw|seen|spotted|heard (?:of|about)|hear (?:of|about)|tempted by|thinking (?:of|about)|considering|been (?:offered|pitched|told)|offered|someone selling|somebody selling)(?!\p{L})[^.!]*\?[\s"')]*$/iu
const caution =
  /(?<!\p{L})(?:not (?:FDA[- ])?approved|approved no(?:ne|thing)?|(?:has|have)(?: not|n't) approved|unproven|unapproved|before you (?:pay|buy|book|sign|order|try)|no evidence|been (?:hurt|harmed|injured)|scams?|keep your (?:money|wallet)|save your money|think twice|walk away|skip it|don't (?:buy|fall|believe|pay)|it (?:doesn't|does not|isn't|won't)|they (?:don't|do not|aren't|won't))(?!\p{L})/iu

const question =
  /^[^\p{L}]*(?:(?:so|but|and|well|q)[,:]?\s+)?(?:is|are|was|does|do|did|can|could|will|would|has|should|may|might)\s+(?!you\b)[^?]*\?[\s"')]*$/iu
const answer =
  /^[^\p{L}\n]*(?:yes|yep|yup|absolutely|definitely|of course|you bet|(?:it|they|he|she) (?:can|do|does|sure|might|may|could|will)(?! not|n't)|possibly|maybe|perhaps|science says)(?!\p{L})/iu
