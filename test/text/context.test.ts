import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { threshold } from '../../src/text/context.js'
import { PostText } from '../../src/text/post-text.js'

const read = (text: string, path = 'post.md', organization = {}) =>
  new PostText(readDraft({ path, text, named: true }).posts[0]!, {
    ...noFacts,
    organization: { ...noFacts.organization, ...organization },
  })

const told = [
  'So proud of Jane Roe, who finished chemo with us today!',
  'Our 97-year-old patient walked out of rehab yesterday.',
  'Guy walks into our ER at 2 am with a nail through his boot.',
  "She couldn't lift her arm in March. Last week she pitched nine innings.  Her shoulder surgery paid off.",
  'Marisol was diagnosed with type 1 diabetes at nine. She just left for college.',
  'He coded twice before sunrise and went home on Friday.',
  'Preemie of the week: two pounds at birth, nine pounds today. She went home this morning.',
  'Patient spotlight: a retired welder who got his new hip in June.',
  'We delivered twins in the elevator last night. Mom is fine.',
  'A 54-year-old woman came in with chest pain. Turned out to be a dissection.',
  "Ingrid's recovery has been something to watch. She is back in her garden.",
  '"They saved my life when I had a stroke," she told our team.',
  '"I was diagnosed with lupus at 22 and this clinic listened to me."',
  'Treated a chainsaw injury tonight. Wear your chaps, folks.',
  'The farmer who lost two fingers in an auger got one of them back in our OR.',
  'Our tiniest resident of the NICU hit five pounds. He was born at 26 weeks.',
  'Client hit 90 days sober. So proud of him.',
  "My 2 o'clock finally opened up about her divorce and her panic attacks.",
  'Happy birthday to our resident Walter, who turns 91 in memory care.',
  'Dr. Lee removed his gallbladder in record time.',
  'The mayor had a heart attack at the parade. We saved him.',
  'A teen was brought in after an overdose at the high school.',
  'Her insurance denied the MRI, so we fought for her.',
  'Mr. Okafor passed away peacefully in our hospice house with his daughters beside him.',
  'After six weeks on a ventilator, he took his first steps down the hall.',
  'Craziest night in the ER I have ever worked: a man with a live eel.',
  'A mother of three beat breast cancer here and rang the bell at noon.',
  'Bilateral knee replacement on a 63M, day 2, already up the stairs.',
  'This little fighter was born with half a heart. Look at her now.',
  'Before and after: veneers on a bride who was afraid to smile in her photos.',
]

const innocent = [
  'Join us Saturday at the library for a free blood pressure check.',
  'If you were diagnosed with diabetes, ask your doctor about foot exams.',
  'Patient portal down tonight for maintenance. Back by 6 am.',
  'Chief resident Maya Patel welcomes our interns. Match Day is the best day.',
  'Meet Biscuit, our facility dog! He was born in Ohio and loves belly rubs.',
  '30 years in Environmental Services: thank you, Gloria!',
  'Thank you, Henderson family, for your gift to the NICU renovation.',
  '1 in 8 women will be diagnosed with breast cancer. Book your mammogram.',
  'Dr. Roe grew up in Ohio and completed her residency in Denver. She enjoys hiking.',
  'Our emergency department is open 24 hours. Parking is free.',
  'We are hiring nurses for our ICU. Apply today.',
  "People with Parkinson's can keep moving: our boxing class meets Mondays.",
  'Know the signs of a stroke: face, arms, speech, time.',
  'Children with asthma may need a new inhaler before school starts.',
  'Our team delivered 412 babies this year. Thank you to every family.',
  'Patients can message their care team and see their results in the app.',
  'Flu shots are here. Walk-ins welcome at 400 Elm Street.',
  'A hypothetical case for students: a 54-year-old woman came in with chest pain.',
  'Florence Nightingale was born on May 12, 1820. Happy Nurses Week!',
  'Nurse Kelly Tran earned her oncology certification. Congratulations!',
  'Does your child snore? Our sleep clinic can help.',
  'Race for the Cure is back on Sunday. Register at the link.',
  'What is dialysis? It cleans your blood when your kidneys cannot.',
  'Support group for stroke survivors, Tuesdays at noon.',
  'Our new MRI is quieter and wider. Take a virtual tour.',
  'Every patient deserves to be heard. That is our promise.',
  'Baby shower ideas from our midwives, and a recipe for lemon bars.',
  'The residents of our town helped build this hospital in 1951.',
  'Researchers found that patients treated early were discharged sooner.',
  'Melissa joined our billing office in March. She loves puzzles and her two cats.',
  'Heart failure is hard. Our clinic makes it a little easier.',
]

describe('patient context', () => {
  test.each(told)('told: %s', (text) => {
    const { context } = read(text)
    expect(
      context.score,
      JSON.stringify(context.cues.map(({ name, points, discounted }) => [name, points, discounted])),
    ).toBeGreaterThanOrEqual(threshold)
  })

  test.each(innocent)('innocent: %s', (text) => {
    const { context } = read(text)
    expect(
      context.score,
      JSON.stringify(
        context.cues
          .filter(({ discounted }) => !discounted)
          .map(({ name, points, span, text: at }) => [name, points, span && at?.text.slice(span.start, span.end)]),
      ),
    ).toBeLessThan(threshold)
  })
})

describe('what the post is', () => {
  test('a reply to a review is about care, whatever it says', () => {
    expect(read('---\ntype: review-response\n---\nThank you for the kind words.').context.score).toBeGreaterThanOrEqual(
      3,
    )
  })

  test('a patient in the picture is context', () => {
    expect(read('---\nmedia: [{src: a.jpg, depicts: patient}]\n---\nA good day.').context.score).toBeGreaterThanOrEqual(
      3,
    )
  })

  test('a publisher outside HIPAA needs more, unless it tells a story', () => {
    const text = 'Age 54 woman, patient in our trial.'
    expect(read(text, 'p.md', { kind: 'pharma' }).context.score).toBeLessThan(read(text).context.score)
  })

  test('what the organization says of itself is not about a patient, though the rest of the post is', () => {
    const post = read('Jane finished chemo with us today! She is our hero. Visit us at 12 Elm Street.')
    const text = post.of(['live'])[0]!
    const at = (words: string) => ({
      text,
      span: { start: text.text.indexOf(words), end: text.text.indexOf(words) + words.length },
    })
    expect(post.isAboutPatient(at('Jane'))).toBe(true)
    expect(post.isAboutPatient(at('12 Elm Street'))).toBe(false)
  })
})

test.each([...told, ...innocent])('what counts adds up to the score, and every cue is told of once: %s', (draft) => {
  const { context } = read(draft)
  const { counted, others } = context.weighing
  expect(counted.reduce((total, { points }) => total + points, 0)).toBe(context.score)
  const places = [...counted, ...others.map(({ cue }) => cue)].map(({ name, span }) => span ?? name)
  expect(others.map(({ cue: { span } }) => span)).toEqual([...new Set(others.map(({ cue: { span } }) => span))])
  expect(places.length).toBeLessThanOrEqual(context.cues.length)
  for (const { why } of others) expect(why).not.toBe('')
})
