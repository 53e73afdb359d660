/**
 * Substrings of which a text must hold at least one, in lower case, for a regular expression to match in it; undefined where none can be told. Lets a list of
 * thousands of phrases be looked up by what stands in a text, so that only the few that can match are ever compiled.
 */
export function requiredSubstrings(source: string): readonly string[] | undefined {
  return new Reader(source).alternatives()
}

/** Stands among required substrings for any digit. */
export const digit = '\\d'

/** Whether a lower-case text holds something that an expression requires. */
export const holds = (text: string, required: string): boolean =>
  required === digit ? /\d/.test(text) : text.includes(required)

/** Shorter ones say too little. */
const shortest = 3

type Required = readonly string[] | undefined

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Up to the end or the closing bracket: what each alternative requires, together. */
  alternatives(): Required {
    let all: string[] | undefined = []
    for (;;) {
      const one = this.#sequence()
      if (all && one) all.push(...one)
      else all = undefined
      if (this.#source[this.#at] !== '|') return all
      this.#at++
    }
  }

  /** The best of what the parts of a sequence require. */
  #sequence(): Required {
    let best: Required
    let run = ''
    const offer = (required: Required) => {
      if (required && (!best || score(required) > score(best))) best = required
    }
    const endRun = () => {
      if (run.length >= shortest) offer([run])
      run = ''
    }
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const { literal, required } = this.#atom()
      const times = this.#quantifier()
      if (literal !== undefined && times !== 'maybe none') run += literal
      else endRun()
      if (times === 'several') endRun()
      if (times !== 'maybe none') offer(required)
    }
    endRun()
    return best
  }

  /** One character, class or group. */
  #atom(): { literal?: string; required?: Required } {
    const unit = String.fromCodePoint(this.#source.codePointAt(this.#at)!)
    if (unit === '(') return this.#group()
    if (unit === '[') return this.#class()
    if (unit === '\\') return this.#escape()
    this.#at += unit.length
    return '.^$ '.includes(unit) ? {} : { literal: unit.toLowerCase() }
  }

  #group(): { required?: Required } {
    const looksAround = /^\(\?<?[=!]/.test(this.#source.slice(this.#at, this.#at + 4))
    this.#at += /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.#source.slice(this.#at))![0].length
    const required = this.alternatives()
    this.#at++
    return looksAround ? {} : { required }
  }

  #class(): { required?: Required } {
    const start = this.#at
    for (this.#at++; this.#source[this.#at] !== ']' && this.#at < this.#source.length; this.#at++)
      if (this.#source[this.#at] === '\\') this.#at++
    this.#at++
    return /^\[(?:\d(?:-\d)?|\\d)+\]$/.test(this.#source.slice(start, this.#at)) ? { required: [digit] } : {}
  }

  #escape(): { literal?: string; required?: Required } {
    const escaped = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/su.exec(
      this.#source.slice(this.#at),
    )![0]
    this.#at += escaped.length
    if (escaped === digit) return { required: [digit] }
    return /^\\[^\p{L}\p{N}]$/u.test(escaped) ? { literal: escaped[1]! } : {}
  }

  /** Reads a quantifier. A run of letters does not go on over several of one. */
  #quantifier(): 'once' | 'several' | 'maybe none' {
    if (!'?*+{'.includes(this.#source[this.#at] ?? ' ')) return 'once'
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?/.exec(this.#source.slice(this.#at, this.#at + 12))?.[0]
    if (!quantifier) return 'once'
    this.#at += quantifier.length
    return /^(?:[?*]|\{0)/.test(quantifier) ? 'maybe none' : 'several'
  }
}

/** Longer substrings say more; many of them less. */
const score = (required: readonly string[]) => Math.min(...required.map(({ length }) => length)) * 4 - required.length
