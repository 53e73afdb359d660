import { holds, lettersOf, requirements } from './required.js'

/**
 * The alternatives of an expression, marked with what a text must hold for each to match: without those that cannot match in a text, the expression says the same of
 * it, and compiling it, which costs more than asking it, takes a fraction of the time. A build marks; a run prunes.
 */
const [open, next, close, body, or, and, openNeeded] = ['\x11', '\x12', '\x13', '\x14', '\x15', '\x16', '\x17']

/** Marks the alternatives of a source (flag `u`), in groups too. The source itself where nothing in it can be left out. `asWhole`: also what all of it needs. */
export const marked = (source: string, asWhole = true): string => written(new Marker(source).group('', asWhole), false)

export const isMarked = (source: string): boolean => source.includes(body)

/** A marked source as it was written. */
export const unmarked = (source: string): string =>
  isMarked(source) ? source.replace(marks, (mark) => (mark[0] === next ? '|' : '')) : source

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks are such
const marks = /[\x11\x12\x17][^\x14]*\x14|\x13/g

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

/** Alternatives, in a group or of a whole source. */
interface Group {
  /** `(?:`, `(?!`, ...; empty for a whole source. */
  readonly opening: string
  readonly alternatives: readonly Alternative[]
  readonly isMarked: boolean
  /** Nothing matches around it where none of its alternatives does. */
  readonly isNeeded: boolean
  /** A group in it or itself is counted: all that come after it would have another number. */
  readonly captures: boolean
}

interface Alternative {
  readonly parts: readonly (string | Group)[]
  readonly needs: string
}

const capturing = /^\((?!\?)|^\(\?<[^=!]/

class Marker {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Up to the end or the closing bracket. */
  group(opening: string, isWhole: boolean): Group {
    const start = this.#at
    const alternatives: Alternative[] = []
    let captures = capturing.test(opening)
    do {
      if (alternatives.length > 0) this.#at++
      const from = this.#at
      const parts = this.#sequence()
      const counts = parts.some((part) => typeof part !== 'string' && part.captures)
      alternatives.push({ parts, needs: counts ? '' : needsOf(this.#source.slice(from, this.#at)) })
      captures ||= counts
    } while (this.#source[this.#at] === '|')
    const isWorth = isWhole || (alternatives.length > 1 && this.#at - start > shortest)
    this.#at++
    const isOptional = /^(?:[?*]|\{0)/.test(this.#source.slice(this.#at, this.#at + 2))
    const isMarked = isWorth && alternatives.some(({ needs }) => needs !== '')
    return { opening, alternatives, isMarked, isNeeded: !isOptional && !opening.endsWith('!'), captures }
  }

  #sequence(): (string | Group)[] {
    const parts: (string | Group)[] = []
    for (
      let unit = this.#source[this.#at];
      unit !== undefined && unit !== '|' && unit !== ')';
      unit = this.#source[this.#at]
    ) {
      if (unit === '(') parts.push(this.group(this.#take(/\((?:\?(?:<?[=!]|:|<[^>]+>))?/y), false))
      else parts.push(this.#take(unit === '[' ? /\[(?:\\.|[^\]\\])*\]/sy : unit === '\\' ? /\\./sy : /./sy))
    }
    return parts
  }

  #take(token: RegExp): string {
    token.lastIndex = this.#at
    const [found] = token.exec(this.#source)!
    this.#at += found.length
    return found
  }
}

/**
 * A group as it is written. `mayFail`: the alternative that it stands in can be left out as a whole where nothing of the group is left, which must not be one with a
 * group that is counted.
 */
function written({ opening, alternatives, isMarked, isNeeded }: Group, mayFail: boolean): string {
  const isAlone = alternatives.length === 1 && isNeeded && mayFail
  const texts = alternatives.map(({ parts }) => {
    const counts = parts.some((part) => typeof part !== 'string' && part.captures)
    return parts
      .map((part) => (typeof part === 'string' ? part : written(part, (isMarked || isAlone) && !counts)))
      .join('')
  })
  const mark = isNeeded && mayFail ? openNeeded : open
  const text = isMarked
    ? `${mark}${alternatives.map(({ needs }, at) => needs + body + texts[at]).join(next)}${close}`
    : texts.join('|')
  return opening === '' ? text : `${opening}${text})`
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
    this.#tokens = source.split(/([\x11-\x14\x17])/)
    this.#lower = lower
  }

  /** Up to the end of the alternative; undefined where a group lacks what it needs. */
  sequence(): string | undefined {
    let text = ''
    for (
      let token = this.#tokens[this.#at];
      token !== undefined && token !== next && token !== close;
      token = this.#tokens[this.#at]
    ) {
      this.#at++
      const part = token === open || token === openNeeded ? this.#group() : token
      if (part === undefined && token === openNeeded) {
        this.#skip()
        return undefined
      }
      text += part ?? never
    }
    return text
  }

  #group(): string | undefined {
    const kept: string[] = []
    do {
      const needs = this.#tokens[this.#at]!
      this.#at += 2
      if (needs === '' || this.#hasEach(needs)) {
        const one = this.sequence()
        if (one !== undefined) kept.push(one)
      } else this.#skip()
    } while (this.#tokens[this.#at++] === next)
    return kept.length > 0 ? kept.join('|') : undefined
  }

  #hasEach(needs: string): boolean {
    if (!needs.includes(or) && !needs.includes(and)) return holds(this.#lower, needs)
    return needs.split(and).every((list) => list.split(or).some((substring) => holds(this.#lower, substring)))
  }

  #skip(): void {
    for (let depth = 0; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at]
      if (token === open || token === openNeeded) depth++
      else if (depth === 0 && (token === next || token === close)) return
      else if (token === close) depth--
    }
  }
}
