import { expect, test } from 'vitest'
import { decode } from '../../src/draft/decode.js'

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from('Zoë'), { text: 'Zoë' }],
  ['UTF-8 with a mark, which stays', Buffer.from('\ufeffZoë'), { text: '\ufeffZoë' }],
  ['UTF-16, little end first', utf16('Zoë', false), { text: '\ufeffZoë' }],
  ['UTF-16, big end first', utf16('Zoë', true), { text: '\ufeffZoë' }],
  ['Latin-1', Buffer.from('Zoë', 'latin1'), { problem: { detail: 'The file is not UTF-8' } }],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), { problem: { detail: 'The file is binary' } }],
  ['nothing', new Uint8Array(), { text: '' }],
])('%s', (_, bytes, expected) => {
  expect(decode(bytes)).toEqual(expected)
})
