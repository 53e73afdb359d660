import { once } from '../../once.js'
import { after, before, either, end, type Test, type Tests } from './cue.js'
import { cuePhrases, cueWords, isOrdinary, isSurname, isWordlike } from './lexicons.js'
import { isAnimal, isMachine, isPet } from './things.js'

/** What tells of families, givers, animals, organisations, things and places. */
export const cuesOfOthers = once((): Tests => {
  const of = cuePhrases
  const kindOfAnimal = `(?:(?!loves|met|with|and|pets)[\\p{L}\\d'-]+ ){0,4}?(?:${of('animals')})${end}`
  const nextIsAnimal = new RegExp(`^\\s*(?:(?:she|he|this|our|the)(?:'s| is)? )?${kindOfAnimal}`, 'iu')
  const familyNext = new RegExp(`^ (?:${of('family_words')})\\b`, 'i')
  const familyWord = new RegExp(`^(?:${of('family_words')})$`, 'i')
  const sharesOrganisation = new RegExp(
    `^ (?:and|&) (?:\\p{Lu}[\\p{L}'.-]+ ){1,3}(?:${[...cueWords('organisation_words')].join('|').replaceAll('.', '')})${end}`,
    'u',
  )
  return [
    [
      'family',
      ({ names, suffix, after: rest, before: lead }) =>
        (suffix.length === 0 && names.length === 1 && /\bthe\s$/i.test(lead) && isPluralSurname(names[0]!.folded)) ||
        (suffix.length === 0 && familyNext.test(rest) && !/\b(?:our|your|entire|whole|this)\s$/i.test(lead)) ||
        /(?:family of|families of) $/i.test(lead) ||
        (suffix[0] !== undefined && familyWord.test(suffix[0].text)),
    ],
    [
      'gives',
      either(
        // `Wanda, Pearl and both Judys of the Tuesday Stitchers dropped off`
        after(
          `(?:,? (?:and |& )?(?:both )?[\\p{L}'-]+){1,4}?(?: (?:of|from) (?:the )?(?:[\\p{L}'-]+ ?){1,4}?)? (?:${of('giver_verbs')})${end}`,
        ),
        after(
          ` (?:and (?:\\p{Lu}\\p{L}+|family|friends|the gang) )?for (?:(?!our|her|his|my)\\p{L}+ ){0,4}?(?:${of('gifts')})${end}`,
        ),
        after(`(?:,[^,.]{0,50},)? (?:has |have |also |\\w+ly |and \\p{Lu}\\p{L}+ )*(?:${of('giver_verbs')})${end}`),
      ),
    ],
    [
      'donor',
      ({ text, sentence }) =>
        /\b(?:have|has) [^.!?]{3,60} to thank\b/.test(text.text.slice(sentence.start, sentence.end)) ||
        donors().test(text.text.slice(sentence.start, sentence.end).replace(organDonors(), ' ')),
    ],
    [
      'animal',
      either(
        before(`(?:${of('animals')})(?:s)?,?\\s+(?:named |called )?["']?`),
        after(`(?:,|!| is| was| as| and \\p{Lu}\\p{L}+,?|(?= the )) ${kindOfAnimal}`),
        ({ names, after: rest, beyond }) => names.length === 1 && /^[\s!.,]*$/.test(rest) && nextIsAnimal.test(beyond),
      ),
    ],
    [
      'organisation',
      ({ suffix, after }) =>
        isOrganisation(suffix.map(({ kind }) => kind)) ||
        afterOrganisation.test(after) ||
        sharesOrganisation.test(after),
    ],
    ['thing', either(isMachine, isPet, isAnimal)],
    ['place', isPlace],
  ]
})

/** The Johnsons, and neither the Browns nor the Italians. */
const isPluralSurname = (folded: string) =>
  folded.endsWith('s') &&
  !/(?:i|e)ans$/.test(folded) &&
  isSurname(folded.slice(0, -1)) &&
  !isWordlike(folded.slice(0, -1)) &&
  !isOrdinary(folded.slice(0, -1))

const donors = once(() => new RegExp(`(?<![\\p{L}\\p{N}])(?:${cuePhrases('donor_words')})(?![\\p{L}\\p{N}])`, 'iu'))

const organDonors = once(() => new RegExp(cuePhrases('organ_donors'), 'giu'))

const isOrganisation = (kinds: readonly string[]) =>
  kinds.slice(0, 3).includes('organisation') || (kinds[0] === 'word' && kinds.slice(0, 4).includes('organisation'))

const afterOrganisation =
  /^(?:'s)? (?:& (?:Co|Sons|Associates|Johnson)|et al|v\. |(?:study|trial|registry|protocol|cohort|trials|criteria|scale|method|act|foundation|laborator(?:y|ies)|software|app|platform|brand|administration|era|years|doctrine|school|line|fund|bill|act|rule|plan|awards?|honou?rees?|nominees?|award[- ]winn\p{L}+)\b)/u

const inPlace = /(?:^|[^\p{L}])(?:in|near|downtown|across|serving|around|throughout|visit|at)\s$/iu

const state =
  /^, ?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Alabama|Alaska|Arizona|California|Colorado|Florida|Georgia|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Michigan|Minnesota|Missouri|Ohio|Oregon|Texas|Utah|Virginia|Washington|Wisconsin)(?![\p{L}])/u

const onStreet = /(?:^|[^\p{L}])(?:on|to|from|off|via|along|between|and|at|in|near|visit)\s$/iu

const venue =
  /^ (?:public |county |town |city |community )?(?:library|park|school|church|mall|armory|fairgrounds|airport|airshow|depot|marina|campus|office|branch|location|clinic|hospital|exit|festival|fair|market|arena|stadium|gym|pool|rink|theater|museum|legion|grange|firehouse|courthouse|plaza|highway|street|road)\b/u

const isPlace: Test = ({ prefix, names, before, after, suffix }) =>
  (suffix.length === 0 && /\b(?:the|our|at|in|to|near) $/i.test(before) && venue.test(after)) ||
  (names.at(-1)!.kind === 'organisation' && onStreet.test(before)) ||
  prefix.at(-1)?.kind === 'place' ||
  inPlace.test(before) ||
  (suffix.length === 0 && state.test(after))
