import type { Span } from '../source.js'
import type { Word } from './words.js'

/** A word as phrases see it: parted at hyphens, without a possessive 's, contractions written out. */
export interface Piece extends Span {
  readonly lower: string
}

/** What a phrase stands for, and where it was found. */
export interface PhraseMatch<Meaning> extends Span {
  readonly meaning: Meaning
}

export interface PhraseOptions {
  /** Lists that a phrase may name as `{name}`. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  /** The last word's plural counts too. */
  readonly withPlural?: boolean
}

interface State {
  readonly next: Map<string, State[]>
  any: State | undefined
  /** States that are reached without reading a word: an alternative may be empty. */
  readonly skip: State[]
  readonly ends: End[]
}

interface End {
  readonly meaning: unknown
  /** A phrase in capitals is found in capitals only: ER, ALS. */
  readonly exact: string | undefined
}

const newState = (): State => ({ next: new Map(), any: undefined, skip: [], ends: [] })

/** A phrase with what it stands for. It begins with a word, or with alternatives none of which is empty or begins with a `*`. */
export interface Phrase<Meaning> {
  readonly phrase: string
  readonly meaning: Meaning
  readonly options: PhraseOptions
}

/** The phrases by each word that they may begin with, in their order. */
export function byFirstWord<One extends Phrase<unknown>>(phrases: readonly One[]): Map<string, One[]> {
  const lists = new Map<object, Map<string, readonly string[]>>()
  const all = new Map<string, One[]>()
  for (const phrase of phrases) {
    for (const word of firstWordsOf(phrase, lists)) {
      const others = all.get(word)
      if (others) others.push(phrase)
      else all.set(word, [phrase])
    }
  }
  return all
}

/**
 * Many phrases, found in one pass over a text's words. A phrase is words in a row, `(a|b c|)` one of several or nothing, `*` any one word,
 * `{name}` one of a list. Looking costs one lookup a word, however many phrases there are; a phrase is read when its first word first occurs.
 */
export class PhraseIndex<Meaning extends { readonly kind: string }> {
  readonly #startingWith: (word: string) => readonly Phrase<Meaning>[] | undefined
  /** The states after a first word, of words that have occurred. */
  readonly #starts = new Map<string, readonly State[]>()

  /** `startingWith`: the phrases that may begin with a word in lower case. */
  constructor(startingWith: (word: string) => readonly Phrase<Meaning>[] | undefined) {
    this.#startingWith = startingWith
  }

  /** The longest phrase of each kind at each place, none inside a longer one of its kind. */
  find(text: string, pieces: readonly Piece[]): PhraseMatch<Meaning>[] {
    const found: PhraseMatch<Meaning>[] = []
    const covered = new Map<string, number>()
    for (let index = 0; index < pieces.length; index++) {
      const starts = this.#startsFor(pieces[index]!.lower)
      if (!starts) continue
      const longest = new Map<string, PhraseMatch<{ kind: string }>>()
      for (const state of starts) walk(state, text, pieces, index, index + 1, longest)
      for (const [kind, match] of longest) {
        if (match.end <= (covered.get(kind) ?? -1)) continue
        covered.set(kind, match.end)
        found.push(match as PhraseMatch<Meaning>)
      }
    }
    return found
  }

  #startsFor(word: string): readonly State[] | undefined {
    const ready = this.#starts.get(word)
    const phrases = ready ? undefined : this.#startingWith(word)
    if (!phrases) return ready
    const root = newState()
    for (const one of phrases) connect(root, stepsOf(one)).ends.push({ meaning: one.meaning, exact: exactOf(one) })
    this.#starts.set(word, root.next.get(word)!)
    return root.next.get(word)
  }
}

/** The words that a phrase may begin with; of most phrases they show without reading the whole. `lists`: the first words of lists so far. */
function firstWordsOf(one: Phrase<unknown>, lists: Map<object, Map<string, readonly string[]>>): readonly string[] {
  const { phrase, options } = one
  const [word, isAll] = /^[a-z]+(?= |($))/.exec(phrase) ?? []
  if (word !== undefined && (isAll === undefined || !options.withPlural)) return [word]
  if (word !== undefined) return formsOf(word)
  return phrase.startsWith('{')
    ? firstOfList(phrase.slice(0, phrase.indexOf('}') + 1), options, lists)
    : firstOf(stepsOf(one))
}

function firstOfList(
  list: string,
  { words = {} }: PhraseOptions,
  lists: Map<object, Map<string, readonly string[]>>,
): readonly string[] {
  const known = lists.get(words) ?? new Map<string, readonly string[]>()
  const first = known.get(list) ?? firstOf(parse(spelledOut(list, words).toLowerCase()))
  lists.set(words, known.set(list, first))
  return first
}

const spelledOut = (phrase: string, words: NonNullable<PhraseOptions['words']>) =>
  phrase.replace(/\{(\w+)\}/g, (_, name: string) => `(${(words[name] ?? []).join('|')})`)

function stepsOf({ phrase, options: { words = {}, withPlural } }: Phrase<unknown>): readonly Step[] {
  const steps = parse(spelledOut(phrase, words).toLowerCase())
  const last = steps.at(-1)
  if (withPlural && last?.kind === 'word') steps[steps.length - 1] = { kind: 'either', options: pluralsOf(last.word) }
  return steps
}

