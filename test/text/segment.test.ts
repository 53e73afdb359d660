import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { segment } from '../../src/text/segment.js'

const split = (tag: string) => segment(tag).map(({ start, end }) => tag.slice(start, end))

test.each(['hashtags.300.yml', 'hashtags.242.yml', 'hashtags.156.yml'])(
  'over 95 %% of %s split as a reader would',
  (list) => {
    const groups: Record<string, string[]> = parse(fs.readFileSync(path.join(import.meta.dirname, list), 'utf8'))
    const tags = Object.values(groups).flat().map(String)
    const wrong = tags.flatMap((line) => {
      const parts = split(line.replaceAll(' ', '')).join(' ')
      const expected = line.replaceAll('_', ' ').trim().split(/\s+/).join(' ')
      return parts === expected ? [] : [`${expected} <> ${parts}`]
    })
    expect(tags.length).toBeGreaterThan(150)
    expect(wrong.length / tags.length, wrong.join('\n')).toBeLessThan(0.05)
  },
)

// Written after the splitter worked, and run once: the share here is the fair one.
const fresh =
  `Pray For Kenji|team amara|lukes legacy|Zoey Strong|hope for hadley|lymphoma sucks|Endo Warrior|kidney warrior|dallas dentist
  Nurse Practitioner Week|physical therapy month|botox before and after|mommy makeover|smile makeover|invisalign journey|braces off
  bring back brian|heart of gold|World Sepsis Day|LGBTQ Health|Black Women In Medicine|doctor mom|snatched waist|hcg diet|wegovy wednesday
  Dr Mike|Nurse Jackie RN|stroke survivor|brain tumor awareness|gray in may|Teal Pumpkin Project|bmt day|Day 100|car t cell therapy
  TKR|Total Knee Replacement|hip replacement recovery|long covid|LongCovid Kids|mask up|boosted|vaxxed and waxed|omaha obgyn|Tulsa Pediatrics
  justice for tameka|Bella Beats ALL|Fuck ALS|type one diabetic|Loop And Learn|nightscout`
    .split(/\||\n/)
    .map((tag) => tag.trim())

test('tags that it was not tuned on', () => {
  const wrong = fresh.filter((line) => split(line.replaceAll(' ', '')).join(' ') !== line)
  expect(
    wrong.length / fresh.length,
    wrong.map((line) => `${line} <> ${split(line.replaceAll(' ', '')).join(' ')}`).join('\n'),
  ).toBeLessThan(0.07)
})
