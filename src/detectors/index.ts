import { consent } from './consent.js'
import { date } from './date.js'
import type { Detector } from './detector.js'
import { disclosure } from './disclosure.js'
import { fairBalance } from './fair-balance.js'
import { fold } from './fold.js'
import { hashtag } from './hashtag.js'
import { media } from './media.js'
import { pattern } from './pattern.js'
import { person } from './person.js'
import { place } from './place.js'
import { posts } from './posts.js'
import { problem } from './problem.js'
import { reply } from './reply.js'
import { requires } from './requires.js'
import { story } from './story.js'
import { terms } from './terms.js'
import { videoDelivery } from './video-delivery.js'

/** Every detector that rules may name. A new one is a file and a line here. */
export const detectors: readonly Detector[] = [
  consent,
  date,
  disclosure,
  fairBalance,
  fold,
  hashtag,
  media,
  pattern,
  person,
  place,
  posts,
  problem,
  reply,
  requires,
  story,
  terms,
  videoDelivery,
]
