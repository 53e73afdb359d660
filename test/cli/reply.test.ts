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

test('a draft is pasted as it stands, in Markdown or YAML', async () => {
  const cwd = folderWith({ 'medlint.config.yml': config })
  const head = 'type: review-response\nin_reply_to: They billed me twice for my MRI\n'
  for (const stdin of [
    `---\n${head}---\nYour MRI invoice is right.\n`,
    `${head}text: Your MRI invoice is right.\n`,
    `- text: Your MRI invoice is right.\n  type: review-response\n  in_reply_to: They billed me twice for my MRI\n`,
  ]) {
    const ran = await medlint(['reply'], { cwd, stdin })
    expect(ran.err).toBe('')
    expect(ran.out.match(/^reply:.*$/gm)).toEqual([expect.stringMatching(/^reply:1:1 +error +consent\/review-reply/)])
    expect(ran.out).toContain('our billing line is 614-882-4417')
  }
})

test('a draft with its review told apart, and words that only look like one', async () => {
  const ran = await medlint(['reply', '--in-reply-to', 'They billed me twice.'], {
    cwd: folderWith({ 'medlint.config.yml': config }),
    stdin: '---\nplatform: google\n---\nThank you for the feedback.\n',
  })
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('our billing line')
  const words = await medlint(['reply'], {
    cwd: folderWith({}),
    stdin: 'type: I want a refund!\n---\nThank you for the feedback.\n',
  })
  expect(words.code).toBe(0)
  expect(words.err).toBe('')
})
