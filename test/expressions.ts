import fc from 'fast-check'
import { phraseSpace } from '../src/required.js'

const atom = fc.constantFrom(
  ...[
    'a',
    'B',
    'ab',
    'abc',
    ' ',
    '\\d',
    '[ab]',
    '[Cc]',
    '[0-9]',
    '.',
    '\\b',
    '\\.',
    '\\u{62}',
    '\\p{L}',
    '^',
    '$',
    '(?=a)',
    '(?<!b)',
    '\\s+',
    phraseSpace,
  ],
)
const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '+?')
/** Regular expressions (flag `u`) of a few letters. */
export const source: fc.Memo<string> = fc.memo((depth) =>
  fc
    .array(
      fc.array(
        depth < 2
          ? atom
          : fc.oneof(
              atom,
              fc
                .tuple(fc.constantFrom('(?:', '('), source(), quantifier)
                .map(([open, inner, times]) => `${open}${inner})${times}`),
              fc.tuple(fc.constantFrom('a', 'c', '\\d', '[ab]'), quantifier).map((parts) => parts.join('')),
            ),
        { maxLength: 4 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((alternatives) => alternatives.map((parts) => parts.join('')).join('|')),
)
