import { data } from '../data.js'
import { openTable, type TableSource } from '../table.js'
import { byFirstWord, PhraseIndex } from './phrase-index.js'

/** What a phrase frames: a story, an invitation, fiction. */
export interface Frame {
  readonly kind: string
}

interface Frames {
  /** Lists that the phrases name. */
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly entries: readonly { readonly kind: string; readonly terms: readonly string[] }[]
}

/** A phrase, as it is stored. */
type Row = readonly [phrase: string, kind: string]

const read = () => data<Frames>('lexicons/context-frames')

/** Under this key, which is no word, the lists. */
const listsKey = 'lists of all'

/** The phrases by their first words, and the lists that they name. */
export const frameTable: TableSource = {
  name: 'frames',
  *entries() {
    const { words, entries } = read()
    const phrases = entries.flatMap(({ kind, terms }) =>
      terms.map((phrase) => ({ phrase, meaning: { kind }, options: { words } })),
    )
    for (const [word, rows] of byFirstWord(phrases))
      yield [word, JSON.stringify(rows.map(({ phrase, meaning }): Row => [phrase, meaning.kind]))]
    yield [listsKey, JSON.stringify(words)]
  },
}

let index: PhraseIndex<Frame> | undefined

/** Finds what frames what a text tells. */
export function frameIndex(): PhraseIndex<Frame> {
  if (index) return index
  const table = openTable(frameTable)
  let words: Frames['words'] | undefined
  index = new PhraseIndex((word) => {
    const rows = table.get(word)
    if (rows === undefined) return undefined
    words ??= JSON.parse(table.get(listsKey)!) as Frames['words']
    const options = { words }
    return (JSON.parse(rows) as Row[]).map(([phrase, kind]) => ({ phrase, meaning: { kind }, options }))
  })
  return index
}
