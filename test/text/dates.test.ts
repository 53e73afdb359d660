import { expect, test } from 'vitest'
import { type DateMention, datesOf, general } from '../../src/text/dates.js'
import { linksOf } from '../../src/text/links.js'

const marked = (text: string, dates: readonly DateMention[]) =>
  dates.reduceRight(
    (out, { span }) => `${out.slice(0, span.start)}[[${out.slice(span.start, span.end)}]]${out.slice(span.end)}`,
    text,
  )

const found = (row: string) => {
  const text = row.replaceAll(/\[\[|\]\]/g, '')
  const dates = datesOf(
    text,
    linksOf(text).map(({ span }) => span),
  )
  return { dates, row: marked(text, dates) }
}

// What it says: the kind, then the fields that matter.
test.each<[string, Partial<DateMention>]>([
  ['Seen on [[03/14/2025]].', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['Seen [[3.14.25]]!', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['Seen [[3-14-25]]', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['Seen [[31/12/2024]]', { kind: 'full', day: 31, month: 12, year: 2024 }],
  ['Operated [[14 Mar 2025]].', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['Operated [[14-Mar-2025]].', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['On [[March 14th]] she woke.', { kind: 'full', day: 14, month: 3, year: undefined }],
  ['On [[march 14]] she woke', { kind: 'full', day: 14, month: 3 }],
  ['[[Tuesday, March 14, 2025]]: home.', { kind: 'full', day: 14, weekday: 'tuesday' }],
  ['[[2025-03-14]], male, 44', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['home [[the 14th of March]]', { kind: 'full', day: 14, month: 3 }],
  ['born [[March fourteenth]]', { kind: 'full', day: 14, month: 3 }],
  ["since [[Mar. 14, '25]]", { kind: 'full', day: 14, year: 2025 }],
  ['admitted on [[3/14]]', { kind: 'full', day: 14, month: 3 }],
  ['died [[9/11/2001]]', { kind: 'full', month: 9, year: 2001 }],
  ['scan_[[20250314]]_roe.jpg', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['operado el [[14 de marzo de 2025]]', { kind: 'full', day: 14, month: 3, year: 2025 }],
  ['Llegó [[anoche]], nació [[hace dos días]] y [[hoy]] está en casa', { kind: 'relative' }],
  ['treated in [[March 2025]]', { kind: 'partial', month: 3, year: 2025 }],
  ['treated in [[March]].', { kind: 'partial', month: 3, day: undefined }],
  ['diagnosed [[last June]]', { kind: 'partial', month: 6 }],
  ['It was [[October]] when', { kind: 'partial', month: 10 }],
  ['seen [[03/2025]]', { kind: 'partial', month: 3, year: 2025 }],
  ['[[Last spring]] she fell', { kind: 'partial' }],
  ['in the [[fall]] she came, in [[winter 2024]] she left', { kind: 'partial' }],
  ['treated in [[Q2 2025]]', { kind: 'partial', year: 2025 }],
  ['over [[Thanksgiving]] he had', { kind: 'partial', holiday: 'thanksgiving' }],
  ['On [[Christmas Eve]] a man', { kind: 'partial', holiday: 'christmas eve' }],
  ["came [[Mother's Day weekend]]", { kind: 'partial', holiday: "mother's day" }],
  ['[[May]] is Mental Health Month', { kind: 'partial', month: 5, isObservance: true }],
  ['Happy [[Thanksgiving]]!', { kind: 'partial', isObservance: true }],
  ['[[Yesterday]] we met', { kind: 'relative' }],
  ['[[This morning]] our crew', { kind: 'relative' }],
  ['coded on [[Tuesday]] here', { kind: 'relative', weekday: 'tuesday' }],
  ['he went home [[Tuesday]].', { kind: 'relative', weekday: 'tuesday' }],
  ['born [[last Tuesday]]', { kind: 'relative' }],
  ['came [[two days ago]] and [[3 weeks ago]]', { kind: 'relative' }],
  ['He was [[tonight]] and [[last night]] and [[earlier today]]', { kind: 'relative' }],
  ['[[Just now]] she', { kind: 'relative' }],
  ['admitted [[last week]] with', { kind: 'relative' }],
  ['arrived at [[3:17 a.m.]] today'.replace(' today', ''), { kind: 'clock' }],
  ['born at [[3:42]]', { kind: 'clock' }],
  ['arrived at [[3pm]]', { kind: 'clock' }],
  ['DOB [[03/14/1958]]', { kind: 'labelled', label: 'birth', year: 1958 }],
  ['D.O.B.: [[3/14/58]]', { kind: 'labelled', label: 'birth', year: 1958 }],
  ['DOB: [[03141958]]', { kind: 'labelled', label: 'birth', day: 14 }],
  ['DOS [[3/14]]', { kind: 'labelled', label: 'service' }],
  ['Date of service: [[March 14, 2025]]', { kind: 'labelled', label: 'service' }],
  ['date of death was [[14 March 2025]]', { kind: 'labelled', label: 'death' }],
  ['Admission date [[2025-03-14]]', { kind: 'labelled', label: 'admission' }],
  ['Discharge date: [[3/14/25]]', { kind: 'labelled', label: 'discharge' }],
  ['born in [[1958]]', { kind: 'year', year: 1958 }],
  ['class of [[2019]]', { kind: 'year', year: 2019 }],
])('%s', (row, fields) => {
  const { dates, row: marks } = found(row)
  expect(marks).toBe(row)
  expect(dates[0]).toMatchObject(JSON.parse(JSON.stringify(fields)))
})

test.each([
  'You may 2 times a day march 3 miles.',
  'Sunday brunch specials',
  'Motivation Monday! #WellnessWednesday',
  'Open Monday-Friday and every Tuesday.',
  'Mondays are hard',
  'Version 3.14.25 and v2.10.24 and IP 10.12.14.16',
  'Call 555-0147 or (212) 555-0147 or 212.555.0147, 1-800-273-8255',
  'The score was 3/4, not 1/2.',
  'Open 24/7. We remember 9/11.',
  'Take 1/2 tablet on 1/2 the dose',
  'Now $3.14 or 3.14%',
  'NDC 0002-1433-80 and 0169-4132-12',
  'SSN 123-45-6789',
  'BP 120/80, ratio 1:10',
  'John 3:16 was read',
  'in the 1990s',
  'raised 2000 dollars for 2000 patients',
  'In 2,000 patients',
  'after six weeks in the ICU, 3 years cancer-free',
  'Call today to book! Register today.',
  'March for Babies and the March of Dimes',
  'May we help? You may fall.',
  'April Roe and June Lee came',
  'Top 10 March events',
  'https://example.org/2025/03/14/news',
  'Room 412, bed 4, 5 mg, 10-12 people',
  'The first quarter mile',
  "today's patients and tomorrow's care",
  'Fall risk is up; fall prevention helps.',
  'He is on the mend; we sat in the sun.',
  'Good Samaritans wed science and care.',
  'One in two; 3 of 4; 8 out of 10',
  'Easter seals and Christmas Island',
  'Lot 12-34-567, model 3-1',
])('silent: %s', (row) => {
  expect(found(row).row).toBe(row)
})

test('a label belongs to its date', () => {
  const text = 'Roe, DOB: 03/14/1958, ok'
  const [date] = datesOf(text)
  expect(text.slice(date!.labelled!.start, date!.labelled!.end)).toBe('DOB: 03/14/1958')
  expect(general(date!)).toBe('1958')
  expect(general(datesOf('on March 14')[0]!)).toBe('')
})
