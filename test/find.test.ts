import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FindOptions, findDrafts } from '../src/find/find.js'
import { expandBraces, globMatcher } from '../src/glob.js'
import { folderWith } from './cli/run.js'

const find = async (args: string[], folder: string, more: Partial<FindOptions> = {}) => {
  const { files, skipped } = await findDrafts(args, { cwd: folder, folder, ...more })
  return {
    files: files.map((file) => file.path),
    skipped: Object.fromEntries(skipped.map(({ file, reason }) => [file, reason])),
  }
}
const draft = 'text: hello\n'

test('without arguments, Markdown and YAML anywhere, sorted', async () => {
  const folder = folderWith({
    'z.md': '',
    'a/b.yaml': draft,
    'a/c.markdown': '',
    'B.MD': '',
    'd.txt': '',
    'e.yml': draft,
  })
  expect((await find([], folder)).files).toEqual(['B.MD', 'a/b.yaml', 'a/c.markdown', 'e.yml', 'z.md'])
})

describe('never drafts', () => {
  const names = [
    'README.md',
    'docs/readme.de.md',
    'CHANGELOG.md',
    'LICENSE.md',
    'CONTRIBUTING.md',
    'CODE_OF_CONDUCT.md',
    '.github/a.md',
    '.hidden.md',
    'pnpm-lock.yaml',
    '.medlintrc.yml',
    'medlint.config.yml',
    'node_modules/x/a.md',
  ]

  test.each(names)('%s, even when named', async (name) => {
    const { files, skipped } = await find([name, 'a.md'], folderWith({ 'a.md': '', [name]: '' }))
    expect(files).toEqual(['a.md'])
    expect(skipped[name]).toBeTruthy()
  })

  test('nor found in a folder', async () => {
    const { files } = await find(
      ['.'],
      folderWith({ 'a.md': '', ...Object.fromEntries(names.map((name) => [name, ''])) }),
    )
    expect(files).toEqual(['a.md'])
  })

  test('nor rules of medlint', async () => {
    const rule = 'title: x\nseverity: error\nmessage: y\ndetect: {terms: {any: [z]}}\n'
    const { files } = await find(
      [],
      folderWith({ 'rules/house/x.yml': rule, 'rules/lexicons/y.yml': 'entries: []', 'rules/post.yml': draft }),
    )
    expect(files).toEqual(['rules/post.yml'])
  })

  test('a folder above the project does not count', async () => {
    const folder = path.join(folderWith({ '.hidden/deep/a.md': '' }), '.hidden/deep')
    expect((await find([], folder)).files).toEqual(['a.md'])
    expect((await find([path.join(folder, 'a.md')], folderWith({}))).files).toHaveLength(1)
  })
})

describe('arguments', () => {
  test('what exists is a path, with glob characters too', async () => {
    const folder = folderWith({ 'a[1].md': '', 'a1.md': '', 'd(x)/b.md': '' })
    expect((await find(['a[1].md', 'd(x)'], folder)).files).toEqual(['a[1].md', 'd(x)/b.md'])
  })

  test('else a glob', async () => {
    expect((await find(['a/**/*.md'], folderWith({ 'a/b/c.md': '', 'd.md': '' }))).files).toEqual(['a/b/c.md'])
  })

  test('each file once', async () => {
    expect((await find(['a.md', './a.md', '.', '*.md'], folderWith({ 'a.md': '' }))).files).toEqual(['a.md'])
  })

  test('other kinds of file are skipped', async () => {
    expect(await find(['a.txt', 'a.md'], folderWith({ 'a.txt': '', 'a.md': '' }))).toMatchObject({
      files: ['a.md'],
      skipped: { 'a.txt': 'neither Markdown nor YAML' },
    })
  })

  test('what is not there is refused', async () => {
    await expect(find(['b.md'], folderWith({}))).rejects.toThrow('b.md: there is no such file or folder.')
    await expect(find(['b/*.md'], folderWith({}))).rejects.toThrow('b/*.md: no file matches.')
  })
})

describe('links', () => {
  test('a loop is harmless, a link to a file is followed, a file linked twice comes once', async () => {
    const folder = folderWith({ 'a/b.md': '', 'other/c.md': '' })
    symlinkSync('..', path.join(folder, 'a/loop'))
    symlinkSync('../other/c.md', path.join(folder, 'a/c.md'))
    expect((await find(['a'], folder)).files).toEqual(['a/b.md', 'a/c.md'])
    expect((await find([], folder)).files).toHaveLength(2)
  })
})

describe('.gitignore', () => {
  test('counts, nested ones and exceptions too, from the root of the repository', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'old/\n*.tmp.md\n',
      'old/a.md': '',
      'work/b.tmp.md': '',
      'work/.gitignore': '!keep.tmp.md\nprivate/*\n',
      'work/keep.tmp.md': '',
      'work/private/c.md': '',
      'work/d.md': '',
    })
    expect((await find([], folder)).files).toEqual(['work/d.md', 'work/keep.tmp.md'])
    const inside = path.join(folder, 'work')
    expect((await find(['.'], inside)).files).toEqual(['d.md', 'keep.tmp.md'])
  })

  test('does not hold for what is named', async () => {
    expect((await find(['a.md'], folderWith({ '.gitignore': '*.md', 'a.md': '' }))).files).toEqual(['a.md'])
  })
})

describe('drafts and ignore of a config', () => {
  const files = { 'posts/a.md': '', 'posts/old/b.md': '', 'notes/c.md': '' }

  test('tell where to look; a folder stands for what is in it', async () => {
    expect((await find([], folderWith(files), { drafts: ['posts'] })).files).toEqual(['posts/a.md', 'posts/old/b.md'])
    expect((await find([], folderWith(files), { drafts: ['posts/*.{md,yml}'] })).files).toEqual(['posts/a.md'])
    expect((await find([], folderWith(files), { drafts: ['posts/**'], ignore: ['posts/old'] })).files).toEqual([
      'posts/a.md',
    ])
  })

  test('named files outside them are skipped and counted', async () => {
    const named = ['posts/a.md', 'posts/old/b.md', 'notes/c.md']
    expect(await find(named, folderWith(files), { drafts: ['posts/**'], ignore: ['posts/old/**'] })).toEqual({
      files: ['posts/a.md'],
      skipped: {
        'posts/old/b.md': 'in `ignore` of the configuration',
        'notes/c.md': 'outside `drafts` of the configuration',
      },
    })
  })

  test('registers are no drafts', async () => {
    const folder = folderWith({ 'a.md': '', 'consents.yml': '' })
    expect(
      (await find(['consents.yml', 'a.md'], folder, { ownFiles: [path.join(folder, 'consents.yml')] })).files,
    ).toEqual(['a.md'])
  })
})

test.each([
  [['drafts/**/*.md'], 'drafts/x/a.md', true],
  [['drafts/**/*.md'], 'other/drafts/a.md', false],
  [['drafts'], 'drafts/x/a.md', true],
  [['./drafts/*.{md,yml}'], 'drafts/a.yml', true],
  [['drafts/*'], 'drafts/x/a.md', true],
  [['**', '!drafts/old/**'], 'drafts/old/a.md', false],
  [['*.md'], 'x/a.md', false],
])('%j takes %s: %s', (globs, file, expected) => {
  expect(globMatcher(globs)(file)).toBe(expected)
})

test('braces expand, nested ones too', () => {
  expect(expandBraces('a.{md,y{a,}ml}')).toEqual(['a.md', 'a.yaml', 'a.yml'])
})
