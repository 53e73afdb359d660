import type { PostText } from './post-text.js'
import type { Text } from './text.js'

const replyTypes = new Set(['review-response', 'reply', 'comment'])

/** Whether a post answers somebody: it says so, names what it answers, or reads like an answer to a review or comment. */
export const isReply = (post: PostText): boolean => saysReply(post) || readsLikeReply(post)

/** By its fields alone: its type, or what it answers. */
export const isDeclaredReply = ({ post }: PostText): boolean =>
  replyTypes.has(post.type) || post.inReplyTo !== undefined

/** By its type, by what it answers, or since it speaks to one person by name. */
export const saysReply = (post: PostText): boolean =>
  isDeclaredReply(post) || isLabelled(post) || (readsLikeReply(post) && addresses(post))

/** `Draft reply, please approve:`, `Response for Yelp`, `Comment back to Tamsin`: says what it is above the answer. */
const isLabelled = ({ post, texts }: PostText) =>
  post.type === 'post' && labelled.test(texts.find(({ region }) => region.kind === 'live')?.text ?? '')

const labelled =
  /^[\s>*_"'#[(]*(?:(?:draft|suggested|proposed|our|public|owner)(?:'s)? )?(?:re-?|reply|response|answer|comment back|comment reply|answering|replying|responding)(?: draft)?(?: back)?\s*(?:(?:to|for|on)\s+(?:the\s+|a\s+|an\s+|our\s+|that\s+|this\s+)?(?:[\p{L}\d]+[- ]){0,3}?(?:google|yelp|facebook|healthgrades|zocdoc|nextdoor|reviews?|reviewer|comments?|stars?|rating|one|@\S+|\p{Lu}\p{Ll}+ (?:on|under|\())|[,:(]|pls|please)/iu

const addresses = ({ persons, texts }: PostText) =>
  salutation.test(texts.find(({ region }) => region.kind === 'live')?.text ?? '') ||
  persons.some(({ cues, in: place, role }) => place === 'text' && cues.includes('addressed') && role !== 'staff')

/** An account, or a name and then thanks or regret. */
const salutation =
  /^[\s>*_"']*(?:@\w|(?:[Hh]i|[Hh]ey|[Hh]ello|[Dd]ear) \p{Lu}[\p{L}'-]+[,!.](?=[^\n]*(?:[Tt]hank|[Ss]orry|[Aa]pologi|[Aa]ppreciat|[Gg]lad|[Hh]appy)))/u

/** A post without a type that opens like an answer, or speaks of the review: what it tells counts only where it tells what happened. */
function readsLikeReply({ post, texts }: PostText): boolean {
  const text = texts.find(({ region }) => region.kind === 'live')?.text ?? ''
  return post.type === 'post' && (opensLikeAnswer.test(text) || speaksOfReview.test(text))
}

/** A salutation to one reader, or thanks and regrets for what they wrote. */
const opensLikeAnswer =
  /^[\s>*_"']*(?:@[\w.]{2,30}[,:\s]|\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.]*)?\s?(?:,|—|-|–)\s?(?:we|I|thank|thanks|you|your|our|so sorry|sorry|it|this|that|I'm|we're|please)(?![\p{L}])|m(?:r|rs|s)\.? \p{L}+\s?[,:—-]|good (?:morning|afternoon|evening)\s+(?!all|everyone|neighbors|friends)\p{L}+|(?:re|reply|response|responding|replying|in reply|in response)(?: to)?\s?(?::|a |the |this |your |our |\d|google|yelp|facebook|healthgrades)|(?:hi|hello|hey|dear)\s+(?!all|everyone|everybody|friends|neighbors|team|folks|community|followers|moms?|parents|[A-Z][a-z]+(?:ton|ville|burg|field|town))@?[\p{L}.'-]+(?:\s+[\p{L}.'-]+)?\s*[,!:—-]|(?:wow,? |oh,? |aww?,? )?(?:thank you|thanks|we appreciate|appreciate|much appreciated|sorry|so sorry|apologies|our apologies|we apologi[sz]e|we(?:'re| are)\s+(?:\p{L}+ )?(?:sorry|saddened|disappointed|surprised|concerned|glad|happy|thrilled|delighted))(?![\p{L}])|(?:owner|manager|office manager|practice manager|dr\.? \p{L}+) (?:here|speaking)|(?:response|reply|a note|note|message) from the (?:owner|manager|office|practice|doctor|team)|as the (?:owner|manager|dentist|doctor)|(?:to set|let(?:'s| us) set|setting) the record straight|for the record|as (?:discussed|explained|mentioned|we told you)|we (?:value|hear|take|remember|have)(?: all| every| your| you)|i (?:remember|recall|personally)|it breaks our hearts?)/iu

const speaksOfReview =
  /(?<![\p{L}])(?:(?:this|your|that|the|his|her|a (?:false|fake|one[- ]star|negative|bad)|\d[- ]star|one[- ]star|five[- ]star) (?:\p{L}+ )?(?:review|reviewer|rating|stars?)|(?:google|yelp|healthgrades|facebook|zocdoc|nextdoor) review|your (?:feedback|comment|post about us))(?![\p{L}])/iu

/** The review or comment that a post answers. */
export const reviewsIn = (post: PostText): readonly Text[] =>
  post.of(['quoted']).filter(({ region }) => region.field.startsWith('in_reply_to'))

/** Whether a comment tells of its writer's own care, rather than only asks. */
export const namesCare = (comment: Text): boolean =>
  comment.sentences.some(({ start, end }) => isTelling(comment.text.slice(start, end)))

const isTelling = (sentence: string) =>
  !/\?\s*$/.test(sentence) && !unmarkedQuestion.test(sentence) && sentence.trim().split(/\s+/).length > 2

/** `do you do sports physicals and how much`: a question without its mark, of anybody. */
const unmarkedQuestion =
  /^[^\p{L}]*(?:(?:hi|hey|hello|so|ok|and|just wondering|wondering)[,!]? )?(?:do (?:you|they|we|i|y'?all|u)|does (?:the|this|your|anyone)|is (?:the|there|this|it|your)|are (?:you|there|the|they|u)|can (?:i|we|you|kids|anyone|someone)|could (?:i|we|you)|will (?:you|there|the)|what(?:'?s)? (?:time|is|are|ages?|day|days|hours|do|does|the|your|kind|should)|when (?:is|are|do|does|will)|where (?:is|are|do|does|can|should)|how (?:much|late|early|old|long|many|do|does|can|far)|which (?:\p{L}+ )?(?:do|does|is|are)|who (?:do|does|is|can|should)|any (?:chance|idea|walk-?ins))(?!\p{L})(?![^.!]*(?<!\p{L})(?:i|we|my|our|me) (?:was|were|had|got|came|waited|saw|already)(?!\p{L}))/iu

/** Whether a post answers a question of somebody who tells nothing of their own care: then invitations and directions confirm nothing. */
export function answersQuestion(post: PostText): boolean {
  const reviews = reviewsIn(post)
  return post.post.type !== 'review-response' && reviews.some(asks) && !reviews.some(namesCare)
}

/** A question, or a wish to be told: `prices pls`. `Ok place` asks nothing. */
const asks = ({ text }: Text): boolean =>
  text.includes('?') ||
  unmarkedQuestion.test(text) ||
  /(?<!\p{L})(?:info|details|prices?|costs?|hours|address|phone number|interested|pls|plz|please|link|curious|wonder(?:ing)?|looking for|need (?:a|to|an))(?!\p{L})/iu.test(
    text,
  )

/** Whether a review or comment praises or blames somebody who works there, and speaks of no relative: `she` in the answer may be them. */
export const praisesStaff = ({ text }: Text): boolean => staffWords.test(text) && !kin.test(text)

/** Whether a review speaks of work there: its writer is a colleague. */
export const isOfWork = ({ text }: Text): boolean =>
  /(?<![\p{L}])(?:worked|working|trained|training|residency|rotation|internship|interned|colleagues?|coworkers?|employees?|short[- ]staffed|(?:my|our|the night|night) shift|CNA)(?![\p{L}])/iu.test(
    text,
  )

/** Whether a comment asks after somebody: `Is Uncle Ray still there?` */
export const asksOfSomebody = ({ text }: Text): boolean => kin.test(text) || asked.test(text)

const staffWords =
  /(?<![\p{L}])(?:dr|doctor|doc|nurses?|pa|np|rn|md|dds|hygienists?|dentists?|therapists?|receptionists?|technicians?|techs?|surgeons?|pharmacists?|midwife|midwives|doula|counselors?|staff|team|crew|front desk|assistants?|aides?|manager|trainer|chaplain|volunteers?|driver|chef)(?![\p{L}])/iu
const kin =
  /(?<![\p{L}])(?:(?:my|our|his|her) (?:\p{L}+ )?(?:mom|mother|dad|father|son|daughter|husband|wife|brother|sister|child|kids?|baby|boy|girl|grandma|grandpa|grandmother|grandfather|grandson|granddaughter|aunt|uncle|partner|friend|neighbor|cousin|niece|nephew|fianc\p{L}+|boyfriend|girlfriend|toddler|teen|infant|twins?)|(?:uncle|aunt|aunty|grandma|grandpa|granny|mama|papa|pop|nana|mom|dad|cousin) ?(?:\p{Lu}\p{Ll}+)?)(?![\p{L}])/iu
const asked =
  /(?<![\p{L}])(?:[Hh]ow(?:'s| is| are)?|[Ii]s|[Ww]here(?:'s| is)?|[Aa]ny news (?:of|on)) (?:he|she|[Mm]rs?|[Mm]s|[Mm]iss|\p{Lu}\p{Ll}+)(?![\p{L}])/u
