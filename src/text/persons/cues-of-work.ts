import { once } from '../../once.js'
import { after, before, either, end, type Tests } from './cue.js'
import { cuePhrases } from './lexicons.js'

/** What tells of somebody who works, holds an office, writes or is known to the public. */
export const cuesOfWork = once((): Tests => {
  const of = cuePhrases
  const job = `(?:${of('jobs')})${end}`
  const described = `(?:[\\p{L}'.-]+[ ,]+){0,4}?`
  const others = `(?:,? (?:and |& )?[\\p{L}'-]+){0,4}?`
  return [
    ['honorific', ({ prefix }) => prefix.at(-1)?.kind === 'honorific'],
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
        // `Terrence, who has worked nights on 5 East`, `Irene Kowalski, 91, who still runs the gift shop`
        after(
          `(?:, ?\\d{2,3})?,? who (?:\\w+ly |has |still |also |always )*(?:(?:works|worked) (?:(?:nights|days|weekends) )?(?:here|for us|with us|(?:on|in|at) (?:our|\\d))|(?:runs|ran|staffs|mans|keeps|drives) (?:our|the (?:gift shop|front desk|information desk|switchboard|coffee cart|book cart|courtesy cart|shuttle)))${end}`,
        ),
        after(
          `,? (?:who )?(?:has |also )*(?:served|serves|sat|sits|chaired|chairs) (?:on )?our (?:\\p{L}+ ){0,2}?(?:board|auxiliary|foundation|council|committee|guild)${end}`,
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
      'author',
      either(
        before(`(?<!${notOfAuthors} )(?:${of('author_words')})(?:[\\s:,]| and )+(?:by |with )?`),
        after(`,? (?:speaks|will speak|keynotes|headlines|emcees|performs|signs books) at (?:our|the|an?|\\p{Lu})`),
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
      'public',
      either(
        before(`(?:${of('public_words')}),? `),
        after(`,? (?:is |was |the |an? |\\w+ ){0,4}(?:${of('public_words')})${end}`),
      ),
    ],
  ]
})

/** `call Darlene in Activities at 218-...`: whom readers may turn to works here. */
const isContact =
  /\b(?:call|ask for|ask|contact|e-?mail|text|see|message|phone|write to|reach|talk to|stop by and see|find|ring|rsvp to|tell|bug|thank|questions\? ask) (?:for )?$/iu

const contactAfter =
  /^(?: (?:in|at|on|from|or) (?:\p{Lu}|the |our |ext|x?\d|\(\d)|,? (?:to |for (?:details|a|more|info|tickets|questions|an)|with (?:questions|any)|about |if you|before|by (?:noon|\w+day)))/u

/** `two people named Kim Nguyen`, `a patient with the name John Smith`: an example. */
const exampleName =
  /\b(?:people|persons|patients|someone|somebody|anyone|two|three|many) (?:both |all )?(?:named|called|with the name|who share the name) $/i

/** `signed by`: what is done by somebody who wrote nothing. */
const notOfAuthors =
  '(?:signed|seen|treated|stopped|swung|dropped|accompanied|surrounded|joined|witnessed|driven|found|raised|adopted|loved|saved|flown|assisted|brought in|cared for|visited|paid|requested|owed|used|worn|left|carried|held)'

const credentials = once(
  () =>
    /^,? +(?:(?!U\.S|U\.K|Jr|Sr)(?:\p{Lu}\.){2,}|(?:MD|DO|RN|NP|PA|PA-C|MPH|MSN|BSN|DNP|FNP|PhD|PharmD|DDS|DMD|DPM|LCSW|LMSW|PT|DPT|OT|OTR|RD|CNM|CRNA|MBA|APRN|LPN|CNA|EMT|CCC-SLP|IBCLC|PsyD|AuD|OD|DC|DVM|RDN|RRT|JD)(?:\/[A-Z]+)?)(?![\p{L}])/u,
)
