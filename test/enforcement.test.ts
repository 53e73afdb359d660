import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { presetContributions } from '../src/config/preset.js'
import type { Diagnostic } from '../src/diagnostic.js'
import { noFacts } from '../src/facts.js'
import { lintSource } from '../src/lint.js'
import { builtinRules } from '../src/rulebook/builtin.js'
import { Rulebook } from '../src/rulebook/rulebook.js'

interface Case {
  readonly id: string
  readonly draft: string
  readonly fixed: string
  readonly bare?: string
  readonly kept?: string
  readonly expect: readonly string[]
  readonly bare_expect?: readonly string[]
  readonly severity?: Readonly<Record<string, string>>
  readonly spans: Readonly<Record<string, readonly string[]>>
  readonly difficulty: string
}

const folder = path.join(import.meta.dirname, '../fixtures/enforcement')
const cases = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as Case[]

/** Cases that are still missed, and what of them: taken off when the rules find them, which the test then asks for. */
const known = JSON.parse(readFileSync(path.join(folder, 'known-misses.json'), 'utf8')) as Record<
  string,
  readonly string[]
>

const rulebook = new Rulebook({
  rules: builtinRules(),
  facts: { ...noFacts, today: '2026-11-01' },
  layers: presetContributions(['recommended']).flatMap(({ layers = [] }) => layers),
})

function lintDraft(file: string): { text: string; diagnostics: readonly Diagnostic[] } {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const { diagnostics } = lintSource({ path: file, text, named: true }, rulebook)
  return { text, diagnostics: diagnostics.filter(({ severity }) => severity !== 'info') }
}

/** The families of a case that are not reported where the case names them, and short. */
function missedIn(file: string, families: readonly string[], { spans }: Case): string[] {
  const { text, diagnostics } = lintDraft(file)
  return families.filter((family) => {
    const named = (spans[family] ?? []).flatMap((span) => placesOf(text, span))
    const limit = Math.min(200, Math.max(120, ...named.map(({ start, end }) => 2 * (end - start))))
    return !diagnostics.some(
      ({ rule, span }) =>
        rule.startsWith(`${family}/`) &&
        span.end - span.start <= limit &&
        named.some((place) => span.start < place.end && place.start < span.end),
    )
  })
}

function placesOf(text: string, words: string) {
  const places = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length })
  return places
}

describe.each(cases)('$id', (entry) => {
  test('what was held against it is reported', () => {
    expect(missedIn(entry.draft, entry.expect, entry)).toEqual(known[entry.id] ?? [])
  })

  test.runIf(entry.bare)('and without the fields that hand over the answer', () => {
    expect(missedIn(entry.bare!, entry.bare_expect ?? entry.expect, entry)).toEqual(known[`${entry.id}.bare`] ?? [])
  })

  test.each([entry.fixed, ...(entry.kept ? [entry.kept] : [])])('%s is left in peace', (file) => {
    const errors = lintDraft(file).diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule)).toEqual(known[file] ?? [])
  })
})
