import { data } from '../data.js'
import { nearest } from '../schema.js'

/** The postal code of a state or territory of the United States that is named by its code or its name, in any case; undefined for what is none. */
export function stateCode(word: string): string | undefined {
  const plain = plainName(word)
  return states().find(([code, name]) => code.toLowerCase() === plain || plainName(name) === plain)?.[0]
}

/** What to say of a word that is no state or territory, with the nearest one. */
export function notAState(word: string): string {
  const isCode = /^\p{L}{1,3}$/u.test(word)
  const near = nearest(
    isCode ? word.toUpperCase() : word,
    states().map(([code, name]) => (isCode ? code : name)),
  )
  return `\`${word}\` is no state or territory of the United States; one is TX, or Texas.${near}`
}

type States = { readonly entries: Readonly<Record<string, string>> }

const states = (): readonly (readonly [code: string, name: string])[] =>
  ['us-states', 'territories'].flatMap((file) => Object.entries(data<States>(`lexicons/${file}`).entries))

const plainName = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/^(?:the )?(?:state of |commonwealth of |us (?=virgin))?/, '')
  return plain === 'washington dc' ? 'dc' : plain
}
