import type { Span } from '../source.js'
import type { Match } from './match.js'
import { isBesideCare } from './occasions.js'
import type { PostText } from './post-text.js'
import { isTaughtReply } from './taught-replies.js'
import type { Text } from './text.js'
import { holds } from './within.js'

/**
 * Where a post asks its readers to tell or show in public what they have, take or measure: a call to answer, or a question beside one, and a word of health that it makes
 * the reader's own. What helps anybody, what a doctor is to be told and where it is told in private are no such thing.
 */
export const healthAsksIn = (post: PostText): Match[] =>
  (isBesideCare(post) ? [] : post.of(['live'])).flatMap((text) =>
    text.sentences.flatMap((sentence, index) => {
      const span = askedIn(post, text, sentence, index)
      return span && !isTaughtReply(post, text, span) ? [{ text, span }] : []
    }),
  )

function askedIn(post: PostText, text: Text, sentence: Span, index: number): Span | undefined {
  const words = text.text.slice(sentence.start, sentence.end)
  if (!/(?<!\p{L})you|photo|pic|the /iu.test(words) || inPrivate.test(words)) return undefined
  const call = answering.exec(words)
  const around = text.text.slice(
    text.sentences[index - 1]?.start ?? 0,
    text.sentences[index + 1]?.end ?? text.text.length,
  )
  const isOpen = call !== null || (openly.test(around) && /\?|:/.test(words))
  if (!isOpen || (call === null && inPrivate.test(around))) return undefined
  const object =
    objectsIn(post, text, sentence).find((span) => isOfReader(text, sentence, span)) ?? measureIn(words, sentence)
  if (!object || sayingsOfAll.test(words)) return undefined
  const start =
    call && sentence.start + call.index < object.start
      ? sentence.start + call.index
      : readerBefore(text, sentence, object)
  return object.end - start <= 110 ? { start, end: object.end } : object
}

const kinds: ReadonlySet<string> = new Set(['condition', 'rare-condition', 'procedure', 'symptom', 'care-noun'])

/** Words of health and medicines by name. */
const objectsIn = (post: PostText, text: Text, sentence: Span): Span[] => [
  ...text.health
    .filter(({ span, meaning }) => kinds.has(meaning.kind) && holds(sentence, span))
    .map(({ span }) => span),
  ...post.products
    .filter(
      (mention) =>
        mention.text === text && holds(sentence, mention.span) && /drug|biologic|compound/.test(mention.kind ?? ''),
    )
    .map(({ span }) => span),
]

/** `your scars`, `if you have migraine`, `which statin are you on`, `how bad the cramps get`. */
function isOfReader(text: Text, sentence: Span, span: Span): boolean {
  const before = text.text.slice(sentence.start, span.start)
  const after = text.text.slice(span.end, sentence.end)
  return owned.test(before) || taken.test(after) || (pictured.test(before) && answering.test(before))
}

