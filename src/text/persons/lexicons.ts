import { data } from '../../data.js'
import { once } from '../../once.js'
import { openTable, type TableSource } from '../../table.js'
import { isKnownWord, wordCost } from '../segment.js'

interface Names {
  readonly given: string
  readonly surnames: string
  readonly wordlike: string
}

type Cues = Readonly<Record<string, string>>

const wordSet = (text: string) => new Set(text.split(/\s+/))

/** Which lists a name stands in: `given`, `surname`, `wordlike`, by their first letters. */
export const nameTable: TableSource = {
  name: 'names',
  entries() {
    const { given, surnames, wordlike } = data<Names>('lexicons/names')
    const letters = new Map<string, string>()
    for (const [list, letter] of [
      [given, 'g'],
      [surnames, 's'],
      [wordlike, 'w'],
    ] as const)
      for (const name of list.split(/\s+/)) letters.set(name, (letters.get(name) ?? '') + letter)
    return letters
  },
}

const names = once(() => openTable(nameTable))

interface NameList {
  has(name: string): boolean
}

const listOf = (letter: string): NameList => ({ has: (name) => names().get(name)?.includes(letter) ?? false })
const givenNames = listOf('g')
const surnames = listOf('s')
const wordlikes = listOf('w')
const eponyms = once(() => new Set(data<{ entries: readonly string[] }>('lexicons/eponyms').entries.map(fold)))

const plain: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/** Lower case without accents: how names are compared. */
export const fold = (name: string): string =>
  /^[\0-\x7F]*$/.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[đłøßæœı]/g, (letter) => plain[letter]!)

const parts = (name: string) => name.split('-').filter(Boolean)
const isIn = (set: NameList, name: string) =>
  set.has(name) || (name.includes('-') && parts(name).every((part) => set.has(part)))

/** Whether a folded name is in the list of first names; `jean-luc` is where both parts are. */
export const isGiven = (folded: string): boolean => isIn(givenNames, folded)

/** Whether a folded name is a surname, by list or by its ending. */
export const isSurname = (folded: string): boolean =>
  isIn(surnames, folded) ||
  (folded.includes('-') && parts(folded).some((part) => surnames.has(part))) ||
  hasSurnameShape(folded)

/** Whether a folded name is an everyday word or a place too: hope, mark, charlotte. */
export const isWordlike = (folded: string): boolean => wordlikes.has(folded)

/** Whether a folded word is no name but an ordinary English word. */
export const isOrdinary = (folded: string): boolean => isKnownWord(folded) && (wordCost(folded) ?? 0) < 55

/** Whether a disease, a scale or a procedure is called so. */
export const isEponym = (folded: string): boolean =>
  eponyms().has(folded) || (folded.includes('-') && parts(folded).every((part) => eponyms().has(part)))

const ending =
  /^(?:o'|d'|mc|fitz)\p{L}{3,}|.{2,}(?:ovic|evic|enko|chuk|ssen|sson|[eo]v|[eo]va|ski|ska|sky|wicz|czyk|poulos|akis|idis|iou|yan|ian|oglu|shvili|adze|berg|stein|mann|strom|quist|gren|aitis|escu|ssian|wala|murthy|swamy)$/u
const hasSurnameShape = (folded: string) => !isKnownWord(folded) && ending.test(folded)

const cues = once(() => data<Cues>('lexicons/person-cues'))
const sets = new Map<string, ReadonlySet<string>>()

/** The words of a list of cues that is parted by spaces. */
export function cueWords(list: string): ReadonlySet<string> {
  const set = sets.get(list) ?? wordSet(cues()[list]!)
  sets.set(list, set)
  return set
}

/** The phrases of a list of cues as the source of an expression; a space also matches a hyphen. `{jobs}` takes another list in. */
export const cuePhrases = (list: string): string =>
  `(?:${cues()
    [list]!.replace(/\{(\w+)\}/g, (_, other: string) => cues()[other]!)
    .replace(/\|\s+/g, '|')
    .replace(/ \?/g, '[\\s-]*')
    .replace(/\[[^\]]*\]| +/g, (part) => (part.startsWith('[') ? part : '[\\s-]+'))})`

/** Whether an organisation or a character is called so: `Johns Hopkins`, by folded words. */
export const isNamesake = (folded: string): boolean => namesakes().has(folded)
const namesakes = once(
  () => new Set(data<{ organisations: readonly string[] }>('lexicons/eponyms').organisations.map(fold)),
)

/** Public and historical figures by folded name. */
export const figures = once(() => {
  const lists =
    data<Readonly<Record<'historical' | 'public' | 'fictional', readonly string[]>>>('lexicons/public-figures')
  return new Map(
    (['public', 'historical', 'fictional'] as const).flatMap((list) =>
      lists[list].map((name) => [fold(name), list === 'fictional' ? 'public' : list] as const),
    ),
  )
})

const figureNames = once(
  () =>
    new Set(
      [...figures().keys()]
        .flatMap((name) => name.split(' '))
        .filter((word) => word.length > 3 && (wordCost(word) ?? 99) > 45),
    ),
)

/** Whether a folded word is a part of such a figure's name, and no plain word. */
export const isFigureName = (folded: string): boolean => figureNames().has(folded)
