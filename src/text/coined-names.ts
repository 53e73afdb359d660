import { data } from '../data.js'
import type { Span } from '../source.js'
import { anyOf } from './any-of.js'
import type { Match } from './match.js'
import type { PostText } from './post-text.js'
import { isKnownWord } from './segment.js'
import type { Text } from './text.js'

/**
 * Names that look like a maker's: with a sign (`Calmix®`), with a capital inside (`GlowMask`), or of two capitalised words of which something is said to act
 * (`Blueberry Brain prevents`). What a claim says of such a name it says of goods.
 */
export function coinedNames(post: PostText): readonly Match[] {
  return post.of(['live']).flatMap((text) => namesIn(text).map((span) => ({ text, span })))
}

const signed = /(?<![\p{L}\p{N}@#/.])\p{L}[\p{L}\p{N}'-]{2,}(?=\s?[®™])/gu
const innerCapital = /(?<![\p{L}\p{N}@#/._-])\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}[\p{L}\p{N}]*(?![\p{L}\p{N}@/_]|\.\p{L})/gu

function namesIn(text: Text): readonly Span[] {
  const camel = text.find(innerCapital).filter(({ start, end }) => !isOther(text.text.slice(start, end)))
  return [...text.find(signed), ...camel, ...actingIn(text)]
}

/** `MacKenzie`, `YouTube`: persons and sites have a capital inside too. */
const isOther = (name: string): boolean =>
  /^(?:Mac|De|La|Le|Di|Du|Van|Fitz|My(?=Health))\p{Lu}/u.test(name) ||
  words().except.has(name) ||
  isKnownWord(name.toLowerCase())

/** Two or three capitalised words before a verb of effect. */
function actingIn(text: Text): Span[] {
  return text.find(words().acts).flatMap((verb) => {
    const before = text.text.slice(Math.max(0, verb.start - 60), verb.start)
    const [name] = /(?:\p{Lu}[\p{L}\p{N}'&-]+ ){2,3}$/u.exec(before) ?? []
    if (!name || name.split(/\s+/).some((word) => words().organizations.has(word.toLowerCase()))) return []
    return [{ start: verb.start - name.length, end: verb.start - 1 }]
  })
}

interface NameWords {
  readonly except: ReadonlySet<string>
  readonly organizations: ReadonlySet<string>
  readonly acts: RegExp
}

let made: NameWords | undefined

/** Made on first use. */
function words(): NameWords {
  if (made) return made
  const { except, organizations, acts } =
    data<Record<'except' | 'organizations' | 'acts', string[]>>('lexicons/coined-names')
  made = { except: new Set(except), organizations: new Set(organizations), acts: anyOf(acts) }
  return made
}
