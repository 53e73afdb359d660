import { describe, expect, test } from 'vitest'
import { readStructured } from '../src/schema.js'

const schema = {
  type: 'object',
  properties: {
    list: { type: 'array', minItems: 1, items: { $ref: '#/$defs/item' } },
    either: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/item' }] },
  },
  additionalProperties: false,
  $defs: {
    item: {
      type: 'object',
      properties: { kind: { enum: ['plum', 'quince'] } },
      additionalProperties: false,
      required: ['kind'],
    },
  },
}
const read = (text: string) => readStructured(text, 'a.yml', schema)

describe('a wrong file is refused at its place', () => {
  test.each([
    [
      'list:\n  - kind: plun\n',
      'a.yml:2:11  `list.0.kind` is `plun`, expected one of plum, quince. Did you mean `plum`?',
    ],
    ['lisst: []\n', 'a.yml:1:1  unknown key `lisst`. Did you mean `list`?'],
    ['list:\n  - kind: plum\n    kid: 1\n', 'a.yml:3:5  unknown key `kid`. Did you mean `kind`?'],
    ['list:\n  - {}\n', 'a.yml:2:5  `list.0` lacks kind.'],
    ['list: []\n', 'a.yml:1:7  `list` needs at least 1 entries.'],
    ['list: 3\n', 'a.yml:1:7  `list` should be a list.'],
    ['either:\n  kind: x\n', 'a.yml:2:9  `either.kind` is `x`, expected one of plum, quince. Allowed: plum, quince.'],
    ['- list: [\n', 'a.yml:2:1  '],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})

test('a right file gives its values and their places', () => {
  const { value, place } = read('list:\n  - kind: plum\n')
  expect(value).toEqual({ list: [{ kind: 'plum' }] })
  expect(place(['list', 0, 'kind'])).toBe('a.yml:2:11')
})

describe('aliases and merges', () => {
  test.each([
    ['list: *nope\n', 'a.yml:1:7  `*nope` repeats what `&nope` marks, and nothing above is marked so.'],
    ['list:\n  - <<: 3\n', 'a.yml:1:1  an alias (`*name`) or a merge'],
  ])('%j cannot be resolved', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  test('are resolved', () => {
    expect(read('list: [&plum {kind: plum}]\neither: {<<: *plum}\n').value).toEqual({
      list: [{ kind: 'plum' }],
      either: { kind: 'plum' },
    })
  })
})
