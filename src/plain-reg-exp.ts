/**
 * What the build puts in the place of `RegExp` (scripts/build.mjs): an expression that names a Unicode property is compiled when it is first asked, and for
 * texts whose only letters are ASCII in a form that says the same of them. V8 takes 30 times as long to compile `\p{L}` as `[A-Za-z]`, and there are hundreds of
 * such expressions, of which a run over one draft asks a few.
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

/** A native expression, compiled when it is asked. */
class Twin {
  readonly #source: string
  readonly #flags: string
  #native: RegExp | undefined

  constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  get native(): RegExp {
    this.#native ??= new Native(this.#source, this.#flags)
    return this.#native
  }
}

interface Twins {
  readonly plain: Twin
  readonly full: Twin
}

/** By source and flags: `matchAll` and `split` make a copy of the expression each time. */
const known = new Map<string, Twins>()

function twinsOf(source: string, flags: string): Twins {
  const key = `${flags}/${source}`
  let twins = known.get(key)
  if (!twins) {
    const full = new Twin(source, flags)
    const plain = plainSource(source)
    twins = { full, plain: plain === undefined ? full : new Twin(plain, flags) }
    known.set(key, twins)
  }
  return twins
}

/** An expression that names a Unicode property. */
class PlainRegExp extends Native {
  readonly #source: string
  readonly #twins: Twins

  /** Also called by `matchAll` and `split`, with an expression of this class. */
  constructor(pattern: RegExp | string, flags: string) {
    super('', flags)
    this.#source = sourceOf(pattern)
    this.#twins = twinsOf(this.#source, flags)
  }

  override get source(): string {
    return this.#source
  }

  override toString(): string {
    return `/${this.#source}/${this.flags}`
  }

  /** Everything else that asks an expression comes through here. */
  override exec(text: string): RegExpExecArray | null {
    const { plain, full } = this.#twins
    const twin = (isPlain(text) ? plain : full).native
    twin.lastIndex = this.lastIndex
    const found = twin.exec(text)
    this.lastIndex = twin.lastIndex
    return found
  }
}

const sourceOf = (pattern: RegExp | string) => (pattern instanceof Native ? pattern.source : String(pattern))

/** `RegExp`, with `new` or without. Throws a SyntaxError for a source that names a property only once it is asked. */
function PlainAwareRegExp(pattern: RegExp | string, flags = pattern instanceof Native ? pattern.flags : ''): RegExp {
  const source = sourceOf(pattern)
  return /\\[pP]\{/.test(source) ? new PlainRegExp(source, flags) : new Native(source, flags)
}
PlainAwareRegExp.prototype = Native.prototype

export { PlainAwareRegExp as RegExp }
