import type { Span } from '../../source.js'
import type { Text } from '../text.js'
import { cueWords, isGiven, isSurname } from './lexicons.js'
import { type Item, type Kind, runsIn } from './run.js'
import { withSurnames } from './surnames.js'

export type Shape = 'capitals' | 'lower-case' | 'initials' | 'nickname'

/** Words that may be somebody's name, with what stands around them. */
export interface Candidate {
  readonly text: Text
  /** With an honorific or a kinship title, without a possessive 's. */
  readonly span: Span
  readonly names: readonly Item[]
  /** Titles, places and the like right before, in the same row of capitals. */
  readonly prefix: readonly Item[]
  /** What follows in the same row. */
  readonly suffix: readonly Item[]
  readonly isPossessive: boolean
  /** How it shows: by capitals, or by words before it alone. */
  readonly shape: Shape
  /** The rest of the sentence before the name and its title, and after the name; and what comes after that, as far as some words. */
  readonly before: string
  readonly after: string
  readonly beyond: string
  readonly sentence: Span
  /** Most words around start with a capital, so that a capital says nothing. */
  readonly isTitleCase: boolean
}

const reach = 110

/** All candidates of a text, in order. */
export function candidatesIn(text: Text): Candidate[] {
  return joined(text, runsIn(text.text)).flatMap((words) => {
    const run = withSurnames(text, words)
    return segments(run).map(([from, to]) => candidate(text, run, from, to))
  })
}

/** `our patient Maria`, a line's end, `Lopez rang the bell`: one name, where a sentence runs over the line's end. */
function joined({ text }: Text, runs: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return runs.flatMap((run, index) => {
    const isTaken = index > 0 && runsOver(text, runs[index - 1]!, run)
    if (isTaken) return []
    const next = runs[index + 1]
    return [next && runsOver(text, run, next) ? [...run, ...next] : run]
  })
}

