import { describe, expect, test } from 'vitest'
import { noFacts, type Product } from '../../src/facts.js'
import { lintSource } from '../../src/lint.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'
import { loadRules } from '../rules/load.js'
import { fix } from './rules.js'

const products: readonly Product[] = [
  {
    brand: 'Lumarel',
    establishedName: 'lumarelinib',
    kind: 'drug-rx',
    boxed: false,
    indications: ['psoriasis'],
    riskStatement: 'Lumarel may cause rash and liver problems. Do not take it if you are pregnant.',
  },
  { brand: 'Tessarin', establishedName: 'tessarinib', kind: 'drug-rx', boxed: false, indications: ['psoriasis'] },
  { brand: 'DermaGlow', kind: 'device-510k' },
  { brand: 'Corvalve', kind: 'device-pma' },
]

const ids = [
  'risk/missing',
  'risk/generic-name',
  'risk/link-only',
  'risk/vague',
  'claim/fda-status',
  'claim/fda-status-register',
  'claim/dshea-missing',
  'claim/dshea-number',
  'claim/dshea-symbol',
  'draft/gap',
]

const book = new Rulebook({
  rules: loadRules(...ids),
  facts: { ...noFacts, today: '2026-11-01', products },
  layers: [{ rules: Object.fromEntries(ids.map((id) => [id, 'error'])), origin: 'test' }],
})

/** A draft before and after its suggestions, which must stay as it is when fixed again. */
function fixed(path: string, text: string) {
  const before = lintSource({ path, text, named: true }, book).diagnostics
  const after = fix(path, text, book, { unsafe: true })
  expect(fix(path, after.source.text, book, { unsafe: true }).source.text).toBe(after.source.text)
  return {
    text: after.source.text,
    before: before.map(({ rule }) => rule),
    messages: before.map(({ message }) => message),
    after: after.result.diagnostics.map(({ rule }) => rule),
  }
}

const forms = [
  ['Markdown', 'a.md', (platform: string, words: string) => `---\nplatform: ${platform}\n---\n${words}\n`],
  ['YAML', 'a.yml', (platform: string, words: string) => `platform: ${platform}\ntext: "${words}"\n`],
] as const

describe.each(forms)('%s', (_, path, draft) => {
  test.each(['x', 'instagram'])('the register names the drug and its risks, on %s', (platform) => {
    const { text, after } = fixed(path, draft(platform, 'Lumarel clears psoriasis. Ask your dermatologist.'))
    expect(text).toContain(
      'Lumarel (lumarelinib) clears psoriasis. Lumarel may cause rash and liver problems. Do not take it if you are pregnant. Ask your dermatologist.',
    )
    expect(after).toEqual([])
  })

  test('a statement that nobody has approved is a gap, and the gap is what is reported then', () => {
    const { text, after } = fixed(path, draft('instagram', 'Tessarin clears psoriasis. Ask your dermatologist.'))
    expect(text.replaceAll('\\', '')).toContain(
      'Tessarin (tessarinib) clears psoriasis. [TODO: approved risk statement for Tessarin] Ask',
    )
    expect(after).toEqual(['draft/gap'])
  })

  test('what is cleared is not called approved', () => {
    const words = 'Our FDA-approved DermaGlow laser treats lines. DermaGlow is approved by the FDA.'
    const { text, after } = fixed(path, draft('instagram', words))
    expect(text).toContain('Our FDA-cleared DermaGlow laser treats lines. DermaGlow is cleared by the FDA.')
    expect(after).toEqual([])
  })

  test('a device of no register gets a gap, not a word', () => {
    const { text, after } = fixed(path, draft('instagram', 'Our FDA-approved laser therapy smooths skin.'))
    expect(text).toContain("TODO: state the product's real FDA status")
    expect(after).toEqual(['draft/gap'])
  })

  test.each([
    [
      'Elderberry gummies support a healthy immune system. Shop now.',
      'system. This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease. Shop now.',
    ],
    [
      'Elderberry gummies support a healthy immune system. Made in Oregon. They promote restful sleep. Shop now.',
      'system.* Made in Oregon. They promote restful sleep.* *These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease. Shop now.',
    ],
  ])('the disclaimer is the regulation’s own: %s', (words, wanted) => {
    const { text, after } = fixed(path, draft('instagram', words))
    expect(text.replaceAll('\\', '')).toContain(wanted)
    expect(after).toEqual([])
  })
})

/** 170 characters, which leave no room on X for a statement. */
const long = `Made in Oregon ${'with real berries and lemon, '.repeat(5)}sixty a jar.`

describe('what does not fit its platform is not written, and the finding says what is lacking', () => {
  test('a disclaimer', () => {
    const words = `Elderberry gummies support a healthy immune system. ${long} Shop now.`
    const { text, before, messages } = fixed('a.yml', `platform: x\ntext: "${words}"\n`)
    expect(before).toEqual(['claim/dshea-missing'])
    // The disclaimer has 153 characters, and a space before it.
    expect(messages[0]).toContain(`The text is ${words.length + 154 - 280} characters too long for this platform.`)
    expect(text).toContain(words)
  })

  test('a risk statement, the established name counted in', () => {
    const words = `Lumarel clears psoriasis. ${long.replace('berries', 'herbs')}`
    const { text, before, messages } = fixed('a.yml', `platform: x\ntext: "${words}"\n`)
    const lacking = words.length + ' (lumarelinib)'.length + ` ${products[0]!.riskStatement}`.length - 280
    expect(messages[before.indexOf('risk/missing')]).toContain(`The statement is ${lacking} characters too long`)
    expect(text).not.toContain('may cause rash')
  })

  test('an established name', () => {
    const words = `Lumarel clears psoriasis. ${'Ask your dermatologist today. '.repeat(8)}`.trim().padEnd(275, '!')
    const { before, messages, text } = fixed('a.yml', `platform: x\ntext: "${words}"\n`)
    expect(messages[before.indexOf('risk/generic-name')]).toContain('The name is 9 characters too long')
    expect(text).toContain(words)
  })
})

test('what is approved by its pathway, or said not to be, is left in peace', () => {
  for (const words of ['Corvalve is FDA-approved.', 'DermaGlow is not FDA-approved, it is cleared.'])
    expect(fixed('a.md', words)).toMatchObject({ text: words, before: [] })
})
