import type { Span } from '../source.js'
import { keyOf } from '../text/phrase-catalogue.js'
import type { PhraseList } from '../text/phrase-list.js'
import type { Text } from '../text/text.js'
import type { DetectorContext } from './detector.js'
import { phrases } from './phrase.js'

/** Words that a guard looks for. A lexicon is shared by all guards that name it, and looked for once in a text. */
export class GuardWords {
  readonly #lexicons: readonly PhraseList[]
  readonly #own: PhraseList | undefined

  constructor(list: readonly string[], context?: DetectorContext) {
    const { names, own } = parted(list)
    this.#lexicons = names.map((name) => sharedList(name, context))
    this.#own = own.length > 0 ? phrases(own, context?.lexicon) : undefined
  }

  /** Whether any of the words stand in a stretch of a text. */
  standIn(text: Text, span: Span): boolean {
    return (
      this.#lexicons.some((list) =>
        placesOf(list, text).some(({ start, end }) => start >= span.start && end <= span.end),
      ) ||
      (this.#own?.standsIn(text, span) ?? false)
    )
  }
}

/** The lexicons that stand alone, and all else. */
function parted(list: readonly string[]): { names: readonly string[]; own: readonly string[] } {
  const alone = /^\{([a-z-]+)\}$/
  return {
    names: list.flatMap((phrase) => alone.exec(phrase)?.[1] ?? []),
    own: list.filter((phrase) => !alone.test(phrase)),
  }
}

/** The keys of the lists that guard words are looked for by. */
export function keysOfWords(list: readonly string[]): readonly string[] {
  const { names, own } = parted(list)
  return [...names.map((name) => keyOf([`{${name}}`])), ...(own.length > 0 ? [keyOf(own)] : [])]
}

const shared = new WeakMap<object, PhraseList>()

function sharedList(name: string, context: DetectorContext | undefined): PhraseList {
  const lexicon = context?.lexicon(name)
  const known = lexicon && shared.get(lexicon)
  if (known) return known
  const list = phrases([`{${name}}`], context?.lexicon)
  if (lexicon) shared.set(lexicon, list)
  return list
}

const found = new WeakMap<PhraseList, WeakMap<Text, readonly Span[]>>()

function placesOf(list: PhraseList, text: Text): readonly Span[] {
  const byText = found.get(list) ?? new WeakMap<Text, readonly Span[]>()
  const places = byText.get(text) ?? list.find(text)
  found.set(list, byText.set(text, places))
  return places
}
