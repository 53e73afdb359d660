import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LiveText } from '../../src/draft/markdown/live-text.js'
import { markdownParser } from '../../src/draft/markdown/remark.js'
import { escapeMarkdown, readMarkdown } from '../../src/draft/markdown.js'
import type { MappedText } from '../../src/draft/source-map.js'
import { runs } from './fuzz.js'

const read = (text: string) => readMarkdown(text, { start: 0, end: text.length })
const liveOf = (text: string) => read(text).live.text
const besideOf = (text: string) => read(text).beside.map(({ kind, field, text }) => `${kind} ${field}: ${text}`)
const breaksOf = (text: string) => read(text).breaks.map(({ start, end }) => text.slice(start, end))

describe('inline syntax is deleted', () => {
  test.each([
    ['Meet *Jane* and _Joe_', 'Meet Jane and Joe'],
    ['**Ja**ne', 'Jane'],
    ['J*an*e, ***Joe***, **a *b* c**', 'Jane, Joe, a b c'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['~~no~~ yes', 'no yes'],
    ['take 2~3 or 5~10 tablets', 'take 2~3 or 5~10 tablets'],
    ['[our *clinic*](https://x.example/a "Ask Jane")', 'our clinic'],
    ['[a]() [b](<x y>) [c](x (t))', 'a b c'],
    ['![two *nurses*](n.jpg "t")', 'two nurses'],
    ['[![alt](a.png)](b)', 'alt'],
    ['[a [b](c) d](e)', '[a b d](e)'],
    ['<https://x.example/a_b> <jane@x.example>', 'https://x.example/a_b jane@x.example'],
    ['https://x.example/_a_/*b* www.x.example/_c_', 'https://x.example/_a_/*b* www.x.example/_c_'],
    ['\\*not\\* C:\\dir \\\\ \\# ', '*not* C:\\dir \\ # '],
    ['Jos&eacute; &#74;ane &#x4a;oe &amp;amp; &nosuch; R&D', 'José Jane Joe &amp; &nosuch; R&D'],
    ['&#0; &#xD800; &NotEqualTilde;', '\ufffd \ufffd ≂̸'],
    ['one\\\ntwo  \nthree\\\r\nfour', 'one\ntwo  \nthree\r\nfour'],
    ['<b>Ja</b>ne<br/> <!-- Joe --><? x ?><!X y><![CDATA[z]]>', 'Jane '],
    ['Ja<!-- a\nb -->ne', 'Jane'],
    ['`a*b*\\* &amp; <b>` ``c`d``', '`a*b*\\* &amp; <b>` ``c`d``'],
  ])('%j', (source, live) => expect(liveOf(source)).toBe(live))
})

describe('what a writer posts stays', () => {
  test.each([
    ['- a\n* b\n+ c\n  1. d\n- [ ] e\n- [x] f'],
    ['> quote\n> > more\nlazy'],
    ['# Heading #\n\nTitle\n=====\n\nOther\n-----'],
    ['*Results may vary.\n\n** See label\n\n_ and ~'],
    ['| Name | Dose |\n|:-----|-----:|\n| Jane | 5    |'],
    ['```js info &amp;\na *b* \\* &amp; <b>\n\n# c\n```'],
    ['~~~\n*a*\n\n*b*'],
    ['    indented *code* \\*\n\n\t*too*'],
    ['[label *x*]: https://x.example/a\\*b "title &amp;"'],
    ['A note[^1] and ![^1].\n\n[^1]: The note.\n\n    More of it.'],
    ['[not a link] [nor](this one) [x][y] ![z] ]['],
    ['**unbalanced *marks_ `and < more & ~~'],
    ['a\u2028b\u0085c\u0000d\ufeffe'],
    ['#TeamJane #1 <3 & 5 < 6 > 4'],
    ['1986\\. a\tb'.replace('\\', '')],
  ])('%j', (source) => expect(liveOf(source)).toBe(source))
})

describe('blocks keep their marks and lose the inline syntax in them', () => {
  test.each([
    ['# A *b*', '# A b'],
    ['- **a**\n\n  > _b_', '- a\n\n  > b'],
    ['| *a* | b\\|c |\n|---|---|\n| `d\\|e` | [f](g) |', '| a | b|c |\n|---|---|\n| `d\\|e` | f |'],
    ['x[^1]\n\n[^1]: a *b*', 'x[^1]\n\n[^1]: a b'],
    ['[a][l] [L] [l][] ![b][l]\n\n[l]: u', 'a L l b\n\n[l]: u'],
    ['<div class="x">\nJane &amp; *Joe*\n</div>\n\n*Ann*', '\nJane & *Joe*\n\n\nAnn'],
    ['<p\nid="a>b">text <!-- c --> more</p>', 'text  more'],
    ['<!-- a\n\nb\n\n--> c\n\n*d*', ' c\n\nd'],
    ['<script>\n\na < b\n\n</script>\n*d*', '\n\na < b\n\n\nd'],
    ['<!-- never closed\n\n*a*', ''],
    ['```\n*a*\n\n*b*\n```\n*c*', '```\n*a*\n\n*b*\n```\nc'],
    ['````\n```\n\n*b*\n`````  \n*c*', '````\n```\n\n*b*\n`````  \nc'],
    ['- ```\n  *a*\n\n*b*', '- ```\n  *a*\n\nb'],
    ['\ufeff# *a*', '# a'],
  ])('%j', (source, live) => expect(liveOf(source)).toBe(live))
})

describe('what is deleted stands beside', () => {
  test.each([
    ['[a](https://x.example/b "Jane &amp; Joe")', ['visible link: https://x.example/b', 'visible link: Jane & Joe']],
    ['![a](b\\_c.png)', ['visible link: b_c.png']],
    ['[a](<b c> (d))', ['visible link: b c', 'visible link: d']],
    ['[a][Jane] ![b][Jane]\n\n[jane]: u', ['unknown reference: Jane', 'unknown reference: Jane']],
    ['x <!-- Jane --> y', ['unknown comment: <!-- Jane -->']],
    ['x <b title="Jane">y</b>', ['unknown html: <b title="Jane">', 'unknown html: </b>']],
    ['<div a=1>\n<!-- Jane -->', ['unknown html: <div a=1>', 'unknown comment: <!-- Jane -->']],
    ['plain', []],
  ])('%j', (source, beside) => expect(besideOf(source)).toEqual(beside))
})

describe('breaks', () => {
  test.each([
    ['one\n\n---\n\ntwo', ['---\n']],
    ['one\n---\ntwo\n***\nthree\n___', ['---\n', '***\n', '___']],
    ['---\r\ntitle: x\r\n---\r\n', ['---\r\n', '---\r\n']],
    ['a *b*\n --- \t\nc', [' --- \t\n']],
    ['a\n----\nb\n\n- - -\n\n--\n\n    ---\n\na --- b', []],
    ['```\n---\n```\n---\n', ['---\n']],
    ['```\n---\n\n---\n', []],
    ['<!--\n---\n-->\n\n---', ['---']],
    ['<div>\n---\n</div>', ['---\n']],
  ])('%j', (source, breaks) => expect(breaksOf(source)).toEqual(breaks))
})

describe('headings', () => {
  test.each([
    ['# Monday\n\n## May *4* ##\n\ntext', ['1 Monday', '2 May 4']],
    ['#TeamJane\n####### seven\n\n#', ['1 ']],
    ['Title *x*\n===\n\nOther\n-----\n\nBreak\n---', ['1 Title x', '2 Other']],
    ['  # Indented\n\n    # code', ['1 Indented']],
    ['- a\n  # in a list\n\n> # in a quote', []],
    ['```\n# no\n\n# no\n```\n\n# C# #x', ['1 C# #x']],
  ])('%j', (source, headings) =>
    expect(read(source).headings.map(({ depth, text }) => `${depth} ${text}`)).toEqual(headings),
  )

  test('spans go to the end of the line', () => {
    const text = 'x\r\n# Monday #\r\n\r\n## May *4*\r\n'
    expect(read(text).headings.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '# Monday #',
      '## May *4*',
    ])
  })
})

