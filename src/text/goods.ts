import { data } from '../data.js'
import { anyOf } from './any-of.js'
import { coinedNames } from './coined-names.js'
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
  const whole = texts.map(({ text }) => text).join('\n')
  if (!first || post.products.some(({ kind }) => kind === 'drug-rx' || kind === 'biologic' || kind === 'drug-otc'))
    return []
  const { sells, praises, cares } = signs()
  const points =
    2 * count(sells, whole) + count(praises, whole) + (coinedNames(post).length > 0 ? 2 : 0) - 3 * count(cares, whole)
  return points >= enough ? [{ text: first, span: first.sentences[0] ?? { start: 0, end: first.text.length } }] : []
}

const count = (list: readonly RegExp[], words: string) => list.filter((sign) => words.search(sign) >= 0).length

interface Signs {
  readonly sells: readonly RegExp[]
  readonly praises: readonly RegExp[]
  readonly cares: readonly RegExp[]
}

let made: Signs | undefined

/** Made on first use. */
function signs(): Signs {
  if (made) return made
  const lists = data<Record<keyof Signs, string[]>>('lexicons/goods-signs')
  const compiled = (list: readonly string[]) => list.map((phrase) => anyOf([phrase]))
  made = { sells: compiled(lists.sells), praises: compiled(lists.praises), cares: compiled(lists.cares) }
  return made
}
