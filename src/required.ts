/** What is known of a source before it is read. */
export interface SourceOptions {
  /** How many units a substring has at least: 3 if nothing is said. */
  readonly shortest?: number
  /** The source is matched at word boundaries only. */
  readonly isWhole?: boolean
}

/**
 * Substrings of which a text must hold at least one, in lower case, for a regular expression to match in it, whatever the letter case; undefined where none can be
 * told. Lets thousands of expressions be looked up by what stands in a text, so that only the few that can match are ever compiled. Of the syntax with the flag
 * `u` only. A substring may say that a word starts or ends with it, see `holds`.
 */
export const requiredSubstrings = (source: string, options: SourceOptions = {}): readonly string[] | undefined =>
  new Reader(source, options).whole()

/**
 * All that a text must hold for a regular expression to match in it: one substring of each of these lists, the list that says most first. Empty where nothing can be told.
 */
export function requirements(source: string, options: SourceOptions = {}): readonly (readonly string[])[] {
  const required = requiredSubstrings(source, options)
  if (!required) return []
  const others = new Reader(source, options).partsOfSequence().filter((one) => one.join() !== required.join())
  return [required, ...others.sort((a, b) => score(b) - score(a)).slice(0, most)]
}

/** What is asked beside the first costs a little each. */
const most = 3

/** What a space in a phrase of a rule matches: hyphens, spaces and a line break, but no blank line; the next word may be a hashtag. */
export const phraseSpace = '(?:(?:[^\\S\\n]|-|\\n(?!\\s*\\n))+#?)'

/** The same in a lexicon of the analysis. In a group of its own, so that ` ?` is a space that may be missing. */
export const wordSpace = '(?:(?:[^\\S\\n]|-|\\n(?!\\s*\\n))+)'

/** A word that may stand between two others, with the space after it: no stop, colon, dash or blank line. */
export const gapWord = '(?:(?:[^\\s.!?;:\\u2014]|[.:](?=\\S))+(?:[^\\S\\n]+|\\n(?!\\s))#?)'

/** Stands among required substrings for any digit. */
export const digit = '\\d'

/** Before a required substring: a word starts with it; after one: a word ends with it. */
export const [wordStart, wordEnd] = ['\x02', '\x03'] as const

/** A required substring without the marks of words. */
export const lettersOf = (required: string): string => required.replace(marks, '')

/** The same at the start and the end of a group, until it is known what stands around it. */
const [groupStart, groupEnd] = ['\x04', '\x05'] as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are such
const marks = /^[\x02\x04]|[\x03\x05]$/g

type Mark = '' | typeof wordStart | typeof wordEnd | typeof groupStart | typeof groupEnd

/** Whether a unit of a lower-case text is inside a word, as far as ASCII goes. */
export const isInWord = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95

/** Whether a lower-case text holds something that an expression requires. */
export function holds(text: string, required: string): boolean {
  if (required === digit) return /\d/.test(text)
  const starts = required.startsWith(wordStart)
  const ends = required.endsWith(wordEnd)
  if (!starts && !ends) return text.includes(required)
  const letters = required.slice(starts ? 1 : 0, ends ? -1 : undefined)
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    const isAtStart = !starts || at === 0 || !isInWord(text.charCodeAt(at - 1))
    const isAtEnd = !ends || !isInWord(text.charCodeAt(at + letters.length))
    if (isAtStart && isAtEnd) return true
  }
  return false
}

type Required = readonly string[] | undefined

/** A character, class or group. */
interface Atom {
  /** What it is if it is one character. */
  readonly literal?: string
  /** What it requires, with the marks of words where it is at the start or the end of the group. */
  readonly required?: Required
  /** It matches no characters. */
  readonly isEmpty?: boolean
  /** Whatever it matches parts two words. */
  readonly parts?: boolean
  /** It matches whole words with what parts them, or nothing. */
  readonly isGap?: boolean
}

const separators: readonly string[] = [phraseSpace, wordSpace]

const anything: Atom = {}
const anyDigit: Atom = { required: [digit] }

class Reader {
  readonly #source: string
  readonly #shortest: number
  readonly #isWhole: boolean
  #at = 0

  constructor(source: string, { shortest = 3, isWhole = false }: SourceOptions) {
    this.#source = source
    this.#shortest = shortest
    this.#isWhole = isWhole
  }

  whole(): Required {
    return this.#bounded(this.alternatives())
  }