test('images', () => {
  const text = 'x ![a *b*](c&amp;d.png "t") [![e][F]](g) ![f][]\n\n[f]: h.png'
  expect(read(text).images.map(({ span, ...rest }) => [text.slice(span.start, span.end), rest])).toEqual([
    ['![a *b*](c&amp;d.png "t")', { alt: 'a b', src: 'c&d.png' }],
    ['![e][F]', { alt: 'e', src: 'h.png' }],
    ['![f][]', { alt: 'f', src: 'h.png' }],
  ])
})

test('only the span is read, and offsets are the file’s', () => {
  const text = '---\na: *b*\n---\nMeet *Jane*\n\n*not read*'
  const { live } = readMarkdown(text, { start: 15, end: 26 })
  expect(live.text).toBe('Meet Jane')
  expect(live.map.toFile({ start: 5, end: 9 })).toEqual({ start: 21, end: 25 })
})

describe('a text', () => {
  interface Part {
    readonly source: string
    readonly live: string
  }
  const part = (source: string, live: string): Part => ({ source, live })
  const word = fc.constantFrom('Jane', 'Müller', 'e\u0301te\u0301', '👩‍⚕️', '50%', '日本', 'a1c', 'ﬁ', "O'Neil")
  const inner: fc.Arbitrary<Part> = fc.oneof(
    word.map((w) => part(w, w)),
    fc.tuple(fc.constantFrom('*', '_', '**', '__', '***', '~~'), word).map(([m, w]) => part(m + w + m, w)),
    fc.tuple(word, word).map(([a, b]) => part(`**${a} *${b}* ~~${a}~~**`, `${a} ${b} ${a}`)),
    fc.constant(part('**Ja**ne', 'Jane')),
    fc.constant(part('J*a*n*e*', 'Jane')),
    fc.constantFrom('&eacute;', '&#233;', '&#xE9;', '&#XE9;').map((entity) => part(`Jos${entity}s`, 'Josés')),
    fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~').map((mark) => part(`a\\${mark}b`, `a${mark}b`)),
    word.map((w) => part(`\`${w}*\\*&amp;\``, `\`${w}*\\*&amp;\``)),
    word.map((w) => part(`<b class="${w}">${w}</b>`, w)),
    word.map((w) => part(`${w}<!-- ${w} -->${w}`, w + w)),
  )
  const inline: fc.Arbitrary<Part> = fc.oneof(
    inner,
    fc.tuple(inner, word).map(([i, w]) => part(`[${i.source}](https://x.example/${w} "${w}")`, i.live)),
    fc.tuple(inner, word).map(([i, w]) => part(`![${i.source}](<${w} x>)`, i.live)),
    fc.constantFrom('https://x.example/a_b', 'jane@x.example').map((a) => part(`<${a}>`, a)),
    fc.constantFrom('https://x.example/_a_', 'www.x.example/*a*', 'jane_x@x.example', '#tag_a').map((a) => part(a, a)),
  )
  // A line starts with a word, so that no part is taken for a block.
  const line = fc
    .tuple(word, fc.array(fc.tuple(fc.constantFrom(' ', '  ', '\t'), inline), { maxLength: 6 }))
    .map(([first, rest]) => [part(first, first), ...rest.flatMap(([gap, next]) => [part(gap, gap), next])])
  const lineBreak = fc.oneof(
    fc.constantFrom('\n', '\r\n', '\n\n', '\r\n\r\n', '  \n').map((s) => part(s, s)),
    fc.constantFrom('\n', '\r\n').map((s) => part(`\\${s}`, s)),
  )
  const document = fc
    .tuple(line, fc.array(fc.tuple(lineBreak, line), { maxLength: 5 }))
    .map(([first, rest]) => [...first, ...rest.flatMap(([end, next]) => [end, ...next])])

  test('reads as it was meant, and maps to where it stands', () => {
    fc.assert(
      fc.property(document, (parts) => {
        const text = parts.map((p) => p.source).join('')
        const { live } = read(text)
        expect(live.text).toBe(parts.map((p) => p.live).join(''))
        let inFile = 0
        let inLive = 0
        for (const p of parts) {
          if (p.source === p.live) {
            const span = live.map.toFile({ start: inLive, end: inLive + p.live.length })
            expect(span).toEqual({ start: inFile, end: inFile + p.source.length })
          }
          inFile += p.source.length
          inLive += p.live.length
        }
      }),
      runs(100),
    )
  })
})