function runsOver(text: string, run: readonly Item[], next: readonly Item[]): boolean {
  const [last, first] = [run.at(-1)!, next[0]!]
  return (
    last.kind === 'given' &&
    !last.isPossessive &&
    (first.kind === 'surname' || first.kind === 'unknown') &&
    /^[ \t]*\n[ \t]*$/.test(text.slice(last.end, first.start)) &&
    /\p{Ll}[,:]? $/u.test(text.slice(Math.max(0, run[0]!.start - 3), run[0]!.start)) &&
    /^(?:'s)?(?:,? \p{Ll}|[.!])/u.test(text.slice(next.at(-1)!.end, next.at(-1)!.end + 5))
  )
}

const isNameKind = (kind: Kind) => kind === 'given' || kind === 'surname' || kind === 'wordlike' || kind === 'unknown'

/** Stretches of a row that may be a name: first names, surnames, unknown words, with initials, particles and nicknames between. */
function segments(run: readonly Item[]): [number, number][] {
  const found: [number, number][] = []
  for (let from = 0; from < run.length; from++) {
    if (!starts(run, from)) continue
    let to = from + 1
    while (to < run.length && !run[to - 1]!.isPossessive && goesOn(run, from, to)) to++
    while (run[to - 1]!.kind === 'particle' || run[to - 1]!.kind === 'nickname') to--
    found.push([trimmedStart(run, from, to), to])
    from = to - 1
  }
  return found
}

const starts = (run: readonly Item[], at: number) =>
  isNameKind(run[at]!.kind) ||
  run[at]!.kind === 'initials' ||
  (run[at]!.kind === 'organisation' && isSurname(run[at]!.folded) && run[at - 1]?.kind === 'honorific')

function goesOn(run: readonly Item[], from: number, at: number): boolean {
  const { kind, folded } = run[at]!
  if (isNatureName(run, from, at)) return true
  // `Beth March's fever`
  if (kind === 'calendar' && run[at]!.isPossessive && at === from + 1 && run[from]!.kind === 'given') return true
  if (isNameKind(kind) || kind === 'initials' || kind === 'particle' || kind === 'nickname' || kind === 'roman')
    return true
  // Ana Park is a person, Rosa Parks Center is not, and neither is Cedar Park.
  return (
    kind === 'organisation' &&
    isSurname(folded) &&
    at === from + 1 &&
    run[from]!.kind === 'given' &&
    run[at + 1]?.kind !== 'organisation'
  )
}

/** Cheyenne Running Bear, Joseph White Eagle: any word, and then one of those that such names end with. */
function isNatureName(run: readonly Item[], from: number, at: number): boolean {
  const [first, middle, last, ...rest] = run.slice(from)
  const ends = last !== undefined && cueWords('nature_surnames').has(last.text)
  return (
    ends &&
    rest.length === 0 &&
    isFirstName(first!) &&
    !first!.isPossessive &&
    middle!.kind !== 'credential' &&
    at <= from + 2
  )
}

/** `Will Jane Roe`, `Hope Jane`: a word that only begins the sentence is none of the name. */
function trimmedStart(run: readonly Item[], from: number, to: number): number {
  const [first, second, third] = run.slice(from, to)
  if (from > 0 || first?.kind !== 'wordlike' || second?.kind !== 'given') return from
  if (third && isNameKind(third.kind)) return from + 1
  return third || isSurname(second.folded) ? from : from + 1
}

function candidate(text: Text, run: readonly Item[], from: number, to: number): Candidate {
  const names = run.slice(from, to)
  const prefix = prefixOf(run, from)
  const last = names.at(-1)!
  const titles = prefix.slice(prefix.findLastIndex((item) => item.kind !== 'honorific' && item.kind !== 'kin') + 1)
  const span = { start: (titles[0] ?? names[0]!).start, end: last.end }
  return around(text, span, (prefix[0] ?? names[0]!).start, {
    names,
    prefix,
    suffix: run.slice(to),
    isPossessive: last.isPossessive,
    shape: 'capitals',
  })
}

const prefixKinds: ReadonlySet<Kind> = new Set(['title', 'office', 'honorific', 'kin', 'place'])

function prefixOf(run: readonly Item[], from: number): readonly Item[] {
  let start = from
  while (start > 0 && prefixKinds.has(run[start - 1]!.kind)) start--
  return run.slice(start, from)
}

type Own = Pick<Candidate, 'names' | 'prefix' | 'suffix' | 'isPossessive' | 'shape'>

/** A candidate with its surroundings; `outer` is where the titles before it begin. */
export function around(text: Text, span: Span, outer: number, own: Own): Candidate {
  const whole = text.sentenceAt(span.start)
  const end = endOf(text, span, whole)
  // Of a sentence without end only what stands near: each name is looked at in the same time.
  const sentence = {
    start: Math.max(Math.min(whole.start, outer), outer - 3 * reach),
    end: Math.min(end, span.end + 3 * reach),
  }
  const name = text.text.slice(span.start, span.end)
  return {
    text,
    span,
    ...own,
    before: text.text.slice(Math.max(sentence.start, outer - reach), outer),
    after: text.text.slice(
      span.end + (own.isPossessive ? possessiveLength(text.text, span.end) : 0),
      Math.min(end, span.end + reach),
    ),
    beyond: text.text.slice(end, end + reach),
    sentence,
    isTitleCase: own.shape === 'capitals' && isTitleCase(text, sentence, name),
  }
}

/** `M.L. passed away`: the dots end no sentence that goes on in lower case. */
function endOf(text: Text, span: Span, { end }: Span): number {
  const goesOn =
    end <= span.end + 1 && text.text[span.end - 1] === '.' && /^ \p{Ll}/u.test(text.text.slice(span.end, span.end + 2))
  return goesOn ? text.sentenceAt(span.end + 2).end : Math.max(end, span.end)
}

const possessiveLength = (text: string, at: number) => /^'[sS]?/.exec(text.slice(at, at + 2))?.[0].length ?? 0

/** Of the words beside the name, four or more letters long, nearly all start with a capital. */
function isTitleCase(text: Text, sentence: Span, name: string): boolean {
  const { words, capitals } = casesIn(text, sentence)
  const own = name.match(longWord)?.length ?? 0
  return words - own >= 3 && capitals - own >= (words - own) * 0.75
}

interface Cases {
  readonly words: number
  readonly capitals: number
}

const longWord = /(?<![\p{L}#@'])\p{L}{4,}/gu
const cases = new WeakMap<Text, Map<number, Cases>>()

/** Counted once per sentence. */
function casesIn(text: Text, { start, end }: Span): Cases {
  const known = cases.get(text) ?? new Map<number, Cases>()
  cases.set(text, known)
  const words = known.has(start) ? [] : (text.text.slice(start, end).match(longWord) ?? [])
  const counted = known.get(start) ?? {
    words: words.length,
    capitals: words.filter((word) => /^\p{Lu}/u.test(word)).length,
  }
  known.set(start, counted)
  return counted
}

/** Whether an item could be somebody's first name. */
export const isFirstName = (item: Item): boolean =>
  item.kind === 'given' || (item.kind === 'wordlike' && isGiven(item.folded))
