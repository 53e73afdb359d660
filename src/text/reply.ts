import type { PostText } from './post-text.js'

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
