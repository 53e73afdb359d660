import { anyOf } from '../text/any-of.js'
import type { Match } from '../text/match.js'
import type { PostText } from '../text/post-text.js'
import { defineDetector } from './detector.js'
import { Disclosed, hiddenIn, isBuried, type Wordings, wordingsOf } from './disclosed.js'

/** What is wrong with how a post discloses a tie. One post has one of these, but for `video-modality`. */
type Finding =
  | 'missing'
  | 'possible-tie'
  | 'rejected'
  | 'unclear'
  | 'brand-tag'
  | 'hidden'
  | 'buried'
  | 'label-only'
  | 'video-modality'
  | 'staff'

/** A paid, gifted or interested endorsement and how it is disclosed: with which words, and where (16 CFR 255.0(f), 255.5). */
export const disclosure = defineDetector<{ readonly finding: Finding }>({
  name: 'disclosure',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['finding'],
    properties: {
      finding: {
        enum: [
          'missing',
          'possible-tie',
          'rejected',
          'unclear',
          'brand-tag',
          'hidden',
          'buried',
          'label-only',
          'video-modality',
          'staff',
        ],
      },
    },
  },
  compile({ finding }, context) {
    const wordings = wordingsOf(context)
    return (post) => findings[finding](post, disclosedIn(post, wordings), wordings)
  },
})

const read = new WeakMap<PostText, Disclosed>()

/** What a post says of ties, read once for all rules that ask. */
function disclosedIn(post: PostText, wordings: Wordings): Disclosed {
  const known = read.get(post)
  const disclosed = known?.wordings === wordings ? known : new Disclosed(post, wordings)
  read.set(post, disclosed)
  return disclosed
}

type Find = (post: PostText, disclosed: Disclosed, wordings: Wordings) => readonly Match[]

const findings: Readonly<Record<Finding, Find>> = {
  missing(post, disclosed, wordings) {
    if (disclosed.any.length > 0 || isLabelled(post)) return []
    return ties(post, wordings)
      .slice(0, 1)
      .map((tie) => withHead(tie, post))
  },
  'possible-tie'(post, disclosed, wordings) {
    if (disclosed.any.length > 0 || isLabelled(post) || ties(post, wordings).length > 0 || !speaksForOneself(post))
      return []
    return inLive(post, wordings, 'weak').slice(0, 1)
  },
  rejected(post, { good, unclear, rejected }, wordings) {
    return good.length > 0 ||
      unclear.length > 0 ||
      !rejected.some((match) => isTelling(match) || ties(post, wordings).length > 0)
      ? []
      : rejected.slice(0, 1)
  },
  unclear(post, { good, unclear }, wordings) {
    return good.length > 0 || ties(post, wordings).length === 0 ? [] : unclear.slice(0, 1)
  },
  'brand-tag'(post, { clear, brandTags }) {
    return clear.length > 0 || hiddenIn(brandTags, post).length > 0 ? [] : brandTags.slice(0, 1)
  },
  hidden(post, { good }, wordings) {
    if (
      good.length === 0 ||
      (ties(post, wordings).length === 0 && !good.some(({ text, span }) => text.text[span.start] === '#'))
    )
      return []
    const platforms = hiddenIn(good, post)
    return platforms.length > 0 ? [{ ...good[0]!, data: { platforms: platforms.filter(Boolean).join(', ') } }] : []
  },
  buried(post, { good }) {
    return good.length === 0 || hiddenIn(good, post).length > 0 || good.some((match) => !isBuried(match))
      ? []
      : good.slice(0, 1)
  },
  'label-only'(post, { any }) {
    return any.length > 0 || !isLabelled(post) ? [] : recordPlace(post, /^platform_label$/)
  },
  'video-modality': (post, { clear }, wordings) =>
    post.post.type !== 'video-script' || clear.length === 0 || ties(post, wordings, true).length === 0
      ? []
      : oneSense(post, clear),
  staff(post, { any }, wordings) {
    const isStaff = ['employee', 'insider', 'agency'].includes(post.post.author) && !post.post.isPaid
    return isStaff && any.length === 0 ? inLive(post, wordings, 'praise').slice(0, 1) : []
  },
}

/** Where a paid post shows its tie in its own text, a fix may put a disclosure before the first word. */
function withHead(tie: Match, { post }: PostText): Match {
  const head = /\S+/.exec(tie.text.text)
  if (!post.isPaid || tie.text.region.kind !== 'live' || !head) return tie
  return { ...tie, fixSpan: { start: head.index, end: head.index + head[0].length }, data: { head: head[0] } }
}

/** Rejected tags that mean a paid post whoever writes them. */
const isTelling = ({ text, span }: Match): boolean =>
  /^#(?:sp|spon|spons|collabs?|aff|brandambassador)$/i.test(text.text.slice(span.start, span.end))

