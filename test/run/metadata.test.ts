import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../src/run/metadata.js'
import { dicom, exifOf, heif, jpeg, longPng, png, webp, xmpWithPerson } from './pictures.js'

const folder = mkdtempSync(path.join(os.tmpdir(), 'medlint-pictures-'))

/** What is read of a file with these bytes. */
function read(name: string, bytes: Buffer | string) {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return readMetadata(file)
}

describe('what a picture carries', () => {
  test.each([
    ['plain.jpg', jpeg({}), {}],
    ['gps.jpg', jpeg({ position: true }), { hasPosition: true }],
    ['time.jpg', jpeg({ takenAt: '2026:03:14 10:15:22' }), { hasDate: true }],
    ['serial.jpg', jpeg({ serial: 'SN4711007' }), { hasSerial: true }],
    ['caption.jpg', jpeg({ caption: 'Maria Lopez, day 3' }), { words: ['Maria Lopez, day 3'] }],
    [
      'all.jpg',
      jpeg({ position: true, takenAt: '2026:03:14 10:15:22', serial: 'SN4711007' }),
      { hasPosition: true, hasDate: true, hasSerial: true },
    ],
    ['person.jpg', jpeg({ xmp: xmpWithPerson('Maria Lopez') }), { hasPersons: true }],
    ['no-time.jpg', jpeg({ takenAt: '0000:00:00 00:00:00' }), {}],
    ['plain.png', png(), {}],
    ['text.png', png({ Description: 'Maria Lopez' }), { words: ['Maria Lopez'] }],
    ['plain.webp', webp({}), {}],
    [
      'all.webp',
      webp({ position: true, takenAt: '2026:03:14 10:15:22', serial: 'SN4711007', xmp: xmpWithPerson('Maria Lopez') }),
      { hasPosition: true, hasDate: true, hasSerial: true, hasPersons: true },
    ],
    ['person.heic', heif(xmpWithPerson('Maria Lopez')), { hasPersons: true }],
    ['long.png', longPng(), {}],
    ['gps-behind.png', longPng(['eXIf', exifOf({ position: true })]), { hasPosition: true }],
    ['text-behind.png', longPng(['tEXt', Buffer.from('Author\0Maria Lopez')]), { words: ['Maria Lopez'] }],
    [
      'person-behind.png',
      longPng(['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpWithPerson('Maria Lopez')}`)]),
      { hasPersons: true },
    ],
  ])('%s', async (name, bytes, carried) => {
    const none = { state: 'read', hasPosition: false, hasPersons: false, hasDate: false, hasSerial: false, words: [] }
    expect(await read(name, bytes)).toEqual({ ...none, ...carried })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['broken.jpg', 'not a picture', 'unreadable'],
    ['empty.png', '', 'unreadable'],
    ['cut.jpg', jpeg({ caption: 'Nobody in it' }).subarray(0, 24), 'unreadable'],
    ['cut.webp', webp({ position: true }).subarray(0, 200_000), 'unreadable'],
    ['empty.webp', '', 'unreadable'],
    ['without-end.heic', heif('').subarray(0, 100_000), 'unreadable'],
    ['cut-long.png', longPng().subarray(0, 300_000), 'unreadable'],
    [
      'exif-that-is-none.jpg',
      Buffer.from('ffd8ffe10014457869660000457869660000ffffffffffda0008010100003f00ffd9', 'hex'),
      'unreadable',
    ],
    ['cut.png', png({ Description: 'A long text that is cut' }).subarray(0, 50), 'unreadable'],
    [
      'broken-segment.jpg',
      Buffer.concat([Buffer.from('ffd8ffe1ffff', 'hex'), Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1')]),
      undefined,
    ],
    ['clip.mp4', Buffer.from('\0\0\0\x18ftypisom', 'latin1'), 'unknown-kind'],
    ['chart.pdf', '%PDF-1.7', 'unknown-kind'],
    ['slides.pptx', Buffer.from('PK\x03\x04', 'latin1'), 'unknown-kind'],
    ['scan.dcm', dicom(), 'unknown-kind'],
    ['gone.jpg/..', '', undefined],
  ])('%s', async (name, bytes, state) => {
    const result = name.endsWith('..') ? await readMetadata(path.join(folder, 'nowhere.jpg')) : await read(name, bytes)
    if (state) expect(result.state).toBe(state)
    else expect(['read', 'unreadable']).toContain(result.state)
  })
})

test('random bytes behind any signature are answered, and nothing is thrown', async () => {
  const starts = [
    'ffd8ffe1',
    '89504e470d0a1a0a',
    '4d4d002a',
    '49492a00',
    '00000018667479706865696331',
    '52494646ffff000057454250',
    '',
  ].map((hex) => Buffer.from(hex, 'hex'))
  const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }))
  await fc.assert(
    fc.asyncProperty(bytes, async ([start, rest]) => {
      const { state } = await read('random.jpg', Buffer.concat([start, rest]))
      expect(['read', 'unreadable', 'unknown-kind']).toContain(state)
    }),
    { numRuns: 300 },
  )
})
