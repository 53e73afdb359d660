import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const productsOf = (text: string, facts = noFacts, path = 'a.md') => {
  const [post] = readDraft({ path, text, named: true }).posts
  return new PostText(post!, facts).products
}
const shown = (text: string) =>
  productsOf(text).map(({ text: where, span, name, via, kind }) =>
    [where.text.slice(span.start, span.end), name, via, kind].join(' | '),
  )

describe('names a product', () => {
  test.each<[string, ...string[]]>([
    ['Ask about Ozempic today', 'Ozempic | Ozempic | brand | drug-rx'],
    ['ozempic face is real', 'ozempic | Ozempic | brand | drug-rx'],
    ['OZEMPIC® pens', 'OZEMPIC | Ozempic | brand | drug-rx'],
    ['my ozempik shot', 'ozempik | Ozempic | brand | drug-rx'],
    ['my mounjarro shot', 'mounjarro | Mounjaro | brand | drug-rx'],
    ['Week 3 #ozempicjourney', '#ozempicjourney | Ozempic | tag | drug-rx'],
    ['We love #TeamWegovy', '#TeamWegovy | Wegovy | tag | drug-rx'],
    ['Thanks @xeominaesthetic', '@xeominaesthetic | Xeomin | handle | biologic'],
    ['Read nurtec.com/pi first', 'nurtec | Nurtec ODT | link | drug-rx'],
    ['0zempic works', '0zempic | Ozempic | brand | drug-rx'],
    ['Oz\u200Bempic works', 'Ozempic | Ozempic | brand | drug-rx'],
    ['Nurtec ODT melts', 'Nurtec ODT | Nurtec ODT | brand | drug-rx'],
    ['Lo Loestrin Fe is small', 'Lo Loestrin Fe | Lo Loestrin Fe | brand | drug-rx'],
    ['Adderall XR capsules', 'Adderall XR | Adderall XR | brand | drug-rx'],
    ['the old name Accutane', 'Accutane | Absorica | brand | drug-rx'],
    ['semaglutide is a drug', 'semaglutide | semaglutide | established-name | drug-rx'],
    ['compounded semaglutide vials', 'compounded semaglutide | compounded semaglutide | brand | compounded'],
    ['Retatrutide is here', 'Retatrutide | retatrutide | brand | investigational'],
    ['BPC-157 peptides', 'BPC-157 | BPC-157 | brand | unapproved'],
    ['an NAD+ drip', 'NAD | NAD+ | brand | unapproved'],
    ['exosome therapy for knees', 'exosome therapy | exosomes | brand | hctp'],
    ['Tylenol and rest', 'Tylenol | Tylenol | brand | drug-otc'],
    ['Turmeric gummies', 'Turmeric | turmeric | brand | supplement'],
    ["St. John's wort tea", "St. John's wort | St. John's wort | brand | supplement"],
    ['LASIK in one day', 'LASIK | LASIK | brand | device-pma'],
    ['Juvéderm lips', 'Juvéderm | Juvederm | brand | device-pma'],
    ['MonaLisa Touch sessions', 'MonaLisa Touch | MonaLisa Touch | brand | device-510k'],
    ['Keytruda infusions', 'Keytruda | Keytruda | brand | biologic'],
    ['Rybrevant for lungs', 'Rybrevant | Rybrevant | brand | biologic'],
    ['Xalkori capsules', 'Xalkori | Xalkori | brand | drug-rx'],
    ['Shingrix today', 'Shingrix | Shingrix | brand | biologic'],
    ['Yaz birth control', 'Yaz | Yaz | brand | drug-rx'],
    ['Inspire therapy for sleep apnea', 'Inspire therapy | Inspire | brand | device-pma'],
    ['brandomab slows it', 'brandomab | brandomab | stem | drug-rx'],
    ['widgetinib capsules', 'widgetinib | widgetinib | stem | drug-rx'],
    ['Try genoglutide', 'genoglutide | genoglutide | stem | drug-rx'],
    [
      'Velquora (velquotinib) is new',
      'Velquora | Velquora | shape | drug-rx',
      'velquotinib | velquotinib | stem | drug-rx',
    ],
    ['Velquora 20 mg tablets, Rx only', 'Velquora | Velquora | shape | drug-rx'],
    ['Ask your doctor about Velquora.', 'Velquora | Velquora | shape | drug-rx'],
    ['Zyntara is a prescription medicine for migraine.', 'Zyntara | Zyntara | shape | drug-rx'],
    [
      'Is Zyntara right for you? Ask about side effects. Zyntara is right for some.',
      'Zyntara | Zyntara | shape | drug-rx',
      'Zyntara | Zyntara | shape | drug-rx',
    ],
    ['The Brandolux™ difference', 'Brandolux | Brandolux | mark | '],
  ])('%s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('names none', () => {
  test.each([
    'GLP-1 medicines and statins are classes',
    'Today we give flu shots',
    'Belly fat and how it forms',
    'yaz queen!',
    'Opill is a funny word',
    'We inspire hope every day',
    'She watched the watchman on his round',
    'Whoop, we did it!',
    'A cabinet full of tablets',
    'The rabbit tablet game',
    'Maplewood Hospital treats stroke',
    'Dr. Velquora treats migraine with medicine',
    'Call Maplewood Clinic about your prescription',
    'Our pharmacy has your prescription ready',
    'Insulin is a hormone',
    'Oxygen, water and salt',
    'Vitamin D 1000 units tablets',
    'Take two tablets with water',
    'Flu vaccine clinics on Saturday',
    'COVID-19 vaccines are here',
    'Naloxone saves lives',
    'Aspirin for a heart attack? Call 911',
    'Testosterone is a hormone',
    'Ruby and Ella joined our team',
    'Epic MyChart helps you book',
    'Novant Health offers infusion',
    'Ochsner treats stroke in three states',
    'The Zyntara Foundation funds research on migraine',
    'Penicillin changed the war',
    'Mirena sang at the gala',
    'Our nurse Skyla won an award',
    '#FluShot #GetVaccinated #HeartMonth',
    '@MaplewoodClinic thanks you',
    'maplewood.example/pi',
    'A statin, a sartan, a triptan',
    'Premature babies and their parents',
    'Botulism comes from badly canned food',
    'Humidity makes asthma worse',
    'Lyrical dance therapy on Friday',
    'A prescription for kindness',
    'Nature is the best medicine',
    'Soma the therapy dog visits on Monday',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([])
  })
})

test('the field names a product in no list; the text shows whether it is a prescription drug', () => {
  const yaml = 'product: Velquora\ntext: Velquora is a prescription medicine for migraine.\n'
  expect(productsOf(yaml, noFacts, 'a.yml').map(({ via, kind }) => [via, kind])).toEqual([
    ['field', 'drug-rx'],
    ['shape', 'drug-rx'],
  ])
  expect(productsOf('product: Velquora\ntext: Sore throat spray.\n', noFacts, 'a.yml').map(({ kind }) => kind)).toEqual(
    [undefined],
  )
})

test("the organization's register comes first and is filled up from the lexicon", () => {
  const facts = {
    ...noFacts,
    products: [
      { brand: 'Ozempic', riskStatement: 'Own words.' },
      { brand: 'Brandol', establishedName: 'genericol' },
    ],
  }
  const [ozempic, brandol] = productsOf('Ozempic and Brandol', facts)
  expect(ozempic!.product).toMatchObject({ riskStatement: 'Own words.', establishedName: 'semaglutide', boxed: true })
  expect(brandol).toMatchObject({ kind: 'drug-rx', isKnown: true })
})
