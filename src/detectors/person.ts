import { generalFor, isBesideCare } from '../text/persons/care.js'
import type { Person, PersonForm, PersonPlace, PersonRole } from '../text/persons.js'
import type { PostText } from '../text/post-text.js'
import { defineDetector, type Match } from './detector.js'

interface PersonOptions {
  readonly forms?: readonly PersonForm[]
  /** By default who is nobody but a private person: `patient`, `relative`, `unknown`. */
  readonly roles?: readonly PersonRole[]
  /** Where the name stands; by default `text` and `alt`. */
  readonly in?: readonly PersonPlace[]
  /** Care, a condition or a treatment in the clause: asked for, or ruled out. */
  readonly inClauseWithCare?: boolean
  /** One of these cues decided. */
  readonly cues?: readonly string[]
}

const list = (values?: readonly string[]) => ({
  type: 'array',
  minItems: 1,
  items: values ? { enum: values } : { type: 'string' },
})
const forms = ['full', 'honorific', 'surname', 'first', 'initials', 'nickname', 'handle', 'kin']
const roles = [
  'patient',
  'relative',
  'staff',
  'public',
  'historical',
  'donor',
  'organisation',
  'animal',
  'author',
  'unknown',
]

/** Names of persons, by form and role. Whether the post ties them to care is for the rule's context to say. */
export const person = defineDetector<PersonOptions>({
  name: 'person',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      forms: list(forms),
      roles: list(roles),
      in: list(['text', 'alt', 'tag', 'handle', 'file-name']),
      inClauseWithCare: { type: 'boolean' },
      cues: list(),
    },
  },
  compile(options, { reads }) {
    const wantedRoles = new Set<string>(options.roles ?? ['patient', 'relative', 'unknown'])
    const places = new Set<string>(options.in ?? ['text', 'alt'])
    const counts = (found: Person, post: PostText) =>
      reads.includes(found.text.region.kind) &&
      places.has(found.in) &&
      wantedRoles.has(found.role) &&
      (!options.forms || options.forms.includes(found.form)) &&
      (!options.cues || options.cues.some((cue) => found.cues.includes(cue))) &&
      (options.inClauseWithCare === undefined || options.inClauseWithCare === isInCare(found, post))
    return (post): Match[] =>
      post.persons.filter((found) => counts(found, post) && !post.context.isInvented(found)).map(matchOf)
  },
})

/** Care told in the clause, or in the stretch that is about this person. */
const isInCare = (found: Person, post: PostText) => isBesideCare(found) || post.context.tellsCareAround(found)

function matchOf(found: Person): Match {
  const { general, fixSpan } = generalFor(found) ?? {}
  const data = { form: found.form, role: found.role, ...(general !== undefined && { general }) }
  return { text: found.text, span: found.span, ...(fixSpan && { fixSpan }), data }
}
