import { isAttribution, isTestimonial } from './attribution.js'
import type { Candidate } from './candidate.js'
import { isColleague } from './colleagues.js'
import { cuePhrases, cueWords, isOrdinary, isSurname, isWordlike } from './lexicons.js'
import { hasOwnCare, isTreatedHere, type SubjectEvent, subjectEvent } from './subject-event.js'
import { isMachine, isPet } from './things.js'
import { isTrainee } from './trainees.js'

/** What a candidate's surroundings say of it. The name of a cue is what `medlint show` prints. */
export type Cue =
  | 'honorific'
  | 'kin-title'
  | 'staff-title'
  | 'office'
  | 'credentials'
  | 'job'
  | 'hired'
  | 'staff-verb'
  | 'speech'
  | 'patient-noun'
  | 'relation'
  | 'age'
  | 'care-event'
  | 'care-noun'
  | 'story'
  | 'treated'
  | 'introduced'
  | 'named'
  | 'in-memory'
  | 'addressed'
  | 'quoted'
  | 'testimonial'
  | 'pronoun'
  | 'family'
  | 'organisation'
  | 'place'
  | 'donor'
  | 'gives'
  | 'author'
  | 'animal'
  | 'thing'
  | 'public'
  | 'relative-of'
  | 'receives-care'
  | 'own-care'
  | 'here'

type Test = (candidate: Candidate) => boolean

