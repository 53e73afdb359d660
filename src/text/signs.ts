import type { PostText } from './post-text.js'
import { isReply } from './reply.js'

/** What a post may show at a glance, by name: without it, whole detectors have nothing to look at. */
export const signs: Readonly<Record<string, (post: PostText) => boolean>> = {
  consent: ({ consent }) => consent.consents.length > 0,
  reply: isReply,
}

export const isSign = (name: string): boolean => Object.hasOwn(signs, name)
