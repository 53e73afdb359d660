import { data } from '../../data.js'
import { speaksOf } from './references.js'
import { folderOf, type Relation, relation, type TracedPost } from './relation.js'
import type { Detail, NameTrace } from './trace.js'

interface Weights {
  /** The score from which two posts are about one person. */
  readonly enough: number
  /** What more posts hold tells nobody apart. */
  readonly common: number
  readonly weights: Readonly<Record<string, number>>
}

/** Posts that tell of somebody's care whose name another post of the same folder or file gives away; each with the name that fits best. */
export function mosaic(posts: readonly TracedPost[]): Relation[] {
  const naming = posts.filter(({ trace }) => trace.names.length > 0)
  const telling = posts.filter(({ trace }) => trace.care !== undefined && !trace.names.some(isFull))
  if (naming.length === 0 || telling.length === 0) return []
  const names = new Names(naming)
  return telling.flatMap((teller) => {
    const best = names.bestFor(teller)
    return best ? [relation('mosaic', teller, teller.trace.care!, best.post.path, best.name.line)] : []
  })
}

/** Who is named in full is identified by that post alone. */
const isFull = ({ first, last }: NameTrace) => first !== undefined && last !== undefined

interface Named {
  readonly post: TracedPost
  readonly name: NameTrace
  readonly score: number
}

/** Posts that name somebody, to be found by what they tell of them. */
class Names {
  readonly #weights = data<Weights>('lexicons/mosaic')
  readonly #byKey = new Map<string, TracedPost[]>()
  readonly #byFolder = new Map<string, TracedPost[]>()

  constructor(naming: readonly TracedPost[]) {
    for (const post of naming) {
      add(this.#byFolder, folderOf(post.path), post)
      for (const key of new Set(traitsOf(post).map((trait) => keyOf(post, trait)))) add(this.#byKey, key, post)
    }
  }

  /** The name that most likely is that of the person whose care a post tells; undefined where none plainly is. */
  bestFor(teller: TracedPost): Named | undefined {
    const alike = traitsOf(teller).flatMap((trait) => this.#holders(teller, trait))
    const candidates = new Set([...alike, ...this.#spokenOf(teller)])
    candidates.delete(teller)
    return [...candidates]
      .flatMap((post) => post.trace.names.map((name) => ({ post, name, score: this.#score(teller, post, name) })))
      .filter(({ score }) => score >= this.#weights.enough)
      .reduce<Named | undefined>((best, one) => (best && best.score >= one.score ? best : one), undefined)
  }

  /** The posts that hold a trait, where these are few enough for it to tell anything. */
  #holders(post: TracedPost, trait: Detail): readonly TracedPost[] {
    const holders = this.#byKey.get(keyOf(post, trait)) ?? []
    return holders.length > this.#weights.common ? [] : holders
  }

  #spokenOf(teller: TracedPost): readonly TracedPost[] {
    const near = this.#byFolder.get(folderOf(teller.path)) ?? []
    const others = near.filter((post) => post !== teller)
    return others.filter((post) => speaksOf(teller, post, others) || speaksOf(post, teller, []))
  }

  #score(teller: TracedPost, post: TracedPost, name: NameTrace): number {
    if (!fits(teller, name)) return 0
    const shared = traitsOf(teller)
      .filter((trait) => this.#holders(teller, trait).includes(post) && (!isName(trait) || isIn(trait, name)))
      .map(({ kind }) => kind)
    const kinds = new Set([...shared, ...(this.#spokenOf(teller).includes(post) ? ['reference'] : [])])
    return [...kinds].reduce((sum, kind) => sum + (this.#weights.weights[kind] ?? 0), 0)
  }
}

/** Whether a name may be that of a post's person and says more than the post does: not another one, not only the same. */
function fits({ trace: { names } }: TracedPost, name: NameTrace): boolean {
  if (names.length === 0) return true
  return names.some(
    ({ first, last }) =>
      (first !== undefined && first === name.first && name.last !== undefined) ||
      (last !== undefined && last === name.last && name.first !== undefined),
  )
}

/** What a post tells of its persons, their names and the thread it stands in among it. */
function traitsOf({ trace }: TracedPost): readonly Detail[] {
  const { details, names, thread } = trace
  return [
    ...details,
    ...names.flatMap(({ first }) => (first === undefined ? [] : [{ kind: 'first name', value: first }])),
    ...names.flatMap(({ last }) => (last === undefined ? [] : [{ kind: 'last name', value: last }])),
    ...(thread === undefined ? [] : [{ kind: 'thread', value: String(thread) }]),
  ]
}

const isName = ({ kind }: Detail) => kind === 'first name' || kind === 'last name'
const isIn = ({ kind, value }: Detail, { first, last }: NameTrace) => value === (kind === 'first name' ? first : last)

/** Only what readers see together is pieced together: one folder, for a thread one file. */
const keyOf = ({ path }: TracedPost, { kind, value }: Detail) =>
  `${kind === 'thread' ? path : folderOf(path)}\n${kind}\n${value}`

function add<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key)
  if (known) known.push(one)
  else map.set(key, [one])
}
