import { foldOf } from '../text/folds.js'
import type { Match } from '../text/match.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { PostText } from '../text/post-text.js'
import type { Hashtag } from '../text/tags.js'
import type { Text } from '../text/text.js'
import type { Version } from '../text/versions.js'
import { versionsOf } from '../text/versions.js'
import type { DetectorContext } from './detector.js'
import { phrases } from './phrase.js'

export type Grade = 'clear' | 'unclear' | 'rejected' | 'connection' | 'weak' | 'praise'
export type Wordings = Readonly<Record<Grade, PhraseList>>

const known = new WeakMap<object, Wordings>()

/** The wordings by which posts show and disclose ties, by grade (`rules/lexicons/disclosure-terms.yml`); made once for all rules. */
export function wordingsOf(context: DetectorContext): Wordings {
  const entries = context.lexicon('disclosure-terms').entries as { readonly grade: Grade; readonly terms: string[] }[]
  const wordings =
    known.get(entries) ??
    (Object.fromEntries(entries.map(({ grade, terms }) => [grade, phrases(terms)])) as Record<Grade, PhraseList>)
  known.set(entries, wordings)
  return wordings
}

/** What a post says of the writer's tie to what it praises. */
export class Disclosed {
  readonly clear: readonly Match[]
  readonly unclear: readonly Match[]
  readonly rejected: readonly Match[]
  /** Tags such as #AcmeAmbassador: they disclose, since they name the brand. */
  readonly brandTags: readonly Match[]
  readonly wordings: Wordings

  constructor(post: PostText, wordings: Wordings) {
    this.wordings = wordings
    const live = post.of(['live'])
    const find = (list: PhraseList) => live.flatMap((text) => matchesOf(text, list))
    this.clear = [...find(wordings.clear), ...live.flatMap(opening), ...bareTags(live, wordings.clear)]
    this.brandTags = live.flatMap((text) => text.hashtags.filter(namesBrand).map(({ span }) => ({ text, span })))
    const isBrand = ({ text, span }: Match) =>
      this.brandTags.some((tag) => tag.text === text && tag.span.start === span.start)
    this.unclear = find(wordings.unclear).filter((match) => !isBrand(match))
    this.rejected = find(wordings.rejected).filter((match) => !isBrand(match))
  }

  /** Terms that tell readers enough, wherever they stand. */
  get good(): readonly Match[] {
    return [...this.clear, ...this.brandTags]
  }

  get any(): readonly Match[] {
    return [...this.good, ...this.unclear, ...this.rejected]
  }
}

const matchesOf = (text: Text, list: PhraseList): Match[] => list.find(text).map((span) => ({ text, span }))

/** `Ad` or `Sponsored` as the first word of the post. */
function opening(text: Text): Match[] {
  const found =
    /^[^\p{L}\p{N}#@]*((?:paid )?(?:ad|advertisement|advert|sponsored|promotion))(?![\p{L}\p{N}'-])(?!\s+(?:astra|hoc|campaign))/iu.exec(
      text.text,
    )
  const start = found ? found[0].length - found[1]!.length : 0
  return found ? [{ text, span: { start, end: found[0].length } }] : []
}

/** Tags of a `hashtags` field that stand there without their sign. */
const bareTags = (texts: readonly Text[], list: PhraseList): Match[] =>
  texts
    .filter(({ region, text }) => region.field.startsWith('hashtags') && !text.includes('#'))
    .flatMap((text) => text.hashtags.filter(({ name }) => list.test(`#${name}`)).map(({ span }) => ({ text, span })))

/** #AcmeAmbassador, #acme_partner; not #brandambassador, which names nobody. */
const namesBrand = ({ name }: Hashtag): boolean =>
  /^(?!(?:brand|proud|official|paid|new|our|my|the|happy|global|health|community|care|clinical|business)_?(?:ambassador|partner))\p{L}[\p{L}\p{N}]{1,}_?(?:ambassador|partner)$/iu.test(
    name,
  )

/** The versions of a post in which none of these places is seen before "more", with the platforms that hide them. */
export function hiddenIn(places: readonly Match[], post: PostText): readonly string[] {
  return versionsOf(post.post, post.texts).flatMap((version) =>
    (version.platforms.length > 0 ? version.platforms : ['']).filter(
      (platform) => !places.some((place) => isSeen(place, version, platform, post)),
    ),
  )
}

/** In the body before its fold, or in words of a picture, a slide or a video. */
function isSeen({ text, span }: Match, version: Version, platform: string, post: PostText): boolean {
  if ([...version.pictures, ...version.slides.flat()].includes(text)) return true
  if (!version.body.includes(text)) return false
  const fold = foldOf(post.post, text.region.text, platform)
  return fold === undefined || text.toRegion(span).start < fold
}

/** Whether a tag stands behind others in a run of three or more with nothing between them. */
export function isBuried({ text, span }: Match): boolean {
  const tags = text.hashtags
  const index = tags.findIndex((tag) => tag.span.start === span.start)
  if (index < 1) return false
  const adjoins = (left: number) =>
    /^[\s,·|•]*$/.test(text.text.slice(tags[left]!.span.end, tags[left + 1]?.span.start ?? 0))
  let first = index
  while (first > 0 && adjoins(first - 1)) first--
  let last = index
  while (last + 1 < tags.length && adjoins(last)) last++
  return first < index && last - first >= 2
}
