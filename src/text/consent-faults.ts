import type { ConsentRecord, Facts } from '../facts.js'
import { type Consent, dayItGoesLive, isDay, isSigned } from './consent.js'
import type { PostText } from './post-text.js'

/** What can be wrong with a consent that a draft names, by name; each gives what to get, or undefined where nothing is wrong (45 CFR 164.508, domain/hipaa.md 3). */
export const consentFaults: Readonly<Record<string, (consent: Consent, post: PostText) => string | undefined>> = {
  'unknown-id': ({ status }) => (status === 'unknown' ? 'The register does not hold it.' : undefined),
  unverified: ({ status }) => (status === 'unverified' ? 'There is no register that could confirm it.' : undefined),
  revoked: ({ status }) => (status === 'revoked' ? 'It was revoked.' : undefined),
  expired: ({ status }) => (status === 'expired' ? 'It has ended by the day the post goes live.' : undefined),
  incomplete: ({ record, status }, post) =>
    record && !['revoked', 'expired'].includes(status) ? missingElement(record, post) : undefined,
  'wrong-use': (consent, post) =>
    consent.record && ['valid', 'wrong-channel'].includes(consent.status)
      ? wrongUse(consent, consent.record, post)
      : undefined,
  remuneration: ({ record }, { post }) =>
    record && post.sponsor && post.author === 'organization' && !record.remunerationDisclosed
      ? 'It does not say that a third party pays for this.'
      : undefined,
  compound: ({ record }) =>
    /(?:intake|treatment|admission|registration|general|onboarding|packet|acknowledg|privacy notice|notice of privacy|NPP|new patient|financial|waiver|consent to treat|membership|enrol)/iu.test(
      record?.formVersion ?? '',
    )
      ? 'It is part of another form.'
      : undefined,
  'minor-signature': ({ record }, post) => (record ? minorSignature(record, post) : undefined),
}

/** Consents that some posts need, by name, beyond one that is valid; a bare id that nothing can check is taken at its word. */
export const consentNeeds: Readonly<Record<string, (consent: Consent) => boolean>> = {
  executor: valid(({ authority }) => isExecutor(authority)),
  part2: valid(({ part2 }) => part2 === true),
  reshare: valid(({ ugcReshare }) => ugcReshare === true),
  sharing: valid(({ purposes }) => purposes?.some((purpose) => /shar|market|publi|social/i.test(purpose)) ?? false),
}

const isExecutor = (authority = '') =>
  /execut|administrat|personal.?rep|estate|next.?of.?kin|surviving/i.test(authority)

function valid(holds: (record: ConsentRecord) => boolean) {
  return ({ status, record }: Consent): boolean =>
    status === 'unverified' || (status === 'valid' && record !== undefined && holds(record))
}

/** The first of the elements that 164.508(c) asks for and the record lacks. */
function missingElement(record: ConsentRecord, post: PostText): string | undefined {
  const { facts } = post
  const demanded = facts.consents?.requireFull ? fullElements : []
  const given = fullElements.filter(([, , isGiven]) => isGiven(record))
  return [
    ...coreElements,
    ...demanded,
    ...given,
    ...(facts.organization.jurisdictions.includes('CA') ? californian : []),
  ]
    .find(([, holds]) => !holds(record, dayItGoesLive(post.post, facts), facts.organization))
    ?.at(0) as string | undefined
}

type Element = readonly [
  what: string,
  holds: (record: ConsentRecord, day: string, organization: Facts['organization']) => boolean,
  isGiven: (record: ConsentRecord) => boolean,
]
const always = () => true

/** What makes a record complete (DESIGN section 5). */
const coreElements: readonly Element[] = [
  [
    'Its dates (`signed`, `expires`) are not written as 2027-03-02.',
    ({ signed, expires }) => isDay(signed) && isDay(expires),
    always,
  ],
  [
    'It is not signed yet: a pending, spoken or future permission is none.',
    (record, day) => isSigned(record) && record.signed!.slice(0, 10) <= day,
    always,
  ],
  [
    'It names neither an expiry date (`expires`) nor an event (`expires_event`).',
    ({ expires, expiresEvent }) => (expires ?? expiresEvent) !== undefined,
    always,
  ],
  ['It does not say what it covers (`covers`).', ({ covers }) => (covers?.length ?? 0) > 0, always],
  ['It does not say where it may be used (`channels`).', ({ channels }) => (channels?.length ?? 0) > 0, always],
  [
    'A representative signed, and their authority is missing (`authority`).',
    ({ signedBy, authority }) =>
      signedBy === undefined ||
      authority !== undefined ||
      /^(?:self|patient|subject|individual|resident|client|parent|guardian|mother|father|executor|.*(?:agent|power of attorney|conservator))$/i.test(
        signedBy,
      ),
    always,
  ],
  [
    'The person has died, and no executor or personal representative signed (`authority`).',
    ({ subjectDeceased, authority }) => subjectDeceased !== true || isExecutor(authority),
    always,
  ],
]

