import type { ChalkInstance } from 'chalk'
import { visible } from '../formatters/excerpt.js'
import { bullet, Mask } from '../formatters/mask.js'
import type { FileResult } from '../report.js'
import { Lines, type Span } from '../source.js'
import type { PersonRole } from '../text/persons.js'
import type { PostText } from '../text/post-text.js'

/** A linted file as a command may show stretches of it. */
export class ShownFile {
  readonly mask: Mask
  readonly lines: Lines
  readonly chalk: ChalkInstance
  readonly #text: string

  /** @param posts its posts as read: whoever may be a private person in them is masked, too */
  constructor(result: FileResult, posts: readonly PostText[], redact: boolean, chalk: ChalkInstance) {
    this.mask = new Mask(
      redact ? { ...result, sensitive: [...result.sensitive, ...privatePersons(posts)] } : result,
      redact,
    )
    this.lines = new Lines(result.source.text)
    this.chalk = chalk
    this.#text = this.mask.text(result.source.text)
  }

  /** `5:12`. */
  place({ start }: Span): string {
    const { line, column } = this.lines.position(start)
    return `${line}:${column}`
  }

  /** A stretch in quotation marks, on one line and masked; `hidden`: wholly. */
  quote({ start, end }: Span, hidden = false): string {
    const text = this.#text.slice(start, end).replace(/\s+/g, ' ')
    const shown = hidden && this.mask.isOn ? bullet.repeat(text.length) : text
    return `“${visible(shown.length > 60 ? `${shown.slice(0, 59)}…` : shown)}”`
  }
}

/** Those whom a post may well show. */
const known: ReadonlySet<PersonRole> = new Set(['staff', 'public', 'historical', 'organisation', 'animal'])

const privatePersons = (posts: readonly PostText[]): Span[] =>
  posts.flatMap(({ persons }) =>
    persons.filter(({ role }) => !known.has(role)).map(({ text, span }) => text.toFile(span)),
  )