const isLabelled = (post: PostText): boolean =>
  post.valuesOf('platform_label').some((value) => !/^(?:false|no|none|off)$/i.test(value))

/** A tie that the fields or the words show, at its most telling place; a boost of one's own post is none (`type: ad`). `isKnown`: a disclosure alone tells one too. */
function ties(post: PostText, wordings: Wordings, isKnown = false): readonly Match[] {
  const isOwnAd = post.post.type === 'ad' && post.post.author === 'organization'
  const said = speaksForOneself(post) ? inLive(post, wordings, 'connection') : []
  if (isOwnAd) return []
  if (said.length > 0) return said
  const byField = post.post.isPaid || has(post, 'sponsor') || has(post, 'consideration')
  if (!byField) return isKnown ? inLive(post, wordings, 'clear') : []
  const named = sponsorIn(post)
  const place = named.length > 0 ? named : recordPlace(post, /^(?:paid|sponsor|consideration)/)
  return place.length > 0 ? place : firstWords(post)
}

/** Where the text names who pays, which is what needs the disclosure. */
function sponsorIn(post: PostText): Match[] {
  const names = ['sponsor', 'product', 'products']
    .flatMap((field) => post.valuesOf(field))
    .filter((name) => name.length > 2)
  const expression =
    names.length > 0 ? anyOf(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))) : undefined
  return expression ? post.of(['live']).flatMap((text) => text.find(expression).map((span) => ({ text, span }))) : []
}

const has = (post: PostText, field: string) =>
  post.valuesOf(field).some((value) => !/^(?:false|no|none|off)$/i.test(value))

const inLive = (post: PostText, wordings: Wordings, grade: keyof Wordings): Match[] =>
  post.of(['live']).flatMap((text) => wordings[grade].find(text).map((span) => ({ text, span })))

/** An endorser's voice: a field says so, or the post says I, my or me and not we, our clinic. */
function speaksForOneself(post: PostText): boolean {
  if (post.post.author !== 'organization') return true
  if (post.post.fields.has('author')) return false
  const words = post
    .of(['live'])
    .map(({ text }) => text)
    .join('\n')
  return (
    /(?<![\p{L}"“])(?:I|my|me|I'm|I've|mine)(?!\p{L})/iu.test(words) &&
    !/(?<!\p{L})our (?:\p{L}+ )?(?:clinic|hospital|practice|patients|team|staff|pharmacy|nurses)/iu.test(words)
  )
}

/** The field that says so, where the file can be marked. */
function recordPlace(post: PostText, field: RegExp): Match[] {
  const text = post.texts.find(({ region, text }) => field.test(region.field) && text.trim() !== '')
  return text ? [{ text, span: { start: 0, end: Math.min(text.text.trimEnd().length, 80) } }] : firstWords(post)
}

function firstWords(post: PostText): Match[] {
  const text = post.of(['live'])[0]
  const sentence = text?.sentences[0]
  return text && sentence
    ? [{ text, span: { start: sentence.start, end: Math.min(sentence.end, sentence.start + 60) } }]
    : []
}

const spokenLine =
  /^\s*\**(?:vo|voice ?-?over|voice|audio|narrator|host|spoken|dialogue|says?|creator|speaker)\b[^:\n]{0,20}:/i
const shownLine =
  /^\s*\**(?:super|supers|on[ -]screen(?: text)?|text(?: overlay)?|overlay|caption|title card|graphic|lower third|screen)\b[^:\n]{0,20}:/i

/** A disclosure only heard or only read, in a script that tells which is which. */
function oneSense(post: PostText, clear: readonly Match[]): readonly Match[] {
  const senses = clear.map((match) => ({ match, sense: senseOf(match) }))
  const known = senses.filter(({ sense }) => sense !== undefined)
  const script = post
    .of(['live'])
    .map(({ text }) => text)
    .join('\n')
  const tellsApart =
    /^\s*\**(?:vo|voice|audio|narrator|host|spoken)/im.test(script) &&
    /^\s*\**(?:super|on[ -]screen|text|overlay|graphic|title card)/im.test(script)
  if (!tellsApart || known.length === 0 || new Set(known.map(({ sense }) => sense)).size > 1) return []
  return [known[0]!.match]
}

function senseOf({ text, span }: Match): 'heard' | 'seen' | undefined {
  if (/\.spoken$/.test(text.region.field)) return 'heard'
  if (/^media\b.*\.text$/.test(text.region.field)) return 'seen'
  const start = text.text.lastIndexOf('\n', span.start - 1) + 1
  const line = text.text.slice(start, span.end)
  return spokenLine.test(line) ? 'heard' : shownLine.test(line) ? 'seen' : undefined
}
