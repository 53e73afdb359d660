import { once } from '../../once.js'
import { isAttribution } from './attribution.js'
import { after, before, either, end, type Tests } from './cue.js'
import { cuePhrases } from './lexicons.js'
import { isListedInCare } from './listed.js'

/** What tells of somebody who is cared for, and of those around them. */
export const cuesOfCare = once((): Tests => {
  const of = cuePhrases
  const gap = '[\\s,:-]+(?:named |called )?["\']?'
  const cheered = before(`(?:${of('cheers')})[,!]? `)
  return [
    ['kin-title', ({ prefix }) => prefix.at(-1)?.kind === 'kin'],
    [
      'patient-noun',
      either(
        before(
          `(?<!(?:chief|medical|surgical|pharmacy|year|pgy-\\d|dental|medicine|surgery) )(?<!pgy-)${of('patient_nouns')}${gap}`,
        ),
        before(
          '(?:patient|resident|client|survivor|member) (?:spotlight|of the (?:month|week|day|quarter|year))[^\\p{L}]{0,8}(?:is |goes to |: )?(?:\\p{Lu}[\\p{L}.]* ){0,2}',
        ),
        after(
          `(?:,|\\n)\\s*(?:[\\p{L}'-]+ ){0,2}?(?:patient|client|resident)(?: since| for| of| at|,|[^\\p{L} ]*(?:$|\\n))`,
        ),
        after(
          `(?:,| is| was| as|,? who (?:is|was))(?: one of)? (?:our|a|the) (?:(?!for|and|of|to|with)[\\p{L}-]+ ){0,2}?${of('patient_nouns')}(?<!s)(?! ${of('patient_compounds')})(?=[,.!;)]|$| who| at| in| on| here| since| with)`,
        ),
      ),
    ],
    [
      'relation',
      either(
        before(
          `(?:(?:her|his|their|my|our|the|whose|a)|\\p{L}'s) (?:\\w+ ){0,3}?(?:${of('relations')})(?:,|:| named| called)? `,
        ),
        after(`, (?:her|his|their|my|whose|the) (?:\\w+ ){0,2}(?:${of('relations')})${end}`),
      ),
    ],
    ['relative-of', ({ isPossessive, after }) => isPossessive && relatives().test(after)],
    [
      'age',
      either(
        before(`(?:\\d{1,3}|${numbers})[- ](?:year|yr|month|week|day)s?[- ]old,? (?:[\\p{L}'-]+ ){0,2}?`),
        after(
          `(?:,|:| -|\\s\\()\\s*(?:now |just |only |age |aged |our |a )*(?:(?:${numbers}) (?:years?|months?|weeks?|days?) old|\\d{1,3}(?:(?= *(?:,|\\)|\\.|;|-(?!\\d)|$|and |was|is|has|who|came|from|of ))|[- ]?(?:years?|yo|y/o|yrs?|months?|weeks?|days?)\\b|[mf]\\b))(?! years (?:of|in|at|with|as|on))`,
        ),
      ),
    ],
    [
      'care-noun',
      ({ isPossessive, before: lead, after: rest }) =>
        isPossessive
          ? careNoun().test(rest)
          : (/^,? whose /.test(rest) && careNoun().test(rest.replace(/^,? whose/, ''))) ||
            (/\b[Tt]he $/.test(lead) &&
              /^ (?:case|kidney|knee|tumou?r|heart|liver|hip|twins|triplets|baby)(?!\p{L})/u.test(rest)),
    ],
    ['story', ({ isPossessive, after }) => isPossessive && storyNoun().test(after)],
    [
      'treated',
      before(
        `(?:we|us|our|staff|team|nurses?|doctors?|surgeons?|crews?|unit|they|dr\\.? \\p{L}+|to|love|so|just|of|for) (?:\\w+ ){0,2}?(?:${of('clinician_verbs')}) (?:little |sweet |dear |our |baby )*`,
      ),
    ],
    [
      'introduced',
      before(
        `(?:${of('introductions')}|(?:this|that|our|the) (?:\\w+ ){0,3}(?:is|was))[\\s,:!-]*(?:our |the |to |amazing |own |sweet |little |brave |dear |beautiful |one and only |wonderful )*["'🎉]?\\s*`,
      ),
    ],
    ['named', before(`(?:named|nicknamed|name is|name was|called|known as|name's)[\\s:]+["']?`)],
    ['in-memory', before(`(?:${of('gone')})[\\s,:]*(?:our |dear |beloved |friend |patient |resident )*`)],
    [
      'addressed',
      either(
        before(`(?:^|[.!?]\\s*)(?:${of('thanks')})[,!]? `),
        (candidate) =>
          addressed.test(candidate.before) && /^\s*[!.,?]*\s*(?:$|\p{Emoji_Presentation})/u.test(candidate.after),
        ({ before: lead, after: rest, text, sentence }) =>
          /,\s$/.test(lead) &&
          /^,/.test(rest) &&
          /\byou(?:r|'re)?\b/i.test(text.text.slice(sentence.start, sentence.end)),
        ({ before: lead, after: rest, text, sentence }) =>
          /,\s$/.test(lead) &&
          /^(?: and \p{Lu}[\p{L}'-]+)?[\s.!?\p{Emoji_Presentation}]*$/u.test(rest) &&
          /\b(?:you|your|yours|you're|you've|we'll)\b/i.test(text.text.slice(sentence.start, sentence.end)),
        cheered,
        (candidate) =>
          /^[\s"'>*-]*$/.test(candidate.before) &&
          /^, (?:thank|we|you|your|i|it|so|that|please|great|glad|sorry|welcome)\b/i.test(candidate.after),
      ),
    ],
    ['listed', isListedInCare],
    ['quoted', (candidate) => isAttribution(candidate)],
    [
      'pronoun',
      ({ after, beyond, isTitleCase }) =>
        !isTitleCase &&
        (/^[^.!?]{0,80}\b(?:she|he|her|his|hers|him|herself|himself)\b/i.test(after) ||
          /^[\s\p{Emoji}]*(?:\w+ ){0,2}?(?:she|he|her|his)\b/iu.test(beyond)),
    ],
  ]
})

const numbers =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'

// Two words may describe it, but none that opens a new phrase.
const adjectives =
  '(?:["]?(?!(?:our|the|an?|and|to|of|is|was|has|had|for|with|in|at|who|mother|mom|father|dad|parents|family|team)\\b)[\\p{L}-]+["]? ){0,2}?'

const careNoun = once(
  () => new RegExp(`^ (?:(?!family|care|team)${adjectives})(?:${cuePhrases('care_nouns')})(?![\\p{L}\\p{N}])`, 'iu'),
)

const storyNoun = once(() => new RegExp(`^ ${adjectives}(?:${cuePhrases('story_nouns')})(?![\\p{L}\\p{N}])`, 'iu'))

const relatives = once(() => new RegExp(`^ (?:\\w+ )?(?:${cuePhrases('relations')})(?![\\p{L}\\p{N}])`, 'iu'))

// The end of a sentence of thanks or well-wishing.
const addressed =
  /(?:thanks?(?: you)?|congrat(?:s|ulations)|welcome|birthday|well|seeing you|meeting you|stars|review|words|love you|sorry|luck|home|proud of you|great job|way to go|got this|amazing)[^.!?]{0,60},\s*$/iu