  /** Up to the end or the closing bracket: what each alternative requires, together. */
  alternatives(): Required {
    let all: string[] | undefined = []
    for (;;) {
      const one = this.#sequence()
      if (all && one) for (const substring of one) all.push(substring)
      else all = undefined
      if (this.#source[this.#at] !== '|') return all
      this.#at++
    }
  }

  /** What the parts of a source that is one sequence require, each; nothing where it is several. */
  partsOfSequence(): (readonly string[])[] {
    const parts: (readonly string[])[] = []
    this.#sequence(parts)
    if (this.#source[this.#at] === '|') return []
    return parts.flatMap((part) => {
      const one = this.#bounded(part)
      return one ? [one] : []
    })
  }

  /** The best of what the parts of a sequence require; `parts` is told what each does. */
  #sequence(parts: (readonly string[])[] = []): Required {
    const source = this.#source
    let run = ''
    let runStart: Mark = ''
    /** Nothing has been matched since the last place where a word may start. */
    let start: Mark = groupStart
    /** What a group requires that may be the last: it is not known yet whether a word ends there. */
    let group: Required
    const flush = (end: Mark) => {
      if (run !== '' && this.#saysEnough(runStart + run + end)) parts.push([runStart + run + end])
      const all = this.#bounded(group, groupStart, end)
      if (all) parts.push(all)
      run = ''
      group = undefined
    }
    for (let unit = source[this.#at]; unit !== undefined && unit !== '|' && unit !== ')'; unit = source[this.#at]) {
      const { literal, required, isEmpty, parts: separates, isGap } = this.#atom(unit)
      const times = this.#quantifier()
      if (isEmpty) continue
      const isCertain = literal !== undefined && times !== 'maybe none'
      const isSeparator = separates === true && times !== 'maybe none'
      if (isCertain && run === '') {
        flush(isInWord(literal.charCodeAt(0)) ? '' : wordEnd)
        runStart = start
      }
      if (isCertain) run += literal
      if (!isCertain || times === 'several') flush(isSeparator ? wordEnd : '')
      if (required && times !== 'maybe none') group = this.#bounded(required, start, times === 'once' ? groupEnd : '')
      if (isSeparator || (isCertain && literal === ' ')) start = wordStart
      else if (!isGap) start = ''
    }
    flush(groupEnd)
    return parts.reduce<Required>((best, part) => (score(part) > score(best) ? part : best), undefined)
  }

  /** Substrings of a group with its marks resolved by what stands around it; undefined where one says too little then. */
  #bounded(
    required: Required,
    start: Mark = this.#isWhole ? wordStart : '',
    end: Mark = this.#isWhole ? wordEnd : '',
  ): Required {
    const resolved = required?.map((one) => {
      const started = one.startsWith(groupStart) ? start + one.slice(1) : one
      return started.endsWith(groupEnd) ? started.slice(0, -1) + end : started
    })
    return resolved?.every((one) => this.#saysEnough(one)) ? resolved : undefined
  }

  #saysEnough(substring: string): boolean {
    const { length } = lettersOf(substring)
    return (
      substring === digit ||
      length >= this.#shortest ||
      (length === 2 && (substring.startsWith(wordStart) || substring.startsWith(groupStart)))
    )
  }

  #atom(unit: string): Atom {
    if (unit === '(') return this.#group()
    if (unit === '[') return this.#class()
    if (unit === '\\') return this.#escape()
    if (unit === '.' || unit === '^' || unit === '$') {
      this.#at++
      return unit === '.' ? anything : { isEmpty: true }
    }
    const whole = unit >= '\uD800' && unit <= '\uDBFF' ? unit + this.#source[this.#at + 1] : unit
    this.#at += whole.length
    return { literal: whole.toLowerCase() }
  }

  /** `(`, `(?:`, `(?<name>`, or one that looks around. */
  #group(): Atom {
    const source = this.#source
    const start = this.#at
    let looksAround = false
    this.#at++
    if (source[this.#at] === '?') {
      const behind = source[this.#at + 1] === '<' ? 1 : 0
      const sign = source[this.#at + 1 + behind]
      looksAround = sign === '=' || sign === '!'
      const isNamed = behind === 1 && !looksAround
      this.#at = isNamed ? source.indexOf('>', this.#at) + 1 : this.#at + 2 + behind
    }
    const required = this.alternatives()
    this.#at++
    if (looksAround) return { isEmpty: true }
    const written = source.slice(start, this.#at)
    return { required, parts: separators.includes(written), isGap: written === gapWord }
  }

  /** A class of digits asks for one; `[Bb]` is a letter of either case. */
  #class(): Atom {
    const source = this.#source
    const start = this.#at
    for (this.#at++; source[this.#at] !== ']' && this.#at < source.length; this.#at++)
      if (source[this.#at] === '\\') this.#at++
    this.#at++
    if (this.#at - start === 4 && source[start + 1] !== '\\') {
      const [one, other] = [source[start + 1]!.toLowerCase(), source[start + 2]!.toLowerCase()]
      if (one === other) return { literal: one }
    }
    return /^\[(?:\d(?:-\d)?|\\d)+\]$/.test(source.slice(start, this.#at)) ? anyDigit : anything
  }

  #escape(): Atom {
    const source = this.#source
    const unit = source[this.#at + 1]!
    if (/[pPuk]/.test(unit) && (source[this.#at + 2] === '{' || source[this.#at + 2] === '<')) {
      this.#at = source.indexOf(unit === 'k' ? '>' : '}', this.#at) + 1
      return anything
    }
    this.#at += unit === 'u' ? 6 : unit === 'x' ? 4 : unit === 'c' ? 3 : 2
    if (unit === 'd') return anyDigit
    if (unit === 's') return { parts: true }
    if (unit === 'b' || unit === 'B') return { isEmpty: true }
    return /[\p{L}\p{N}]/u.test(unit) ? anything : { literal: unit }
  }

  /** Reads a quantifier. A run of letters does not go on over several of one. */
  #quantifier(): 'once' | 'several' | 'maybe none' {
    const source = this.#source
    const unit = source[this.#at]
    if (unit !== '?' && unit !== '*' && unit !== '+' && unit !== '{') return 'once'
    const isNone = unit === '?' || unit === '*' || (unit === '{' && source[this.#at + 1] === '0')
    this.#at = unit === '{' ? source.indexOf('}', this.#at) + 1 : this.#at + 1
    if (source[this.#at] === '?') this.#at++
    return isNone ? 'maybe none' : 'several'
  }
}

/** Longer substrings say more; many of them less. */
function score(required: Required): number {
  if (!required) return Number.NEGATIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  for (const one of required) {
    const { length } = lettersOf(one)
    if (length < least) least = length
  }
  return least * 4 - required.length
}
