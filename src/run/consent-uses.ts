import { decode } from '../draft/decode.js'
import type { Post, Value } from '../draft/post.js'
import { readDraft } from '../draft/read.js'
import type { ConsentRecord } from '../facts.js'
import { Lines } from '../source.js'
import { PostText } from '../text/post-text.js'
import type { Input } from './inputs.js'
import type { Session } from './session.js'

/** A place where a draft names a consent. */
export interface ConsentUse {
  readonly id: string
  readonly record: ConsentRecord | undefined
  /** `drafts/a.md:3`. */
  readonly place: string
  /** The file that names it; undefined for the post's own consent. */
  readonly media: string | undefined
  /** The day, `YYYY-MM-DD`. */
  readonly scheduled: string | undefined
  readonly published: readonly Published[]
}

/** Where a post is or was live. */
export interface Published {
  readonly platform: string | undefined
  readonly address: string
  readonly date: string | undefined
  readonly removed: string | undefined
}

/** Every use of a consent in these drafts. Files that cannot be read hold none. */
export async function consentUses(inputs: readonly Input[], session: Session): Promise<ConsentUse[]> {
  const uses: ConsentUse[] = []
  for (const input of inputs) {
    const bytes = await input.bytes().catch(() => undefined)
    const decoded = bytes && decode(bytes)
    if (decoded && 'text' in decoded)
      uses.push(...usesIn({ path: input.path, text: decoded.text, named: true }, session))
  }
  return uses
}

function usesIn(source: { path: string; text: string; named: boolean }, session: Session): ConsentUse[] {
  const lines = new Lines(source.text)
  return readDraft(source, session.readOptions).posts.flatMap((post) =>
    new PostText(post, session.facts).consent.consents.flatMap(({ id, record, span, media }) =>
      id === undefined
        ? []
        : [
            {
              id,
              record,
              place: `${source.path}:${lines.position(span.start).line}`,
              media: media?.src ?? media?.path,
              scheduled: post.scheduled?.slice(0, 10),
              published: publishedAt(post),
            },
          ],
    ),
  )
}

const publishedAt = (post: Post): Published[] => addresses(post.fields.get('published')?.value)

/** A list of records, one record, or an address alone. */
function addresses(value: Value | undefined): Published[] {
  if (!value || value.isNull) return []
  if (value.items) return value.items.flatMap(addresses)
  if (value.scalar) return [{ platform: undefined, address: value.scalar, date: undefined, removed: undefined }]
  const text = (key: string) => value.entries?.get(key)?.value.scalar ?? undefined
  const removed = text('removed')
  return [
    {
      platform: text('platform'),
      address: text('url') ?? text('platform') ?? 'no address given',
      date: text('date'),
      removed: removed && !/^(?:false|no)$/i.test(removed) ? removed : undefined,
    },
  ]
}
