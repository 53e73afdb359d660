import type { Cue } from '../context.js'
import type { Text } from '../text.js'
import type { Person } from './person.js'

const told: ReadonlySet<string> = new Set(['care-event', 'care-noun', 'treated', 'testimonial', 'own-care', 'listed'])

/** A name whose own sentence tells of that person's care makes patient context by itself: `Bob's gallbladder`, `we discharged Bob`. */
export const careOfNamed = (persons: readonly Person[], text: Text): Cue[] =>
  persons
    .filter(
      (person) =>
        person.text === text &&
        person.role === 'patient' &&
        (person.cues.some((cue) => told.has(cue)) || isCalledPatient(person)),
    )
    .map(({ span }) => ({ name: 'care of somebody named', points: 2, text, span }))

/** `patient René Castonguay`, and no resident in training. */
const isCalledPatient = ({ text, span, cues }: Person) =>
  cues.includes('patient-noun') &&
  /(?<![\p{L}-])(?:patient|pt\.?|client|survivor|our resident|amputee|transplant recipient)[\s,:-]+$/iu.test(
    text.text.slice(Math.max(0, span.start - 24), span.start),
  )
