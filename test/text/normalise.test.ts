import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/folded.js'
import { normalise } from '../../src/text/normalise.js'

describe('normalise', () => {
  test.each([
    ['plain text stays, 5 * 3 and all.', 'plain text stays, 5 * 3 and all.'],
    ['Ja\u200Bne\u00AD Ro\u202Ee', 'Jane Roe'],
    ['Ｊａｎｅ　１２３－４５', 'Jane 123-45'],
    ['𝐎𝐳𝐞𝐦𝐩𝐢𝐜 𝒻𝓇𝑒𝑒', 'Ozempic free'],
    ['🅲🆄🆁🅴 ⓒⓤⓡⓔ 🄲🅄🅁🄴', 'CURE cure CURE'],
    ['Cаncer сure', 'Cancer cure'],
    ['лекарство от рака', 'лекарство от рака'],
    ['5 μg of IFNγ', '5 μg of IFNγ'],
    ['ᴄᴜʀᴇ', 'cure'],
    ['It’s ‘fine’, she “said” – ‐ ‑', `It's 'fine', she "said" - - -`],
    ['one\u00A0two\u2009three\u2028four', 'one two three\nfour'],
    ['pain—free — really', 'pain—free - really'],
    ['Jose\u0301 and José', 'José and José'],
    ['c\u0336u\u0336r\u0336e\u0336 c\u0301\u0302\u0303ure', 'cure \u0107ure'],
    ['call 9️⃣8️⃣8️⃣', 'call 988'],
    ['**Ja**ne', 'Jane'],
    ['**Jane** Roe, *54*', 'Jane Roe, 54'],
    ['J_a_ne and _Ja_ne and Ja_ne_', 'Jane and Jane and Jane'],
    ['~~Jane~~', 'Jane'],
    ['Results* vary. *Not typical', 'Results* vary. *Not typical'],
    [
      '#pray_for_emma @jane_roe_md jane_roe_knee.jpg IMG_20_1',
      '#pray_for_emma @jane_roe_md jane_roe_knee.jpg IMG_20_1',
    ],
    ['c*u*r*e', 'c*u*r*e'],
    ['👩‍⚕️ ok', '👩⚕ ok'],
  ])('%s', (text, expected) => {
    expect(normalise(text).text).toBe(expected)
  })

  test.each([
    ['4️⃣1️⃣8️⃣', { start: 0, end: 3 }, '4️⃣1️⃣8️⃣'],
    ['a c\u0336u\u0336', { start: 2, end: 4 }, 'c\u0336u\u0336'],
  ])('a key or a stroke belongs to the character before it: %s', (text, span, expected) => {
    const { start, end } = normalise(text).map.toFile(span)
    expect(text.slice(start, end)).toBe(expected)
  })

  test('leads back to the characters it came from', () => {
    const text = '“Ｊａ**n**e\u200B” 𝐑oe — Jose\u0301'
    const { text: normal, map } = normalise(text)
    expect(normal).toBe('"Jane" Roe - José')
    const back = (word: string) => {
      const start = normal.indexOf(word)
      const span = map.toFile({ start, end: start + word.length })
      return text.slice(span.start, span.end)
    }
    expect(back('Jane')).toBe('Ｊａ**n**e')
    expect(back('Roe')).toBe('𝐑oe')
    expect(back('José')).toBe('Jose\u0301')
    expect(back('- J')).toBe('— J')
  })

  test('a text of ASCII keeps every place, and whatever the text, each stretch lies inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: normal, map } = normalise(text)
        for (let at = 0; at < normal.length; at++) {
          const { start, end } = map.toFile({ start: at, end: at + 1 })
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          if (/[A-Za-z0-9]/.test(text[start]!)) expect(text.slice(start, end)).toContain(text[start])
        }
      }),
    )
  })

  test('no letter or digit is lost', () => {
    const unit = fc.constantFrom(...'aB3 *_~-\n.#@’—é\u200B\u0301а🍊')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const count = (value: string) => value.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0
        expect(count(normalise(text).text)).toBe(count(text))
      }),
    )
  })
})

describe('fold', () => {
  test.each([
    ['c u r e', 'cure'],
    ['Try O.z.e.m.p.i.c now', 'Try Ozempic now'],
    ['c🍊u🍊r🍊e', 'cure'],
    ['c*u*r*e and o|d', 'cure and o|d'],
    ['Oz.em.pic', 'Ozempic'],
    ['0zempic c4ncer 1nsulin', 'Ozempic cancer insulin'.replace('O', 'o')],
    ['d1abetes, p@tient', 'diabetes, patient'],
    ['B12, H1N1, COVID19, G6PD, 5mg, T2D and A1C', 'B12, H1N1, COVID19, G6PD, 5mg, T2D and A1C'],
    ['U.S. and U.S.A.F. at 9 a.m. e.g. on', 'U.S. and U.S.A.F. at 9 a.m. e.g. on'],
    ['state-of-the-art, up-to-date, one-on-one', 'state-of-the-art, up-to-date, one-on-one'],
    ['MRN A1B2C3 or 3rd, 5years, GLP1, 4th', 'MRN A1B2C3 or 3rd, 5years, GLP1, 4th'],
    ['www.a.co and a@b.co', 'www.a.co and a@b.co'],
    ['I ❤️ NY', 'I ❤️ NY'],
  ])('%s', (text, expected) => {
    expect(fold(text).text).toBe(expected)
  })

  test('leads back to the normalised text', () => {
    const text = 'We c.u.r.e c4ncer'
    const { text: folded, map } = fold(text)
    expect(folded).toBe('We cure cancer')
    expect(map.toFile({ start: 3, end: 7 })).toEqual({ start: 3, end: 10 })
    expect(map.toFile({ start: 8, end: 14 })).toEqual({ start: 11, end: 17 })
  })
})
