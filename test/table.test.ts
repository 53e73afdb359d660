import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileTable, tableFile } from '../src/table.js'

describe('a table in a file', () => {
  test('gives what was laid down, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
        fc.array(fc.string()),
        (texts, others) => {
          const table = new FileTable(tableFile(Object.entries(texts)))
          for (const [key, text] of Object.entries(texts)) expect(table.get(key)).toBe(text)
          for (const key of others.filter((other) => !Object.hasOwn(texts, other))) {
            expect(table.get(key)).toBeUndefined()
            expect(table.has(key)).toBe(false)
          }
        },
      ),
    )
  })

  test('holds ten thousand keys', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => [`key ${index}`, `é${index}`] as const)
    const table = new FileTable(tableFile(entries))
    expect(entries.filter(([key, text]) => table.get(key) !== text)).toEqual([])
    expect(table.get('key 10000')).toBeUndefined()
  })

  test('may be empty', () => {
    expect(new FileTable(tableFile([])).get('')).toBeUndefined()
  })
})
