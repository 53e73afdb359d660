import { data } from '../data.js'
import { anyOf } from './any-of.js'
import { coinedNames } from './coined-names.js'
import { ExpressionList } from './expression-list.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'

/** So many points make a post one that sells. */
const enough = 3

const known = new WeakMap<PostText, readonly Match[]>()

/**
 * Where a post sells goods or sessions for the body: one place where its signs (prices, shops, forms, coined names, a happy customer) outweigh those of care, advice and
 * news by three points, none where they do not.
 */
export function soldGoods(post: PostText): readonly Match[] {
  const places = known.get(post) ?? read(post)
  known.set(post, places)
  return places
}

function read(post: PostText): readonly Match[] {
  const texts = post.of(['live'])
  const [first] = texts
  if (!first || post.products.some(({ kind }) => kind === 'drug-rx' || kind === 'biologic' || kind === 'drug-otc'))
    return []
  const found = new Set(
    texts.flatMap((text) => goodsSigns.for(text).filter((sign) => text.text.search(sign.expression) >= 0)),
  )
  const points =
    [...found].reduce((sum, { points }) => sum + points, 0) + (coinedNames(post).length > 0 ? pointsOfName : 0)
  return points >= enough ? [{ text: first, span: first.sentences[0] ?? { start: 0, end: first.text.length } }] : []
}

const pointsOf = { sells: 2, praises: 1, cares: -3 } as const
const pointsOfName = 2

/** What speaks for or against a post that sells. */
export const goodsSigns = new ExpressionList('goods', () =>
  Object.entries(data<Record<keyof typeof pointsOf, string[]>>('lexicons/goods-signs')).flatMap(([kind, list]) => {
    const points = pointsOf[kind as keyof typeof pointsOf]
    return points === undefined ? [] : list.map((phrase) => ({ points, expression: anyOf([phrase]) }))
  }),
)
