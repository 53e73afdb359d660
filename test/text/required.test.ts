import { describe, expect, test } from 'vitest'
import { requiredSubstrings } from '../../src/text/required.js'

describe('what a text must hold for an expression to match', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['miracle', ['miracle']],
    ['cures?', ['cure']],
    ['Cure(?:s|d)?', ['cure']],
    ['(?:kill|fight)s?', ['kill', 'fight']],
    ['(?:kill|[a-z]+)s?', undefined],
    ['no (?:side )?effects', ['effects']],
    ['x-?ray', ['ray']],
    ['(?<!not )safe(?! space)', ['safe']],
    ['[Bb]otox', ['otox']],
    ['\\d+ %', ['\\d']],
    ['a\\.m\\.', ['a.m.']],
    ['(?:ab|cd)', undefined],
    ['(?:[2-9]|x)\\d', ['\\d']],
    ['abc+de', ['abc']],
    ['abc😀?def', ['abc']],
    ['colou?r', ['colo']],
    ['go{2}d morning', ['morning']],
    ['\\p{L}+ology', ['ology']],
  ])('%s', (source, required) => {
    expect(requiredSubstrings(source)).toEqual(required)
  })
})
