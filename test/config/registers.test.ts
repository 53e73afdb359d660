import { describe, expect, test } from 'vitest'
import { readCsv } from '../../src/config/csv.js'
import { factsFrom } from '../../src/config/facts.js'
import { loadConfig } from '../../src/config/load.js'
import { folderWith } from '../cli/run.js'

const load = (config: string, files: Record<string, string | Uint8Array> = {}) =>
  loadConfig({ cwd: folderWith({ 'medlint.config.yml': config, ...files }) })

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\r\n1;"x;y"\r\n\r\n',
    [
      ['a', 'b'],
      ['1', 'x;y'],
    ],
  ],
  [
    'a,b\n"say ""hi""","two\nlines"',
    [
      ['a', 'b'],
      ['say "hi"', 'two\nlines'],
    ],
  ],
  [
    'a,b\n1,\n,2',
    [
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ],
  ],
])('reads CSV %j', (text, rows) => {
  expect(readCsv(text, 'c.csv').map(({ cells }) => cells)).toEqual(rows)
})

describe('the consent register', () => {
  const record = { id: 'CR-1', signed: '2026-03-02', covers: ['photo', 'story'], signedBy: 'self', replies: false }

  test.each([
    [
      'c.yml',
      '- {id: CR-1, signed: 2026-03-02, covers: [photo, story], signed_by: self, replies: false, revoked: null}',
    ],
    [
      'c.yaml',
      'consents:\n  - {id: CR-1, signed: 2026-03-02, covers: [photo, story], signed_by: self, replies: false}',
    ],
    ['b.yml', '- {id: CR-1, signed: 2026-03-02, covers: "photo, story", signed_by: self, replies: false}'],
    ['c.csv', 'id,signed,covers,signed_by,replies,revoked\nCR-1,2026-03-02,photo; story,self,no,\n'],
  ])('%s', async (name, text) => {
    const { consents } = await load(`consents: ${name}`, { [name]: text })
    expect(consents!.records.get('CR-1')).toEqual(record)
    expect(consents).toMatchObject({ path: name, allowInline: false, requireFull: false })
  })

  test('whom a record is of: one name, or several', async () => {
    const text = 'id,subject,subject_ref\nCR-1,J.R.; T,S-1\n'
    const { consents } = await load('consents: c.csv', { 'c.csv': text })
    expect(consents!.records.get('CR-1')).toMatchObject({ subject: ['J.R.', 'T.'], subjectRef: 'S-1' })
    const other = await load('consents: c.yml', { 'c.yml': '- {id: CR-1, subject: [JR, J. M. R.]}' })
    expect(other.consents!.records.get('CR-1')!.subject).toEqual(['J.R.', 'J.M.R.'])
  })

  test.each([
    ['c.csv', 'id,signed,subject\nCR-1,2026-03-02,"Roe, Jane"\n', ['J.R.'], 'c.csv:2:17'],
    ['c.yml', '- id: CR-1\n  subject: Mrs. Jane A. Roe-Keller\n', ['J.A.R.K.'], 'c.yml:2:12'],
    ['c.yml', '- {id: CR-1, subject: [J.R., Janie]}', ['J.R.', 'J.'], 'c.yml:1:23'],
    ['c.yml', '- {id: CR-1, subject: Émile de la Cruz}', ['E.C.'], 'c.yml:1:23'],
    ['c.yml', '- {id: CR-1, subject: TOM}', ['T.'], 'c.yml:1:23'],
    ['c.csv', 'id,subject_ref\nCR-1,Jane Roe\n', undefined, 'c.csv:2:6'],
  ])(
    'a name in %s %j is told without being repeated, and counts by its initials',
    async (name, text, subject, place) => {
      const options = { cwd: folderWith({ 'medlint.config.yml': `consents: ${name}`, [name]: text }), goOn: true }
      const { consents, faults } = await loadConfig(options)
      expect(consents!.records.get('CR-1')!.subject).toEqual(subject)
      expect(faults).toHaveLength(1)
      expect(faults[0]!.message).toContain(`${place}  \`subject`)
      expect(faults[0]!.message).toContain('holds a name, and a register holds none. Write')
      expect(faults[0]!.message).not.toMatch(/Roe|Jane|Janie|Cruz|TOM/)
    },
  )

  test('rows of another length than the first are told, and the others count', async () => {
    const text =
      'id,signed,covers\nCR-1,2026-01-01,photo,story\nCR-2,2026-01-01,photo,,\nCR-3,2026-01-01\nCR-4,2026-01-01,photo\n'
    const options = { cwd: folderWith({ 'medlint.config.yml': 'consents: c.csv', 'c.csv': text }), goOn: true }
    const { consents, faults } = await loadConfig(options)
    expect([...consents!.records.keys()]).toEqual(['CR-2', 'CR-3', 'CR-4'])
    expect(faults.map(({ message }) => message)).toEqual([
      'c.csv:2:23  this row has 4 cells, and the first line names 3. Put a cell that holds a comma in quotes; until then the row does not count.',
      'c.csv:4:1  this row has 2 cells, and the first line names 3. Leave a cell that holds nothing empty, with its comma.',
    ])
  })

  test.each([
    ['id,sgned\nCR-1,x', 'c.csv:1:4  unknown column `sgned`. Did you mean `signed`?'],
    ['signed\n2026-01-01', 'there is none named `id`'],
    ['id,signed\n,2026-01-01', 'c.csv:2:1  this row has no `id`.'],
    ['id,signed\n\nCR-1,2026-01-01\n,2026-01-01', 'c.csv:4:1  this row has no `id`.'],
    ['id,signed\nCR-1,2026-01-01,more', 'c.csv:2:17  this row has 3 cells, and the first line names 2. Put a cell'],
    ['id,signed\nCR-1,"2026-01-01\n', /c\.csv:\d:1 {2}a quote in this row is not closed/],
    ['id,expires\nCR-1,12/31/2026', 'c.csv:2:6  `expires` of `CR-1` takes a day such as 2027-03-02'],
    ['id;signed\nCR-1;2026-01-01;x', 'Put a cell that holds a semicolon in quotes'],
    ['id\nCR-1\nCR-1', 'c.csv:3:1  the consent `CR-1` stands here a second time'],
  ])('refuses %j', async (text, sentence) => {
    await expect(load('consents: {file: c.csv, require: full}', { 'c.csv': text })).rejects.toThrow(sentence)
  })
})

