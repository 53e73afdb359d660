import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const classOf = (text: string) => {
  const path = text.startsWith('text:') || text.startsWith('product:') || text.startsWith('type:') ? 'a.yml' : 'a.md'
  const [post] = readDraft({ path, text, named: true }).posts
  return new PostText(post!, noFacts).class.name
}

describe('class of a drug post', () => {
  test.each<[string, string]>([
    // Claims: disease, benefit, number, story, emoji, tag, picture.
    ['Ozempic helps adults with type 2 diabetes.', 'product-claim'],
    ['Zepbound changed my life! Down 60 lbs 💪', 'product-claim'],
    ['Nurtec: back to your best days ✨', 'product-claim'],
    ['Ozempic® 💪 #DiabetesAwareness', 'product-claim'],
    ['Skyrizi (risankizumab-rzaa): 90% clearer skin at a year', 'product-claim'],
    ['Dupixent for eczema. Ask your dermatologist.', 'product-claim'],
    ['I lost 14 pounds on Wegovy', 'product-claim'],
    ['Our injectors love how Dysport smooths frown lines', 'product-claim'],
    ['Velquora (velquotinib) is proven to slow the disease', 'product-claim'],
    ['Get Shingrix: it protects against shingles', 'product-claim'],
    ['Semaglutide helps you lose weight. Book your visit now, $199 a month.', 'product-claim'],
    ['LASIK gives you clear vision in a day', 'product-claim'],
    ['product: Tirosint\ntext: Just diagnosed with hypothyroidism? Talk to your doctor.\n', 'product-claim'],
    ['text: Nurtec ODT (rimegepant)\nmedia:\n  - {src: a.png, alt: Before and after our treatment}\n', 'product-claim'],
    // Reminders.
    ['Ask about Rinvoq.', 'reminder'],
    ['Nurtec ODT (rimegepant), from $25', 'reminder'],
    ['Qulipta (atogepant) tablets. Brandol Pharma.', 'reminder'],
    ['Botox $10 a unit this Friday. Book now!', 'reminder'],
    ['product: Qulipta\ntext: Qulipta (atogepant) 60 mg\n', 'reminder'],
    // Disease awareness.
    ['Migraine is more than a headache. Talk to your doctor about your symptoms.', 'help-seeking'],
    ['Know the signs of stroke: face, arm, speech, time.', 'help-seeking'],
    ['Living with psoriasis? You are not alone. Ask your provider about options.', 'help-seeking'],
    // Institutional.
    ['We are hiring a medical writer in Maplewood. Apply today.', 'institutional'],
    ['Brandol Pharma reports third-quarter earnings.', 'institutional'],
    ['type: job-ad\ntext: Wegovy product manager wanted.\n', 'institutional'],
    // Neither.
    ['Recall: lot 4471 of Ozempic pens. Check your carton.', 'none'],
    ['FDA warns of counterfeit Ozempic that helps nobody.', 'none'],
    ['Is Wegovy out of stock near you? Call ahead about refills.', 'none'],
    ['Price list: Botox $12 a unit, Dysport $4 a unit.', 'none'],
    ['A new study in JAMA finds that semaglutide lowered heart attacks, researchers say.', 'none'],
    ['Flu shots available Saturdays. No appointment needed.', 'none'],
    ['Shingrix and flu shots: walk in from 9 to 5.', 'none'],
    ['Our pharmacy is open until 9 and has Paxlovid in stock.', 'none'],
    ['Take-back day: bring unused OxyContin to the lobby.', 'none'],
    ['Poison help line: call if a child swallowed Adderall.', 'none'],
    ['Rinvoq commercials ran all through the game last night, said everyone at our staff picnic.', 'none'],
    ['Metformin is often the first medicine for type 2 diabetes.', 'none'],
    ['Do not stop warfarin without asking. It prevents clots.', 'none'],
    ['Medicines for asthma include Symbicort, Advair and Trelegy. Learn how inhalers work.', 'none'],
    ['Our cafe has a new menu.', 'none'],
    ['Our CBD oil works better than OxyContin.', 'none'],
    ['GLP-1 medicines can help some people lose weight.', 'none'],
  ])('%s: %s', (text, expected) => {
    expect(classOf(text)).toBe(expected)
  })
})

test('every class says why', () => {
  const [post] = readDraft({ path: 'a.md', text: 'Ozempic lowers A1C.', named: true }).posts
  expect(new PostText(post!, noFacts).class.why).toEqual(['Ozempic with `lowers A1C`'])
})
