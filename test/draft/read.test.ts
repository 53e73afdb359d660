import { describe, expect, test } from 'vitest'
import type { Draft, Problem } from '../../src/draft/post.js'
import { type ReadOptions, readDraft } from '../../src/draft/read.js'

const read = (path: string, text: string, options?: ReadOptions): Draft =>
  readDraft({ path, text, named: true }, options)
const yaml = (text: string, options?: ReadOptions) => read('a.yml', text, options)
const markdown = (text: string, options?: ReadOptions) => read('a.md', text, options)
const texts = (draft: Draft, field = 'text') =>
  draft.posts.map((post) => post.regions.find((region) => region.field === field)?.text)
const fields = (draft: Draft, post = 0) =>
  Object.fromEntries(draft.posts[post]!.regions.map(({ field, kind, text }) => [field, `${kind}: ${text}`]))
const kinds = (draft: Draft) => draft.problems.map(({ kind }) => kind)
const mended = (text: string, { edit }: Problem) =>
  text.slice(0, edit!.span.start) + edit!.text + text.slice(edit!.span.end)

describe('posts of a YAML file', () => {
  test.each([
    ['one mapping', 'text: Hello', ['Hello']],
    ['a list', '- text: one\n- text: two', ['one', 'two']],
    ['posts', 'platform: x\nposts:\n  - text: one\n  - two', ['one', 'two']],
    ['documents', 'text: one\n---\ntext: two', ['one', 'two']],
    [
      'a thread',
      'type: thread\ntext: |\n  one\n  ---\n  two\n  ```\n  ---\n  ```\n',
      ['one\n', 'two\n```\n---\n```\n'],
    ],
    ['repeated by an alias', '- text: &t one\n- text: *t', ['one', 'one']],
    ['beside other data', 'title: x\n---\ntext: two', ['two']],
  ])('%s', (_, file, expected) => {
    const draft = yaml(file)
    expect(texts(draft)).toEqual(expected)
    expect(draft.problems).toEqual([])
  })

  test('defaults are fields of every post and regions of the first', () => {
    const draft = yaml('hashtags: [one]\nplatform: twitter\nposts:\n  - text: a\n  - {text: b, platform: facebook}')
    expect(draft.posts.map((post) => post.fields.get('hashtags')?.value.items?.[0]?.scalar)).toEqual(['one', 'one'])
    expect(draft.posts.map((post) => post.platforms)).toEqual([['x'], ['facebook']])
    expect(texts(draft, 'hashtags.0')).toEqual(['one', undefined])
  })

  test('two keys that stand for the text are both read as it', () => {
    const names = { fields: { caption: 'text', body: 'text', day: 'scheduled', when: 'scheduled' } }
    const live = (text: string) =>
      yaml(text, names)
        .posts[0]!.regions.filter(({ kind }) => kind === 'live')
        .map(({ text }) => text)
    expect(live('caption: one\nbody: two')).toEqual(['one', 'two'])
    expect(live('text: one\nbody: two')).toEqual(['one', 'two'])
    expect(live('text: one\nday: 2026-03-02\nwhen: 2026-03-03')).toEqual(['one'])
  })

  test('other tools name fields otherwise', () => {
    expect(texts(yaml('caption: Hello', { fields: { caption: 'text' } }))).toEqual(['Hello'])
  })

  test('headings name platforms', () => {
    const draft = markdown('## X\n\none\n\n## Twitter\n\ntwo\n\n## Our other x\n\nthree', { split: 'heading' })
    expect(draft.posts.map(({ platforms }) => platforms)).toEqual([['x'], ['x'], []])
  })

  test("another tool's platform makes no post", () => {
    expect(kinds(yaml('platform: linux\nname: x'))).toEqual(['no-post'])
    expect(yaml('platform: instagram\nmedia: [{src: a.jpg}]').posts).toHaveLength(1)
  })

  test('a file without posts is a problem only when it was named', () => {
    expect(kinds(yaml('name: build\nsteps: [a]'))).toEqual(['no-post'])
    expect(readDraft({ path: 'a.yml', text: 'name: build', named: false }).problems).toEqual([])
  })
})