const owned =
  /(?<!\p{L})(?:your(?: (?!kids|pet|dog|cat|favorite|best|go-to|top|doctor|team|money|order|refund|deposit|payment|package|purchase)[\p{L}'-]+){0,3}|(?:you(?:'ve|'re)|you(?= ))(?: (?:have|are|been|ever|currently|still|now|also|had|got|take|taking|on|with|using|use|feel|feeling|suffer|from|living|diagnosed|getting|struggle|struggling|deal|dealing|tried)(?: (?:been|ever|currently|still|now|also|on|with|from|a|an|the|had|lots of|a lot of))*)+|how (?:bad|long|often|many|much|high|low|severe) (?:the |your |is your |are your |was your )(?:\p{L}+ )?|(?:anybody|anyone|somebody|someone|who) in (?:your|the) family (?:has |had |have |with )?(?:\p{L}+ )?)\s*$/iu
const taken = /^\S?(?: [\p{L}'-]+){0,3} (?:are|do|did|have|were|is|was) (?:you|your)(?!\p{L})/iu
/** `a clear pic of the spot`. */
const pictured = /(?<!\p{L})(?:pic|photo|picture|selfie|video|snap|shot|screenshot|close-?up)s? of (?:\p{L}+ ){0,3}$/iu

/** What is measured of somebody, and pictures of what ails them. */
function measureIn(words: string, { start }: Span): Span | undefined {
  const found = measured.exec(words)
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : undefined
}

const measured =
  /(?<!\p{L})(?:your (?!room|head|guest|team|class|order|vote|bib|raffle|lucky|favorite|ticket|table|seat|size)(?:\p{L}+ ){0,2}?(?:age|weight|height|stage|trimester|due date|cycle(?: length| day)?|dosage|levels?|counts?|readings?|numbers?|score|ovulation|prognosis|sobriety date|clean date)(?= ?[,.?!;&👇]|\s+(?:and|in|below|here|with|so|or)(?!\p{L})|$)|how many (?:weeks|months) (?:along )?are you|how far along are you|(?:pic|photo|picture|selfie|video|snap|shot|close-?up)s? of (?:the|your|that|any) (?:\p{L}+ ){0,2}?(?:spots?|bumps?|lumps?|marks?|rash(?:es)?|moles?|wounds?|bites?|stitches|sores?|toes?|nails?|smile|teeth|skin|hairline|swelling|results?|pill bottles?|prescriptions?|labels?|wristband))(?!\p{L})/iu

const readerBefore = (text: Text, sentence: Span, object: Span): number => {
  const found = /(?<!\p{L})(?:what|which|how|who|where|when|your?|do you|are you|did you)(?!\p{L})[^.!?]*$/iu.exec(
    text.text.slice(sentence.start, object.start),
  )
  return found ? sentence.start + found.index : object.start
}

/** Calls on the readers to answer where others read it. */
const answering =
  /(?<!\p{L}|to |can |will |not |n't |never |and we |we |i )(?:comment(?! with your (?:reasoning|guess|answer|thoughts|vote))|reply|respond|answer|type|drop|pop|post|share|put|leave|add|upload|submit|show(?: us| off)|tell us(?! (?:about|if|when|before|right))|let us know(?! (?:about|if|when|before|of))|sound off|shout out|send(?: us| me| in| over)?|dm(?: us| me)?|message us|text us|e-?mail us|snap|tag us|react|vote|(?<!(?:drug|the|a|your|our|wait|medication|price|mailing|email|provider|med|this|that) )list)(?!\p{L})(?!:? (?:this|our|the (?:post|news|word)))/iu
const openly =
  /(?<!\p{L})(?:comments?(?! on)|below|down there|in the (?:chat|thread|replies)|chat(?: is|'s)|repl(?:y|ies)|sound off|polls?|vote|tell us|let us know|drop (?:it|yours|an?)|share (?:yours|below)|spill|go live|live (?:tonight|at|q)|ask the|we'll go first|your turn|fill in the blank|caption)(?!\p{L})|👇|⬇|🙋|🗳/iu

/** Told in private, or not at all. */
const inPrivate =
  /(?<!\p{L})(?:(?:with|to|by|tell|ask|call) (?:your|a|the|his|her|their|us at) (?:\p{L}+ )?(?:doctor|clinician|provider|pharmacist|care team|physician|dentist|therapist|specialist|nurse|midwife|pediatrician|office|team)|portal|secure(?:ly)?|by phone|in person|at your (?:visit|appointment)|never|do not|don't|dont|please avoid|(?:nobody|no one) should|should not|shouldn't|keep (?:it|them|your|that)|(?:no |any |your |private )?(?:health|medical|personal) (?:details|information|info)|without (?:any )?(?:health|medical|personal)|consent form|our (?:website|site)|front desk|when you (?:call|come|visit|arrive|check)|bring|pets?|dogs?|cats?|resume|apply|favorite|favourite|go-to|tips?|recipes?|resources|quiz|test yourself|sticker|costumes?|write down|journal|diary|log|reminder|calendar)(?!\p{L})/iu
const sayingsOfAll =
  /(?<!\p{L})(?:your (?:local|county|state|senators?|representatives?|congress\p{L}*|vote))(?!\p{L})/iu
