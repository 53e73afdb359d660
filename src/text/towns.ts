import { data } from '../data.js'

let states: ReadonlyMap<string, readonly string[]> | undefined

/** Postal abbreviations of the states that have a town of this name (of 1,000 people or more); empty for an unknown one. */
export function statesOfTown(name: string): readonly string[] {
  states ??= loadTowns()
  return states.get(name.toLowerCase()) ?? []
}

/** Read on first use: most posts ask for no town. */
function loadTowns(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const [state, towns] of Object.entries(data<{ towns: Record<string, string> }>('lexicons/places').towns)) {
    for (const town of towns.toLowerCase().split('|')) {
      const known = map.get(town)
      if (known) known.push(state)
      else map.set(town, [state])
    }
  }
  return map
}

const entries = () => data<{ entries: Record<string, string> }>('lexicons/us-states').entries

/** The state that an abbreviation or name stands for, as it is written in a sentence; undefined for anything else. */
export function stateNamed(words: string): string | undefined {
  const abbreviation = words.replaceAll('.', '')
  if (/^[A-Z]{2}$/.test(abbreviation)) return entries()[abbreviation]
  const name = words.toLowerCase()
  return Object.values(entries()).find((state) => state.toLowerCase().replace(/^the /, '') === name)
}

/** Abbreviations and names, for an expression. */
export const statePattern = (): string =>
  [...Object.keys(entries()), ...Object.values(entries()).map((name) => name.replace(/^the /, ''))].join('|')
