import { marked } from '../branches.js'
import { requirements } from '../required.js'
import { type EntryIndex, indexFor, keyOfExpressions } from './phrase-catalogue.js'
import type { Text } from './text.js'

/** Expressions with what they are for; a text is asked only about those that can match in it. */
export class ExpressionList<Item extends { readonly expression: RegExp }> {
  readonly #name: string
  readonly #make: () => readonly Item[]
  #items: Item[] | undefined
  #index: EntryIndex | undefined

  /** `make` is asked when the first text is, or a build catalogues the list under its name. */
  constructor(name: string, make: () => readonly Item[]) {
    this.#name = name
    this.#make = make
  }

  /** The items whose expressions can match in a text, in their order. */
  for(text: Text): readonly Item[] {
    const view = text.views[0]!
    return [...this.index.candidates(view)].sort((a, b) => a - b).map((at) => this.#all[at]!)
  }

  get index(): EntryIndex {
    this.#index ??= indexFor(keyOfExpressions(this.#name), () =>
      this.#all.map(({ expression: { source } }) => ({
        needs: requirements(source),
        lexicons: [],
        source: () => marked(source, false),
      })),
    )
    return this.#index
  }

  /** Those that a build has seen come with their alternatives marked. */
  get #all(): readonly Item[] {
    const { sourceOf } = this.#index ?? {}
    this.#items ??= this.#make().map((item, at) =>
      sourceOf ? { ...item, expression: new RegExp(sourceOf(at), item.expression.flags) } : item,
    )
    return this.#items
  }
}
