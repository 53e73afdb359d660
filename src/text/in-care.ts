import type { Person } from './persons.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

/** Whether what the post says of a person ties them to care, or the post rests on a consent for somebody in care. */
export const isInCare = ({ text, span }: Person, post: PostText): boolean =>
  post.isAboutPatient({ text, span }) || isConsentedTo(post, text)

/** A post that rests on a consent is about somebody in care, even where it says little of it. */
const isConsentedTo = (post: PostText, text: Text) =>
  text.region.kind === 'live' &&
  post.consent.consents.some(({ media }) => media === undefined) &&
  post.context.texts.some((context) => context.text === text && context.cues.some(({ discounted }) => !discounted))
