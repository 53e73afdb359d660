import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.js'
import { folderWith } from '../cli/run.js'

const load = (register: string) =>
  loadConfig({ cwd: folderWith({ 'medlint.config.yml': 'products: p.yml', 'p.yml': register }) })

const entry = (...lines: string[]) => `products:\n  - brand: Velmora\n${lines.map((line) => `    ${line}\n`).join('')}`

test.each([
  [entry('kind: drug-rx'), 'p.yml:2:5', '`established_name` of `Velmora` is missing'],
  [entry('boxed: true'), 'p.yml:2:5', '`boxed_terms` of `Velmora` is missing'],
  [entry('boxed: false', 'boxed_risk: liver injury'), 'p.yml:3:12', '`boxed` of `Velmora` is false'],
  [entry('kind: supplement', 'boxed: true', 'boxed_terms: [liver]'), 'p.yml:4:12', 'a supplement has no boxed warning'],
  [
    entry('established_name: velmorastat', 'kind: drug-rx', 'status: otc'),
    'p.yml:5:13',
    'expected rx, or the kind drug-otc',
  ],
  [entry('status: investigational', 'launched: 2026-01-02'), 'p.yml:4:15', 'the status is investigational'],
  [entry('kind: supplement', 'is_restricted: true'), 'p.yml:4:20', 'expected a device'],
  [entry('indications: [gout]', 'not_for: [gout]'), 'p.yml:4:14', 'names `gout`, which `indications` names too'],
  [
    entry('boxed: true', 'boxed_terms: [liver failure]', 'risk_statement: May cause nausea.'),
    'p.yml:5:21',
    'names none of the boxed risks',
  ],
  [entry('launched: March 2026'), 'p.yml:3:15', 'expected a day such as 2026-03-02'],
  ['- brand: Velmora\n- brand: velmora\n', 'p.yml:2:10', 'stands here twice'],
  [entry('material_facts: [{for: [weight]}]'), 'p.yml:3:22', 'lacks say'],
])('a register that lacks something or contradicts itself: %j', async (register, place, says) => {
  await expect(load(register)).rejects.toMatchObject({
    place: expect.stringMatching(new RegExp(`${place}$`)),
    message: expect.stringContaining(says),
  })
})

test('an entry leaves out what the lexicon knows of its brand', async () => {
  const { products } = await load(
    '- {brand: Ozempic, kind: drug-rx, boxed: true, risk_statement: May cause thyroid tumors.}',
  )
  expect(products).toHaveLength(1)
})

test('everything a rule reads of a product may stand in a register', async () => {
  const register = entry(
    'boxed: true',
    'boxed_risk: liver failure',
    'boxed_terms: [liver]',
    'is_restricted: false',
    'material_facts: [{for: [weight], say: [diet], limit: with diet}]',
  )
  expect((await load(register)).products).toEqual([
    {
      brand: 'Velmora',
      boxed: true,
      boxedRisk: 'liver failure',
      boxedTerms: ['liver'],
      isRestricted: false,
      materialFacts: [{ for: ['weight'], say: ['diet'], limit: 'with diet' }],
    },
  ])
})
