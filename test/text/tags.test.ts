import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/text/language.js'
import { emailsOf, linksOf } from '../../src/text/links.js'
import { hashtagsOf, mentionsOf } from '../../src/text/tags.js'
import { within } from '../../src/text/within.js'
import { wordsOf } from '../../src/text/words.js'

const addresses = (text: string) => [...linksOf(text), ...emailsOf(text)].map(({ span }) => span)

test.each<[string, string[]]>([
  ['#FluShot and #flu_shot, (#Café)', ['FluShot', 'flu_shot', 'Café']],
  ['# Heading\n## Two #a', []],
  ['issue #1, #12 and room #412', []],
  ['see https://example.org/#FluShot or example.org#Top', []],
  ['&#39; a#b ##x', []],
  ['#COVID19 #100percent', ['COVID19', '100percent']],
])('hashtags of %s', (text, names) => {
  const found = hashtagsOf(text, addresses(text))
  expect(found.map(({ name }) => name)).toEqual(names)
  expect(found.map(({ span }) => text.slice(span.start + 1, span.end))).toEqual(names)
})

test('the words of a hashtag stand where they stand in the text', () => {
  const text = 'Go #team_liamstrong!'
  expect(hashtagsOf(text, [])[0]!.parts.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'team',
    'liam',
    'strong',
  ])
})

test('a field of hashtags needs no sign', () => {
  expect(hashtagsOf('FluShot, ad', [], true).map(({ name }) => name)).toEqual(['FluShot', 'ad'])
  expect(mentionsOf('jane.roe', [], true).map(({ handle }) => handle)).toEqual(['jane.roe'])
})

test.each<[string, string[]]>([
  ['Thanks @jane_roe, @dr.lee. And @x', ['jane_roe', 'dr.lee', 'x']],
  ['mail jane@example.org @ 5pm @5pm', []],
  ['https://tiktok.com/@jane', []],
])('mentions of %s', (text, handles) => {
  expect(mentionsOf(text, addresses(text)).map(({ handle }) => handle)).toEqual(handles)
})

test.each<[string, [string, string, string, string][]]>([
  [
    'See https://www.example.org/a/b?id=5#top.',
    [['https://www.example.org/a/b?id=5#top', 'example.org', '/a/b', 'id=5']],
  ],
  [
    'Visit Example.org, maplewood.health/x!',
    [
      ['Example.org', 'example.org', '', ''],
      ['maplewood.health/x', 'maplewood.health', '/x', ''],
    ],
  ],
  [
    '(bit.ly/abc) www.a.co?x=1',
    [
      ['bit.ly/abc', 'bit.ly', '/abc', ''],
      ['www.a.co?x=1', 'a.co', '', 'x=1'],
    ],
  ],
  [
    'https://en.wikipedia.org/wiki/A_(b) http://example.com:80/',
    [
      ['https://en.wikipedia.org/wiki/A_(b)', 'en.wikipedia.org', '/wiki/A_(b)', ''],
      ['http://example.com:80/', 'example.com', '/', ''],
    ],
  ],
  ['Call us.Now, e.g. v2.0, knee.jpg, U.S., 3.5 mg, jane@example.org, about.me and $3.50', []],
])('links of %s', (text, links) => {
  expect(
    linksOf(text).map(({ span, domain, path, query }) => [text.slice(span.start, span.end), domain, path, query]),
  ).toEqual(links)
})

test.each<[string, string[]]>([
  ['Mail jane.roe+x@example.co.uk.', ['jane.roe+x@example.co.uk']],
  ['@jane and a@b', []],
])('e-mail addresses of %s', (text, found) => {
  expect(emailsOf(text).map(({ address }) => address)).toEqual(found)
})

describe('words', () => {
  test.each<[string, string[]]>([
    ["She doesn't do follow-up - it's 97-year-old's.", ['She', "doesn't", 'do', 'follow-up', "it's", "97-year-old's"]],
    ['Naïve Beyoncé—5mg #FluShot', ['Naïve', 'Beyoncé', '5mg', 'FluShot']],
  ])('%s', (text, expected) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(expected)
  })

  test('inside a span', () => {
    expect(within(wordsOf('one two three four'), { start: 1, end: 13 }).map(({ lower }) => lower)).toEqual([
      'two',
      'three',
    ])
  })
})

test.each([
  ['Get your flu shot at the clinic today.', 'en'],
  ['Flu shots!', 'en'],
  ['Vacúnese hoy con su médico para que la familia esté bien.', 'es'],
  ['Faites le test avec votre médecin dans les semaines', 'other'],
  ['сделайте прививку от гриппа', 'other'],
  ['', 'en'],
])('the language of %s', (text, language) => {
  expect(languageOf(wordsOf(text))).toBe(language)
})
