import type { Post } from '../draft/post.js'
import type { Text } from './text.js'

/** A post as the readers of some platforms see it: a variant with what it shares with the others. */
export interface Version {
  readonly platforms: readonly string[]
  /** What is read first: title and text, or the words of a video or picture where there is no other text. */
  readonly body: readonly Text[]
  /** Words in pictures and spoken words: they count as said, but are no caption. */
  readonly pictures: readonly Text[]
  /** Slides, each with its texts. */
  readonly slides: readonly (readonly Text[])[]
  /** Alternative texts, first comment and the field of hashtags: seen by few, or apart from the post. */
  readonly aside: readonly Text[]
}

/** One version for each variant, and one for `text` where a platform is left for it. */
export function versionsOf(post: Post, texts: readonly Text[]): readonly Version[] {
  const live = texts.filter(({ region }) => region.kind === 'live')
  const shared = sharedParts(live)
  const titles = inField(live, /^title$/)
  const variants = variantsOf(live).map(([platform, body]) => ({
    platforms: [platform],
    body: [...titles, ...body],
    ...shared,
  }))
  const left = post.platforms.filter((platform) => !variants.some(({ platforms }) => platforms.includes(platform)))
  const text = inField(live, /^text$|^raw$|^(?:body|main)$/)
  const isText = variants.length === 0 || (text.length > 0 && (left.length > 0 || post.platforms.length === 0))
  return isText ? [...variants, { platforms: left, body: [...titles, ...text], ...shared }] : variants
}

/** All that a version says aloud: body, pictures and slides. */
export const saidIn = ({ body, pictures, slides }: Version): readonly Text[] => [...body, ...pictures, ...slides.flat()]

const inField = (texts: readonly Text[], field: RegExp) => texts.filter(({ region }) => field.test(region.field))

function variantsOf(live: readonly Text[]): readonly (readonly [string, readonly Text[]])[] {
  const byPlatform = new Map<string, Text[]>()
  for (const text of live) {
    const platform = /^variants\.([^.]+)/.exec(text.region.field)?.[1]?.toLowerCase()
    if (platform) byPlatform.set(platform, [...(byPlatform.get(platform) ?? []), text])
  }
  return [...byPlatform]
}

function sharedParts(live: readonly Text[]): Omit<Version, 'platforms' | 'body'> {
  const slides = new Map<string, Text[]>()
  for (const text of inField(live, /^slides\.\d+(?!\.alt)/)) {
    if (/\.alt$/.test(text.region.field)) continue
    const index = text.region.field.split('.')[1]!
    slides.set(index, [...(slides.get(index) ?? []), text])
  }
  return {
    pictures: inField(live, /^media\b.*\.(?:text|spoken)$/),
    slides: [...slides.values()],
    aside: inField(live, /\.alt$|^first_comment|^hashtags/),
  }
}
