import { expect, test } from 'vitest'
import { data } from '../../src/data.js'
import type { Lexicon } from '../../src/detectors/detector.js'
import { disclosure } from '../../src/detectors/disclosure.js'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { PostText } from '../../src/text/post-text.js'

const context = {
  reads: ['live'],
  facts: noFacts,
  lexicon: (name: string) => data<Lexicon>(`lexicons/${name}`),
} as const
const findings = ['missing', 'rejected', 'unclear', 'brand-tag', 'hidden', 'buried', 'label-only', 'staff'] as const

/** Every finding on a post, as `finding: words`. */
function disclosed(draft: string): string[] {
  const post = new PostText(readDraft({ path: 'a.md', text: draft, named: true }).posts[0]!, noFacts)
  return findings.flatMap((finding) =>
    [...disclosure.compile({ finding }, context)(post)].map(
      ({ text, span }) => `${finding}: ${text.text.slice(span.start, span.end)}`,
    ),
  )
}

const long =
  'Take care of yourself, give your body all the good things and watch it do good for you, day after day, week after week, in any season. '

test.each<[string, string, string[]]>([
  ['a paid post with nothing', '---\npaid: true\n---\nTea time.', ['missing: true']],
  ['a plain start', '---\npaid: true\n---\nAd: tea time.', []],
  ['a campaign is no disclosure', '---\npaid: true\n---\nAd campaign of the year: tea time.', ['missing: true']],
  ['the boost of an own post', '---\ntype: ad\n---\nFlu shots today.', []],
  ['a code of one’s own', 'Get glowing! Use my code GLOW15, I love it.', ['missing: Use my code GLOW15']],
  ['a shop’s code', 'Use code GLOW15 for 20% off our serums.', []],
  ['only a rejected tag', 'New serum day #spon', ['rejected: #spon']],
  ['a rejected tag without a tie', 'Feeling #blessed today', []],
  ['only an unclear tag', '---\npaid: true\n---\nNew serum day #gifted', ['unclear: #gifted']],
  ['a brand tag', '#AcmeAmbassador My new pump', ['brand-tag: #AcmeAmbassador']],
  ['after the fold', `---\nplatform: instagram\npaid: true\n---\n${long}#ad`, ['hidden: #ad']],
  ['no fold known', `---\npaid: true\n---\n${long}#ad`, []],
  ['among tags', '---\nplatform: x\npaid: true\n---\nTea #tea #love #ad', ['buried: #ad']],
  ['first among tags', '---\nplatform: x\npaid: true\n---\nTea #ad #tea #love', []],
  ['a label alone', '---\npaid: true\nplatform_label: true\n---\nTea time.', ['label-only: true']],
  ['staff praise', '---\nauthor: employee\n---\nOur new serum is out!', ['staff: Our new serum']],
  ['staff who say so', '---\nauthor: employee\n---\nI work at Maplewood. Our new serum is out!', []],
])('%s', (_, draft, expected) => {
  expect(disclosed(draft)).toEqual(expected)
})
