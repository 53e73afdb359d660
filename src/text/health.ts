import { data } from '../data.js'
import { overlaps, type Span } from '../source.js'
import { openTable, type TableSource } from '../table.js'
import { byFirstWord, PhraseIndex, type PhraseMatch, type PhraseOptions } from './phrase-index.js'
import type { Text } from './text.js'

export type HealthKind =
  | 'condition'
  | 'rare-condition'
  | 'procedure'
  | 'symptom'
  | 'care-noun'
  | 'care-event'
  | 'care-word'
  | 'care-place'
  | 'person-noun'
  | 'occupation'
  | 'story-detail'

/** What a word of health or care stands for. */
export interface HealthMeaning {
  readonly kind: HealthKind
  /** Which of its kind: the event (`admission`), the sort of person (`care`, `staff`), the element of a story (`public event`). */
  readonly sort?: string
  /** What to say instead, of a rare condition: `a rare genetic condition`. */
  readonly general?: string
  /** Of a story element: how far it narrows a story down. */
  readonly points?: number
  /** Of a story element: what to leave out, for people. */
  readonly drop?: string
}

/** A word or phrase of health or care in a text. */
export interface HealthMention {
  readonly span: Span
  readonly meaning: HealthMeaning
}

/** Every mention of health, care, people and telling details, in order of their start. Words of several kinds are found as each. */
export function healthIn(text: Text): readonly HealthMention[] {
  const found = healthIndex()
    .find(text.text, text.pieces)
    .map(({ start, end, meaning }: PhraseMatch<HealthMeaning>) => ({ span: { start, end }, meaning }))
  const others = namedByEnding(text).filter(({ span }) => !found.some((other) => overlaps(other.span, span)))
  return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.span.start - b.span.start)
}

interface Endings {
  readonly entries: readonly { readonly kind: HealthKind; readonly endings: readonly string[] }[]
  readonly not: readonly string[]
}

let endings: { readonly any: RegExp; readonly not: ReadonlySet<string>; readonly kinds: Endings['entries'] } | undefined

/** Operations and diseases that end as such words do: `jejunostomy`, `sialadenitis`. */
function namedByEnding(text: Text): readonly HealthMention[] {
  endings ??= loadEndings()
  const { any, not, kinds } = endings
  return text.pieces.flatMap(({ lower, start, end }) => {
    if (lower.length < 7 || !any.test(lower) || not.has(lower)) return []
    const kind = kinds.find((group) => group.endings.some((ending) => lower.endsWith(ending)))?.kind
    return kind ? [{ span: { start, end }, meaning: { kind } }] : []
  })
}

function loadEndings() {
  const { entries, not } = data<Endings>('lexicons/medical-endings')
  const all = entries.flatMap((group) => group.endings)
  return { any: new RegExp(`(?:${all.join('|')})$`), not: new Set(not), kinds: entries }
}

interface GroupedLexicon {
  readonly words?: PhraseOptions['words']
  readonly entries: readonly (string | Group)[]
}

interface Group {
  readonly terms: readonly string[]
  readonly class?: string
  readonly event?: string
  readonly kind?: string
  readonly element?: string
  readonly points?: number
  readonly drop?: string
  readonly sort?: string
  readonly 'held-by-one'?: boolean
}

const lexicons: readonly (readonly [name: string, kind: HealthKind, withPlural: boolean])[] = [
  ['conditions', 'condition', true],
  ['rare-conditions', 'rare-condition', true],
  ['procedures', 'procedure', true],
  ['symptoms', 'symptom', true],
  ['care-nouns', 'care-noun', true],
  ['care-events', 'care-event', false],
  ['care-places', 'care-place', false],
  ['care-words', 'care-word', true],
  ['care-persons', 'person-noun', false],
  ['occupations', 'occupation', false],
  ['story-details', 'story-detail', false],
]

/** A phrase as the table has it; the lists that it may name stand under a key of their lexicon's. */
interface Row {
  readonly phrase: string
  readonly meaning: HealthMeaning
  readonly lexicon: string
  readonly withPlural: boolean
}

/** The phrases by their first words, and the lists that they name. */
export const healthTable: TableSource = {
  name: 'health',
  *entries() {
    const phrases = lexicons.flatMap(phrasesOf)
    for (const [word, rows] of byFirstWord(phrases)) {
      const stored = rows.map(
        ({ phrase, meaning, options: { withPlural }, lexicon }): Row => ({
          phrase,
          meaning,
          lexicon,
          withPlural: withPlural ?? false,
        }),
      )
      yield [word, JSON.stringify(stored)]
    }
    for (const [name] of lexicons) yield [listsKey(name), JSON.stringify(read(name).words ?? {})]
  },
}

const read = (name: string) => data<GroupedLexicon>(`lexicons/${name}`)
const listsKey = (lexicon: string) => `lists of ${lexicon}`

function phrasesOf([lexicon, kind, withPlural]: (typeof lexicons)[number]) {
  const { entries, words } = read(lexicon)
  return entries
    .map((entry) => (typeof entry === 'string' ? { terms: [entry] } : entry))
    .flatMap((group) =>
      group.terms.map((phrase) => ({
        phrase,
        meaning: meaningOf(kind, group),
        options: { words, withPlural },
        lexicon,
      })),
    )
}

let index: PhraseIndex<HealthMeaning> | undefined

function healthIndex(): PhraseIndex<HealthMeaning> {
  if (index) return index
  const table = openTable(healthTable)
  const lists = new Map<string, PhraseOptions['words']>()
  const listsOf = (lexicon: string) => {
    if (!lists.has(lexicon)) lists.set(lexicon, JSON.parse(table.get(listsKey(lexicon))!))
    return lists.get(lexicon)
  }
  index = new PhraseIndex((word) => {
    const rows = table.get(word)
    return rows === undefined
      ? undefined
      : (JSON.parse(rows) as Row[]).map(({ phrase, meaning, lexicon, withPlural }) => ({
          phrase,
          meaning,
          options: { words: listsOf(lexicon), withPlural },
        }))
  })
  return index
}

const meaningOf = (kind: HealthKind, group: Group): HealthMeaning => ({
  kind,
  sort:
    group.sort ??
    group.event ??
    group.kind ??
    group.element ??
    (kind === 'occupation' && group['held-by-one'] ? 'held by one' : undefined),
  general: group.class,
  points: group.points,
  drop: group.drop,
})
