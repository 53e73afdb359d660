import { expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { type Facts, noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const read = (text: string, path = 'post.md', organization: Partial<Facts['organization']> = {}) =>
  new PostText(readDraft({ path, text, named: true }).posts[0]!, {
    ...noFacts,
    organization: { ...noFacts.organization, ...organization },
  })

const shown = (post: PostText) => post.persons.map(({ name, form, role }) => `${name}, ${form}, ${role}`)

/** A post and whom it names: name, form, role. Nobody where there is none. */
const named: readonly (readonly [string, ...string[]])[] = [
  // Patients by what is told of them
  ['So proud of Jane Roe, who finished chemo with us today!', 'Jane Roe, full, patient'],
  ["Nayeli's biopsy came back benign and our front office did a conga line.", 'Nayeli, first, patient'],
  ['Jane Roe, 54, walked out of rehab today.', 'Jane Roe, full, patient'],
  ['Grace completed her last round of chemo!', 'Grace, first, patient'],
  ['Will was diagnosed with lymphoma in spring.', 'Will, first, patient'],
  ['Mark finished chemo on Friday.', 'Mark, first, patient'],
  ['We saw Will last week, and he is cancer-free.', 'Will, first, patient'],
  ['Xyloria Quastenbach was diagnosed with lupus last June.', 'Xyloria Quastenbach, full, patient'],
  ['ELENA VASQUEZ RANG THE BELL TODAY', 'ELENA VASQUEZ, full, patient'],
  ['Meet Jane Roe! She had a stroke last May.', 'Jane Roe, full, patient'],
  ['Meet Jane Roe! "I feel twenty years younger," says Jane, 71.', 'Jane Roe, full, unknown', 'Jane, first, unknown'],
  ['Coach Delahoussaye is getting his hip done with us.', 'Delahoussaye, surname, patient'],
  ['Lt. Cody Brandvold had his knee rebuilt by our team.', 'Cody Brandvold, full, patient'],
  ['Cheyenne Running Bear lost 30 pounds with us.', 'Cheyenne Running Bear, full, patient'],
  ['The label reads LINDGREN, OVE today.', 'OVE LINDGREN, full, unknown'],
  ['Our patient rang the bell. #TeamSavannah', 'Savannah, first, unknown'],
  ['"I got my life back," said Whitfield, whose liver transplant took 11 hours.', 'Whitfield, surname, patient'],
  ['Robert Hill, diagnosed with diabetes at our clinic, is back.', 'Robert Hill, full, patient'],
  ['Debra Jones (treated here for depression) is back at work.', 'Debra Jones, full, patient'],
  ['Dana Fox, operated on in March, runs again.', 'Dana Fox, full, patient'],
  // Neither care nor a patient
  ['Kim Lee, admitted to the Ohio bar, joins our board.', 'Kim Lee, full, staff'],
  [
    'Match Day! Connor (pediatrics, Ohio) and Aisha (surgery, right here) are celebrating.',
    'Connor, first, staff',
    'Aisha, first, staff',
  ],
  ['Meet the newest member of our family: an MRI named Magnus. He takes great pictures.', 'Magnus, first, animal'],
  [
    '---\ntype: reply\nin_reply_to: "Do you take Delta Dental?"\n---\nHi Carla! We are in network with Delta Dental.',
    'Carla, first, author',
  ],
  [
    '---\ntype: reply\nin_reply_to: "Do you take Delta Dental?"\n---\nHi Carla! Your crown was covered last time.',
    'Carla, first, patient',
  ],
  [
    'Our night-shift lab crew (Deshawn, Oksana and Pete) ran 3,100 specimens last weekend.',
    'Deshawn, first, staff',
    'Oksana, first, staff',
    'Pete, first, staff',
  ],
  ['Shout-out to Medic 7! Javier and Kendra, you make us proud.', 'Javier, first, staff', 'Kendra, first, staff'],
  ['Amelia Strand, a junior and one of our summer interns, won a prize.', 'Amelia Strand, full, staff'],
  ['Our panel is cleared, not approved (sorry, Gregor).', 'Gregor, first, staff'],
  ['Our knitters dropped off 140 tiny hats for the NICU. Thank you Wanda!', 'Wanda, first, donor'],
  [
    'Say hi to our incoming residents! 👋\n\nTomasz Wieczorek, from Duluth\nAaliyah Bonsu, from Baton Rouge\n\nThey start July 1.',
    'Tomasz Wieczorek, full, staff',
    'Aaliyah Bonsu, full, staff',
  ],
  [
    'Congratulations to Beatriz Couto and Mohamed Farah, who graduated from our nurse apprenticeship on May 16.',
    'Beatriz Couto, full, staff',
    'Mohamed Farah, full, staff',
  ],
  [
    'Welcome our newest residents!\n\nTomasz Wieczorek, from Duluth\n\nHe moved in to memory care on Monday.',
    'Tomasz Wieczorek, full, unknown',
  ],
  ['Remembering Harlan Voss, our longtime maintenance chief, who passed away last week.', 'Harlan Voss, full, staff'],
  ['Meet Doug 🤖 Doug was admitted to the third floor.', 'Doug, first, animal', 'Doug, first, animal'],
  ['Gladys the Volvo has retired from our fleet.', 'Gladys, first, animal'],
  ['Bertha carried moms. Our oldest ambulance leaves the bay with 211,406 miles on her.', 'Bertha, first, animal'],
  [
    'Doug fell off his porch. Our ambulance brought the patient in. Doug is home.',
    'Doug, first, unknown',
    'Doug, first, unknown',
  ],
  ['Phlebotomist Olumide clocked 31 draws.', 'Olumide, first, staff'],
  ['Last night we said goodbye to Rocco, seven years old, who taught the floor to play Uno.', 'Rocco, first, patient'],
  ["Harold Nakamura's baclofen pump is in.", 'Harold Nakamura, full, patient'],
  ['Resident Spotlight ⭐ Technical Sergeant Anselm Durocher, 98 years young.', 'Anselm Durocher, full, patient'],
  [
    'Our camp nurses survived! Thank you to Delphine and Yuki for three weeks of bug bites.',
    'Delphine, first, staff',
    'Yuki, first, staff',
  ],
  [
    'Our night nurses cried. Thank you, Annelise Kuznetsova, for letting us watch your son learn to breathe.',
    'Annelise Kuznetsova, full, unknown',
  ],
  ['Seven-year-old Calliope wanted a cast like a robot.', 'Calliope, first, unknown'],
  ['Tobias, who runs the loading dock, has seen every MRI come in.', 'Tobias, first, staff'],
  ['Our own security guard Darnell coded in the lobby.', 'Darnell, first, staff'],
  [
    'Thank you to the Vandermolen family, whose gift built the garden. Piet and Johanna Vandermolen ran the feed store.',
    'Vandermolen, surname, donor',
    'Piet, first, donor',
    'Johanna Vandermolen, full, donor',
  ],
  ['Graduation night for our paramedic program. Hugo Estrada carried the flag.', 'Hugo Estrada, full, staff'],
  ['Graduation night for our cardiac rehab program. Hugo Estrada finished chemo too.', 'Hugo Estrada, full, patient'],
  ['Edna Hargrove left us her farm stand money for new infusion chairs.', 'Edna Hargrove, full, donor'],
  ['The Corvalis transcatheter aortic valve is approved for severe stenosis.'],
  ['The test can miss cancers.'],
  ['Our surgeons (Ana Roe among their patients) were thrilled when she had her stroke.', 'Ana Roe, full, patient'],
  [
    'Shout-out to the whole oncology team! Marisol, you rock. Eighteen rounds of chemo and you are done.',
    'Marisol, first, unknown',
  ],
  [
    'Volunteers brought flowers to the ward. Thank you, Bettina, for smiling through round six of chemo.',
    'Bettina, first, unknown',
  ],
  ['Amelia Strand, one of our patients, beat leukemia.', 'Amelia Strand, full, patient'],
  ['Coach Bill Roe will speak at our gala.', 'Roe, surname, staff'],
  ['Thanks to Emma for the donuts!', 'Emma, first, donor'],
  ['Sherlock Holmes would love our lab.', 'Sherlock Holmes, full, public'],
  ['Client Sarah hit 90 days sober in our program', 'Sarah, first, patient'],
  ['Little fighter Jayden spent 87 days in our NICU.', 'Jayden, first, patient'],
  ['In loving memory of our patient Mary Roe', 'Mary Roe, full, patient'],
  ['Shout-out to Thandiwe Nkosi who rang the bell!', 'Thandiwe Nkosi, full, patient'],
  ['"They saved my life." — Karen M.', 'Karen M., first, patient'],
  ['"I got my voice back." - Rashid T., Tacoma', 'Rashid T., first, patient'],
  ['We said goodbye to Mr. Pietrowski after two years on dialysis.', 'Pietrowski, honorific, patient'],
  ['We discharged Priyanka Iyer after her transplant.', 'Priyanka Iyer, full, patient'],
  // Lower case, initials, nicknames
  ['our patient maria lopez rang the bell today', 'maria lopez, full, patient'],
  ['baby Liam went home today', 'Liam, first, patient'],
  ['mr okafor got his new hearing aids', 'okafor, honorific, patient'],
  ['our resident doris finally went home after her hip fracture', 'doris, first, patient'],
  ['When our patient T.K. told us the tremor had stopped, we forgot how to chart.', 'T.K., initials, patient'],
  ['Our patient JR is home.', 'JR, initials, patient'],
  ['Our own "Cowboy Lou" is getting his kidney!', 'Cowboy Lou, nickname, unknown'],
  [
    'Cardiac rehab list: Vandersloot, Piet; Abernathy, Joyce',
    'Piet Vandersloot, full, unknown',
    'Joyce Abernathy, full, unknown',
  ],
  // Shapes of names
  ["Mrs. Delacroix-O'Brien had a stroke.", "Delacroix-O'Brien, honorific, patient"],
  ['José Luis de la Cruz had a stroke while gardening.', 'José Luis de la Cruz, full, patient'],
  ['Omar bin Khalid al-Rashid underwent a transplant here.', 'Omar bin Khalid al-Rashid, full, patient'],
  ['Anneke van der Berg was admitted to our ICU.', 'Anneke van der Berg, full, patient'],
  ["D'Angelo Brooks Jr. finished cardiac rehab.", "D'Angelo Brooks Jr., full, patient"],
  ['Jean-Pierre Toussaint III was discharged on Tuesday', 'Jean-Pierre Toussaint III, full, patient'],
  ['Kim Jisoo, diagnosed at 12, is in remission.', 'Kim Jisoo, full, patient'],
  ['Nguyễn Thị Hoa was admitted to our ICU.', 'Nguyễn Thị Hoa, full, patient'],
  ['Eli Begay, 7, got his cast off.', 'Eli Begay, full, patient'],
  ['Meet Leilani Kealoha, born at 24 weeks and now home.', 'Leilani Kealoha, full, patient'],
  ['Oluwaseun Adebayo is recovering from surgery.', 'Oluwaseun Adebayo, full, patient'],
  ['Wei Zhang was treated for a burn.', 'Wei Zhang, full, patient'],
  ['Svetlana Kovalenko had a knee replacement.', 'Svetlana Kovalenko, full, patient'],
  ['Fatima El-Sayed gave birth to twins.', 'Fatima El-Sayed, full, patient'],
  ['Harpreet Dhillon was intubated for nine days.', 'Harpreet Dhillon, full, patient'],
  ['J. R. Okafor was hospitalized on Monday.', 'J. R. Okafor, full, patient'],
  // Their circle
  ['His wife, Ngozi, never left his side.', 'Ngozi, first, relative'],
  ["Ana's mother thanked our nurses.", 'Ana, first, relative'],
  ["Mia's mom says the swelling is down.", 'Mia, first, relative'],
  ['Her sister Zofia Kowalska drove her to dialysis.', 'Zofia Kowalska, full, relative'],
  ['Welcome to the world, Baby Girl Stavropoulos!', 'Stavropoulos, kin, patient'],
  ['The Bjornstad family drove four hours for the infusions.', 'Bjornstad, surname, unknown'],
  // Named, and nothing more known
  ['Ask for Maria at the front desk.', 'Maria, first, staff'],
  ['We miss you, Tommy. Rest in peace.', 'Tommy, first, unknown'],
  ['Meet Nayeli! She makes everyone smile.', 'Nayeli, first, unknown'],
  ['Hi Priya, we are sorry your visit was long.', 'Priya, first, unknown'],
  // One person, one role
  [
    'Jane Roe beat cancer. Ms. Roe sings in a choir, and Jane bakes.',
    'Jane Roe, full, patient',
    'Roe, honorific, patient',
    'Jane, first, patient',
  ],
  ['Meet Dr. Ana Lopez. Ana loves hiking.', 'Ana Lopez, full, staff', 'Ana, first, staff'],
  // Staff
  ['Chief resident Maya Patel welcomes our interns', 'Maya Patel, full, staff'],
  ['Meet Dr. Ana Lopez, our new pediatrician.', 'Ana Lopez, full, staff'],
  ['Ohio native Dr. Roe joined our team.', 'Roe, surname, staff'],
  ['Join Maria Gutierrez, RN, for a talk on diabetes.', 'Maria Gutierrez, full, staff'],
  ['Nurse practitioner Bao Tran is accepting new patients.', 'Bao Tran, full, staff'],
  ['Welcome Dr. Svetlana Petrova, MD!', 'Svetlana Petrova, full, staff'],
  ['Our nurse Kelly beat cancer on 4 West.', 'Kelly, first, staff'],
  ['Receptionist Dana Ruiz underwent knee surgery with our own team.', 'Dana Ruiz, full, staff'],
  ['Dr Lee removed a gallbladder in record time', 'Lee, first, staff'],
  ['Kudos to Sister Bernadette and Father Mike.', 'Bernadette, first, staff', 'Mike, first, staff'],
  ['Congratulations to Ingrid Solheim, BSN, RN, CCRN, who passed her boards!', 'Ingrid Solheim, full, staff'],
  ['Our new cardiology fellow, Tendai Moyo, did his residency in Rochester.', 'Tendai Moyo, full, staff'],
  ['Congratulations to our employee of the month, Sharon Pell!', 'Sharon Pell, full, staff'],
  ['Heimlich training with Captain Ray Torres of the fire department', 'Ray Torres, full, staff'],
  ['The board has named Marguerite Delacroix chief executive.', 'Marguerite Delacroix, full, staff'],
  ['Apgar scores, explained by labor nurse Bree Sandoval.', 'Bree Sandoval, full, staff'],
  ['A talk by physiologist Carla Nuñez.', 'Carla Nuñez, full, staff'],
  // Givers, authors, office, history
  ['Thank you, Henderson family, for your generous gift.', 'Henderson, surname, donor'],
  [
    'Thanks to a gift from Ellen and Bob Whitcomb, our new MRI is here.',
    'Ellen, first, donor',
    'Bob Whitcomb, full, donor',
  ],
  ['Elijah Fairweather built garden beds for our courtyard.', 'Elijah Fairweather, full, donor'],
  ['Photo by Luis Ortega', 'Luis Ortega, full, author'],
  ['"We are ready," said Ana Lopez.', 'Ana Lopez, full, author'],
  ['Congressman Dele Adeyemi toured our ER.', 'Dele Adeyemi, full, public'],
  ["Actor Michael J. Fox has Parkinson's.", 'Michael J. Fox, full, public'],
  ['Selena Gomez spoke about lupus.', 'Selena Gomez, full, public'],
  ["Florence Nightingale's birthday is May 12.", 'Florence Nightingale, full, historical'],
  ['Joseph Lister changed surgery with carbolic acid.', 'Joseph Lister, full, historical'],
  ['The Jane Roe Cancer Center opens in May.', 'Jane Roe, full, organisation'],
  ['Join us at the Rosa Parks Library on Wednesday.', 'Rosa Parks, full, organisation'],
  ['Johns Hopkins is on the list.', 'Johns Hopkins, full, organisation'],
  ['Kaiser Permanente and Blue Cross cover it.', 'Kaiser Permanente, full, organisation'],
  ['Our patient Selena Gomez went home today.', 'Selena Gomez, full, patient'],
]

/** Capitals, words and marks that name nobody. */
const silent: readonly string[] = [
  'Meet Biscuit, our facility dog!',
  'Hope Springs Eternal at our Hope Center',
  "Parkinson's disease affects one million. Crohn's and Hodgkin lymphoma too.",
  'Guillain-Barré is rare.',
  'May is Mental Health Awareness Month. April showers bring June flowers.',
  'Visit us in Charlotte, NC or Austin.',
  'The Whitcomb Family Foundation donated $2 million.',
  'Mayo Clinic and St. Jude lead the list.',
  'Will you join us? Hope to see you. Grace under pressure.',
  'Chase the flu away! Mark your calendars. Bill pay is easy.',
  "Hunter's moon tonight. Rose gold ribbons for sale.",
  'WE ARE HIRING NURSES AND TECHS IN DAYTON OHIO',
  'Flu Shots Available Now At Maplewood Family Medicine',
  'Ozempic, Wegovy and Mounjaro are brand names.',
  "Race for the Cure is on Sunday. Mother's Day is next week.",
  'Happy Birthday, America!',
  'Mosquito traps in Kearney and Gibbon tested positive for West Nile.',
  'The U.S. has 100,000 people on the list. Talk to your M.D. or D.O.',
  'Our patient portal is down. Patient Safety Week starts on Monday.',
  'Patient ICU beds are full. The patient PT schedule is out.',
  'Health Care for the Homeless opens on Main Street.',
  'Entrance on Willow Lane, next to Cedar Park.',
  'Come for the hand-me-downs, stay for the pie.',
  'Vitamin C. Zinc. Rest.',
  'Love your liver. Art heals. Joy is medicine.',
  'See our work with the Heimlich maneuver and the Apgar score.',
  'the patient said hi and the nurse said thanks',
  'thanks to our patient friends and family',
  'Dallas, Houston and Phoenix are hot.',
  'COVID-19, RSV and Flu A are up in Q4.',
  'Sign up for our Tai Chi class, Zumba and Pilates.',
  'Welcome to the World Congress of Nephrology.',
  'Thank you, nurses! Thank You, Doctors!',
  'Nurses Week, Doctors Day, Hospital Week.',
  'Bring a friend to Grace Lutheran Church.',
]

test.each(named)('%s', (text, ...expected) => {
  expect(shown(read(text))).toEqual(expected)
})

test.each(silent)('nobody: %s', (text) => {
  expect(shown(read(text))).toEqual([])
})

const inTags: readonly (readonly [string, ...string[]])[] = [
  ['#TeamLiamStrong', 'Liam, first, unknown'],
  ['#prayforemma', 'emma, first, unknown'],
  ['#JaneRoe', 'Jane Roe, full, unknown'],
  ['#NayelisJourney', 'Nayelis, first, unknown'],
  ['#TeamOkafor', 'Okafor, surname, unknown'],
  ['#JusticeForDeShawn', 'DeShawn, first, unknown'],
]

test.each(inTags)('%s', (text, ...expected) => {
  expect(shown(read(text))).toEqual(expected)
})

test.each([
  '#BostonStrong',
  '#CancerWarrior',
  '#LupusAwareness',
  '#HopeStrong',
  '#TeamNurse',
  '#MarchForBabies',
  '#PrayForPeace',
  '#MaplewoodStrong',
  '#LiveStrong #StrongerTogether',
  '#FightLikeAGirl',
  '#AlzheimersWalk',
  '#FlorenceNightingale',
  '#JusticeForAll',
])('nobody in %s', (tag) => {
  expect(shown(read(`Walk with us. ${tag}`))).toEqual([])
})

test('a reply is addressed to its handle, and whoever it thanks was here', () => {
  const post = read('---\ntype: reply\n---\n@jane_roe Thanks for the 5 stars, John!')
  expect(shown(post)).toEqual(['John, first, patient'])
})

test('handles: staff by their endings, organizations by their words, the own one not at all', () => {
  const post = read('Thanks @jane.roe, @maria_rn, @cdcgov and @maplewoodhealth!', 'post.md', {
    accounts: ['@MaplewoodHealth'],
  })
  expect(shown(post)).toEqual(['jane.roe, handle, unknown', 'maria_rn, handle, staff', 'cdcgov, handle, organisation'])
})

test('names in file names and alt texts', () => {
  const post = read(
    'text: A good day.\nmedia:\n  - src: img/roe_jane_knee_0314.jpg\n    alt: Jane Roe after surgery\n',
    'post.yml',
  )
  expect(post.persons.map(({ name, in: place }) => [name, place])).toEqual([
    ['roe jane', 'file-name'],
    ['Jane Roe', 'alt'],
  ])
})

test('file names that hold no name', () => {
  const post = read(
    'text: A good day.\nmedia:\n  - src: knee-campaign-01.jpg\n  - src: summer-may-joy.png\n',
    'post.yml',
  )
  expect(shown(post)).toEqual([])
})

test('the staff that the config names are staff', () => {
  const post = read('Patel and her team treated him. #TeamMaya', 'post.md', { staff: ['Maya Patel'] })
  expect(post.persons.every(({ role }) => role === 'staff')).toBe(true)
})

test('known as a patient anywhere, a patient everywhere', () => {
  const post = read('---\ntitle: Our patient Dele Osei\n---\nDele Osei came by with cookies.')
  expect(shown(post)).toEqual(['Dele Osei, full, patient', 'Dele Osei, full, patient'])
})
