/** How long the phases of a run took, for `--timing`. */
export class Stopwatch {
  readonly #laps: { readonly name: string; readonly took: number }[] = []
  #since = now()

  /** Ends a phase. */
  lap(name: string): void {
    const end = now()
    this.#laps.push({ name, took: end - this.#since })
    this.#since = end
  }

  text(): string {
    return this.#laps.map(({ name, took }) => `${took.toFixed(1).padStart(9)} ms  ${name}\n`).join('')
  }
}

/** In milliseconds. `performance` would load a module of node that nothing else needs. */
const now = () => Number(process.hrtime.bigint()) / 1e6
