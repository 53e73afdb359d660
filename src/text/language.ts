import lexicon from '../../rules/lexicons/function-words.json' with { type: 'json' }
import type { Word } from './words.js'

export type Language = 'en' | 'es' | 'other'

const list = (words: string) => new Set(words.split(' '))
const functionWords = { en: list(lexicon.en), es: list(lexicon.es), other: list(lexicon.other) }

/** A cheap guess by the commonest words and the script; English when in doubt, since its rules are the most. */
export function languageOf(words: readonly Word[]): Language {
  const counts = { en: 0, es: 0, other: 0 }
  let foreign = 0
  for (const { lower } of words) {
    for (const language of ['en', 'es', 'other'] as const) if (functionWords[language].has(lower)) counts[language]++
    if (/^[^\p{Script=Latin}\p{N}]+$/u.test(lower)) foreign++
  }
  if (foreign > words.length / 2) return 'other'
  const { en, es, other } = counts
  if (Math.max(es, other) < 3 || en >= Math.max(es, other)) return 'en'
  return es >= other ? 'es' : 'other'
}
