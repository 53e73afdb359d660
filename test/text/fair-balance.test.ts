import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import type { Match } from '../../src/text/match.js'
import { PostText } from '../../src/text/post-text.js'

const balanceOf = (text: string, facts = noFacts) => {
  const path = /^(?:text|product|type|platform|slides):/.test(text) ? 'a.yml' : 'a.md'
  const [post] = readDraft({ path, text, named: true }).posts
  const [balance] = new PostText(post!, facts).balances
  return balance!
}
const words = (matches: readonly Match[]) => matches.map(({ text, span }) => text.text.slice(span.start, span.end))

describe('named risks', () => {
  test.each<[string, readonly string[]]>([
    ['Dupixent clears skin. It may cause serious allergic reactions.', ['allergic']],
    ['Dupixent clears skin. Side effects include eye problems and joint pain.', ['eye', 'joint pain']],
    ['Eliquis lowers the risk of stroke in AFib.', []],
    ['Eliquis lowers the risk of stroke and can cause bleeding.', ['bleeding']],
    ['Repatha cuts heart attacks.', []],
    ['Zepbound helps adults lose weight. BOXED WARNING: possible thyroid tumors.', ['thyroid', 'tumors']],
    ['Ozempic lowers A1C. Do not use it if you or your family had MTC or MEN 2.', ['MTC', 'MEN 2']],
    ['Ozempic lowers A1C. Pancreatitis and kidney problems can occur.', ['Pancreatitis', 'kidney']],
    ['Skyrizi clears plaques. Serious side effects: infections. Liver problems too.', ['infections', 'Liver']],
    ['Dupixent clears skin with no risk of infection.', []],
    ['Dupixent clears skin. It never causes infections.', []],
    ['Dupixent clears moderate to severe eczema and asthma.', []],
    ['If you have heart failure, Entresto may help you live longer.', []],
    [
      'Common side effects of Wegovy: nausea, weight loss, constipation. It helps adults lose weight.',
      ['nausea', 'weight loss', 'constipation'],
    ],
    ['Ozempic lowers A1C. Learn about risks.', []],
    ['Botox smooths lines. Its effects may spread and cause swallowing problems.', ['spread', 'swallowing']],
  ])('%s', (text, expected) => {
    expect(words(balanceOf(text).namedRisks)).toEqual(expected)
  })
})

describe('risk in general, vaguely or elsewhere', () => {
  test.each<[string, 'genericRisks' | 'vagueRisks' | 'pointers' | 'riskLinks', readonly string[]]>([
    ['Qulipta prevents migraine. Do not take it if you use some antifungals.', 'genericRisks', ['Do not take it if']],
    ['Qulipta prevents migraine. Side effects may include tiredness.', 'genericRisks', ['Side effects may include']],
    ['Qulipta prevents migraine. Side effects may occur.', 'genericRisks', []],
    ['Qulipta prevents migraine. Side effects may occur.', 'vagueRisks', ['Side effects may occur']],
    ['Qulipta prevents migraine. Like all medicines it has risks.', 'vagueRisks', ['Like all medicines', 'has risks']],
    ['Qulipta prevents migraine. Ask your doctor about risks.', 'vagueRisks', ['Ask your doctor about risks']],
    ['Qulipta prevents migraine. May cause constipation.', 'vagueRisks', []],
    ['Qulipta prevents migraine. Safety info in bio.', 'pointers', ['Safety info in bio']],
    ['Qulipta prevents migraine. See comments for ISI.', 'pointers', ['See comments for ISI']],
    ['Qulipta prevents migraine. Book at the link in bio.', 'pointers', []],
    ['Qulipta prevents migraine. qulipta.com/pi', 'riskLinks', ['qulipta.com/pi']],
    ['Qulipta prevents migraine. brandol.example/risk', 'riskLinks', ['brandol.example/risk']],
    ['Qulipta prevents migraine. Full Prescribing Information: qulipta.com', 'riskLinks', ['qulipta.com']],
    ['Qulipta prevents migraine. qulipta.com', 'riskLinks', []],
    ['Qulipta prevents migraine. qulipta.com/pizza', 'riskLinks', []],
  ])('%s %s', (text, side, expected) => {
    expect(words(balanceOf(text)[side])).toEqual(expected)
  })
})

describe('a product', () => {
  const first = (text: string) => {
    const balance = balanceOf(text)
    return { balance, product: balance.products[0]! }
  }

  test.each<[string, boolean]>([
    ['Zepbound helps you lose weight. May cause thyroid tumors.', true],
    ['Zepbound helps you lose weight. May cause pancreatitis.', false],
    ['Synthroid for faster weight loss.', false],
    ['Synthroid treats hypothyroidism. Not for obesity or weight loss.', true],
    ['Zoloft treats depression. It may raise suicidal thoughts in young people.', true],
  ])('has its boxed risk stated: %s %s', (text, expected) => {
    const { balance, product } = first(text)
    expect(balance.boxedRisks(product).length > 0).toBe(expected)
  })

  test.each<[string, boolean]>([
    ['Zepbound (tirzepatide) helps.', true],
    ['Zepbound helps.', false],
    ['Biktarvy (bictegravir, emtricitabine, and tenofovir alafenamide) treats HIV.', true],
    ['Entresto (sacubitril and valsartan) treats heart failure.', true],
    ['Adderall XR (mixed salts of a single-entity amphetamine) treats ADHD.', true],
    ['Lucemyra (lofexidine) lessens symptoms.', true],
    ['Semaglutide lowers A1C. Book now.', true],
  ])('has its established name beside it: %s %s', (text, expected) => {
    const { balance, product } = first(text)
    expect(balance.establishedNames(product).length > 0).toBe(expected)
  })

  test('is one with its established name, and takes its facts from the register', () => {
    expect(balanceOf('Ozempic (semaglutide) lowers A1C').products.map(({ name }) => name)).toEqual(['Ozempic'])
    expect(
      balanceOf('Brandol relieves pain', { ...noFacts, products: [{ brand: 'Brandol' }] }).products[0]!.product!.brand,
    ).toBe('Brandol')
  })
})

test('each variant is judged by its own words', () => {
  const [post] = readDraft({
    path: 'a.yml',
    text: 'variants:\n  x: Qulipta prevents migraine.\n  instagram: Qulipta prevents migraine. May cause constipation.\n',
    named: true,
  }).posts
  expect(
    new PostText(post!, noFacts).balances.map(({ version, namedRisks }) => [version.platforms, words(namedRisks)]),
  ).toEqual([
    [['x'], []],
    [['instagram'], ['constipation']],
  ])
})

test('what a regulation or the register words itself is marked', () => {
  const facts = {
    ...noFacts,
    products: [{ brand: 'Brandol', riskStatement: 'Brandol may cure nothing, and cause overdose.' }],
  }
  const [post] = readDraft({
    path: 'a.md',
    text: 'Brandol  may cure nothing, and cause overdose. We cure.',
    named: true,
  }).posts
  const text = new PostText(post!, facts)
  const marked = text.texts[0]!.find(/cure/g).map((span) => text.isMarked(text.texts[0]!, span))
  expect(marked).toEqual([true, false])
})
