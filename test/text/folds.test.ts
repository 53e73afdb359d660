import { expect, test } from 'vitest'
import { foldOf, lengthOn } from '../../src/text/folds.js'

test.each<[string, string, number]>([
  ['plain text', 'instagram', 10],
  ['café', 'instagram', 4],
  ['👩‍⚕️', 'bluesky', 1],
  ['👩‍⚕️', 'instagram', 4],
  ['👩‍⚕️', 'x', 2],
  ['🇺🇸🇺🇸', 'x', 4],
  ['日本', 'x', 4],
  ['e\u0301', 'x', 1],
  ['“quoted” – dash', 'x', 15],
  ['See https://clinic.example/a/very/long/path?with=query', 'x', 4 + 23],
  ['See clinic.com.', 'x', 15],
  ['See https://clinic.example/a', 'linkedin', 28],
  ['a\nb', 'threads', 3],
  ['plain', 'website', 5],
])('%s is on %s %d long', (text, platform, length) => {
  expect(lengthOn(text, platform)).toBe(length)
})

const words = 'word '.repeat(120)

test.each<[string, string, string, number | undefined]>([
  ['instagram', 'post', words, 125],
  ['instagram', 'story', words, undefined],
  ['instagram', 'video-script', words, undefined],
  ['instagram', 'post', 'short', undefined],
  ['facebook', 'post', words, 477],
  ['facebook', 'ad', words, 125],
  ['linkedin', 'post', words, 140],
  ['threads', 'post', words, undefined],
  ['bluesky', 'post', words, undefined],
  ['tiktok', 'post', '💊'.repeat(81), 160],
  ['youtube', 'post', 'a\nb\nc\nd', 5],
  ['website', 'post', words, undefined],
])('on %s a %s is cut off', (platform, type, text, cut) => {
  expect(foldOf({ type }, text, platform)).toBe(cut)
})
