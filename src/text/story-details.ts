import { overlaps } from '../source.js'
import type { TextContext } from './context.js'
import { isNearPerson } from './near-person.js'
import type { StoryElement } from './stories.js'
import { properNames } from './story-names.js'

interface Detail extends Pick<StoryElement, 'name' | 'points' | 'drop'> {
  /** Matched against one sentence at a time, with the flags `gu`; a group named `detail` is what narrows the story down where the match holds more. */
  readonly expression: RegExp
  /** Only in a sentence that speaks of one person, or in a short one right beside it. */
  readonly needsPerson?: boolean
}

/** Details by how they are put, whatever the words: who somebody works for, what they own and run, when it was, what nobody else has. */
const details: readonly Detail[] = [
  {
    name: 'military unit',
    points: 2,
    drop: 'the unit',
    expression:
      /\b\d{1,3}(?:st|nd|rd|th)\s+(?:(?:Airborne|Infantry|Battalion|Brigade|Marines?|Cavalry|Mountain|Armored|Field Artillery|Division|Regiment|Squadron|Engineers?|Special Forces|Bomb Wing|Fighter Wing|Medical|Army|Fleet|Aviation)\b(?:,? (?:\d{1,3}(?:st|nd|rd|th)\s+)?\p{Lu}\p{L}+)?)|\b(?:SEAL Team|Delta Force|Seabees|Rangers? Regiment|Task Force)\s?\d*|\bUSS \p{Lu}\p{L}+/gu,
  },
  {
    name: 'employer',
    points: 1,
    drop: 'the employer',
    expression:
      /\b(?:works?|worked|working|jobs?|shift|employed|line|crew|teach(?:es)?|taught|coach(?:es|ed)?|cooks?|cooked|waits tables|tends bar|drives?|welds?|manager|clerk|cashier|foreman|waitress|janitor)\s+(?:\p{Ll}+\s+){0,3}(?:at|for|over at|down at)\s+(?:the\s+)?(?:\p{Lu}[\p{L}'&-]+\s?){1,4}/gu,
  },
  {
    // `drives a school bus`, `owns the brewery`, `kept the light for 31 years`.
    name: 'occupation',
    points: 1,
    drop: 'the job',
    needsPerson: true,
    expression:
      /\b(?:(?:drives|drove|driving|teaches|taught|owns|owned|runs|ran|coaches|coached|manages|managed|farms|farmed|ranches|fishes|fished|raises|raised|sells|sold|fixes|repairs|builds|built|welds|welded|hauls|hauling|hauled|delivers|flies|flew|plays|played|sings|preaches|pastors|tends|keeps|kept|bakes|baked|cooks|shoes|shears|shoots|calls|announces|judges|conducts|umpires|referees|works|worked) (?:for |at |in |as |on |with |the |a |an |his |her |their |our )+(?!(?:room|clinic|office|hospital|unit|ER|home|car|life|own|bed|way|goal|side|stroke|pain|thing|day|hand|test|time|rehab|therapy)s?\b)\p{L}+|(?:kept|ran|taught|drove|served|worked|farmed|fished|coached|logged|mined|played|preached|sang|sailed|flew) [^.!?\n]{0,40}\bfor \d{1,2} years)/giu,
  },
  {
    // `runs the one bait shop on the lake`, `directs the ONLY high school band in the county`.
    name: 'job held by one',
    points: 2,
    drop: 'the job',
    needsPerson: true,
    expression:
      /\b(?:runs?|ran|owns?|owned|directs?|directed|drives?|drove|leads?|led|coach(?:es|ed)?|teach(?:es)?|taught|edits?|edited|tends?|tended|keeps?|kept|plays?|played|heads?|headed|manages?|managed|works?|worked|flies|flew|operates?|operated|plows?|delivers?|judges?|calls?|pastors?) (?:at |in |for |on )?(?:the |our |this \p{L}+'s )(?:only|one and only|one|last|lone|sole)(?! (?:of|who|that|and|in|at|to|from|thing|time|day|reason|way|person|patient)(?!\p{L}))(?: [\p{L}'-]+){1,4}/giu,
  },
  {
    name: 'occupation',
    points: 1,
    drop: 'the job or the school year',
    needsPerson: true,
    expression:
      /\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))[- ]grader|kindergart(?:e)?ner|sophomore|(?:college|high school|HS) (?:freshman|junior|senior)|freshman)\b/giu,
  },
  {
    name: 'public event',
    points: 2,
    drop: 'the accident or event',
    expression:
      /\bon (?:Channel|KTV\w*|News ?Channel|Fox|CNN|Dateline)\s?\d{0,2}\b|\b(?:on|in|made) (?:the )?(?:(?:local|evening|morning|nightly|ten o'clock|six o'clock|10 o'clock) )?(?:news|papers?)\b(?! (?:releases?|letters?|for))|\b[Yy]ou(?: all|'ve all)?(?: have)? (?:all )?(?:saw|seen|read about|heard about) (?:the|about|it)\b|\b(?:winning|caught the|scored the) (?:\p{Ll}+ )?(?:pass|goal|touchdown|shot|basket|run|kick|catch|free throw)\b|\b(?:at|to|won|made|took) (?:state|regionals|nationals|sectionals)\b|\b(?:\p{L}+[ -])?(?:contest|championships?|tournament|playoffs?|derby|spelling bee|science fair|pageant|harvest fair|rodeo|regatta|triathlon|marathon|ironman|5K|10K|bake-?off|homecoming|recital|county fair|carnival|tractor pull|fun run|parade|festival|block party|tailgate)\b/gu,
    needsPerson: true,
  },
  {
    name: 'public event',
    points: 2,
    drop: 'the accident or event',
    needsPerson: true,
    expression:
      /\b(?:killed|hurt|injured|trapped|burned|pinned|shot|struck|lost|pulled out|cut out|rescued)\s+(?:\p{Ll}+\s+){0,2}(?:in|on|at|by|during|from|out of) (?:the|that|last|this) (?:[\p{L}'-]+ ){0,4}?(?:fire|crash|wreck|call|collision|collapse|explosion|shooting|storm|flood|slide|rollover|pileup|accident|incident)\b|\b(?:the|that) (?!(?:first|last|next|phone|video|follow-up|initial|very|whole|same) )(?:\p{Lu}[\p{L}'-]+ ){1,3}(?:fire|crash|wreck|collision|collapse|explosion|shooting|storm|flood|incident|tragedy|rescue|call)\b|\b(?:the (?:one|guy|woman|man|kid|girl|boy|lady|couple|family)|(?:yes|yep),? (?:the|that)(?: same)?(?: one| guy| kid)?)[^.!?\n]{0,20} (?:from|in|on|off) the (?:news|paper|billboard|poster|commercial|radio|TV|internet|video)\b/giu,
  },
  {
    // `the last quillwork teacher left in`, `the first such operation ever`, `nobody has seen that in the county since 1988`.
    name: 'uniqueness claim',
    points: 2,
    drop: 'the claim that nobody else is like this',
    expression:
      /\bthe (?:last|only|first|one|oldest|youngest|longest|smallest|second|third)(?: (?:of|such|known|living|local|ever))?(?: [\p{L}'-]+){1,4} (?:left|alive|in (?:the (?:state|county|valley|district|region|country|nation|world|city|parish|territory)|town|our (?:state|county|history)|\p{Lu}\p{L}+)|ever|on record|in history|around here|since \d{4})\b|\b(?:nobody|no one|none of us)(?: here| else)? (?:has|had|have|'d|'s)(?: ever)? (?:seen|done|had|heard of|tried|made)\b[^.!?\n]{0,40}\b(?:before|since|in|like)\b|\bonce in (?:a|\d+) [^.!?\n]{0,20}(?:career|lifetime|years|generation)\b|\bthe first (?:[\p{L}-]+ )?(?:in|of) the (?:state|county|region|country|nation|valley|Midwest|Southwest|Northwest|Northeast|Southeast|South|West)\b/giu,
  },
  {
    // `a certain evening news anchor`, `you all know him`, `the one with the alpacas`.
    name: 'time',
    points: 2,
    drop: 'the date',
    expression:
      /\b(?:last|first|next|only) (?:patient|client|call|admission|case|delivery) of (?:the|my|our) (?:day|night|shift|morning|week)\b/giu,
  },
  {
    name: 'uniqueness claim',
    points: 2,
    drop: 'the hint',
    needsPerson: true,
    expression:
      /\ba certain (?:\p{L}+ ){0,4}(?:\p{L}+)|\b(?:you(?:'d| would)?|everybody|everyone|half of|all of|we) (?:all |in town |around here |in the \p{L}+ )*(?:know|knows|recognize|recognise) (?:him|her|them|who|the one|this one|exactly who)\b|\b(?:the|that) (?:ones?|family|guy|lady|couple|house|kid) with the (?:\p{L}+ ?){1,3}|\bif you(?:'re| are| live)? (?:from|around|in) (?:here|town|the area)[^.!?\n]{0,20}know\b|\bname rhymes with\b|\byes,? that (?:one|guy|lady|kid|family)\b|\bfrom the (?:billboards?|bus stops?|bus benches|commercials?|yard signs?|radio|TV ads?)\b|\byou know (?:who|the one)\b/giu,
  },
  {
    // `the yellow house across from the grain elevator`.
    name: 'small place',
    points: 2,
    drop: 'the place',
    needsPerson: true,
    expression:
      /\b(?:the|that|a) (?:(?:little|big|old|white|yellow|blue|green|red|brown|pink|brick|stone|corner|last|first|end|double-?wide|mobile|two-story|log) )+(?:house|trailer|cabin|farmhouse|farm|duplex|apartment|home|barn|shop|church|bungalow|ranch)\b(?:[^.!?\n]{0,10} (?:across|next|by|on|at|behind|near|off|past|beside|with) [^.!?,\n]{3,40})?|\b(?:house|trailer|cabin|farm|apartment|shop|place) (?:across from|next to|behind|above|by|past|beside|off) the [^.!?,\n]{3,30}/giu,
  },
  {
    name: 'photo or recording',
    points: 2,
    drop: 'the mark',
    expression:
      /\b(?:this|that|the|our) (?:\p{L}+ )?\p{L}+'s (?:X-?rays?|CT|MRI|scan|ultrasound|films?|images?)\b|\b(?:the|a|that|this|\p{Ll}+) (?:tattoo|birthmark|piercing) (?:of|on|that|saying|reading|across|down)\b|\b(?:anchor|rose|eagle|dragon|cross|skull|heart|snake|butterfly) (?:tattoo|on the (?:left|right|upper|lower) \p{L}+)/giu,
  },
  {
    name: 'time',
    points: 2,
    drop: 'the date',
    needsPerson: true,
    expression:
      /(?<!(?:[Ee]very|[Ee]ach|single|any|most|all|first|second|third|fourth|open|through|until|till|on) )\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:'s)?(?: (?:morning|afternoon|evening|night))?(?!s|\p{L})(?! (?:[Bb]runch|[Ss]chool|[Nn]ight [Ll]ights|[Mm]arket|\d))/gu,
  },
  {
    name: 'age',
    points: 1,
    drop: 'the exact age',
    needsPerson: true,
    expression:
      /\b(?:[Ss]he|[Hh]e|who|patients|clients|residents|members|mom|dad|patient|client)(?:'s| is| was|'d just turned| had just turned| just turned| turned| turns)(?: now| only| just| all of)? (?<detail>\d{1,2})(?=[,.;!)]| and\b| years?\b|$)|\bat (?:age )?(?<age>\d{2})(?=[,.;!?])/gu,
  },
  {
    name: 'family structure',
    points: 1,
    drop: 'the family detail',
    needsPerson: true,
    expression:
      /\b(?:(?:[Hh]er|[Hh]is|[Tt]heir) (?:\p{Ll}+ )?(?:wife|husband|ex|fianc\p{L}+|boyfriend|girlfriend|daughters?|sons?|kids|children|grandkids|grandchildren|grand(?:son|daughter)s?|twin|sisters?|brothers?|mother|mom|father|dad|parents|grandma|grandpa|grandmother|grandfather|in-laws|stepson|stepdaughter|partner|divorce|wedding|engagement|funeral)|(?:raised|raising|has|have|of|with|and|all|both) (?:her |his |the )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|both|\d{1,2}) )?(?:young |little |grown |small )?(?:boys|girls|kids|children|sons|daughters|grandkids|grandchildren)|(?:mom|dad|mother|father|grandma|grandpa|wife|husband) (?:was|is|were|has|had|teaches|drives|works|sat|stood|told|cried|watched|drove|flew)\b)/gu,
  },
  {
    name: 'body size',
    points: 1,
    drop: 'the weight or height',
    needsPerson: true,
    expression:
      /\b(?:weigh(?:s|ed|ing)?|down to|up to) (?:about |over |nearly |almost )?\d{2,3}\s?(?:lbs?|pounds|kg|kilos)\b|\b\d{3}[- ](?:lb|pound)s?\b|\b(?:six|seven)[- ]foot[- ](?:\w+)\b|\b[67]'\d{1,2}"/giu,
  },
]

/** The details of a text that its wording gives away; proper names among them. */
export function toldDetails(context: TextContext): readonly StoryElement[] {
  const { text } = context
  const found = details.flatMap((detail) => matchesOf(context, detail))
  const names = properNames(context).map(
    (span): StoryElement => ({ name: 'small place', points: 2, text, span, drop: 'the name of the place' }),
  )
  return [...found, ...names.filter(({ span }) => !found.some((other) => overlaps(other.span, span)))]
}

function matchesOf(context: TextContext, { expression, needsPerson, ...detail }: Detail): StoryElement[] {
  const { text } = context
  return Array.from(text.text.matchAll(expression), (match): StoryElement => {
    const own = match.groups?.detail ?? match.groups?.age
    const start = match.index + (own ? match[0].lastIndexOf(own) : 0)
    return { ...detail, text, span: { start, end: start + (own ?? match[0].trimEnd()).length } }
  }).filter(({ span }) => !needsPerson || isNearPerson(context, span))
}