/** What a phrase must read like; undefined if case does not matter. */
function exactOf({ phrase, options: { words = {} } }: Phrase<unknown>): string | undefined {
  const plain = spelledOut(phrase, words)
  return /[a-z(*]/.test(plain) ? undefined : plain
}

const firstOf = ([first]: readonly Step[]): readonly string[] =>
  first?.kind === 'word'
    ? [first.word]
    : first?.kind === 'either'
      ? [...new Set(first.options.flatMap((option) => firstOf(option)))]
      : []

function walk(
  state: State,
  text: string,
  pieces: readonly Piece[],
  first: number,
  at: number,
  longest: Map<string, PhraseMatch<{ kind: string }>>,
): void {
  if (state.ends.length > 0) accept(state, text, pieces[first]!.start, pieces[at - 1]!.end, longest)
  for (const other of state.skip) walk(other, text, pieces, first, at, longest)
  const piece = pieces[at]
  if (!piece) return
  for (const other of state.next.get(piece.lower) ?? []) walk(other, text, pieces, first, at + 1, longest)
  if (state.any) walk(state.any, text, pieces, first, at + 1, longest)
}

function accept(
  state: State,
  text: string,
  start: number,
  end: number,
  longest: Map<string, PhraseMatch<{ kind: string }>>,
): void {
  for (const { meaning, exact } of state.ends) {
    const raw = exact && text.slice(start, end)
    if (exact && raw !== exact && raw !== `${exact}s`) continue
    const { kind } = meaning as { kind: string }
    if (end > (longest.get(kind)?.end ?? -1)) longest.set(kind, { start, end, meaning: meaning as { kind: string } })
  }
}

type Step =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'either'; readonly options: readonly Step[][] }

/** Reads a phrase; `lift(s|ed|)` is written out first. */
function parse(phrase: string): Step[] {
  const spelled = phrase.replace(
    /([\p{L}']+)\(([\p{L}|]*)\)/gu,
    (_, stem: string, endings: string) =>
      `(${endings
        .split('|')
        .map((ending) => stem + ending)
        .join('|')})`,
  )
  const tokens = spelled.match(/[(|)]|[^\s(|)]+/g) ?? []
  let at = 0
  const sequence = (): Step[] => {
    const steps: Step[] = []
    for (; at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')'; at++) {
      const token = tokens[at]!
      if (token === '(') steps.push({ kind: 'either', options: options() })
      else if (token === '*') steps.push({ kind: 'any' })
      else steps.push(...token.split(/[-&]/).map((word) => ({ kind: 'word' as const, word: word.replace(/'s$/, '') })))
    }
    return steps
  }
  const options = (): Step[][] => {
    const all: Step[][] = []
    do {
      at++
      all.push(sequence())
    } while (tokens[at] === '|')
    return all
  }
  return sequence()
}

/** Lays the steps out from a state and gives the one after the last. */
function connect(from: State, steps: readonly Step[]): State {
  return steps.reduce<State>((state, step) => {
    if (step.kind === 'any') {
      state.any ??= newState()
      return state.any
    }
    if (step.kind === 'word') return edge(state, step.word, newState())
    const join = newState()
    for (const option of step.options) link(state, option, join)
    return join
  }, from)
}

function link(from: State, option: readonly Step[], join: State): void {
  const last = option.at(-1)
  if (!last) from.skip.push(join)
  else if (last.kind === 'word') edge(connect(from, option.slice(0, -1)), last.word, join)
  else connect(from, option).skip.push(join)
}

function edge(from: State, word: string, to: State): State {
  const list = from.next.get(word)
  if (list) list.push(to)
  else from.next.set(word, [to])
  return to
}

const pluralsOf = (word: string): Step[][] => formsOf(word).map((form) => [{ kind: 'word', word: form }])

/** A noun and its plural. */
const formsOf = (word: string): readonly string[] => [
  word,
  /[sxz]$|[cs]h$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`,
]

const contractions: Readonly<Record<string, string>> = { re: 'are', ve: 'have', ll: 'will', m: 'am', d: 'had' }
const takesIs = /^(?:he|she|it|who|that|there|what|here|where)$/

/** Words in the pieces that phrases are made of: `she's` is `she is`, `Ohio's` is `ohio`, `follow-up` is `follow up`. */
export function piecesOf(words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const word of words) {
    if (word.lower.includes("'") || word.lower.includes('-')) pieces.push(...parted(word))
    else pieces.push(word)
  }
  return pieces
}

function parted(word: Word): Piece[] {
  return Array.from(word.lower.matchAll(/[^-]+/g), ({ 0: part, index }) => ({
    part,
    start: word.start + index,
  })).flatMap(({ part, start }) => {
    const [stem, ending] = part.split(/'(?=\p{L}+$)/u) as [string, string?]
    if (ending === undefined || part.endsWith("n't") || !(ending === 's' || contractions[ending]))
      return [{ lower: part, start, end: start + part.length }]
    const noun = { lower: stem, start, end: start + stem.length }
    const verb = ending === 's' ? (takesIs.test(stem) ? 'is' : undefined) : contractions[ending]
    return verb ? [noun, { lower: verb, start: noun.end, end: start + part.length }] : [noun]
  })
}
