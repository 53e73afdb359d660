import { type Io, write } from './io.js'

/** Asks on a terminal, a line an answer. An answer that is not there, or an empty one, is the default. */
export class Questions {
  readonly #io: Io
  readonly #isSilent: boolean
  readonly #lines: AsyncIterator<string>

  /** @param isSilent asks nothing and takes every default. */
  constructor(io: Io, isSilent: boolean) {
    this.#io = io
    this.#isSilent = isSilent
    this.#lines = linesOf(io.stdin)
  }

  async ask(question: string, otherwise: string): Promise<string> {
    if (this.#isSilent) return otherwise
    await write(this.#io.stderr, `${question}${otherwise === '' ? '' : ` [${otherwise}]`} `)
    const { value, done } = await this.#lines.next()
    return (done ? '' : value.trim()) || otherwise
  }

  async confirm(question: string, otherwise: boolean): Promise<boolean> {
    const answer = await this.ask(`${question} (yes/no)`, otherwise ? 'yes' : 'no')
    return /^y/i.test(answer)
  }

  /** Lets go of the input, so that the process can end. */
  async close(): Promise<void> {
    if (!this.#isSilent) await this.#lines.return?.()
  }
}

async function* linesOf(input: Io['stdin']): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + Buffer.from(chunk as Uint8Array).toString('utf8')).split(/\r?\n/)
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}
