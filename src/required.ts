/**
 * Substrings of which a text must hold at least one, in lower case, for a regular expression to match in it, whatever the letter case; undefined where none can be
 * told. Lets thousands of expressions be looked up by what stands in a text, so that only the few that can match are ever compiled. Of the syntax with the flag
 * `u` only; `shortest`: how many units a substring has at least.
 */
export function requiredSubstrings(source: string, shortest = 3): readonly string[] | undefined {
  return new Reader(source, shortest).alternatives()
}

/**
 * All that a text must hold for a regular expression to match in it: one substring of each of these lists, the list that says most first. Empty where nothing can be told.
 */
export function requirements(source: string): readonly (readonly string[])[] {
  const required = requiredSubstrings(source)
  if (!required) return []
  const others = new Reader(source, 3).partsOfSequence().filter((one) => one.join() !== required.join())
  return [required, ...others.sort((a, b) => score(b) - score(a)).slice(0, most)]
}

/** What is asked beside the first costs a little each. */
const most = 3

/** Stands among required substrings for any digit. */
export const digit = '\\d'

/** Whether a lower-case text holds something that an expression requires. */
export const holds = (text: string, required: string): boolean =>
  required === digit ? /\d/.test(text) : text.includes(required)

type Required = readonly string[] | undefined

/** A character, class or group: what it is if it is one character, and what it requires. */
interface Atom {
  readonly literal?: string
  readonly required?: Required
}

const anything: Atom = {}
const anyDigit: Atom = { required: [digit] }

class Reader {
  readonly #source: string
  readonly #shortest: number
  #at = 0

  constructor(source: string, shortest: number) {
    this.#source = source
    this.#shortest = shortest
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
    return this.#source[this.#at] === '|' ? [] : parts
  }

  /** The best of what the parts of a sequence require; `parts` is told what each does. */
  #sequence(parts?: (readonly string[])[]): Required {
    const source = this.#source
    let best: Required
    let run = ''
    for (let unit = source[this.#at]; unit !== undefined && unit !== '|' && unit !== ')'; unit = source[this.#at]) {
      const { literal, required } = this.#atom(unit)
      const times = this.#quantifier()
      const isCertain = literal !== undefined && times !== 'maybe none'
      if (isCertain) run += literal
      if (!isCertain || times === 'several') {
        best = this.#better(best, run, parts)
        run = ''
      }
      if (required && times !== 'maybe none') {
        parts?.push(required)
        if (score(required) > score(best)) best = required
      }
    }
    return this.#better(best, run, parts)
  }

  #better(best: Required, run: string, parts?: (readonly string[])[]): Required {
    if (run.length < this.#shortest) return best
    parts?.push([run])
    return score([run]) > score(best) ? [run] : best
  }

  #atom(unit: string): Atom {
    if (unit === '(') return this.#group()
    if (unit === '[') return this.#class()
    if (unit === '\\') return this.#escape()
    if (unit === '.' || unit === '^' || unit === '$') {
      this.#at++
      return anything
    }
    const whole = unit >= '\uD800' && unit <= '\uDBFF' ? unit + this.#source[this.#at + 1] : unit
    this.#at += whole.length
    return { literal: whole.toLowerCase() }
  }

  /** `(`, `(?:`, `(?<name>`, or one that looks around. */
  #group(): Atom {
    const source = this.#source
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
    return looksAround ? anything : { required }
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
  for (const { length } of required) if (length < least) least = length
  return least * 4 - required.length
}
