import type { Span } from '../source.js'
import type { Text } from './text.js'

const relative =
  'wife|husband|spouse|partner|daughter|son|mother|father|mom|dad|sister|brother|parents?|family|guardian|caregiver|emergency contact|next of kin'
const way =
  '(?:(?:own|new|old|home|house|cell|mobile|work|personal|private|current|street|mailing|contact|callback|e-?mail|phone) )*(?:cell ?phone|cell|mobile|phone|telephone|number|fax|landline|e-?mail|address|home|house|zip(?: code)?|contact)'
const owned = new RegExp(
  `^'s? (?:(?:${relative})(?:'s? |,? \\p{L}+,? | ))?(?:${way})?(?: (?:number|no\\.?|address|code|phone))?\\s*(?:is|was|:|=|at|on|,|-|\\(|\\s)*(?:\\+?\\(?\\d|[\\p{L}\\d._%+-]+@)`,
  'iu',
)
const livesAt = /^,? (?:\p{L}+ )?(?:lives|lived|resides|stays|is staying) (?:\p{L}+ )?(?:at|on) \d/iu
const calls =
  /(?<!\p{L})(?:call|reach|text|ring|phone|contact|dial|fax|e-?mail|write to) (?:the|this) (?:\p{L}+ ){0,2}$/iu
const atNumber =
  /^(?:'s \p{L}+)?(?:,? (?:back|directly|today|again|now|first|please)){0,2},? (?:at|on) (?:\+?\(?\d|[\p{L}\d._%+-]+@)/iu
const deQuien =
  /(?<!\p{L})(?:hij[oa]|espos[oa]|marido|mujer|madre|padre|mamá|papá|herman[oa]|abuel[oa]|familia|cuidador|cuidadora|teléfono|número|celular|móvil|correo|dirección|domicilio|llame|llamar|marque|comuníquese|comunicarse|escriba)(?: \p{L}+){0,2} (?:del|de la|al?|a la|con el|con la|nuestr[oa]) $/iu
const enNumero =
  /^(?: \p{L}+)?,?\s*(?:al?|en el|en|es(?: el)?|:|\()\s*(?:(?:celular|teléfono|número|móvil|correo)\s*:?\s*)?(?:\+?\(?\d|[\p{L}\d._%+-]+@)/iu

/** Whether the words after somebody in care give their number or address: `the patient's cell is 614`, `the resident lives at 482`. A patient noun alone is no person yet. */
export function hasContact({ text }: Text, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 100)
  const noun = text.slice(start, end)
  const own = /'s$/.test(noun) ? `'s${after}` : after
  return (
    owned.test(own) ||
    livesAt.test(after) ||
    (deQuien.test(before) && enNumero.test(after)) ||
    (calls.test(before) && atNumber.test(own))
  )
}
