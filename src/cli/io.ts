/** What the command line talks to: `process` fits, and so does a test's stand-in. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  cwd(): string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A stream of text, or of the bytes of a draft. */
export interface Output {
  write(text: string | Uint8Array, done: (error?: Error | null) => void): unknown
  on?(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Writes, and waits until it is out. A reader that has gone away (`| head`) is no failure of ours. */
export function write(output: Output, text: string | Uint8Array): Promise<void> {
  outlivePipe(output)
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error)
      else resolve()
    })
  })
}

const known = new WeakSet<Output>()

/** Keeps a closed pipe from ending the process: the stream reports it as an event, too. */
function outlivePipe(output: Output): void {
  if (known.has(output)) return
  known.add(output)
  output.on?.('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** NO_COLOR and FORCE_COLOR as their conventions say; else a terminal has colours. */
export function wantsColor(output: Output, env: Io['env']): boolean {
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return !['0', 'false'].includes(env.FORCE_COLOR)
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  return output.isTTY === true && env.TERM !== 'dumb'
}

/** Columns to print in: a terminal's, within reason, else 100. */
export const widthOf = (output: Output): number => Math.min(160, Math.max(40, output.columns ?? 100))
