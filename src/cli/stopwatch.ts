/** How long the phases of a run took, for `--timing`. */
export class Stopwatch {
  readonly #laps: { readonly name: string; readonly took: number }[] = []
  #since = performance.now()

  /** Ends a phase. */
  lap(name: string): void {
    const now = performance.now()
    this.#laps.push({ name, took: now - this.#since })
    this.#since = now
  }

  text(): string {
    return this.#laps.map(({ name, took }) => `${took.toFixed(1).padStart(9)} ms  ${name}\n`).join('')
  }
}