/** Further elements, checked when given and demanded with `require: full`. */
const fullElements: readonly Element[] = [
  [
    'It does not say who may disclose (`discloser`).',
    ({ discloser }) => Boolean(discloser),
    ({ discloser }) => discloser !== undefined,
  ],
  [
    'It lets another organization disclose, not this one (`discloser`).',
    ({ discloser }, _, { name }) => isSameOrganization(discloser, name),
    ({ discloser }) => Boolean(discloser),
  ],
  [
    'The public is not among its recipients (`recipients`).',
    ({ recipients }) => recipients?.some((name) => /public|social/i.test(name)) ?? false,
    ({ recipients }) => recipients !== undefined,
  ],
  [
    'It names no purpose (`purposes`).',
    ({ purposes }) => (purposes?.length ?? 0) > 0,
    ({ purposes }) => purposes !== undefined,
  ],
  [
    'A required statement is missing: revocation, conditioning and redisclosure (`statements`).',
    ({ statements }) => ['revocation', 'conditioning', 'redisclosure'].every((name) => statements?.[name]),
    ({ statements }) => statements !== undefined,
  ],
  [
    'It is not in plain language (`statements.plain_language`).',
    ({ statements }) => statements?.plain_language !== false,
    ({ statements }) => statements?.plain_language !== undefined,
  ],
  [
    'The person was given no copy (`copy_given`).',
    ({ copyGiven }) => copyGiven === true,
    ({ copyGiven }) => copyGiven !== undefined,
  ],
]

/** Where the organization has a name. One may be written longer than the other: `Maplewood Clinic`, `Maplewood Clinic, LLC and its staff`. */
function isSameOrganization(discloser: string | undefined, name: string | undefined): boolean {
  const words = (of: string) =>
    of
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/\b(?:the|llc|inc|pllc|pc|pa)\b/g, ' ')
      .trim()
      .replace(/ +/g, ' ')
  if (!discloser || !name) return true
  return words(discloser).includes(words(name)) || words(name).includes(words(discloser))
}

/** California, Civil Code 56.11: form, limits, copy, and an end within a year unless the signer asked for longer. */
const californian: readonly Element[] = [
  ['California asks for handwriting or 14-point type (`typeface`).', ({ typeface }) => typeface === true, always],
  ['California asks for the limits of the use (`limits`).', ({ limits }) => Boolean(limits), always],
  ['California asks that the signer gets a copy (`copy_given`).', ({ copyGiven }) => copyGiven === true, always],
  [
    'California ends it after a year unless the signer asks for longer (`longer_term_requested`).',
    ({ signed, expires, longerTermRequested }) =>
      longerTermRequested === true || !signed || !expires || daysBetween(signed, expires) <= 366,
    always,
  ],
]

const daysBetween = (from: string, to: string) =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000

function wrongUse({ status }: Consent, record: ConsentRecord, { post }: PostText): string | undefined {
  if (status === 'wrong-channel') return `It allows ${record.channels?.join(', ')}, not ${post.platforms.join(', ')}.`
  if (['review-response', 'reply', 'comment'].includes(post.type) && record.replies === false)
    return 'It does not allow replies about the person.'
  if (post.type === 'repost' && record.ugcReshare === false)
    return 'It does not allow resharing what the person posted.'
  if ((post.type === 'ad' || post.isPaid) && record.paidUse === false) return 'It does not allow paid use.'
  if ((post.type === 'ad' || post.isPaid) && record.purposes && !record.purposes.includes('marketing'))
    return 'Marketing is not among its purposes.'
  return undefined
}

const minorWords =
  /(?<![\p{L}])(?:toddler|preschooler|kindergart(?:e)?ner|teen(?:ager)?|newborn|infant|preemie|NICU|pediatric|(?:little|baby|young) (?:boy|girl|one|fighter|man|lady)|(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)[- ]year[- ]old|(?:first|second|third|fourth|fifth|sixth|seventh|eighth) grader)(?![\p{L}])/iu

const ownCare =
  /(?<![\p{L}])(?:birth control|contracepti\p{L}+|pregnan\p{L}+|abortion|STIs?|STDs?|chlamydia|gonorrh?ea|syphilis|HIV|HPV|sexual (?:health|assault)|depressi\p{L}+|anxiety|suicid\p{L}+|self-harm|eating disorder|anorexia|bulimia|mental health|therapy session|counseling|psychiatr\p{L}+|overdos\p{L}+|addict\p{L}+|sober|sobriety|opioids?|substance use|rehab for|detox|gender(?:-affirming)?)(?![\p{L}])/iu

/** A minor's authorisation is signed by whoever may act for the minor (164.502(g)(3)); for some care that is the minor. */
function minorSignature({ signedBy, subjectMinor, authority }: ConsentRecord, post: PostText): string | undefined {
  const says = (words: RegExp) => post.of(['live']).some(({ text }) => words.test(text))
  if (!(subjectMinor ?? (signedBy !== undefined && says(minorWords)))) return undefined
  if (signedBy === 'self') return 'It is about a minor and signed by the minor.'
  if (authority && !/parent|mother|father|guardian|court|custod/i.test(authority))
    return `It is about a minor and signed as ${authority}.`
  const isTeen = subjectMinor || says(/(?<![\p{L}\d])(?:teen(?:ager)?s?|1[2-7][- ]year[- ]old)(?![\p{L}])/iu)
  return isTeen && says(ownCare)
    ? 'It is about care for which a minor may have consented alone; then the minor signs.'
    : undefined
}
