import type { Span } from '../source.js'
import { contextIn, contextOf } from './context-cues.js'
import { bestOf, type Cue, sum, threshold, type Weighing, weigh } from './cue.js'
import type { Match } from './match.js'
import { isAboutOrganization, isGeneral } from './mood.js'
import { isIndividual, type Referent } from './people.js'
import type { PostText } from './post-text.js'
import type { Text } from './text.js'

export { type Cue, threshold } from './cue.js'

/** A text's cues, whom it speaks of, and its stretches about one person. */
export interface TextContext {
  readonly text: Text
  readonly cues: readonly Cue[]
  readonly referents: readonly Referent[]
  /** Runs of sentences that each speak of one person, as indexes into `text.sentences`, both ends included. */
  readonly narratives: readonly (readonly [first: number, last: number])[]
}

/** What in a post speaks for and against patient context, by place; one scorer for all rules. */
export class PatientContext {
  readonly texts: readonly TextContext[]
  /** What the post says as a whole: its type, the post it answers, its pictures, who publishes it, whether it is fiction. */
  readonly ofPost: readonly Cue[]

  readonly #frames = new Map<TextContext, readonly Cue[]>()
  readonly #post: PostText
  readonly #unknown = new Map<Text, TextContext>()

  constructor(post: PostText) {
    this.#post = post
    const { texts, ofPost } = contextIn(post)
    this.texts = texts
    this.ofPost = ofPost
  }

  get cues(): readonly Cue[] {
    return [...this.ofPost, ...this.texts.flatMap(({ cues }) => cues)]
  }

