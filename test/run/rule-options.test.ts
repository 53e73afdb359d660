import { describe, expect, test } from 'vitest'
import { clean, folderWith, medlint } from '../cli/run.js'

const errors = async (config: string) =>
  (await medlint([], { cwd: folderWith({ 'medlint.config.yml': config, 'a.md': clean }) })).err

describe('options of a rule are checked as in its file', () => {
  test.each([
    [
      'rules:\n  claim/breakthrough: [warning, {anny: [x]}]\n',
      'medlint.config.yml:2:34  the options of `claim/breakthrough`: unknown key `anny`. Did you mean `any`?',
    ],
    ['rules: {RULE: [warning, {any: 3}]}', 'the options of `RULE`: `any` should be a list.'],
    ['rules: {RULE: [warning, {lexicon: [conditons]}]}', 'there is no lexicon `conditons`. Did you mean `conditions`?'],
    ['rules: {phi/town: [warning, {any: [x]}]}', 'the options of `phi/town`: unknown key `any`.'],
    [
      'rules: {phi: [warning, {any: [x]}]}',
      'medlint.config.yml:1:24  options are for one rule, and `phi` is a family.',
    ],
    [
      'overrides: [{when: {type: ad}, rules: {RULE: [warning, {any: [x]}]}}]',
      'options hold for files, not for posts: give them in an override without `when`.',
    ],
  ])('%j', async (config, sentence) => {
    const rule = 'claim/breakthrough'
    expect(await errors(config.replaceAll('RULE', rule))).toContain(sentence.replaceAll('RULE', rule))
  })

  test('right ones hold', async () => {
    const cwd = folderWith({
      'medlint.config.yml':
        'rules: {claim/breakthrough: [error, {any: [wobbly word], only: [{sentence: [clinic]}]}]}\n',
      'a.md': 'Our clinic has a wobbly word.\n',
    })
    expect((await medlint(['--format', 'compact'], { cwd })).out).toContain('claim/breakthrough')
  })
})
