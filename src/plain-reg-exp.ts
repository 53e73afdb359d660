import { holds } from './required.js'

/**
 * What the build puts in the place of `RegExp` (scripts/build.mjs): an expression with the flag `u` is compiled when it is first asked, and for texts whose only
 * letters are ASCII in a form that says the same of them. V8 takes 30 times as long to compile `\p{L}` as `[A-Za-z]` and nine times as long with the flag `i`
 * as without, and there are hundreds of such expressions, of which a run over one draft asks a few.
 */
const Native = globalThis.RegExp

/** What a Unicode property comes to in a plain text. */
const inPlainText: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  N: '0-9',
  Nd: '0-9',
  M: '\\u20E3\\uFE0F',
}

/**
 * Whether a text has no letters, digits and marks but those of ASCII and what stands in emoji; signs, punctuation and emoji may be any. In UTF-16 units.
 */
export const isPlain = (text: string): boolean => !beyondPlain.test(text)

// Left out of the allowed: ª µ º ² ³ ¹ ¼ ½ ¾, letters and numbers in circles, and all scripts.
const beyondPlain =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: units are meant
  /[^\u20E3\uFE0F\0-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2000-\u206F\u20A0-\u20C0\u2122\u2190-\u2211\u2213-\u23FF\u2500-\u2775\u2794-\u27BF\u2B00-\u2B59\u3001-\u3003\uD83C-\uD83E\uDC00-\uDFFF]/

/** The source for plain texts; undefined where it names a property that is not listed, or all but one inside a class. */
export function plainSource(source: string): string | undefined {
  let isInClass = false
  let isKnown = true
  const plain = source.replace(/\\([pP])\{([^}]*)\}|\\.|[[\]]/gs, (part, sign?: string, property?: string) => {
    if (part === '[') isInClass = true
    else if (part === ']') isInClass = false
    if (sign === undefined) return part
    const units = inPlainText[property!]
    if (units === undefined || (sign === 'P' && isInClass)) isKnown = false
    return isInClass ? (units ?? '') : `[${sign === 'P' ? '^' : ''}${units}]`
  })
  return isKnown ? plain : undefined
}

/**
 * The source for a plain text in lower case that says what `source` says of one whatever its letter case is: without the flag `i` an expression is compiled in a
 * ninth of the time. Undefined where it has groups to tell of, whose words would be in lower case.
 */
const lowerSource = (source: string): string | undefined =>
  /(?<!\\)(?:\\\\)*\((?!\?)|\(\?<[^=!]/.test(source)
    ? undefined
    : source.replace(/\\(?:u\{[^}]*\}|.)|[A-Z]+/gs, (part) => (part.startsWith('\\') ? part : part.toLowerCase()))

/** Native expressions for the same, each made when a text is the first to need it. */
class Twins {
  readonly #source: string
  readonly #flags: string
  #full: RegExp | undefined
  #plain: RegExp | undefined
  #asksLower = false
  readonly #required: string | undefined
  #needs: readonly string[] | undefined

  /** `required`: see `PlainAwareRegExp`. */
  constructor(source: string, flags: string, required?: string) {
    this.#source = source
    this.#flags = flags
    this.#required = required
  }

  /** Where the expression matches from an offset; gives the offset to go on from as well. */
  exec(text: string, from: number): { found: RegExpExecArray | null; next: number } {
    const isPlain = lastText.become(text)
    if (isPlain && !this.#plain && !this.#mayMatch()) return { found: null, next: /[gy]/.test(this.#flags) ? 0 : from }
    const twin = isPlain ? this.#forPlain() : this.#forAll()
    twin.lastIndex = from
    const asksLower = isPlain && this.#asksLower
    const found = twin.exec(asksLower ? lastText.lower : text)
    if (found && asksLower) {
      found[0] = text.slice(found.index, found.index + found[0].length)
      found.input = text
    }
    return { found, next: twin.lastIndex }
  }

  /** Whether the last text holds what the expression requires: worth asking as long as that saves compiling it. */
  #mayMatch(): boolean {
    if (this.#required === undefined) return true
    this.#needs ??= this.#required.split(separator)
    return this.#needs.some((substring) => holds(lastText.lower, substring))
  }

  #forAll(): RegExp {
    this.#full ??= new Native(this.#source, this.#flags)
    return this.#full
  }

  #forPlain(): RegExp {
    if (this.#plain) return this.#plain
    const plain = plainSource(this.#source)
    const lower = plain !== undefined && this.#flags.includes('i') ? lowerSource(plain) : undefined
    this.#asksLower = lower !== undefined
    this.#plain =
      lower !== undefined
        ? new Native(lower, this.#flags.replace('i', ''))
        : plain !== undefined
          ? new Native(plain, this.#flags)
          : this.#forAll()
    return this.#plain
  }
}

/** The text that was asked about last; the next expression is mostly asked about the same. */
const lastText = {
  text: '',
  isPlain: true,
  lowerCase: '' as string | undefined,

  /** Whether the text, which is now the last, is plain. */
  become(text: string): boolean {
    if (text !== this.text) {
      this.text = text
      this.isPlain = isPlain(text)
      this.lowerCase = undefined
    }
    return this.isPlain
  },

  get lower(): string {
    this.lowerCase ??= this.text.toLowerCase()
    return this.lowerCase
  },
}

/** By source and flags: `matchAll` and `split` make a copy of the expression each time. */
const known = new Map<string, Twins>()

/** Expressions that are put together for one text each must not be kept for ever. */
const maxKnown = 4_000

function twinsOf(source: string, flags: string, required?: string): Twins {
  const key = `${flags}/${source}`
  const twins = known.get(key) ?? new Twins(source, flags, required)
  if (known.size >= maxKnown) known.clear()
  known.set(key, twins)
  return twins
}

/** An expression with the flag `u` or a Unicode property. */
class PlainRegExp extends Native {
  readonly #source: string
  readonly #twins: Twins

  /** Also called by `matchAll` and `split`, with an expression of this class. */
  constructor(pattern: RegExp | string, flags: string, required?: string) {
    super('', flags)
    this.#source = sourceOf(pattern)
    this.#twins = twinsOf(this.#source, flags, required)
  }

  override get source(): string {
    return this.#source
  }

  override toString(): string {
    return `/${this.#source}/${this.flags}`
  }

  /** Everything else that asks an expression comes through here. */
  override exec(text: string): RegExpExecArray | null {
    const { found, next } = this.#twins.exec(String(text), this.lastIndex)
    this.lastIndex = next
    return found
  }
}

const sourceOf = (pattern: RegExp | string) => (pattern instanceof Native ? pattern.source : String(pattern))

/** What parts the substrings of `required`. */
const separator = '\n'

/**
 * `RegExp`, with `new` or without. Throws a SyntaxError for a broken source with the flag `u` only once it is asked. `required`: the substrings of which a text must
 * hold one (`requiredSubstrings`), with line breaks between; the build writes them beside the expressions that stand in the code.
 */
function PlainAwareRegExp(
  pattern: RegExp | string,
  flags = pattern instanceof Native ? pattern.flags : '',
  required?: string,
): RegExp {
  const source = sourceOf(pattern)
  return flags.includes('u') ? new PlainRegExp(source, flags, required) : new Native(source, flags)
}
PlainAwareRegExp.prototype = Native.prototype

export { PlainAwareRegExp as RegExp }