// Any text that may be Markdown, rather more than less.
const SNIPPETS =
  '* ** _ __ ~~ ~ ` `` ``` ~~~ [ ] ( ) ![ ]( ](b) ]: [a] [b][a] [a]: [^1] [^1]: ! \\ & &amp; &#65; &eacute < > <b> </b> <div> </div> <a|b="c> <!-- --> <? ?> <!X <![CDATA[ ]]> <script> </script> # ## - + 1. --- *** ___ === | |-| --|- > : " \' www.a.b http://a.b a@b.c a b1 é 👍 \t \0 \ufeff \u00a0 \u2028'.split(
    ' ',
  )
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SNIPPETS),
      fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\r', '    ', '\n\n    ', 'word'),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join('').replaceAll('a|b', 'a b'))

describe('any text', () => {
  const check = (about: (text: string) => void) => fc.assert(fc.property(anyText, about), runs(150))

  const expectExact = (file: string, { text, map }: MappedText) => {
    let inText = 0
    let inFile = 0
    for (const piece of map.pieces) {
      expect(piece.text).toBe(inText)
      expect(piece.file.start).toBeGreaterThanOrEqual(inFile)
      const source = file.slice(piece.file.start, piece.file.end)
      if (piece.verbatim) expect(text.slice(piece.text, piece.text + piece.length)).toBe(source)
      else expect(source).toMatch(/^(?:\\[!-/:-@[-`{-~]|&#?[a-z0-9]+;)$/i)
      inText += piece.length
      inFile = piece.file.end
    }
    expect(inText).toBe(text.length)
  }

  test('has an exact map', () =>
    check((text) => {
      const { live, beside } = read(text)
      for (const mapped of [live, ...beside]) expectExact(text, mapped)
    }))

  test('has every letter and digit in the live text or beside it', () =>
    check((text) => {
      const { live, beside } = read(text)
      const isRead = new Uint8Array(text.length)
      for (const { map } of [live, ...beside]) for (const { file } of map.pieces) isRead.fill(1, file.start, file.end)
      for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) expect([index, isRead[index]]).toEqual([index, 1])
    }))

  test('reads the same block by block as in one go', () =>
    check((text) => {
      const { breaks, ...blockwise } = read(text)
      const start = text.startsWith('\ufeff') ? 1 : 0
      const { tokens, headings, images } = markdownParser().parse(text.slice(start), start)
      const whole = new LiveText(text, start)
      whole.add(tokens)
      const { hidden, ...mapped } = whole.finish(text.length)
      const wanted = { ...mapped, headings, images }
      expect(blockwise).toEqual(wanted)
      expect(blockwise.live.map.pieces).toEqual(wanted.live.map.pieces)
    }))

  test('escaped, reads back in a paragraph', () =>
    check((text) => {
      const source = `See ${escapeMarkdown(text)} now.`
      expect([source, liveOf(source)]).toEqual([source, `See ${text} now.`])
    }))

  test('escaped, reads back at the start of a line, and makes no heading', () =>
    check((text) => {
      const source = `See\n${escapeMarkdown(text)}`
      const { live, headings } = read(source)
      expect([source, live.text, headings]).toEqual([source, `See\n${text}`, []])
    }))
})

// Known: a table's delimiter row before a lone carriage return. A fix that hits it is refused, since what is written is read again.
test.fails('escaped, a delimiter row before a lone carriage return makes no table', () => {
  expect(read(`See\n${escapeMarkdown('|-|\r    *')}`).live.text).toBe('See\n|-|\r    *')
})

describe('escapes no more than it must', () => {
  test.each([
    ['Ask your doctor! (R&D, 5 < 6, take_care) #ad', 'Ask your doctor! (R&D, 5 < 6, take_care) #ad'],
    ['https://x.example/drug_label?a=1&b=2', 'https://x.example/drug_label?a=1&b=2'],
    ['*Results vary', '\\*Results vary'],
    ['-5 lbs, +1 hour\n=)', '-5 lbs, +1 hour\n=)'],
    ['https://x.example/_a_', 'https\\://x.example/\\_a\\_'],
    ['[a](b) <b> &amp;', '\\[a\\](b) \\<b> \\&amp;'],
    ['1. a\n- b\n# c\n#d\n---', '1\\. a\n\\- b\n\\# c\n#d\n\\---'],
  ])('%j', (text, source) => expect(escapeMarkdown(text)).toBe(source))
})

describe('texts that would take a parser long stay as they stand', () => {
  test.each([
    ['nested quotes', '>'.repeat(10_000)],
    ['nested lists', '- '.repeat(10_000)],
    ['stars', '*'.repeat(10_000)],
    ['stars around', `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`],
    ['brackets', '['.repeat(100_000)],
    ['one line', 'Meet *Jane* &amp; Joe. '.repeat(100_000)],
  ])('%s', (_, text) => expect(liveOf(text)).toBe(text))

  test('but only where they are', () => {
    expect(liveOf(`*a*\n\n${'>'.repeat(10_000)}\n\n*b*`)).toBe(`a\n\n${'>'.repeat(10_000)}\n\nb`)
  })

  test('1 MB without syntax', () => {
    const text = '## Monday\n\nFlu season is here! #FluShot\n\n---\n\n'.repeat(20_000)
    const { live, headings, breaks } = read(text)
    expect([live.text === text, headings.length, breaks.length]).toEqual([true, 20_000, 20_000])
  })

  test('a list of many lines is read line by line', () => {
    expect(liveOf('- *a* [b](c)\n'.repeat(1_000))).toBe('- a b\n'.repeat(1_000))
  })
})