const before = (source: string): Test => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})$`, 'iu')
  return (candidate) => pattern.test(candidate.before)
}
const after = (source: string): Test => {
  const pattern = new RegExp(`^${source}`, 'iu')
  return (candidate) => pattern.test(candidate.after)
}
const either =
  (...tests: Test[]): Test =>
  (candidate) =>
    tests.some((test) => test(candidate))

let table: readonly (readonly [Cue, Test])[] | undefined

/** Made on first use: the lists are data. */
function tests(): readonly (readonly [Cue, Test])[] {
  if (table) return table
  const of = cuePhrases
  const job = `(?:${of('jobs')})(?![\\p{L}\\p{N}])`
  const described = `(?:[\\p{L}'.-]+[ ,]+){0,4}?`
  const end = '(?![\\p{L}\\p{N}])'
  const gap = '[\\s,:-]+(?:named |called )?["\']?'
  const kindOfAnimal = `(?:(?!loves|met|with|and|pets)[\\p{L}\\d'-]+ ){0,4}?(?:${of('animals')})${end}`
  const nextIsAnimal = new RegExp(`^\\s*(?:(?:she|he|this|our|the)(?:'s| is)? )?${kindOfAnimal}`, 'iu')
  const familyNext = new RegExp(`^ (?:${of('family_words')})\\b`, 'i')
  const sharesOrganisation = new RegExp(
    `^ (?:and|&) (?:\\p{Lu}[\\p{L}'.-]+ ){1,3}(?:${[...cueWords('organisation_words')].join('|').replaceAll('.', '')})${end}`,
    'u',
  )
  const familyWord = new RegExp(`^(?:${of('family_words')})$`, 'i')
  const others = `(?:,? (?:and |& )?[\\p{L}'-]+){0,4}?`
  const cheered = before(`(?:${of('cheers')})[,!]? `)
  table = [
    ['honorific', ({ prefix }) => prefix.at(-1)?.kind === 'honorific'],
    ['kin-title', ({ prefix }) => prefix.at(-1)?.kind === 'kin'],
    ['staff-title', ({ prefix }) => prefix.some(({ kind }) => kind === 'title')],
    ['office', ({ prefix }) => prefix.some(({ kind }) => kind === 'office')],
    ['credentials', ({ suffix, after }) => suffix[0]?.kind === 'credential' || credentials().test(after)],
    [
      'job',
      either(
        before(
          `${job.replace('(?![', 's?(?![')}(?: of the (?:month|year|quarter|week|day)|(?: \\w+){0,2}:)?[,!:]?[\\s:-]+(?:is |to |named |and |dr\\.? )?(?:[\\p{L}'.-]+(?: [\\p{L}'.-]+){0,2}(?:,(?: and)?| and| &) ){0,4}`,
        ),
        after(`\\s*[,(–-]+ *(?:is )?${described}${job}`),
        after(
          ` (?:as |to )?(?:its |our |the |be )*(?:new |next |interim |senior |executive |vice )*(?:chief [a-z]+|president|director|CEO|chair|dean|manager)${end}`,
        ),
        after(`,? (?:is|as|was|has been|will be|who is|became|becomes) (?:our|a|an|the|one of our) ${described}${job}`),
        before(
          `(?:${of('departments')})(?:'s)? (?:person|guy|gal|lady|man|woman|whiz|expert|wizard|lead|duo|team|crew|hero|legend),? (?:named |called )?`,
        ),
        (candidate) => isContact.test(candidate.before) && contactAfter.test(candidate.after),
        (candidate) => /\bask for $/i.test(candidate.before) && /^[.!]/.test(candidate.after),
        (candidate) => exampleName.test(candidate.before),
        after(
          `(?! (?:has |just |finally |officially )*(?:${of('leavers')}) )${others} (?:from|over in|down in|up in|with) (?:our |the )?(?:${of('departments')})${end}`,
        ),
        after(
          `${others} (?:in|at|of) (?:our |the )?(?:[a-z]+ ){0,2}?(?:${of('offices')})${end}(?! (?:garage|lot|chair))`,
        ),
      ),
    ],
    ['hired', after(`${others},? (?:who )?(?:\\w+ly |just |recently |also |has |is )*(?:${of('hired')})${end}`)],
    [
      'staff-verb',
      either(
        after(
          ` from (?:our|the) (?:[a-z]+ ){1,3}(?:clinic|program|practice) (?:drew|made|built|wrote|baked|put|brought|painted|says|said|has|runs|shows|will|is here)${end}`,
        ),
        after(
          `(?:, [^,]{2,40},)? (?:\\w+ly |has |have |who |also |and \\p{Lu}\\p{L}+ |will |recently |just )*(?:${of('staff_verbs')})${end}`,
        ),
      ),
    ],
    [
      'speech',
      either(
        after(`,? (?:${of('speech_verbs')})${end}`),
        before(`["',] ?(?:said|says|adds|added|writes|wrote|explains|explained|notes) `),
      ),
    ],
    [
      'patient-noun',
      either(
        before(
          `(?<!(?:chief|medical|surgical|pharmacy|year|pgy-\\d|dental|medicine|surgery) )(?<!pgy-)${of('patient_nouns')}${gap}`,
        ),
        before(
          '(?:patient|resident|client|survivor|member) (?:spotlight|of the (?:month|week|day|quarter|year))[^\\p{L}]{0,8}(?:is |goes to |: )?(?:\\p{Lu}[\\p{L}.]* ){0,2}',
        ),
        after(
          `(?:,|\\n)\\s*(?:[\\p{L}'-]+ ){0,2}?(?:patient|client|resident)(?: since| for| of| at|,|[^\\p{L} ]*(?:$|\\n))`,
        ),
        after(
          `(?:,| is| was| as|,? who (?:is|was))(?: one of)? (?:our|a|the) (?:(?!for|and|of|to|with)[\\p{L}-]+ ){0,2}?${of('patient_nouns')}(?<!s)(?! ${of('patient_compounds')})(?=[,.!;)]|$| who| at| in| on| here| since| with)`,
        ),
      ),
    ],
    [
      'relation',
      either(
        before(
          `(?:(?:her|his|their|my|our|the|whose|a)|\\p{L}'s) (?:\\w+ ){0,3}?(?:${of('relations')})(?:,|:| named| called)? `,
        ),
        after(`, (?:her|his|their|my|whose|the) (?:\\w+ ){0,2}(?:${of('relations')})${end}`),
      ),
    ],
    ['relative-of', ({ isPossessive, after }) => isPossessive && relatives().test(after)],
    [
      'age',
      either(
        before(`(?:\\d{1,3}|${numbers})[- ](?:year|yr|month|week|day)s?[- ]old,? (?:[\\p{L}'-]+ ){0,2}?`),
        after(
          `(?:,|:| -|\\s\\()\\s*(?:now |just |only |age |aged |our |a )*(?:(?:${numbers}) (?:years?|months?|weeks?|days?) old|\\d{1,3}(?:(?= *(?:,|\\)|\\.|;|-(?!\\d)|$|and |was|is|has|who|came|from|of ))|[- ]?(?:years?|yo|y/o|yrs?|months?|weeks?|days?)\\b|[mf]\\b))(?! years (?:of|in|at|with|as|on))`,
        ),
      ),
    ],
    [
      'care-noun',
      ({ isPossessive, before: lead, after: rest }) =>
        isPossessive
          ? careNoun().test(rest)
          : (/^,? whose /.test(rest) && careNoun().test(rest.replace(/^,? whose/, ''))) ||
            (/\b[Tt]he $/.test(lead) &&
              /^ (?:case|kidney|knee|tumou?r|heart|liver|hip|twins|triplets|baby)(?!\p{L})/u.test(rest)),
    ],
    ['story', ({ isPossessive, after }) => isPossessive && storyNoun().test(after)],
    [
      'treated',
      before(
        `(?:we|us|our|staff|team|nurses?|doctors?|surgeons?|crews?|unit|they|dr\\.? \\p{L}+|to|love|so|just|of|for) (?:\\w+ ){0,2}?(?:${of('clinician_verbs')}) (?:little |sweet |dear |our |baby )*`,
      ),
    ],
    [
      'introduced',
      before(
        `(?:${of('introductions')}|(?:this|that|our|the) (?:\\w+ ){0,3}(?:is|was))[\\s,:!-]*(?:our |the |to |amazing |own |sweet |little |brave |dear |beautiful |one and only |wonderful )*["'🎉]?\\s*`,
      ),
    ],
    ['named', before(`(?:named|nicknamed|name is|name was|called|known as|name's)[\\s:]+["']?`)],
    ['in-memory', before(`(?:${of('gone')})[\\s,:]*(?:our |dear |beloved |friend |patient |resident )*`)],
    [
      'addressed',
      either(
        before(`(?:^|[.!?]\\s*)(?:${of('thanks')})[,!]? `),
        (candidate) =>
          addressed.test(candidate.before) && /^\s*[!.,?]*\s*(?:$|\p{Emoji_Presentation})/u.test(candidate.after),
        ({ before: lead, after: rest, text, sentence }) =>
          /,\s$/.test(lead) &&
          /^,/.test(rest) &&
          /\byou(?:r|'re)?\b/i.test(text.text.slice(sentence.start, sentence.end)),
        ({ before: lead, after: rest, text, sentence }) =>
          /,\s$/.test(lead) &&
          /^(?: and \p{Lu}[\p{L}'-]+)?[\s.!?\p{Emoji_Presentation}]*$/u.test(rest) &&
          /\b(?:you|your|yours|you're|you've|we'll)\b/i.test(text.text.slice(sentence.start, sentence.end)),
        cheered,
        (candidate) =>
          /^[\s"'>*-]*$/.test(candidate.before) &&
          /^, (?:thank|we|you|your|i|it|so|that|please|great|glad|sorry|welcome)\b/i.test(candidate.after),
      ),
    ],
    ['quoted', (candidate) => isAttribution(candidate)],
    [
      'pronoun',
      ({ after, beyond, isTitleCase }) =>
        !isTitleCase &&
        (/^[^.!?]{0,80}\b(?:she|he|her|his|hers|him|herself|himself)\b/i.test(after) ||
          /^[\s\p{Emoji}]*(?:\w+ ){0,2}?(?:she|he|her|his)\b/iu.test(beyond)),
    ],
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
      'author',
      either(
        before(`(?<!${notOfAuthors} )(?:${of('author_words')})(?:[\\s:,]| and )+(?:by |with )?`),
        // `Kevin Hazzard's *American Sirens*`
        ({ isPossessive, text, span }) =>
          isPossessive &&
          /^'s? (?:["*_]\p{Lu}|(?:new |latest |debut |first )?(?:book|novel|memoir|song|album|painting|poem|film|essay|mural|column|recipe|photos?|exhibit|show|podcast)\b)/u.test(
            text.text.slice(span.end, span.end + 24),
          ),
        after(
          `,? (?:is |was )?(?:the |an? |our )?(?!(?:\\w+ ){0,2}(?:told|seen|sent|given|brought|called|asked|treated|referred|saved|found|cared for|helped|flown|taken) by )(?:\\w+ ){0,2}(?!by${end})(?:${of('author_words')})${end}`,
        ),
      ),
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
      'public',
      either(
        before(`(?:${of('public_words')}),? `),
        after(`,? (?:is |was |the |an? |\\w+ ){0,4}(?:${of('public_words')})${end}`),
      ),
    ],
    [
      'organisation',
      ({ suffix, after }) =>
        isOrganisation(suffix.map(({ kind }) => kind)) ||
        afterOrganisation.test(after) ||
        sharesOrganisation.test(after),
    ],
    ['thing', either(isMachine, isPet)],
    ['place', isPlace],
  ]
  return table
}

const numbers =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'

/** `signed by`: what is done by somebody who wrote nothing. */
const notOfAuthors =
  '(?:signed|seen|treated|stopped|swung|dropped|accompanied|surrounded|joined|witnessed|driven|found|raised|adopted|loved|saved|flown|assisted|brought in|cared for|visited|paid|requested|owed|used|worn|left|carried|held)'

/** `call Darlene in Activities at 218-...`: whom readers may turn to works here. */
const isContact =
  /\b(?:call|ask for|ask|contact|e-?mail|text|see|message|phone|write to|reach|talk to|stop by and see|find|ring|rsvp to|tell|bug|thank|questions\? ask) (?:for )?$/iu
const contactAfter =
  /^(?: (?:in|at|on|from|or) (?:\p{Lu}|the |our |ext|x?\d|\(\d)|,? (?:to |for (?:details|a|more|info|tickets|questions|an)|with (?:questions|any)|about |if you|before|by (?:noon|\w+day)))/u
/** `two people named Kim Nguyen`, `a patient with the name John Smith`: an example. */
const exampleName =
  /\b(?:people|persons|patients|someone|somebody|anyone|two|three|many) (?:both |all )?(?:named|called|with the name|who share the name) $/i

/** The Johnsons, and neither the Browns nor the Italians. */
const isPluralSurname = (folded: string) =>
  folded.endsWith('s') &&
  !/(?:i|e)ans$/.test(folded) &&
  isSurname(folded.slice(0, -1)) &&
  !isWordlike(folded.slice(0, -1)) &&
  !isOrdinary(folded.slice(0, -1))

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

const once = (make: () => RegExp) => {
  let made: RegExp | undefined
  return () => (made ??= make())
}
// Two words may describe it, but none that opens a new phrase.
const adjectives =
  '(?:["]?(?!(?:our|the|an?|and|to|of|is|was|has|had|for|with|in|at|who|mother|mom|father|dad|parents|family|team)\\b)[\\p{L}-]+["]? ){0,2}?'
const careNoun = once(
  () => new RegExp(`^ (?:(?!family|care|team)${adjectives})(?:${cuePhrases('care_nouns')})(?![\\p{L}\\p{N}])`, 'iu'),
)
const storyNoun = once(() => new RegExp(`^ ${adjectives}(?:${cuePhrases('story_nouns')})(?![\\p{L}\\p{N}])`, 'iu'))
const relatives = once(() => new RegExp(`^ (?:\\w+ )?(?:${cuePhrases('relations')})(?![\\p{L}\\p{N}])`, 'iu'))
const donors = once(() => new RegExp(`(?<![\\p{L}\\p{N}])(?:${cuePhrases('donor_words')})(?![\\p{L}\\p{N}])`, 'iu'))
const organDonors = once(() => new RegExp(cuePhrases('organ_donors'), 'giu'))
const credentials = once(
  () =>
    /^,? +(?:(?!U\.S|U\.K|Jr|Sr)(?:\p{Lu}\.){2,}|(?:MD|DO|RN|NP|PA|PA-C|MPH|MSN|BSN|DNP|FNP|PhD|PharmD|DDS|DMD|DPM|LCSW|LMSW|PT|DPT|OT|OTR|RD|CNM|CRNA|MBA|APRN|LPN|CNA|EMT|CCC-SLP|IBCLC|PsyD|AuD|OD|DC|DVM|RDN|RRT|JD)(?:\/[A-Z]+)?)(?![\p{L}])/u,
)

const isOrganisation = (kinds: readonly string[]) =>
  kinds.slice(0, 3).includes('organisation') || (kinds[0] === 'word' && kinds.slice(0, 4).includes('organisation'))
const afterOrganisation =
  /^(?:'s)? (?:& (?:Co|Sons|Associates|Johnson)|et al|v\. |(?:study|trial|registry|protocol|cohort|trials|criteria|scale|method|act|foundation|laborator(?:y|ies)|software|app|platform|brand|administration|era|years|doctrine|school|line|fund|bill|act|rule|plan|awards?|honou?rees?|nominees?|award[- ]winn\p{L}+)\b)/u

// The end of a sentence of thanks or well-wishing.
const addressed =
  /(?:thanks?(?: you)?|congrat(?:s|ulations)|welcome|birthday|well|seeing you|meeting you|stars|review|words|love you|sorry|luck|home|proud of you|great job|way to go|got this|amazing)[^.!?]{0,60},\s*$/iu

/** The cues that hold for a candidate, care events among them. */
export function cuesOf(candidate: Candidate): Set<Cue> {
  const cues = new Set<Cue>(
    tests()
      .filter(([, test]) => test(candidate))
      .map(([cue]) => cue),
  )
  if (cues.has('quoted') && isTestimonial(candidate)) cues.add('testimonial')
  const event = subjectEvent(candidate)
  if (event?.isGiven && !cues.has('honorific') && !cues.has('kin-title')) cues.add('staff-verb')
  if (event && !event.isGiven && !isOfWork(candidate, event, cues)) cues.add('care-event')
  if (received(candidate) || isTreatedHere(candidate)) cues.add('receives-care')
  if (hasOwnCare(candidate)) cues.add('own-care')
  if (ours.test(candidate.after)) cues.add('here')
  return cues
}

/** What staff do and what befalls them as staff: they arrive, retire and die, and graduate from their training. */
const isOfWork = (candidate: Candidate, event: SubjectEvent, cues: ReadonlySet<Cue>): boolean =>
  isTrainee(candidate) ||
  (isStationary(event) && !isOutsider(candidate) && (isStaffCue(cues) || isColleague(candidate)))

/** Officer, Coach: who works elsewhere. */
const isOutsider = ({ prefix }: Candidate) => prefix.some(({ text }) => cueWords('outside_titles').has(text))

const isStaffCue = (cues: ReadonlySet<Cue>) =>
  cues.has('staff-title') || cues.has('credentials') || cues.has('job') || cues.has('hired')
const struck =
  /cod(?:ed|es|ing)|collapsed|unresponsive|resuscitat|intubat|flatlin|arrest|hospitali|life support|coma|went (?:blue|septic)|lost (?:his|her|their) pulse|(?:was|got) (?:shot|hit|stabbed|burned|bitten)/

/** Staff come to a unit and spend years on it, open up, join a program, and are mourned. */
const isStationary = ({ sort, words }: SubjectEvent) =>
  (/^(?:arrival|admission|payment|therapy|death)$/.test(sort) && !struck.test(words)) ||
  /^(?:joined|started (?:as|with|at)|enrolled)/.test(words)

/** `has been in our care since`, `is out of surgery at Grandview Regional`: told of somebody who is in care where the post comes from. */
const ours =
  /^[^.!?;]{0,70}\b(?:(?:in|under) our care|our (?:patient|client|resident)(?![\p{L}])|(?:treated|seen|cared for|operated on) (?:here|by us|by our|at our)|came (?:in )?to us|(?:out of|in) (?:surgery|intensive care|recovery|the ICU)|in (?:stable|critical|serious|fair|good) condition|resting comfortably|on our unit)\b/iu

let receivedCare: RegExp | undefined
function received({ after }: Candidate): boolean {
  receivedCare ??= new RegExp(`^[^.!?;]{0,40}?(?:${cuePhrases('care_received')})(?![\\p{L}\\p{N}])`, 'iu')
  return receivedCare.test(after)
}