describe('a consent register that is none', () => {
  const text = 'id,signed\nCR-1,2026-03-02\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')

  test.each<[name: string, text: string | Uint8Array, says: string]>([
    ['c.csv', '', 'c.csv:1:1  the register is empty; its first line names the columns'],
    ['c.yml', '# none yet\n', 'c.yml:1:1  the register is empty; write `[]`'],
    ['c.csv', utf16.subarray(2), 'medlint.config.yml:1:11  the register c.csv cannot be read: it is no text'],
    ['c.csv', Buffer.from('id,limits\nCR-1,Caf\xe9\n', 'latin1'), 'save it as CSV UTF-8'],
    ['c.csv', 'Jane Roe,2026-03-02\n', 'c.csv:1:1  the first line names no column.'],
    ['c.csv', 'id,id\nCR-1,CR-2\n', 'c.csv:1:4  two columns are named `id`.'],
    ['c.csv', 'id,notes\nCR-1,x\n', 'c.csv:1:4  unknown column `notes`. Rename it'],
    ['c.csv', 'id,signed\nCR-1,2026-02-30\n', 'c.csv:2:6  `signed` of `CR-1` takes a day'],
    ['c.csv', 'id,covers\nCR-1,foto; story\n', '`covers` of `CR-1` holds `foto`. Did you mean `photo`?'],
    ['c.yml', 'CR-1\n', 'c.yml:1:1  the file should be a list of records, each begun by `- id: CR-0001`.'],
    ['c.yml', 'CR-1: {signed: 2026-03-02}\n', 'c.yml:1:1  the file should be a list of records'],
    ['c.yml', '- CR-1\n', 'c.yml:1:3  entry 1 should be a mapping'],
    ['c.yml', '- id: 42\n', 'c.yml:1:7  `id` of entry 1 should be text. Put it in quotes: "42".'],
    ['c.yml', '- id: CR-1\n  covers: {name: yes}\n', 'c.yml:2:11  `covers` of entry 1 should be text or a list.'],
    ['c.yml', '- id: CR-1\n   signed: x\n', 'c.yml:1:7  this is not YAML. Look for a wrong indent'],
    ['c.yml', '- {id: CR-1}\n- {id: CR-1}\n', 'c.yml:2:8  the consent `CR-1` stands here a second time'],
    ['c.yml', '- {id: CR-1, signed: 3/2/2026}\n', 'c.yml:1:22  `signed` of `CR-1` takes a day'],
  ])('%s %j', async (name, content, says) => {
    await expect(load(`consents: ${name}`, { [name]: content })).rejects.toThrow(says)
  })

  test('what a first line without columns says is not repeated', async () => {
    await expect(load('consents: c.csv', { 'c.csv': 'Jane Roe,2026-03-02\n' })).rejects.not.toThrow('Jane')
  })

  test('a folder', async () => {
    await expect(load('consents: c', { 'c/a.csv': text })).rejects.toThrow('c cannot be read: it is a folder')
  })

  test('UTF-16 with its mark, and headings as people write them, are read', async () => {
    const { consents } = await load('consents: c.csv', { 'c.csv': utf16 })
    expect(consents!.records.has('CR-1')).toBe(true)
    const other = await load('consents: c.csv', { 'c.csv': 'ID,Signed by,Paid use\nCR-1,self,no\n' })
    expect(other.consents!.records.get('CR-1')).toEqual({ id: 'CR-1', signedBy: 'self', paidUse: false })
  })
})

test('the product register, and products in the config', async () => {
  const product = { brand: 'Lumarel', establishedName: 'lumarelinib', riskStatement: 'May cause rash.', boxed: false }
  const entry = 'brand: Lumarel, established_name: lumarelinib, risk_statement: May cause rash., boxed: false'
  expect((await load('products: p.yml', { 'p.yml': `products: [{${entry}}]` })).products).toEqual([product])
  expect((await load(`products: [{${entry}}]`)).products).toEqual([product])
})

describe('today', () => {
  const today = async (timezone: string, now: string) =>
    factsFrom(await load(`organization: {timezone: ${timezone}}`), now).today

  test.each([
    ['UTC', '2026-03-01', '2026-03-01'],
    ['UTC', '2026-03-01T02:00:00Z', '2026-03-01'],
    ['America/Chicago', '2026-03-01T02:00:00Z', '2026-02-28'],
    ['Pacific/Auckland', '2026-02-28T20:00:00Z', '2026-03-01'],
  ])('in %s at %s: %s', async (timezone, now, day) => {
    expect(await today(timezone, now)).toBe(day)
  })

  test.each(['soon', '2026-13-01', '03/01/2026', '2026'])('refuses %s', async (now) => {
    await expect(today('UTC', now)).rejects.toThrow('--now takes a date')
  })
})