test('regions of every kind', () => {
  const draft = yaml(`# call Jane
text: Hello
variants: {x: Hi}
hashtags: [a, b]
media:
  - {src: jane.jpg, alt: A nurse, consent: c-1, dose: 3, people: [{role: staff}]}
links: [https://a.example]
in_reply_to: {text: Thanks, url: https://b.example}
sponsor: Acme
jane: Roe 0042
`)
  expect(fields(draft)).toEqual({
    comment: 'unknown: # call Jane',
    text: 'live: Hello',
    'variants.x': 'live: Hi',
    'hashtags.0': 'live: a',
    'hashtags.1': 'live: b',
    'media.0.src': 'visible: jane.jpg',
    'media.0.alt': 'live: A nurse',
    'media.0.consent': 'record: c-1',
    'media.0.people.0.role': 'record: staff',
    'links.0': 'visible: https://a.example',
    'in_reply_to.text': 'quoted: Thanks',
    'in_reply_to.url': 'quoted: https://b.example',
    sponsor: 'record: Acme',
    key: 'unknown: jane',
    other: 'unknown: Roe 0042',
    keys: expect.stringMatching(/^record: text\nvariants\nx\n/),
  })
  expect(draft.posts[0]).toMatchObject({
    isPaid: true,
    sponsor: 'Acme',
    inReplyTo: 'Thanks',
    platforms: ['x'],
    type: 'post',
  })
  expect(draft.posts[0]!.media[0]).toMatchObject({ src: 'jane.jpg', consent: ['c-1'], path: 'media.0', isSlide: false })
})

