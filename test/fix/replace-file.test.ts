import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../src/fix/replace-file.js'
import { folderWith } from '../cli/run.js'

const bytes = (text: string) => Buffer.from(text)

test('a file is replaced whole, with its rights, and nothing is left beside it', async () => {
  const folder = folderWith({ 'a.md': 'plum' })
  const file = path.join(folder, 'a.md')
  chmodSync(file, 0o604)
  await replaceFile(file, bytes('plum'), bytes('fig'))
  expect(readFileSync(file, 'utf8')).toBe('fig')
  expect(statSync(file).mode & 0o777).toBe(0o604)
  expect(readdirSync(folder)).toEqual(['a.md'])
})

test('through a link, which stays one', async () => {
  const folder = folderWith({ 'real/a.md': 'plum' })
  symlinkSync('real/a.md', path.join(folder, 'b.md'))
  await replaceFile(path.join(folder, 'b.md'), bytes('plum'), bytes('fig'))
  expect(readFileSync(path.join(folder, 'real/a.md'), 'utf8')).toBe('fig')
  expect(readdirSync(folder)).toEqual(['b.md', 'real'])
})

test('one that has changed since it was read is left alone', async () => {
  const folder = folderWith({ 'a.md': 'plum' })
  const file = path.join(folder, 'a.md')
  writeFileSync(file, 'quince')
  await expect(replaceFile(file, bytes('plum'), bytes('fig'))).rejects.toThrow('it has changed since it was read')
  expect(readFileSync(file, 'utf8')).toBe('quince')
})

test('one that is gone, or must not be written, is a sentence', async () => {
  const folder = folderWith({ 'a.md': 'plum' })
  await expect(replaceFile(path.join(folder, 'b.md'), bytes(''), bytes('fig'))).rejects.toThrow(
    'it cannot be written (it is gone)',
  )
  // Root may write everything.
  if (process.getuid?.() === 0) return
  chmodSync(path.join(folder, 'a.md'), 0o444)
  await expect(replaceFile(path.join(folder, 'a.md'), bytes('plum'), bytes('fig'))).rejects.toThrow('permission denied')
})
