import { describe, expect, test } from 'vitest'
import { readDraft } from '../../src/draft/read.js'
import { noFacts } from '../../src/facts.js'
import { healthAsksIn } from '../../src/text/health-asks.js'
import { PostText } from '../../src/text/post-text.js'

function asked(text: string): string[] {
  const post = new PostText(readDraft({ path: 'post.md', text, named: true }).posts[0]!, {
    ...noFacts,
    today: '2026-11-21',
  })
  return healthAsksIn(post).map(({ text: { text: all }, span }) => all.slice(span.start, span.end))
}

describe('readers asked in public for their own health', () => {
  test.each([
    ['Which statin are you on? Sound off below.', 'Which statin'],
    ['Ask the doc tonight! Type your symptoms in the chat.', 'Type your symptoms'],
    ['Poll: what did your last A1C come back as?', 'what did your last A1C'],
    [
      'Put your age, cycle length and how bad the cramps get, and our OB answers.',
      'Put your age, cycle length and how bad the cramps',
    ],
    ['Show us your scars! Drop a photo below.', 'Show us your scars'],
    ['Moms: how many weeks are you? Comments are open.', 'how many weeks are you'],
    ['Reply with a clear pic of the spot and our derms look at it live.', 'Reply with a clear pic of the spot'],
    ['Tell us your cancer type and we add you to the map.', 'Tell us your cancer'],
  ])('%s', (text, span) => expect(asked(text)).toEqual([span]))

  test.each([
    'Comment your favorite healthy snack!',
    'What do you do to keep the flu away? Share your tips below.',
    'Tell your doctor about your symptoms.',
    'Never post your A1C in a comment.',
    'Send a list of your medications through the secure portal.',
    'Tell us in one word what nurses mean to you.',
    'Does asthma keep you up? Ask your clinician.',
    'Which costume did your dog hate the most? Tell us below.',
    'Your heart works hard. Share this with a friend.',
    'How many steps did you walk this week? Tell us below.',
  ])('%s', (text) => expect(asked(text)).toEqual([]))
})
