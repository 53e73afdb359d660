import { fold, isGiven, isOrdinary, isSurname } from './persons/lexicons.js'

// Some brands are people's names first: Yasmin, Allegra, Camila. A title, a surname, a degree or a welcome tells the person from the drug.

const titled =
  /(?<!\p{L})(?:Dr\.?|Doctor|Nurse|Mrs?\.?|Ms\.?|Miss|Mx\.?|Sister|Aunt|Auntie|Coach|Prof\.?|Professor)\s$/u
const greeted =
  /(?<!\p{L})(?:(?:please )?(?:meet|welcome|say (?:hi|hello) to|shout ?-?out to|congratulations,?|congrats,?|thank you,?|thanks,?|happy birthday,?|introducing|proud of)(?: to)?|(?:named|our (?:own|very own)|colleague|coworker|receptionist|hygienist|pharmacist|midwife|therapist|tech|technician|scheduler|assistant|intern|volunteer|navigator))[:,]?\s(?:our )?$/iu
const job =
  /^(?:,| \(|,? (?:is|as))\s?(?:(?:our|an?|the|one of our) )?(?:[\p{L}&-]+ ){0,4}?(?:RN|LPN|NP|PA(?:-C)?|MD|DO|PharmD|CNM|DPT|OTR|RDN?|nurse|physician|pharmacist|midwife|therapist|hygienist|technician|tech|receptionist|scheduler|coordinator|navigator|manager|director|lead|assistant|intern|volunteer|interpreter|dietitian|doula|biller|coder|educator|specialist|aide|chaplain|cook|student)(?!\p{L})/u
const works =
  /^,?(?: and \p{Lu}\p{Ll}+)?(?: (?:has|just|recently|also|who|who's))* (?:joins|joined|joining|starts with us|started (?:here|with us|at)|grew up|speaks|answers|greets|trained|graduated|said|says|retires|retired|greeted|smiled|laughed|runs (?:our|the)|at (?:the|our) (?:front )?desk|from (?:our|the) (?:front desk|lab|billing|pharmacy|kitchen))(?!\p{L})/u
/** `Meet Yasmin, the pill that ...`. */
const ofDrugs =
  /(?<!\p{L})(?:pills?|tablets?|capsules?|caplets?|doses?|mg|medicines?|medications?|drugs?|prescri\p{L}+|contracepti\p{L}+|birth control|prevents?|relie(?:f|ves?)|treats?|clears?|allerg\p{L}+|generic)(?!\p{L})/iu
const surnameNext = /^ (?:[\p{Lu}]\. )?(\p{Lu}\p{Ll}[\p{L}'-]+)(?!\s?[®™])/u

/** Whether a word of the text that a product is called by is somebody's first name or surname here, by what stands right beside it. */
export function isBearer(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  const folded = fold(name)
  if (!/^\p{Lu}[\p{L}'-]+$/u.test(name) || !(isGiven(folded) || isSurname(folded))) return false
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 80)
  if (/^\s?(?:[®™]|\(R\))/u.test(after)) return false
  if (titled.test(before) || job.test(after)) return true
  if (!isGiven(folded)) return false
  return (
    hasSurname(after) || works.test(after) || (greeted.test(before) && /^[,!.]/.test(after) && !ofDrugs.test(after))
  )
}

/** `Yasmin Haddad`, and neither `Yasmin Birth Control` nor `Camila Tablets`. */
function hasSurname(after: string): boolean {
  const next = surnameNext.exec(after)?.[1]
  return next !== undefined && isSurname(fold(next)) && !isOrdinary(fold(next))
}
