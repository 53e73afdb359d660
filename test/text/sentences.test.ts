import { describe, expect, test } from 'vitest'
import { sentenceAt, sentencesOf } from '../../src/text/sentences.js'

// `|` marks where a sentence ends; the white space there belongs to none.
describe('sentences', () => {
  test.each([
    'One. |Two! |Three? |Four',
    'Meet Dr. Roe and Mrs. Lee of St. Jude in the U.S. market. |They rock.',
    'Open 9 a.m. to 5 p.m. Monday. |Closed at 5 p.m. |Join us.',
    'J. Roe and J.R. Ewing came. |It was fun.',
    'It costs $3.50 or 2.5 mg. |See example.org/a.b. |Now.',
    'Well... maybe not. |Wait... |Now.',
    'Great day! 🎉🎉 |Join us.',
    'Happy Friday 🎉 |Join us today ❤️',
    'We ❤️ Boston and 👩‍⚕️ nurses.',
    'First line\n|Second line\nthat goes on\n\n|new paragraph',
    'Our tips:\n|- eat well\n|- sleep\n|1. Walk\n|2. Rest',
    'No. 1 in Ohio. |She said no. |We agree.',
    'Take vitamin C. |It helps.',
    '“Is it safe?” she asked. |"Yes." |We know.',
    'i loved it. |it was great',
    'Thanks for coming. |#FluShot #HeartMonth',
    'Thanks for coming |#FluShot #HeartMonth #Ohio',
    '#Ozempic and #Wegovy are drugs.',
    'Jane Roe, M.D. is here. |Ask John Doe, M.D. |We care.',
    'Call 555-0100. |Text 988. |3 of 4 heal.',
    'See e.g. Smith et al. 2020 vs. others, approx. 5 mg.',
    'We open Jan. 5. |Come!',
    'Really?! |Yes!!! |(Truly.) |Done.',
    '',
  ])('%s', (marked) => {
    const text = marked.replaceAll('|', '')
    const found = sentencesOf(text).map(({ start, end }) => text.slice(start, end))
    expect(found).toEqual(marked === '' ? [] : marked.split('|').map((sentence) => sentence.trim()))
  })

  test('the sentence at an offset', () => {
    const sentences = sentencesOf('  One.  Two.')
    expect([0, 2, 6, 7, 8, 99].map((at) => sentences.indexOf(sentenceAt(sentences, at)))).toEqual([0, 0, 0, 0, 1, 1])
    expect(sentenceAt([], 3)).toEqual({ start: 0, end: 0 })
  })
})
