import { requirements } from '../required.js'
import { type EntryIndex, indexFor, keyOfExpressions } from './phrase-catalogue.js'
import type { Text } from './text.js'

/** Expressions with what they are for; a text is asked only about those that can match in it. */
export class ExpressionList<Item extends { readonly expression: RegExp }> {
  readonly #name: string
  readonly #make: () => readonly Item[]
  #items: readonly Item[] | undefined
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
      this.#all.map(({ expression }) => ({ needs: requirements(expression.source), lexicons: [] })),
    )
    return this.#index
  }

  get #all(): readonly Item[] {
    this.#items ??= this.#make()
    return this.#items
  }
}
