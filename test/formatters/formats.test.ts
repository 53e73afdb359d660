import { describe, expect, test } from 'vitest'
import { compact } from '../../src/formatters/compact.js'
import { github } from '../../src/formatters/github.js'
import { formatters } from '../../src/formatters/index.js'
import { json } from '../../src/formatters/json.js'
import { fileOf, found, plain, reportOf } from './report.js'

const text = 'One\nTake it easy\n'
const fix = { description: 'Drop it', safe: false, edits: [{ span: { start: 12, end: 16 }, text: '' }] }

test('json, whole', () => {
  const report = reportOf(
    fileOf(text, [found(text, 'easy', { fixes: [fix] })]),
    fileOf('', [], { source: { path: 'b.md', text: '', named: true }, posts: [] }),
  )
  expect(JSON.parse(json({ ...report, skipped: [{ file: 'c.yml', reason: 'holds no post' }] }, plain))).toEqual({
    version: 1,
    results: [
      {
        file: 'drafts/a.md',
        posts: [{ index: 0, line: 1 }],
        diagnostics: [
          {
            rule: 'house/word',
            severity: 'error',
            message: 'Use another word.',
            line: 2,
            column: 9,
            endLine: 2,
            endColumn: 13,
            offset: 12,
            endOffset: 16,
            post: 0,
            cites: ['45 CFR 164.514(b)(2)(i)(G)'],
            fixes: [{ description: 'Drop it', safe: false, edits: [{ offset: 12, endOffset: 16, text: '' }] }],
          },
        ],
      },
      { file: 'b.md', posts: [], diagnostics: [] },
    ],
    summary: {
      files: 2,
      posts: 1,
      rules: 24,
      errors: 1,
      warnings: 0,
      infos: 0,
      fixable: 1,
      allowed: 0,
      skipped: [{ file: 'c.yml', reason: 'holds no post' }],
    },
  })
})

test('compact', () => {
  expect(compact(reportOf(fileOf(text, [found(text, 'easy')])), plain)).toBe(
    'drafts/a.md:2:9: error house/word Use another word. (45 CFR 164.514(b)(2)(i)(G))\n1 error, 0 warnings, 0 infos (1 file, 1 post, 24 rules, 0 skipped)\n',
  )
})

describe('github', () => {
  test('escapes what its commands give a meaning', () => {
    const odd = fileOf(text, [found(text, 'easy', { message: '100 %: a,\nb', severity: 'info' })], {
      source: { path: 'a,b:c.md', text, named: true },
    })
    expect(github(reportOf(odd), plain).split('\n')[0]).toBe(
      '::notice file=a%2Cb%3Ac.md,line=2,endLine=2,col=9,endColumn=13,title=house/word::100 %25: a,%0Ab (45 CFR 164.514(b)(2)(i)(G))',
    )
  })

  test('gives no columns for a range of several lines', () => {
    expect(github(reportOf(fileOf(text, [found(text, 'One\nTake')])), plain)).toContain('line=1,endLine=2,title=')
  })
})

describe('masking, in every format', () => {
  const name = 'Dolores Whitfield'
  const draft = `Meet ${name}, our patient. ${name} is well; call DOLORES WHITFIELD.\n`
  const rewritten = {
    description: `Drop ${name}`,
    safe: false,
    edits: [{ span: { start: 5, end: 22 }, text: `a patient like ${name}` }],
  }
  const removed = {
    description: 'Drop the name',
    safe: false,
    edits: [{ span: { start: 5, end: 22 }, text: 'a patient' }],
  }
  const sensitive = found(draft, name, { sensitive: true, kind: 'a full name', fixes: [rewritten, removed] })
  const quoting = found(draft, 'well', { message: `“${name} is well” says too much.` })
  const files = [
    fileOf(draft, [sensitive, quoting]),
    // The rule that would report the name is off: the name stays masked all the same.
    fileOf(draft, [quoting], { sensitive: [sensitive.span] }),
  ]

  test.each(Object.keys(formatters))('%s', async (format) => {
    const formatter = await formatters[format]!()
    for (const file of files) {
      const masked = formatter(reportOf(file), { ...plain, redact: true })
      expect(masked).not.toMatch(/dolores|whitfield/i)
      expect(masked).toContain('house/word')
    }
  })

  test('pretty names what it hides, and still shows what takes its place', async () => {
    const masked = (await formatters.pretty!())(reportOf(files[0]!), { ...plain, redact: true })
    expect(masked).toContain(`Meet ${'•'.repeat(17)}, our patient.`)
    expect(masked).toContain('masked: a full name, 17 characters')
    expect(masked).toContain('suggestion: Drop the name (→ “a patient”)')
  })
})