  /** The score of the post's most telling stretch, with what the post says as a whole. */
  get score(): number {
    return sum(this.ofPost) + sum(this.#mostTelling)
  }

  /** What adds up to the score, and why all else does not. */
  get weighing(): Weighing {
    return weigh(this.cues, [...bestOf(this.ofPost), ...bestOf(this.#mostTelling)])
  }

  /** The cues of the stretch that says most; none where every one speaks against care. */
  get #mostTelling(): readonly Cue[] {
    const stretches = this.texts.flatMap((context) =>
      context.text.sentences.map((_, index) => this.#around(context, index)),
    )
    const points = stretches.map(sum)
    const most = Math.max(0, ...points)
    return most > 0 ? stretches[points.indexOf(most)]! : []
  }

  /**
   * The score where something stands: cues of the same person's stretch and of the sentences next to it, and of the post. What stands in no
   * sentence of the post's text (a location, alt text, a tag) has the score of the post.
   */
  scoreAt({ text, span }: Match): number {
    const context = this.#contextOf(text)
    if (context && isUnknown(text))
      return Math.max(this.score, sum(this.#around(context, indexOfSentence(text, span.start))))
    if (!context || !isBody(text) || isTagBlock(text, text.sentenceAt(span.start))) return this.score
    const index = indexOfSentence(text, span.start)
    return sum(this.ofPost) + sum([...this.#around(context, index), ...this.#framing(context)])
  }

  /** Whether what stands here is tied to somebody's care. What the organization says of itself is not, even beside a story. */
  isAboutPatient(match: Match): boolean {
    if (this.#isOfOthers(match) || this.scoreAt(match) < threshold) return false
    const context = this.#contextOf(match.text)
    const sentence = match.text.sentenceAt(match.span.start)
    const isLink = match.text.links.some(({ span }) => span.start <= match.span.start && match.span.start < span.end)
    if (!context || isLink || !isBody(match.text) || !isAboutOrganization(match.text, sentence)) return true
    const isOfPerson = ({ span, form, role }: Referent) =>
      form === 'noun' &&
      (role === 'care' || kin.test(match.text.text.slice(span.start, span.end))) &&
      sentence.start <= span.start &&
      span.start < sentence.end
    if (context.referents.some((referent) => isIndividual(referent) && isOfPerson(referent))) return true
    return sum(cuesIn(context, sentence)) >= threshold
  }

  /** A part of the file name of a picture that, as the draft says, shows staff, a building or a thing: it tells of these. */
  #isOfOthers({ text: { region, text }, span }: Match): boolean {
    const [, index] = /^media\.(\d+)\.src$/.exec(region.field) ?? []
    const isPart = span.end > span.start && span.end - span.start < text.length
    const depicts = !isPart || index === undefined ? undefined : this.#post.post.media[Number(index)]?.depicts
    return depicts !== undefined && !/^patients?$/.test(depicts)
  }

  /** Whether the same sentence speaks of one person, whose care it or the stretch around it tells: what rules ask that need more than a post about care. */
  isWithPerson({ text, span }: Match): boolean {
    const context = this.#contextOf(text)
    if (!context) return false
    const sentence = text.sentenceAt(span.start)
    const here = context.referents.filter(({ span: { start } }) => sentence.start <= start && start < sentence.end)
    const isOfPerson = here.some(isIndividual) || (here.length === 0 && this.#goesOn(context, sentence))
    const cues = isOfPerson ? this.#around(context, indexOfSentence(text, span.start)) : cuesIn(context, sentence)
    // `1:00 am, coffee three, my sandwich is gone`: whoever writes is in care only where they say so.
    if (here.some(isIndividual) && here.every((referent) => !isIndividual(referent) || referent.role === 'self'))
      return sum(cues.filter(({ name }) => ofOneself.has(name))) >= threshold
    return isOfPerson
      ? sum(cues) >= (here.length > 0 ? threshold : threshold + 1)
      : cues.some(({ name, points, discounted }) => points > 1 && !discounted && name === 'care event')
  }

  /** Whether the text calls whoever stands here invented, in the same sentence, one beside it or its first. */
  isInvented({ text, span }: Match): boolean {
    const context = this.texts.find((candidate) => candidate.text === text)
    if (!context?.cues.some(({ name }) => name === 'fiction')) return false
    const at = indexOfSentence(text, span.start)
    return context.cues.some((cue) => {
      const told = cue.name === 'fiction' && cue.span ? indexOfSentence(text, cue.span.start) : undefined
      return told !== undefined && (told === 0 || Math.abs(told - at) < 2)
    })
  }

  /** Whether whatever is told here is made up, dates and all: a case whose names alone were changed is not. */
  isMadeUp(match: Match): boolean {
    return this.isInvented(match) && !changed.test(match.text.text)
  }

  /** Whether the stretch about one person that holds this place tells of care: of a name in it, also where its own clause says nothing of that. */
  tellsCareAround({ text, span }: Match): boolean {
    const context = this.#contextOf(text)
    const at = context ? indexOfSentence(text, span.start) : -1
    const run = context?.narratives.find(([first, last]) => first <= at && at <= last)
    if (!context || !run) return false
    const stretch = {
      start: text.sentences[Math.max(0, run[0] - 1)]!.start,
      end: text.sentences[Math.min(run[1] + 1, text.sentences.length - 1)]!.end,
    }
    return sum(cuesIn(context, stretch)) >= threshold
  }

  /** Whether the post tells of one person's care anywhere. */
  get tellsOfPerson(): boolean {
    return (
      this.ofPost.some(({ name }) => name === 'a patient in the picture') ||
      this.texts.some(({ cues, narratives }) => narratives.length > 0 && sum(cues) >= threshold)
    )
  }

  /** A comment or a key of another tool tells of itself: the post is none the wiser for it. */
  #contextOf(text: Text): TextContext | undefined {
    const known = this.texts.find((context) => context.text === text) ?? this.#unknown.get(text)
    if (known || !isUnknown(text)) return known
    const context = contextOf(this.#post, text)
    this.#unknown.set(text, context)
    return context
  }

  /** `Bed by the window since August.`: a sentence without anybody in it goes on with the person of the one before. */
  #goesOn({ text, narratives }: TextContext, sentence: Span): boolean {
    const index = indexOfSentence(text, sentence.start)
    return (
      narratives.some(([first, last]) => first <= index && index <= last + 1) &&
      !isAboutOrganization(text, sentence) &&
      !isGeneral(text, sentence)
    )
  }

  #around(context: TextContext, index: number): readonly Cue[] {
    const { sentences } = context.text
    const first = sentences[firstOf(context, Math.max(0, index - 1), index)]
    const last = sentences[lastOf(context, Math.min(sentences.length - 1, index + 1), index)]
    return first && last ? cuesIn(context, { start: first.start, end: last.end }) : []
  }

  /** Titles, tags, alt text and frames elsewhere in the post say what the whole is. */
  #framing(context: TextContext): readonly Cue[] {
    const known = this.#frames.get(context) ?? bestOf(this.#framesOf(context))
    this.#frames.set(context, known)
    return known
  }

  #framesOf(context: TextContext): readonly Cue[] {
    const others = this.texts
      .filter((other) => other !== context && !(isOwnStory(context.text) && isOwnStory(other.text)))
      .flatMap(({ cues }) => cues)
    const frames = context.cues.filter(({ name }) => name === 'story frame' || name === 'fiction')
    return [...others, ...frames]
  }
}

const ofOneself: ReadonlySet<string> = new Set([
  'testimonial',
  'care event',
  "somebody's own care",
  'health beside a person',
  'care of somebody named',
  'clinical shorthand',
])

const changed =
  /(?<!\p{L})(?:names?|details?|identit(?:y|ies)) (?:and \p{L}+ )?(?:(?:has|have|was|were|are|is) )?(?:been )?changed|composite|can't make|based on (?:a )?(?:true|real)|real name(?!\p{L})/iu

const kin =
  /^(?:wife|husband|daughter|son|mother|father|mom|dad|sister|brother|spouse|partner|guardian|caregiver|grand\p{L}+)$/iu

/** A post's own text, rather than a field beside it. */
export const isBody = (text: Text): boolean => /^(?:text|variants|slides|first_comment)\b/.test(text.region.field)

const isUnknown = (text: Text): boolean => text.region.kind === 'unknown'

/** Versions for other platforms each tell the whole; slides and a first comment go on with the text. */
const isOwnStory = (text: Text): boolean => /^(?:text|variants)\b/.test(text.region.field)

const isTagBlock = (text: Text, sentence: Span) => /^(?:#\S+\s*)+$/.test(text.text.slice(sentence.start, sentence.end))

const indexOfSentence = (text: Text, offset: number) => Math.max(0, text.sentences.indexOf(text.sentenceAt(offset)))

const cuesIn = ({ cues }: TextContext, { start, end }: Span) =>
  cues.filter(({ span }) => span && span.start >= start && span.start < Math.max(end, start + 1))

/** The first sentence of the stretch that holds one of these two. */
const firstOf = ({ narratives }: TextContext, near: number, at: number) =>
  Math.min(near, ...narratives.filter(([first, last]) => first <= at && at <= last + 1).map(([first]) => first))

const lastOf = ({ narratives }: TextContext, near: number, at: number) =>
  Math.max(near, ...narratives.filter(([first, last]) => first - 1 <= at && at <= last).map(([, last]) => last))
