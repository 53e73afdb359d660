import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { readExample } from '../../src/examples.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'

type Kind = 'ok' | 'bad' | 'risk' | 'ask'
const rows = parse(readFileSync(path.join(import.meta.dirname, 'house-names.yml'), 'utf8')) as readonly (readonly [
  kind: Kind,
  marked: string,
])[]
const rules = loadRules(
  ...['phi/name', 'phi/first-name', 'phi/handle', 'phi/staff-as-patient', 'phi/date-relative', 'phi/phone'],
  ...['consent/named-story', 'consent/identifiable-story', 'consent/story-details', 'consent/phi-request'],
  ...['risk/missing', 'risk/boxed-missing', 'risk/generic-name'],
)
const rulebook = new Rulebook({ ...settingsGiven({}), rules })
const family: Readonly<Record<Kind, string>> = { ok: '', bad: 'phi/', risk: 'risk/', ask: 'consent/phi-request' }

test.each(rows)('%s: %s', (kind, marked) => {
  const mark = /\[\[(.+?)\]\]/s.exec(marked)?.[1] ?? ''
  const { source } = readExample({ platform: 'facebook', text: marked.replace(/\[\[(.+?)\]\]/s, '$1') })
  const shown = lintSource(source, rulebook).diagnostics.map(
    ({ rule, span }) => [rule, source.text.slice(span.start, span.end)] as const,
  )
  const isShown = shown.some(
    ([rule, found]) => rule.startsWith(family[kind]) && (found.includes(mark) || mark.includes(found)),
  )
  if (kind === 'ok') expect(shown).toEqual([])
  else expect(isShown, JSON.stringify(shown)).toBe(true)
})
