import { holds, lettersOf, requirements } from './required.js'

/**
 * The alternatives of an expression, marked with what a text must hold for each to match: without those that cannot match in a text, the expression says the same of
 * it, and compiling it, which costs more than asking it, takes a fraction of the time. A build marks; a run prunes.
 */
const [open, next, close, body, or, and] = ['\x11', '\x12', '\x13', '\x14', '\x15', '\x16']

/** Marks the alternatives of a source (flag `u`), in groups too. The source itself where nothing in it can be left out. `asWhole`: also what all of it needs. */
export const marked = (source: string, asWhole = true): string => new Marker(source).alternatives(asWhole).text

export const isMarked = (source: string): boolean => source.includes(open)

/** A marked source as it was written. */
export const unmarked = (source: string): string =>
  isMarked(source) ? source.replace(marks, (mark) => (mark[0] === next ? '|' : '')) : source

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are such
const marks = /[\x11\x12][^\x14]*\x14|\x13/g

/** A marked source without the alternatives that cannot match in a text; undefined where none can. `lower`: the text in lower case, see `lowerCase`. */
export function pruned(source: string, lower: string): string | undefined {
  const left = new Pruner(source, lower).sequence()
  return left === never ? undefined : left
}

/** A text in lower case as expressions with the flag `i` see it, to which a long s is an s. */
export const lowerCase = (text: string): string => text.toLowerCase().replaceAll('ſ', 's')

const never = '(?!)'

/** Shorter groups cost more to leave out than to compile, in UTF-16 units. */
const shortest = 40

/** More substrings than these of one alternative cost more than they spare. */
const mostSubstrings = 60

interface Alternatives {
  readonly text: string
  /** A group among them is counted: all that come after it would have another number. */
  readonly captures: boolean
}

class Marker {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Up to the end or the closing bracket. */
  alternatives(isWhole = false): Alternatives {
    const start = this.#at
    const all: (Alternatives & { readonly needs: string })[] = []
    do {
      if (all.length > 0) this.#at++
      const from = this.#at
      const one = this.#sequence()
      all.push({ ...one, needs: one.captures ? '' : needsOf(this.#source.slice(from, this.#at)) })
    } while (this.#source[this.#at] === '|')
    const captures = all.some((one) => one.captures)
    const isWorth =
      all.some(({ needs }) => needs !== '') && (isWhole || (all.length > 1 && this.#at - start > shortest))
    const text = isWorth
      ? `${open}${all.map((one) => one.needs + body + one.text).join(next)}${close}`
      : all.map((one) => one.text).join('|')
    return { text, captures }
  }

  #sequence(): Alternatives {
    let text = ''
    let captures = false
    for (
      let unit = this.#source[this.#at];
      unit !== undefined && unit !== '|' && unit !== ')';
      unit = this.#source[this.#at]
    ) {
      if (unit === '(') {
        const group = this.#group()
        text += group.text
        captures ||= group.captures
      } else text += this.#take(unit === '[' ? /\[(?:\\.|[^\]\\])*\]/sy : unit === '\\' ? /\\./sy : /./sy)
    }
    return { text, captures }
  }

  #group(): Alternatives {
    const opening = this.#take(/\((?:\?(?:<?[=!]|:|<[^>]+>))?/y)
    const inner = this.alternatives()
    this.#at++
    return { text: `${opening}${inner.text})`, captures: inner.captures || /^\((?!\?)|^\(\?<[^=!]/.test(opening) }
  }

  #take(token: RegExp): string {
    token.lastIndex = this.#at
    const [found] = token.exec(this.#source)!
    this.#at += found.length
    return found
  }
}

/** What an alternative needs, as it is written into a mark; empty where that cannot be told. */
function needsOf(source: string): string {
  const lists = requirements(source, { shortest: 2 }).filter(
    (list) => list.length <= mostSubstrings && list.every(foldsSimply),
  )
  return lists
    .slice(0, 2)
    .map((list) => [...new Set(list)].join(or))
    .join(and)
}

/** Of a few letters beyond these, lower case and the flag `i` tell different things. */
const foldsSimply = (substring: string) =>
  /^[\x20-\x7e\xc0-\xff\u2000-\u206f\ud83c-\ud83e\udc00-\udfff]+$/.test(lettersOf(substring))

class Pruner {
  readonly #tokens: readonly string[]
  readonly #lower: string
  #at = 0

  constructor(source: string, lower: string) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are such
    this.#tokens = source.split(/([\x11-\x14])/)
    this.#lower = lower
  }

  sequence(): string {
    let text = ''
    for (
      let token = this.#tokens[this.#at];
      token !== undefined && token !== next && token !== close;
      token = this.#tokens[this.#at]
    ) {
      this.#at++
      text += token === open ? this.#group() : token
    }
    return text
  }

  #group(): string {
    const kept: string[] = []
    do {
      const needs = this.#tokens[this.#at]!
      this.#at += 2
      if (needs === '' || this.#hasEach(needs)) kept.push(this.sequence())
      else this.#skip()
    } while (this.#tokens[this.#at++] === next)
    return kept.length > 0 ? kept.join('|') : never
  }

  #hasEach(needs: string): boolean {
    return needs.split(and).every((list) => list.split(or).some((substring) => holds(this.#lower, substring)))
  }

  #skip(): void {
    for (let depth = 0; ; this.#at++) {
      const token = this.#tokens[this.#at]
      if (token === open) depth++
      else if (depth === 0 && (token === next || token === close)) return
      else if (token === close) depth--
    }
  }
}
