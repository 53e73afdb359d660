import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderWith, medlint } from './run.js'

const config = 'organization:\n  name: Oak Clinic\n  phones: ["614-882-4417"]\n'

test('a reply that tells of its reader fails, and a neutral one is given', async () => {
  const cwd = folderWith({ 'medlint.config.yml': config })
  const ran = await medlint(['reply'], {
    cwd,
    stdin: 'They "overcharged" me!\nTwice.\n---\nYour balance was correct.\n',
  })
  expect(ran.code).toBe(1)
  expect(ran.out).toMatch(/reply:1:1 +error +consent\/review-reply/)
  expect(ran.out).toMatch(/A neutral reply:\n\n.*billing line is 614-882-4417/)
  expect(readdirSync(cwd)).toEqual(['medlint.config.yml'])
})

test('a reply that tells of nobody passes', async () => {
  const ran = await medlint(['reply'], {
    cwd: folderWith({}),
    stdin: 'Rude staff.\n---\nThank you for the feedback. Please call our office.\n',
  })
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('[office number]')
})

test('--in-reply-to takes the words or a file', async () => {
  const cwd = folderWith({ 'review.txt': 'They misread my biopsy.' })
  for (const review of ['They misread my biopsy.', 'review.txt']) {
    const ran = await medlint(['reply', '--in-reply-to', review], {
      cwd,
      stdin: 'The biopsy was clear, and we are sorry.',
    })
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('patient relations office')
  }
})

test('what identifies somebody in the review is masked and reported at its place', async () => {
  const ran = await medlint(['reply'], {
    cwd: folderWith({}),
    stdin: 'My "SSN" is\n219-45-6780\n---\nThank you for the feedback.\n',
  })
  expect(ran.out).not.toContain('219-45-6780')
  expect(ran.out).toMatch(/review:2:1 +error +phi\/ssn/)
})

test('nothing to judge is wrong usage', async () => {
  const ran = await medlint(['reply'], { cwd: folderWith({}), stdin: '' })
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('no reply')
})

test('without a line of --- all is the reply, and that is said', async () => {
  const ran = await medlint(['reply'], { cwd: folderWith({}), stdin: 'Rude staff.\n\nYour balance was correct.\n' })
  expect(ran.code).toBe(1)
  expect(ran.err).toContain('No line of ---')
})
