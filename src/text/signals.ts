import type { Match } from './match.js'
import type { PostText } from './post-text.js'

/** What a post says, by name, for rules of the kind 'this needs that' (detector `requires`): each signal gives the places where the post says it. */
export const signals: Readonly<Record<string, (post: PostText) => readonly Match[]>> = {}
