import { stringify } from 'yaml'
import { lintSource } from './lint.js'
import type { Example, RuleFile } from './rulebook/rule.js'
import { Rulebook, type RulebookSettings } from './rulebook/rulebook.js'
import type { Source, Span } from './source.js'

/** How one example of a rule went. Missing: bad, and silent. Noisy: good, and reported. Wrong: reported elsewhere than marked. */
export interface ExampleResult {
  readonly rule: string
  readonly group: 'bad' | 'good' | 'todo'
  readonly index: number
  readonly verdict: 'right' | 'missing' | 'noisy' | 'wrong'
  /** The example's draft, without marks. */
  readonly draft: string
  readonly expected: readonly Span[]
  readonly found: readonly Span[]
}

/** What an example may be given beside its draft. */
export interface Given {
  readonly config?: Readonly<Record<string, unknown>>
  readonly now?: string
  readonly files?: Readonly<Record<string, string>>
  /** A regular expression of a rule of the user's own, which has a twentieth of a second. */
  readonly slow?: string
}

/** Makes the settings that an example runs under: the organisation's facts come from `given`. */
export type SettingsFor = (given: Given) => RulebookSettings

/** Runs a rule's examples, each through the real reader, with only this rule judged. */
export function runExamples(file: RuleFile, settingsFor: SettingsFor): ExampleResult[] {
  // Compiled once for all examples that are given nothing.
  const plain = rulebookFor(file, settingsFor({}))
  return (['bad', 'good', 'todo'] as const).flatMap((group) =>
    (file.examples[group] ?? []).map((example, index) => {
      const { source, marks, given } = readExample(example)
      const found = lintSource(
        source,
        Object.keys(given).length > 0 ? rulebookFor(file, settingsFor(given), given.slow) : plain,
      ).diagnostics.map(({ span }) => span)
      const expected = group === 'good' ? [] : marks
      return { rule: file.id, group, index, verdict: judge(expected, found), draft: source.text, expected, found }
    }),
  )
}

/** Only this rule, on whatever its own severity is. */
function rulebookFor(file: RuleFile, settings: RulebookSettings, slow?: string): Rulebook {
  const severity = file.severity === 'off' ? 'warning' : file.severity
  return new Rulebook({
    ...settings,
    rules: slow === undefined ? [file] : [file, slowRule(slow)],
    timeLimit: 50,
    confidence: ['high', 'medium', 'low'],
    layers: [{ rules: { [file.id]: severity }, origin: 'examples' }],
  })
}

const slowRule = (expression: string): RuleFile => ({
  id: 'house/slow',
  title: 'A rule of the user',
  severity: 'info',
  message: 'Found.',
  why: '',
  basis: 'policy',
  cites: [],
  confidence: 'high',
  context: 'none',
  sensitive: false,
  detect: { pattern: { any: [expression] } },
  examples: { bad: [], good: [] },
  isUsers: true,
  origin: 'an example',
})

/** An example as the draft that it stands for, and what it marks in it. A mapping with `raw` gives a YAML file as it is typed, broken ones too. */
export function readExample(example: Example): { source: Source; marks: Span[]; given: Given } {
  if (typeof example === 'string') return { ...unmark(example, 'example.md'), given: {} }
  const { given = {}, ...fields } = example as { given?: Given } & Record<string, unknown>
  if (typeof fields.raw === 'string') return { ...unmark(fields.raw, 'example.yml'), given }
  return { ...unmark(stringify(fields, withPrivateMarks, { lineWidth: 0 }), 'example.yml'), given }
}

/** Marks as characters that need no quotes, so that the draft is written as it would be without them. */
const withPrivateMarks = (_key: unknown, value: unknown) =>
  typeof value === 'string' ? value.replace(/\[\[/g, '\uE000').replace(/\]\](?!\])/g, '\uE001') : value

function unmark(marked: string, path: string): { source: Source; marks: Span[] } {
  const marks: Span[] = []
  let text = ''
  let start = 0
  for (const part of marked.split(/(\[\[|\]\](?!\])|\uE000|\uE001)/)) {
    if (part === '[[' || part === '\uE000') start = text.length
    else if (part === ']]' || part === '\uE001') marks.push({ start, end: text.length })
    else text += part
  }
  return { source: { path, text, named: true }, marks }
}

function judge(expected: readonly Span[], found: readonly Span[]): ExampleResult['verdict'] {
  const same = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end
  if (expected.some((span) => !found.some(same(span)))) return found.length === 0 ? 'missing' : 'wrong'
  if (found.some((span) => !expected.some(same(span)))) return expected.length === 0 ? 'noisy' : 'wrong'
  return 'right'
}