describe('Markdown', () => {
  test('front matter and body', () => {
    const draft = markdown('---\nplatform: x\nscheduled: 2026-03-02\n---\n\nHello **you**\n')
    expect(texts(draft)[0]!.trim()).toBe('Hello you')
    expect(draft.posts[0]).toMatchObject({ platforms: ['x'], scheduled: '2026-03-02' })
  })

  test('a thread splits at breaks, blank line before or not', () => {
    const draft = markdown('---\ntype: thread\n---\none\n---\ntwo\n\n***\n```\n---\n```\n')
    expect(texts(draft).map((text) => text?.trim())).toEqual(['one', 'two', '```\n---\n```'])
    expect(draft.posts.map(({ part }) => part)).toEqual([0, 1, 2])
  })

  test('a calendar', () => {
    const file = '# March\n\n## Monday: Instagram\n\nHello\n\n## 2026-03-04\n\nBye\n'
    expect(kinds(markdown(file))).toEqual(['several-posts'])
    const draft = markdown(file, { split: 'heading' })
    expect(texts(draft).map((text) => text?.trim())).toEqual(['Hello', 'Bye'])
    expect(draft.posts.map(({ platforms, scheduled }) => [platforms, scheduled])).toEqual([
      [['instagram'], undefined],
      [[], '2026-03-04'],
    ])
    expect(markdown('one\n\n***\n\ntwo', { split: 'break' }).posts).toHaveLength(2)
  })

  test('text between breaks at the start is no front matter', () => {
    expect(texts(markdown('---\nHello\n\n---\nBye'))[0]).toMatch(/Hello[\s\S]*Bye/)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['broken YAML', 'a.yml', 'platform: [x\ntext: Jane'],
    [
      'an alias bomb',
      'a.yml',
      `text: Jane\na: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
    ],
    ['deep nesting', 'a.yml', `media: ${'['.repeat(9000)}`],
    ['NUL', 'a.md', 'Jane\0'],
  ])('%s is one post of raw text', (_, path, text) => {
    const draft = read(path, text)
    expect(kinds(draft)).toEqual(['unreadable'])
    expect(draft.posts.map((post) => post.regions.map(({ field, kind, text }) => [field, kind, text]))).toEqual([
      [['raw', 'unknown', text]],
    ])
  })

  test.each([
    ['broken front matter', '---\nplatform: [x\n---\nMeet *Jane*', 'platform: [x', 'Meet Jane'],
    ['front matter with a tab', '---\r\ntext:\r\n\tx: y\r\n---\r\nMeet *Jane*', 'text:\r\n\tx: y', 'Meet Jane'],
    ['open front matter', '---\nplatform: x\n\nMeet *Jane*', 'platform: x', 'Meet Jane'],
    ['open front matter, no line between', '---\r\nplatform: x\r\nMeet *Jane*', 'platform: x', 'Meet Jane'],
    ['open front matter alone', '---\nplatform: x', 'platform: x', ''],
  ])('%s is raw text, the body live', (_, text, raw, live) => {
    const draft = markdown(text)
    expect(kinds(draft)).toEqual(['unreadable'])
    expect(fields(draft)).toEqual({ syntax: `unknown: ${raw}`, text: `live: ${live}` })
  })

  test.each([
    ['- text: one\n- text: [two\n- text: three\n', ['one', 'three'], '[two'],
    ['platform: x\nposts:\n  - text: one\n  - text: "two\n  - text: three\n', ['one', 'three'], 'two'],
    ['- text: one\n- {text: two\n- text: three: four\n', ['one'], 'three: four'],
  ])('%j: posts that are not broken are read', (file, live, raw) => {
    const draft = yaml(file)
    expect(texts(draft)).toEqual(live)
    expect(draft.problems.length).toBeGreaterThan(0)
    const unknown = draft.posts.flatMap(({ regions }) => regions.filter(({ kind }) => kind === 'unknown'))
    expect(unknown.map(({ text }) => text).join('\n')).toContain(raw)
  })

  test("of a broken file, what its lines still show to be bookkeeping or somebody else's words is read as that", () => {
    const file =
      'platform: [x\nscheduled: 2026-03-04\nconsent:\n  signed: 2026-02-20\nin_reply_to: "I am Jo\ntext: Hi, Jo\n  scheduled surgery\n'
    expect(read('a.yml', file).posts[0]!.regions.map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['unknown', 'platform: [x'],
      ['record', 'scheduled: 2026-03-04'],
      ['unknown', ''],
      ['record', 'consent:\n  signed: 2026-02-20'],
      ['unknown', ''],
      ['quoted', 'in_reply_to: "I am Jo'],
      ['unknown', 'text: Hi, Jo\n  scheduled surgery'],
    ])
  })

  test('an empty file has no post', () => {
    expect(markdown('\ufeff\n')).toMatchObject({
      posts: [],
      problems: [{ kind: 'unreadable', data: { detail: 'The file is empty' } }],
    })
  })
})

describe('text that YAML swallows', () => {
  test.each([
    ['text: Great day! #TeamJane', 'a comment', 'Great day! #TeamJane'],
    ['text: #ad Love this', 'a comment', '#ad Love this'],
    ['text: Great day\n  #TeamJane', 'a comment', 'Great day #TeamJane'],
    ['text: "Great day" #TeamJane', 'a comment', 'Great day #TeamJane'],
    ["text: It's a great day #TeamJane", 'a comment', "It's a great day #TeamJane"],
    ['text: |\n  Great day\n#TeamJane\n', 'a comment', 'Great day\n#TeamJane\n'],
    ['text: Ad: new', 'a mapping', 'Ad: new'],
    ['text: New here.\n  Ad: new', 'a mapping', 'New here. Ad: new'],
    ['text:\n  Ad: new', 'a mapping', 'Ad: new'],
    ['text: *star', 'an alias', '*star'],
    ['text: *star* of the day', 'an alias', '*star* of the day'],
    ['text: @handle hello', 'a reserved character', '@handle hello'],
    ['text: `code`', 'a reserved character', '`code`'],
    ['text: %off', 'a reserved character', '%off'],
    ['text: [Ad] hello', 'a list', '[Ad] hello'],
    ['text: [Ad]', 'a list', '[Ad]'],
    ['text: {Ad}', 'a mapping', '{Ad}'],
    ['text: - one', 'a list', '- one'],
    ['text: > quote', 'a block', '> quote'],
    ['text: | bar', 'a block', '| bar'],
    ['text: & co', 'an anchor', '& co'],
    ['text: &co rocks', 'an anchor', '&co rocks'],
    ['text: !important read', 'a tag', '!important read'],
    ['text: ! read', 'a tag', '! read'],
    ['text: "Quoted" she said', 'a quotation', '"Quoted" she said'],
    ["text: 'tis the season", 'a quotation', "'tis the season"],
    ['text: |\n    one\n  two\n', 'broken indentation', 'one\ntwo\n'],
    ['text: |\nHello there\n', 'broken indentation', 'Hello there\n'],
  ])('%j loses %s', (file, detail, text) => {
    for (const [before, after] of [
      ['', ''],
      ['platform: x\n', '\nlang: en\n'],
      ['- ', '\n- text: other\n'],
    ] as const) {
      const isList = before === '- '
      const whole = before + (isList ? file.replaceAll('\n', '\n  ') : file).trimEnd() + after
      const draft = yaml(whole)
      expect(draft.problems.map(({ kind, data }) => [kind, data.detail])).toEqual([['swallowed-text', detail]])
      const again = yaml(mended(whole, draft.problems[0]!))
      expect(again.problems).toEqual([])
      expect(texts(again)[0]!.trimEnd()).toBe(text.trimEnd())
    }
  })

  test.each([
    ['hashtags: #a #b', ['#a #b']],
    ['hashtags: [#ad, #b]', ['#ad', '#b']],
    ['hashtags:\n  - ok\n  - #ad', ['ok', '#ad']],
    ['hashtags:\n- #ad', ['#ad']],
    ['tagged:\n  - @clinic', ['@clinic']],
    ['tagged: [*clinic]', ['*clinic']],
    ['variants:\n  x: Great #TeamJane', ['Great #TeamJane']],
    ['media:\n  - alt: "#1" nurse', ['"#1" nurse']],
    ['media:\n  - src: a.jpg\n    alt: Nurse #1', ['a.jpg', 'Nurse #1']],
  ])('%j', (file, expected) => {
    const whole = `text: ok\n${file}\n`
    const draft = yaml(whole)
    expect(kinds(draft)).toEqual(['swallowed-text'])
    const again = yaml(mended(whole, draft.problems[0]!))
    expect(again.problems).toEqual([])
    const found = again.posts[0]!.regions.filter(({ kind, field }) => kind !== 'record' && field !== 'text')
    expect(found.map(({ text }) => text)).toEqual(expected)
  })

  test.each([
    'text: Hello # a note',
    'text: Hello\n#title: later',
    'text: |\n  Hello #TeamJane\n# a note',
    '# a note\ntext: "#ad Love this: now"',
    'text: &t Hello\ntitle: *t',
    'text: a\nconsent: c-1 #todo',
    'text: !!str Hello',
    'text: >-\n  a\n  #b',
    'text: "a\n  #b"',
  ])('%j loses nothing', (file) => {
    expect(yaml(file).problems).toEqual([])
  })

  test('an earlier entry of the same key', () => {
    expect(yaml('text: a\ntext: b').problems).toMatchObject([{ kind: 'swallowed-text', span: { start: 0, end: 4 } }])
  })
})

describe('keys and values', () => {
  test.each([
    ['consnet: c-1', 'unknown-key', 'consent'],
    ['platfrom: x', 'unknown-key', 'platform'],
    ['plattform: x', 'unknown-key', 'platform'],
    ['media: [{scr2: x, depict: patient}]', 'unknown-key', 'depicts'],
    ['platform: instagrm', 'unknown-value', 'instagram'],
    ['platforms: [x, facebok]', 'unknown-value', 'facebook'],
    ['variants: {linkedn: x}', 'unknown-value', 'linkedin'],
    ['type: review-respons', 'unknown-value', 'review-response'],
    ['audience: hpc', 'unknown-value', undefined],
    ['author: influencer', 'unknown-value', undefined],
    ['scheduled: 2026-02-30', 'unknown-value', undefined],
    ['scheduled: next week', 'unknown-value', undefined],
    ['published: [{date: 3/4/2026}]', 'unknown-value', undefined],
    ['media: [{src: a.jpg, depicts: pateint}]', 'unknown-value', 'patient'],
    ['media: {src: a.jpg, depicts: client}', 'unknown-value', undefined],
    ['slides: [{text: Look, stage: during}]', 'unknown-value', undefined],
  ])('%s', (file, kind, near) => {
    expect(yaml(`text: a\n${file}`).problems.map((problem) => [problem.kind, problem.data.near])).toEqual([
      [kind, near],
    ])
  })

  test.each([
    'tags: [a]',
    'layout: post',
    'author: Jane Roe',
    'date: whenever',
    'constructor: x',
    'platform: Twitter',
    'platforms: x, Instagram',
    'scheduled: 2026-03-02T09:00:00+01:00',
    'scheduled: 2026-03-02 09:00',
    'media: [{src: a.jpg, depicts: Patient, stage: Before}]',
    'media: [{src: a.jpg, depicts: [staff, patients]}]',
    'media: [{src: a.jpg, depicts: model}]',
    'media: [{src: a.jpg, depicts: }]',
  ])('%s is left in peace', (file) => {
    expect(yaml(`text: a\n${file}`).problems).toEqual([])
  })
})

test.each([
  ['depicts: Patient', 'patient'],
  ['depicts: [staff, patient]', 'patient'],
  ['depicts: "staff, patient"', 'patient'],
  ['depicts: pateint', undefined],
  ['depicts: stock', 'stock'],
])('a picture: %s', (field, depicts) => {
  expect(yaml(`text: a\nmedia: [{src: a.jpg, ${field}}]`).posts[0]!.media[0]!.depicts).toBe(depicts)
})
