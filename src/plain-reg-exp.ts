import { isMarked, lowerCase, pruned, unmarked } from './branches.js'

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

/** A native expression, and whether it is to be asked about the text in lower case. */
interface Twin {
  readonly expression: RegExp
  readonly asksLower: boolean
}

/** Native expressions for the same, each made when a text is the first to need it. */
class Twins {
  readonly #source: string
  readonly #flags: string
  #full: Twin | undefined
  #plain: Twin | undefined
  /** The last text for which alternatives were left out, and the expression without them; none where nothing can match. */
  #prunedFor: string | undefined
  #pruned: Twin | undefined
  #spent = 0

  /** `source` may be marked, see src/branches.ts. */
  constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  /** Where the expression matches from an offset; gives the offset to go on from as well. */
  exec(text: string, from: number): { found: RegExpExecArray | null; next: number } {
    const twin = this.#twin(lastText.become(text))
    if (!twin) return { found: null, next: /[gy]/.test(this.#flags) ? 0 : from }
    const { expression, asksLower } = twin
    expression.lastIndex = from
    const found = expression.exec(asksLower ? lastText.lower : text)
    if (found && asksLower) {
      found[0] = text.slice(found.index, found.index + found[0].length)
      found.input = text
    }
    return { found, next: expression.lastIndex }
  }

  #twin(isPlain: boolean): Twin | undefined {
    const whole = isPlain ? this.#plain : this.#full
    if (whole) return whole
    if (isMarked(this.#source) && this.#spent <= this.#source.length) return this.#twinForLast(isPlain)
    const source = unmarked(this.#source)
    const twin = isPlain ? forPlain(source, this.#flags) : forAll(source, this.#flags)
    if (isPlain) this.#plain = twin
    else this.#full = twin
    return twin
  }

  /** Of what the last text can match only: until that has cost as much as the whole expression would. */
  #twinForLast(isPlain: boolean): Twin | undefined {
    if (this.#prunedFor === lastText.text) return this.#pruned
    const source = pruned(this.#source, lastText.lower)
    this.#spent += (source?.length ?? 0) + this.#source.length / costOfPruning
    this.#prunedFor = lastText.text
    this.#pruned =
      source === undefined ? undefined : isPlain ? forPlain(source, this.#flags) : forAll(source, this.#flags)
    return this.#pruned
  }
}

/** So many times as much does it cost to compile an expression as to find out what of it can match. */
const costOfPruning = 20

const forAll = (source: string, flags: string): Twin => ({ expression: new Native(source, flags), asksLower: false })

function forPlain(source: string, flags: string): Twin {
  const plain = plainSource(source)
  const lower = plain !== undefined && flags.includes('i') ? lowerSource(plain) : undefined
  return lower !== undefined
    ? { expression: new Native(lower, flags.replace('i', '')), asksLower: true }
    : forAll(plain ?? source, flags)
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
    this.lowerCase ??= lowerCase(this.text)
    return this.lowerCase
  },
}

/** By flags and source: `matchAll` and `split` make a copy of the expression each time. */
const known = new Map<string, Map<string, Twins>>()

/** Expressions that are put together for one text each must not be kept for ever. */
const maxKnown = 4_000

function twinsOf(source: string, flags: string): Twins {
  let bySource = known.get(flags)
  if (!bySource || bySource.size >= maxKnown) {
    bySource = new Map()
    known.set(flags, bySource)
  }
  let twins = bySource.get(source)
  if (!twins) {
    twins = new Twins(source, flags)
    bySource.set(source, twins)
  }
  return twins
}

/** An expression with the flag `u` or a Unicode property. */
class PlainRegExp extends Native {
  readonly #source: string
  readonly #twins: Twins

  /** Also called by `matchAll` and `split`, with an expression of this class. */
  constructor(pattern: RegExp | string, flags: string) {
    super('', flags)
    this.#source = pattern instanceof PlainRegExp ? pattern.#source : sourceOf(pattern)
    this.#twins =
      pattern instanceof PlainRegExp && pattern.flags === flags ? pattern.#twins : twinsOf(this.#source, flags)
  }

  override get source(): string {
    return unmarked(this.#source)
  }

  override toString(): string {
    return `/${this.source}/${this.flags}`
  }

  /** Everything else that asks an expression comes through here. */
  override exec(text: string): RegExpExecArray | null {
    const { found, next } = this.#twins.exec(String(text), this.lastIndex)
    this.lastIndex = next
    return found
  }
}

const sourceOf = (pattern: RegExp | string) => (pattern instanceof Native ? pattern.source : String(pattern))

/**
 * `RegExp`, with `new` or without. Throws a SyntaxError for a broken source with the flag `u` only once it is asked. The build marks the sources of expressions that
 * stand in the code, see src/branches.ts.
 */
function PlainAwareRegExp(pattern: RegExp | string, flags = pattern instanceof Native ? pattern.flags : ''): RegExp {
  return flags.includes('u') ? new PlainRegExp(pattern, flags) : new Native(sourceOf(pattern), flags)
}
PlainAwareRegExp.prototype = Native.prototype

export { PlainAwareRegExp as RegExp }
