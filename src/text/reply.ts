import type { PostText } from './post-text.js'
import type { Text } from './text.js'

const replyTypes = new Set(['review-response', 'reply', 'comment'])

/** Whether a post answers somebody: it says so, names what it answers, or opens like an answer to a review or comment. */
export function isReply({ post, texts }: PostText): boolean {
  if (replyTypes.has(post.type) || post.inReplyTo !== undefined) return true
  const text = texts.find(({ region }) => region.kind === 'live')?.text ?? ''
  return post.type === 'post' && opensLikeAnswer.test(text)
}

/** A salutation to one reader, or thanks and regrets for what they wrote. */
const opensLikeAnswer =
  /^[\s>*_"']*(?:@[\w.]{2,30}[,:\s]|(?:hi|hello|hey|dear)\s+(?!there|all|everyone|everybody|friends|neighbors|team|folks|community|followers|moms?|parents|[A-Z][a-z]+(?:ton|ville|burg|field|town))@?[\p{L}.'-]+(?:\s+[\p{L}.'-]+)?\s*[,!:—-]|(?:thank you|thanks)(?:\s+so much)?,?(?:\s+[\p{L}.'-]+,?)?\s+for\s+(?:your|the|this|leaving|taking|sharing|posting|writing)\b[^.!?\n]{0,40}(?:review|feedback|comment|stars?|words|rating|post|note)|we(?:'re| are)\s+(?:so\s+|very\s+|truly\s+)?sorry\s+(?:to\s+hear|that\s+you|for\s+your|you\b|about\s+your))/iu

/** The review or comment that a post answers. */
export const reviewsIn = (post: PostText): readonly Text[] =>
  post.of(['quoted']).filter(({ region }) => region.field.startsWith('in_reply_to'))

/** Whether a comment tells of its writer's own care, rather than only asks. */
export const namesCare = (comment: Text): boolean =>
  comment.sentences.some(({ start, end }) => isTelling(comment.text.slice(start, end)))

const isTelling = (sentence: string) => !/\?\s*$/.test(sentence) && sentence.trim().split(/\s+/).length > 2

/** Whether a post answers a question of somebody who tells nothing of their own care: then invitations and directions confirm nothing. */
export function answersQuestion(post: PostText): boolean {
  const reviews = reviewsIn(post)
  return post.post.type !== 'review-response' && reviews.length > 0 && !reviews.some(namesCare)
}
