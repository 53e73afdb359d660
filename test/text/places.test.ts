import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const organization = {
  ...noFacts.organization,
  name: 'Maplewood Clinic',
  addresses: ['400 Elm Street, Maplewood, MO 63143'],
}

function placesOf(text: string) {
  const post = new PostText(readDraft({ path: 'post.md', text, named: true }).posts[0]!, { ...noFacts, organization })
  const live = post.of(['live'])[0]!
  return post.placesIn(live).map(({ span, owner }) => `${owner}: ${live.text.slice(span.start, span.end)}`)
}

const rows: readonly (readonly [text: string, ...places: string[]])[] = [
  // a person's
  ['A retired trucker from Ogallala came to us.', 'person: Ogallala'],
  ['She came down from Pine Ridge for cataract surgery.', 'person: Pine Ridge'],
  ['He lives in Maplewood with his sister.', 'person: Maplewood'],
  ['A Clatsop County couple had their baby in the car.', 'person: Clatsop County'],
  ['A Maplewood farmer lost two fingers.', 'person: Maplewood'],
  ['The Dubuque native beat cancer at 40.', 'person: Dubuque'],
  ['A mother of two from Quail Springs rang the bell.', 'person: Quail Springs'],
  ['Our client left 88 Quail Hollow Road without her coat.', 'person: 88 Quail Hollow Road'],
  ['His home at 1204 N. Juniper Ave. #3 flooded the day he was discharged.', 'person: 1204 N. Juniper Ave. #3'],
  ['Send a card to the patient at P.O. Box 118.', 'person: P.O. Box 118'],
  ['She lives on Sycamore Lane and walked in with a broken wrist.', 'person: Sycamore Lane'],
  ['Our patient is a dad of two in 59718.', 'person: 59718'],
  ['A patient (zip 83226-0117) called our nurse.', 'person: 83226-0117'],
  ['The man from Boise, ID 83702 is home.', 'person: Boise', 'person: 83702'],
  [
    'The fifth grader we treated is back in the Elkhorn Valley school district.',
    'person: Elkhorn Valley school district',
  ],
  ['A sophomore at Lyman Ridge High went blue in the gym.', 'person: Lyman Ridge High'],
  ['The boy from Orchard Middle School has a new heart.', 'person: Orchard Middle School'],
  ['A soldier from Fort Bragg walked in with a snake bite.', 'person: Fort Bragg'],
  ['An elder from the Standing Rock Reservation was flown here.', 'person: Standing Rock Reservation'],
  ['She was found at 44.0582, -121.3153 with a broken leg.', 'person: 44.0582, -121.3153'],
  ['He was picked up at ///filled.count.soap by our crew.', 'person: ///filled.count.soap'],
  ['The patient lives at 87G7+4C, second floor.', 'person: 87G7+4C'],
  ['A grandmother in Elko County got botulism.', 'person: Elko County'],
  ['His ZIP3 036 is on the chart.', 'person: 036'],
  ['A Bend teacher was airlifted to us.', 'person: Bend'],
  ['The widow drove in from Las Cruces, New Mexico for her infusion.', 'person: Las Cruces'],
  ['Rural Route 2 Box 14 is where he has lived since the war.', 'person: Rural Route 2 Box 14'],
  ['He came all the way from Tuba City for dialysis.', 'person: Tuba City'],
  ['A Terrebonne Parish shrimper got his hand back.', 'person: Terrebonne Parish'],
  // the organization's, an event's, staff's
  ['Visit us at 12 Oak Street for a flu shot.', 'organization: 12 Oak Street'],
  ['Our Springfield clinic opens at 8 am.'],
  ['Serving Maplewood since 1988.'],
  ['We are at 400 Elm Street.', 'organization: 400 Elm Street'],
  [
    'Mail checks to PO Box 77, Dayton, OH 45402.',
    'organization: PO Box 77',
    'organization: Dayton',
    'organization: 45402',
  ],
  ['Dr. Milena Hadjiev, a Cedar Bluff native, joins our team.', 'organization: Cedar Bluff'],
  ['Nurse Tobias grew up in Dubuque.', 'organization: Dubuque'],
  ['Join us at the Elko County fair on Saturday.', 'event: Elko County'],
  ['Flu clinic at Lyman Ridge High, Saturday 9-12 am.', 'organization: Lyman Ridge High'],
  ['Parking is on Juniper Avenue behind 90 Juniper Avenue.', 'organization: 90 Juniper Avenue'],
  // the organization's own address, whoever is spoken of beside it
  [
    'She picked up her records at 400 Elm Street, Maplewood, MO 63143 herself.',
    'organization: 400 Elm Street',
    'organization: Maplewood',
    'organization: 63143',
  ],
  [
    'Our patient Ada walks in every week, 400 Elm St. in Maplewood, Missouri 63143.',
    'organization: 400 Elm St.',
    'organization: Maplewood',
    'organization: 63143',
  ],
  [
    'Our patient lives at 88 Elm Street, Maplewood, MO 63143.',
    'person: 88 Elm Street',
    'person: Maplewood',
    'person: 63143',
  ],
  ['Our patient of 400 Elmwood Street, Maplewood, is home.', 'person: 400 Elmwood Street'],
  // nobody's, or no place at all
  ['Measles was confirmed in Elm County.', 'unknown: Elm County'],
  ['A patient from Ohio went home.'],
  ['A Navy veteran rang the bell.'],
  ['She is from Guatemala.'],
  ['A note from Karen made our day.'],
  ['Your heart rate at 10500 steps is fine.'],
  ['Order 59718-0001 of gloves arrived.'],
  ['High blood pressure is common. Know your numbers.'],
  ['The Mayo Clinic published a study.'],
  ['Our team has 20 Years of Caring in it.'],
  ['St. Mary recovery program welcomes new members.'],
  ['Thank you from Radiology and from 4 West.'],
  ['Version 10.125, 12.250 of the app is out.'],
]

describe('places', () => {
  test.each(rows)('%s', (text, ...places) => {
    expect(placesOf(text)).toEqual(places)
  })

  test('a location field is a place as a whole', () => {
    const post = new PostText(
      readDraft({ path: 'p.yml', text: 'text: Hello\nlocation: Maplewood, MO\n', named: true }).posts[0]!,
      noFacts,
    )
    const location = post.texts.find(({ region }) => region.field === 'location')!
    expect(post.placesIn(location).map(({ span }) => location.text.slice(span.start, span.end))).toEqual([
      'Maplewood, MO',
    ])
  })
})
