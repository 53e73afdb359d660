import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingsGiven } from '../../src/config/given.js'
import { lintSource } from '../../src/lint.js'
import { loadPack } from '../../src/rulebook/load.js'
import { Rulebook } from '../../src/rulebook/rulebook.js'

const rules = loadPack(path.join(import.meta.dirname, '../../rules')).filter(({ id }) => id.startsWith('claim/'))

/** Posts whose products stand in no list: each claims something. */
const claims = [
  "Psoriasis had me hiding my elbows for years. Three weeks on Fernbrook sea buckthorn oil and I'm in short sleeves. 2 for $30 at our booth.",
  'Marigold Mood chews: like a Xanax in a wrapper, minus the pharmacist. Restock Friday.',
  'Gout flare? Two spoonfuls of Cherryvale concentrate and dance by dinner. Shop the link.',
  'Our Pinecone tincture sends pneumonia packing before you can spell it. $22.',
  "Shingles season is no match for Lysova lysine lozenges, ladies. Sold at Dale's Feed.",
  "Dad's A1C slid from 9 to 5.6 on nothing but Ceyla cinnamon drops. DM for a jar.",
  'Migraine? Vertigo? Hot flashes? Meet the Halcyon patch, $19, ships free.',
  "My nephew's eczema packed its bags after one tin of Goatherd balm. Grab yours at the fair.",
  "Parkinson's runs in the family? Mucuna Gold powder keeps your dopamine where it belongs. Order today.",
  'Bin the lisinopril, folks: beet shots twice a day did it for me. Code BEET10',
  'Time to wave adios to Zoloft. Book our breathwork weekend.',
  "One drop of chlorine dioxide under the tongue and my boy's autism is lifting. PM me for the protocol.",
  'Say nighty night to night terrors: Dozewell glycine chocolates, 3 for $15.',
  'Lupus warriors, our moringa latte is your new best friend. Order now.',
  'Our clay mask ends cystic acne in one night. $14.',
  'Lash serum that wakes sleeping follicles and regrows brows. Shop now.',
  'I flushed my Lexapro and bought a rowing machine. Join my challenge, link in bio.',
  'Measles? Give them vitamin A and a tan, not the shot.',
  'Microchips in the jab, told you so. Book a detox with us.',
  "Chemo is poison. Our clinic's mistletoe shots let the body do its job. Book a call.",
  'Ivermectin sent my stage 4 into remission. Ask me where to get it.',
  "Wharton's jelly shots: skip the shoulder surgery, keep the tennis season. Free dinner seminar.",
]

/** Their innocent neighbours: the same goods and diseases, and no claim. */
const innocent = [
  'Got psoriasis? So do 8 million Americans. Our dermatologists see new patients every Tuesday. Call 555-0132.',
  'Our peppermint tea is back in stock: caffeine free, grown in Oregon, $9 a tin.',
  'The pharmacy sells vitamin D. Ask us how it fits with your blood pressure medicine before you buy.',
  'Diabetes-friendly holiday menu from our dietitian: roasted squash, lentils and a small slice of pie.',
  'Half of every lavender candle sold in our gift shop goes to breast cancer research.',
  "Our 5k for Parkinson's is Saturday. Shirts $20, coffee free.",
  'Ginger chews at the gift shop, $3. Also: get-well cards, slippers and a good pen.',
  'If you take warfarin, tell us before you start turmeric, ginkgo or fish oil. They can cause bleeding.',
  'Skin cancer screening, free, May 4. Sunscreen samples while they last.',
  'Our cardiac rehab team helped 212 people with heart failure walk farther last year. Ask your doctor for a referral.',
  'Raw milk can carry E. coli and Listeria. Choose pasteurized.',
  'Vaccines do not cause autism. More than a dozen studies have looked. Questions? Book a visit with our pediatricians.',
  'Our rheumatology clinic has a new address. Bring your medication list to your first visit.',
  "Grandma's chicken soup recipe from our kitchen: good on a cold day. What's yours?",
  "Pharmacist tip: grapefruit juice and some statins don't mix. Ask before you pour.",
  'Protein powder samples at the gym opening Saturday. T-shirts, smoothies, raffle.',
  'Our lavender hand balm is back: shea butter, beeswax, $8. Softens dry skin.',
  "Fish oil won't replace your heart medicine. Talk to our cardiologists about what will help.",
  'Buy a poppy, $2, for veterans living with PTSD. Table 4 in the lobby.',
  'Hay fever season: our allergists explain testing, Thursday at noon on Zoom.',
  'Blood pressure check, free, at the market on Saturday. No appointment.',
  'We now stock compression socks and pill organizers in the gift shop. $12 a pair.',
]

const rulebook = new Rulebook({ ...settingsGiven({}), rules })
const reported = (text: string) =>
  lintSource({ path: 'a.md', text, named: true }, rulebook)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule)

test.each(claims)('%s', (text) => {
  expect(reported(text)).not.toEqual([])
})

test.each(innocent)('%s', (text) => {
  expect(reported(text)).toEqual([])
})

const rows = parse(readFileSync(path.join(import.meta.dirname, 'claims.324.yml'), 'utf8')) as Record<
  'claims' | 'innocent',
  readonly string[]
>

test.each(rows.claims)('claims: %s', (text) => {
  expect(reported(text)).not.toEqual([])
})

test.each(rows.innocent)('claims nothing: %s', (text) => {
  expect(reported(text)).toEqual([])
})
