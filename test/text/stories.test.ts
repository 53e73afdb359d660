import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const grades = ['named', 'identifiable', 'detailed', 'plain'] as const

function storyOf(text: string): string {
  const post = new PostText(readDraft({ path: 'post.md', text, named: true }).posts[0]!, {
    ...noFacts,
    today: '2026-11-21',
  })
  return grades.find((grade) => post.stories.some((story) => story.grade === grade)) ?? 'none'
}

const rows: readonly (readonly [grade: string, text: string])[] = [
  ['named', 'So proud of Jane Roe, who finished chemo with us today!'],
  ['named', 'Teresa walked out of our rehab unit on her own two feet.'],
  ['named', 'You asked about Delphine! She had her second cochlear implant and laughed when she heard her brother.'],
  ['named', 'Mr. Lindqvist passed away in our hospice house, with his daughter beside him.'],
  ['named', 'Happy 91st birthday to our resident Walter Osei, who came to us after a stroke.'],
  ['named', "Dr. Lee removed Bob's gallbladder in record time."],
  ['named', 'Baby Nora went home from our NICU after 88 days.'],
  ['named', '---\nmedia: [{src: a.jpg, depicts: patient}]\n---\nShe rang the bell today and cried. So did we.'],
  ['named', '"They saved my life when I had my stroke," says Marguerite Pham.'],
  ['identifiable', "The fire chief had a heart attack at the Founders' Day parade last night. We saved him."],
  ['identifiable', 'A Maplewood farmer lost two fingers in an auger yesterday. Our surgeons put one back.'],
  ['identifiable', 'A grandmother in Elko County got botulism from canned beans on Saturday. She is in our ICU.'],
  ['identifiable', 'Our trauma team saved a 19-year-old swimmer hit by a boat on Lake Mead on Sunday.'],
  ['detailed', 'The mayor is home after his stroke last Tuesday. He thanks the whole cath lab.'],
  ['identifiable', 'Our longest LVAD patient got his new heart this week. He drives a school bus in Tillamook County.'],
  [
    'identifiable',
    'Quadruplets! They were born at our hospital early Sunday to a kindergarten teacher from Mount Olive.',
  ],
  // Proper names, jobs by their verb, kin, hints and what nobody else has, in whatever words.
  [
    'identifiable',
    'Pulled a kid off the old quarry road near Bitter Flats on Friday night. Broken femur. He pitches for the high school and his dad was on the engine with us.',
  ],
  [
    'identifiable',
    'You all saw the Orchard Lofts fire on the news last night. I had the mom, and both kids are upstairs.',
  ],
  [
    'identifiable',
    'One of our elders, the last net maker left in Silver Cove, lost her right foot in the spring. She is 84.',
  ],
  [
    'identifiable',
    'My client runs the bike shop on Wharf Street. His wife left in June. Today he cried for the first time.',
  ],
  [
    'identifiable',
    'Our surgeons separated twins joined at the hip, the first such operation in the state. They are 5 months old.',
  ],
  ['named', 'Six weeks after Dr. Amell fixed his meniscus, Coach Duarte of Westbrook High is back on the field.'],
  ['named', 'Shout out to Mrs. Tolland over at Fern Court, who walked here for her heart capsules.'],
  ['named', 'Bo Strand told our staff what twelve sessions did for his leg ulcer.'],
  ['detailed', 'One of our home health patients is 58, drives a snow plow and raised four girls. She had a stroke.'],
  [
    'named',
    'BEFORE: out of breath on one flight of stairs. AFTER: the whole lighthouse. Congrats Demetria, 8 months on our plan!',
  ],
  [
    'named',
    '"I COULD NOT LIFT MY ARM. DR. SATO HAD ME BACK ON THE LADDER IN A MONTH." – Lt. Corey Vance, Ladder 9. Call us!',
  ],
  [
    'named',
    'Two rooms, two brothers, one kidney. Ferro gave; Anders received. Proud of everyone on our transplant service.',
  ],
  ['named', 'The Castellane case will be in the textbooks. One very large liver tumor, seven hours, OR 4.'],
  [
    'named',
    '---\nplatform: facebook\ntagged: ["@tessa.maddern"]\n---\nLook who brought the whole row donuts on her last infusion day!',
  ],
  [
    'named',
    '---\ntype: carousel\nslides:\n  - {src: a.png, text: "Meet Rosalind."}\n  - {src: b.png, text: "At 31 she had six miscarriages."}\n---\nStories like hers are why our clinic exists.',
  ],
  ['none', 'Film club: Ellie gets a diagnosis and nobody says a word for four minutes. Saturday in the library.'],
  ['none', 'Teddy Bear Clinic: Mr. Bear is recovering from ear surgery. All stuffies seen.'],
  ['none', 'Twenty years ago Nadia Okoro clocked in as a dietary aide. Today she clocks out as head of the kitchen.'],
  ['none', 'Thanks to EMT students Raf Ostrow, Lan Pham and Bisi Ade, who taught hands-only CPR at the fair.'],
  [
    'none',
    'Senator Hollis Grant told reporters on Monday that he has atrial fibrillation. What is that? An irregular heartbeat.',
  ],
  ['none', 'Volunteers are needed: ask the desk in the Granger Pavilion whether you can help on Saturday.'],
  ['none', 'Our new infusion nurse drives in from Silver Cove every morning and her dog naps at the desk.'],
  ['detailed', 'A school bus driver walked out of our rehab unit yesterday.'],
  ['detailed', 'The 54-year-old patient from Boise is in remission.'],
  ['detailed', 'She had her transplant last Tuesday. A mother of three, she is already asking for pizza.'],
  ['detailed', 'Our patient with progeria had a great visit; he is 12.'],
  ['plain', 'A patient rang the bell and the whole floor cheered.'],
  ['plain', 'My client opened up about her panic attacks.'],
  ['plain', 'He was discharged with a new knee and a big grin.'],
  ['none', 'Every day people here finish treatment. We are proud to stand beside them.'],
  ['none', 'Our team delivered 412 babies this year.'],
  ['none', '1 in 8 women will be diagnosed with breast cancer.'],
  ['none', 'If you were diagnosed with diabetes, ask about foot exams.'],
  ['none', 'Nurse Kelly Tran earned her oncology certification.'],
  ['none', 'Our infusion nurses threw Bettina a retirement party today. 38 years!'],
  ['none', 'Thank you, Henderson family, for your gift to the NICU renovation.'],
  ['none', 'The fire chief teaches CPR at our open house on Saturday.'],
  ['none', 'Meet Biscuit, our facility dog. He is four and he loves the ICU.'],
  ['none', 'Florence Nightingale was born on May 12, 1820, and changed hospitals forever.'],
  ['none', 'A hypothetical case for our students: a patient walks in with chest pain.'],
  ['none', 'Therapy dogs visit our units every week.'],
  ['none', 'Support group for stroke survivors, Tuesdays at noon in the library.'],
  ['none', 'Volunteer Hank Petrosky has driven the courtesy cart since 2009. He says the best part is the stories.'],
  ['none', '---\ntype: review-response\n---\nThank you for the kind words, Jane. We are glad your knee is better.'],
  ['none', 'Does your child snore? Our sleep clinic can help. Call us today.'],
  ['none', 'We honor all those we have lost, and the families who loved them.'],
]

describe('stories', () => {
  test.each(rows)('%s: %s', (grade, text) => {
    expect(storyOf(text)).toBe(grade)
  })

  test('the match is short and names what to drop', () => {
    const post = new PostText(
      readDraft({
        path: 'post.md',
        text: 'A Maplewood farmer lost two fingers in an auger yesterday. Our surgeons put one back.',
        named: true,
      }).posts[0]!,
      noFacts,
    )
    const { match } = post.stories[0]!
    expect(match.span.end - match.span.start).toBeLessThanOrEqual(120)
    expect(match.data?.drop).toBe('the place')
  })
})
