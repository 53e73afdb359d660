import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { pretty } from '../../src/formatters/pretty.js'
import { fileOf, found, plain, reportOf } from './report.js'

/** What stands over the carets, column by column. */
function underlined(text: string, match: string, width = 80): string {
  const lines = pretty(reportOf(fileOf(text, [found(text, match)])), { ...plain, width }).split('\n')
  const carets = lines.findIndex((line) => /│ *\^+$/.test(line))
  const from = stringWidth(lines[carets]!.replace(/\^+$/, ''))
  const to = stringWidth(lines[carets]!)
  let column = 0
  let over = ''
  for (const { segment } of new Intl.Segmenter().segment(lines[carets - 1]!)) {
    if (column >= from && column < to) over += segment
    column += stringWidth(segment)
  }
  return over
}

describe('the underline stands under its range', () => {
  test.each([
    ['in plain text', 'Take it easy today', 'easy'],
    ['after emoji', '👩‍⚕️🎉 Take it easy', 'easy'],
    ['on emoji', 'Well 👩‍⚕️ done', '👩‍⚕️'],
    ['after wide characters', '健康診断 Take it easy', 'easy'],
    ['on wide characters', 'Take 健康 now', '健康'],
    ['after combining marks', 'Cafe\u0301 na\u0308ive easy', 'easy'],
    ['on combining marks', 'the Cafe\u0301 now', 'Cafe\u0301'],
    ['after zero-width characters', 'Ta\u200bke it easy', 'easy'],
    ['at the very end', 'Take it easy', 'easy'],
    ['on the second line', 'One\r\nTake it easy\r\n', 'easy'],
    ['after a byte order mark', '\ufeffTake it easy', 'easy'],
  ])('%s', (_, text, match) => {
    expect(underlined(text, match)).toBe(match)
  })

  test.each([20, 40, 60, 80])('in long lines, cut to %d columns', (width) => {
    const text = `${'before 🎉 '.repeat(40)}easy${' after 健康'.repeat(40)}`
    expect(underlined(text, 'easy', width)).toBe('easy')
    const shown = pretty(reportOf(fileOf(text, [found(text, 'easy')])), { ...plain, width })
    const [line] = shown.split('\n').filter((one) => /│.*easy/.test(one))
    expect(line).toMatch(/│ ….*…$/u)
    expect(stringWidth(line!)).toBeLessThanOrEqual(Math.max(width, 30))
  })

  test('tabs are expanded', () => {
    expect(pretty(reportOf(fileOf('\ta\tb easy', [found('\ta\tb easy', 'easy')])), plain)).toContain(
      '│     a   b easy\n        │           ^^^^',
    )
  })

  test('a range of several lines on its first one', () => {
    const text = 'Take it\neasy now'
    expect(underlined(text, 'it\neasy')).toBe('it')
  })

  test('an empty range has one mark', () => {
    const text = 'Take it'
    const output = pretty(reportOf(fileOf(text, [found(text, '', { span: { start: 7, end: 7 } })])), plain)
    expect(output).toMatch(/│ {8}\^\n/)
  })
})

test('control and direction characters do not reach the terminal', () => {
  const text = 'a\u001b[31m b\u202e easy'
  const output = pretty(reportOf(fileOf(text, [found(text, 'easy')])), plain)
  for (const character of ['\u001b', '\u202e']) expect(output).not.toContain(character)
})

test('the whole of a diagnostic', () => {
  const text = 'Our HIPPA team'
  const fix = { description: 'Write HIPAA', safe: true, edits: [{ span: { start: 4, end: 9 }, text: 'HIPAA' }] }
  const diagnostic = found(text, 'HIPPA', { severity: 'info', basis: 'policy', cites: ['policy'], fixes: [fix] })
  expect(pretty(reportOf(fileOf(text, [diagnostic])), plain)).toBe(`drafts/a.md:1:5  info  house/word
  Use another word.
      1 │ Our HIPPA team
        │     ^^^^^
  fix: Write HIPAA (“HIPPA” → “HIPAA”)
  policy

! 0 errors, 0 warnings, 1 info
Checked 1 file, 1 post, with 24 rules; 1 with a fix or suggestion.
medlint explain house/word says why, and what to write instead.
medlint --fix applies 1 safe fix.
`)
})

describe('the summary', () => {
  const green = '\u001b[32m'
  const colored = { ...plain, color: true }
  const clean = fileOf('Fine.', [])

  test('is green where something was checked and nothing found', () => {
    expect(pretty(reportOf(clean), colored)).toContain(`${green}`)
  })

  test.each([
    ['no file', reportOf()],
    ['no post', reportOf({ ...clean, posts: [] })],
    ['no rule', { ...reportOf(clean), rules: 0 }],
  ])('is never green with %s', (_, report) => {
    expect(pretty(report, colored)).not.toContain(green)
  })

  test('names what was skipped, by reason, and the notes', () => {
    const skipped = ['a', 'b', 'c', 'd'].map((name) => ({ file: `${name}.yml`, reason: 'holds no post' }))
    const output = pretty({ ...reportOf(clean), skipped, notes: ['3 posts rest on consent.'] }, plain)
    expect(output).toContain(
      '4 skipped.\n  skipped, holds no post: a.yml, b.yml, c.yml and 1 more\nNote: 3 posts rest on consent.',
    )
  })
})
