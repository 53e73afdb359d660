import type { Fix } from '../diagnostic.js'
import type { ReadOptions } from '../draft/read.js'
import type { FileResult } from '../report.js'
import type { Source } from '../source.js'
import { applyEdits } from './apply.js'
import { inVain } from './own-finding.js'
import { isWorse } from './worsened.js'
import { writeTogether } from './write-together.js'

/** How fixes are tried out. */
interface TrialOptions extends ReadOptions {
  /** Suggestions are made, too. */
  readonly unsafe?: boolean
}

/** Which fixes help, and the file as they leave it; without a result nothing was applied. */
interface Tried {
  readonly result?: FileResult
  readonly applied: number
  readonly refused: readonly Fix[]
}

/** Tries fixes out on a file: applies those that do what they mean and no more, help, and leave no post worse off. They must not collide. */
export function tryOut(
  before: FileResult,
  fixes: readonly Fix[],
  lint: (source: Source) => FileResult,
  options: TrialOptions,
): Tried {
  const trial = new Trial(before, fixes, lint, options)
  while (trial.step());
  return trial.outcome()
}

/** All fixes of a post are tried at once, those of all posts side by side; where a post comes out worse, each half of its fixes, until the one is found. */
class Trial {
  readonly #before: FileResult
  readonly #lint: (source: Source) => FileResult
  readonly #options: TrialOptions
  /** Groups of fixes still to be tried, by post. */
  readonly #waiting: Map<number, Fix[][]>
  readonly #refused: Fix[] = []
  #accepted: readonly Fix[] = []
  /** With the accepted fixes and no others. */
  #result: FileResult | undefined

  constructor(before: FileResult, fixes: readonly Fix[], lint: (source: Source) => FileResult, options: TrialOptions) {
    this.#before = before
    this.#lint = lint
    this.#options = options
    const asked = new Set(fixes)
    const byPost = new Map<number, Fix[]>()
    for (const { post, fixes: offered } of before.diagnostics)
      for (const fix of offered) if (asked.has(fix)) byPost.set(post, [...(byPost.get(post) ?? []), fix])
    this.#waiting = new Map([...byPost].map(([post, own]) => [post, [own]]))
  }

  /** Tries the next group of every post; false when none is left. */
  step(): boolean {
    const groups = [...this.#waiting].flatMap(([post, queue]) => {
      const fixes = queue.shift()
      return fixes ? [{ post, fixes }] : []
    })
    if (groups.length === 0) return false
    const trying = [...this.#accepted, ...groups.flatMap(({ fixes }) => fixes)]
    const { kept, edits, putIn } = writeTogether(this.#before, trying, this.#options)
    this.#refused.push(...trying.filter((fix) => !kept.includes(fix)))
    if (kept.length === this.#accepted.length) return true
    const after = this.#lint({ ...this.#before.source, text: applyEdits(this.#before.source.text, edits) })
    const vain = inVain(kept, edits, this.#before, after)
    const step = { before: this.#before, after, putIn, unsafe: this.#options.unsafe ?? false }
    const accepted = groups.flatMap(({ post, fixes }) =>
      this.#judge(
        post,
        fixes.filter((fix) => kept.includes(fix)),
        vain,
        () => isWorse(post, step),
      ),
    )
    this.#accepted = [...this.#accepted, ...accepted]
    this.#result = this.#accepted.length === kept.length ? after : undefined
    return true
  }

  /** The fixes, where they may stay; else what is left of them waits in smaller groups. */
  #judge(post: number, fixes: readonly Fix[], vain: readonly Fix[], isWorse: () => boolean): readonly Fix[] {
    const helping = fixes.filter((fix) => !vain.includes(fix))
    const queue = this.#waiting.get(post)!
    this.#refused.push(...fixes.filter((fix) => vain.includes(fix)))
    if (helping.length < fixes.length) {
      if (helping.length > 0) queue.unshift(helping)
      return []
    }
    // What was swallowed and can be read once it is mended was never judged before.
    if (fixes.length === 0 || fixes.some(({ ofText }) => !ofText) || !isWorse()) return fixes
    if (fixes.length === 1) this.#refused.push(fixes[0]!)
    else queue.unshift(fixes.slice(0, fixes.length >> 1), fixes.slice(fixes.length >> 1))
    return []
  }

  outcome(): Tried {
    const accepted = this.#accepted
    if (accepted.length === 0) return { applied: 0, refused: this.#refused }
    const result = this.#result ?? this.#written(accepted)
    return { result, applied: accepted.length, refused: this.#refused }
  }

  #written(fixes: readonly Fix[]): FileResult {
    const { edits } = writeTogether(this.#before, fixes, this.#options)
    return this.#lint({ ...this.#before.source, text: applyEdits(this.#before.source.text, edits) })
  }
}
