import type { Entry, Media, Post, Value } from '../draft/post.js'
import type { ConsentRecord, Facts } from '../facts.js'
import type { Span } from '../source.js'

/** A consent that a draft names or spells out, resolved against the register where there is one. */
export interface Consent {
  readonly id: string | undefined
  /** Undefined: the register does not hold it, or only an id is given and there is no register. */
  readonly record: ConsentRecord | undefined
  /** A record in the draft itself, or an id that nothing confirms. */
  readonly isVerified: boolean
  /** Where the draft names it: the id, else the first value of the record. */
  readonly span: Span
  /** The media file that names it; undefined for the post's own. */
  readonly media: Media | undefined
  readonly status: ConsentStatus
}

export type ConsentStatus =
  | 'valid'
  | 'unknown'
  | 'unverified'
  | 'incomplete'
  | 'not-yet-signed'
  | 'expired'
  | 'revoked'
  | 'wrong-channel'

/** Neither valid nor a bare id that nothing can check. */
export const isFaulty = (status: ConsentStatus): boolean => status !== 'valid' && status !== 'unverified'

/** Somebody whom a media entry lists under `people`. */
export interface Depicted {
  readonly value: Value
  /** In lower case: `patient`, `staff`, `visitor`. */
  readonly role: string
  readonly consent: readonly string[]
}

/** The people whom a media entry lists. */
export function peopleIn({ value }: Media): readonly Depicted[] {
  const people = value.entries?.get('people')?.value
  return (people?.items ?? (people?.entries ? [people] : [])).map((person) => ({
    value: person,
    role: (person.entries?.get('role')?.value.scalar ?? person.scalar ?? '').trim().toLowerCase(),
    consent: namedIn(person.entries?.get('consent')?.value).flatMap(({ id }) => id ?? []),
  }))
}

/** The consents of one post and what they cover. */
export class PostConsent {
  readonly consents: readonly Consent[]
  readonly #covered: ReadonlySet<string>

  constructor(post: Post, facts: Facts) {
    const named = [
      ...namedIn(post.fields.get('consent')?.value),
      ...post.media.flatMap((media) => [
        ...namedIn(media.value.entries?.get('consent')?.value, media),
        ...peopleIn(media).flatMap(({ value }) => namedIn(value.entries?.get('consent')?.value, media)),
      ]),
    ]
    const inline = new Map(named.flatMap(({ record }) => (record?.id ? [[record.id, record] as const] : [])))
    this.consents = named.map((name) => resolve(name, inline, post, facts))
    this.#covered = coveredBy(this.consents)
  }

  /** Whether valid consent covers all of these classes (`name` includes `first-name` and `full-name`). */
  covers(classes: readonly string[]): boolean {
    return this.#covered.size > 0 && classes.every((name) => this.#covered.has(name) || this.#covered.has('*'))
  }

  /** Whether a valid consent rules this class out. */
  excludes(name: string): boolean {
    return this.consents.some(({ status, record }) => status === 'valid' && record?.excludes?.includes(name))
  }

  /** Whether something is wrong with one of them, which is reported where the draft names it. */
  get isFaulty(): boolean {
    return this.consents.some(({ status }) => isFaulty(status))
  }

  get isUnverified(): boolean {
    return this.consents.some((consent) => !consent.isVerified)
  }
}

interface Named {
  readonly id: string | undefined
  readonly record: ConsentRecord | undefined
  readonly span: Span
  readonly media: Media | undefined
}

/** A consent field: an id, a record, or a list of either. */
function namedIn(value: Value | undefined, media?: Media): Named[] {
  if (!value) return []
  if (value.items) return value.items.flatMap((item) => namedIn(item, media))
  if (value.entries) {
    const record = readRecord(value.entries)
    return [{ id: record.id, record, span: firstValue(value), media }]
  }
  const words = value.scalar?.trim() ?? ''
  if (words === '' || /^(?:false|no|none|n\/a|not needed|not required)$/i.test(words)) return []
  // Words in place of an id name no form that anybody signed.
  const record = isNoId(words) ? { status: words } : undefined
  return [{ id: record ? undefined : words, record, span: value.span, media }]
}

/** `pending`, `verbal OK`, `yes`: what people write where there is no id. An id has a digit, or no space and none of these words. */
const isNoId = (words: string) =>
  !/\d/.test(words) &&
  (/\s/.test(words) ||
    /^(?:pending|verbal|oral|yes|true|ok|okay|requested|asked|sent|implied|obtained|given|granted|signed|tbd|todo|soon|waiting|unsigned|on-?file|dm|text|phone|\?+)$/iu.test(
      words,
    ))

/** A short stretch to point at: the record's id, else its first value. */
function firstValue(record: Value): Span {
  const entry = record.entries?.get('id') ?? [...(record.entries?.values() ?? [])].find(({ value }) => value.scalar)
  return entry?.value.span ?? record.span
}

/** Where a register is configured only it counts, unless inline records are allowed beside it; without one, a record or a bare id in the draft is taken at its word. */
function resolve(named: Named, inline: ReadonlyMap<string, ConsentRecord>, post: Post, facts: Facts): Consent {
  const { id } = named
  const registered = id === undefined ? undefined : facts.consents?.records.get(id)
  if (registered) return { ...named, record: registered, isVerified: true, status: statusOf(registered, post, facts) }
  if (facts.consents && !facts.consents.allowInline)
    return { ...named, record: undefined, isVerified: false, status: 'unknown' }
  const own = named.record ?? (id === undefined ? undefined : inline.get(id))
  return { ...named, record: own, isVerified: false, status: own ? statusOf(own, post, facts) : 'unverified' }
}

function statusOf(record: ConsentRecord, post: Post, facts: Facts): ConsentStatus {
  const day = dayItGoesLive(post, facts)
  if (record.revoked && !/^(?:false|no|none|never)$/i.test(record.revoked)) return 'revoked'
  if (!isDay(record.expires) || !isDay(record.signed)) return 'incomplete'
  if ((record.expires && record.expires.slice(0, 10) < day) || hasOccurred(record.expiresEvent, day)) return 'expired'
  if (!isSigned(record)) return 'incomplete'
  if (record.signed!.slice(0, 10) > day) return 'not-yet-signed'
  if (!(record.expires || record.expiresEvent) || !record.covers || !record.channels) return 'incomplete'
  return post.platforms.every((platform) => record.channels!.some((channel) => isChannel(channel, platform)))
    ? 'valid'
    : 'wrong-channel'
}

/** Signed on a day, and not waiting for anything. */
export const isSigned = ({ signed, status = '' }: ConsentRecord): boolean =>
  signed !== undefined &&
  !/^(?:pending|verbal|oral|requested|sent|draft|unsigned|waiting|declined|withdrawn)/i.test(status)

const hasOccurred = (event: string | undefined, day: string): boolean => {
  const last = lastDayOf(event)
  return last !== undefined && last < day
}

/** An event with a day, month or year in its name is over when that is: its last day, `YYYY-MM-DD`. */
export function lastDayOf(event: string | undefined): string | undefined {
  const named = event?.match(/(?<!\d)20\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?!\d)/g)?.at(-1)
  if (named === undefined || named.length === 10) return named
  const [year, month = '12'] = named.split('-') as [string, string?]
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** Days are compared as they are written, so only `2027-03-02` can be one. */
export const isDay = (written: string | undefined): boolean =>
  written === undefined || /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(written)

/** Consents are judged at the later of `scheduled` and today. */
export function dayItGoesLive(post: Post, facts: Facts): string {
  return [post.scheduled?.slice(0, 10) ?? '', facts.today].sort()[1]!
}

const isChannel = (channel: string, platform: string) =>
  /^(?:all|any|social(?:[ -]media)?)$/i.test(channel) ||
  channel.toLowerCase() === platform ||
  (channel.toLowerCase() === 'twitter' && platform === 'x')

const ofMedia = ['photo', 'video', 'voice']

/** A bare id that nothing can check is taken to cover what its post shows; a record covers what it says. */
function coveredBy(consents: readonly Consent[]): ReadonlySet<string> {
  const covered = new Set<string>()
  for (const { record, status, media } of consents) {
    if (status === 'unverified') for (const name of media ? ofMedia : ['*']) covered.add(name)
    if (status !== 'valid' || !record) continue
    for (const name of record.covers ?? []) for (const one of widened(name)) covered.add(one)
  }
  for (const { record } of consents)
    for (const name of record?.excludes ?? []) for (const one of ruledOut(name)) covered.delete(one)
  return covered
}

/** A whole name holds the first name; what rules out a part of it rules out the whole. */
const widened = (name: string) =>
  name === 'name' || name === 'full-name' ? ['name', 'first-name', 'full-name'] : [name]
const ruledOut = (name: string) =>
  name === 'full-name'
    ? ['name', 'full-name']
    : /^(?:first-)?name$/.test(name)
      ? ['name', 'first-name', 'full-name']
      : [name]

/** A mapping of a draft or register, in snake case, as a record. */
export function readRecord(entries: ReadonlyMap<string, Entry>): ConsentRecord {
  const text = (key: string) => entries.get(key)?.value.scalar ?? undefined
  const yes = (key: string) => {
    const scalar = text(key)
    return scalar === undefined ? undefined : /^(?:true|yes|on|1)$/i.test(scalar)
  }
  const list = (key: string) => {
    const value = entries.get(key)?.value
    return value?.items?.flatMap((item) => item.scalar ?? []) ?? value?.scalar?.split(/[\s,;]+/)
  }
  const names = (value: Value | undefined): string[] =>
    value?.items?.flatMap(names) ?? value?.scalar?.split(/[;|]/).filter((name) => name.trim() !== '') ?? []
  const subject = names(entries.get('subject')?.value)
  const statements = entries.get('statements')?.value.entries
  return {
    id: text('id'),
    subject: subject.length > 0 ? subject : undefined,
    subjectRef: text('subject_ref'),
    signed: text('signed'),
    signedBy: text('signed_by'),
    authority: text('authority'),
    subjectMinor: yes('subject_minor'),
    subjectDeceased: yes('subject_deceased'),
    discloser: text('discloser'),
    recipients: list('recipients'),
    purposes: list('purposes'),
    covers: list('covers')?.map((name) => name.toLowerCase()),
    excludes: list('excludes')?.map((name) => name.toLowerCase()),
    channels: list('channels'),
    replies: yes('replies'),
    ugcReshare: yes('ugc_reshare'),
    paidUse: yes('paid_use'),
    remunerationDisclosed: yes('remuneration_disclosed'),
    longerTermRequested: yes('longer_term_requested'),
    expires: text('expires'),
    expiresEvent: text('expires_event'),
    revoked: text('revoked'),
    part2: yes('part2'),
    statements:
      statements &&
      Object.fromEntries(
        [...statements].map(([key, entry]) => [key, /^(?:true|yes|on|1)$/i.test(entry.value.scalar ?? '')]),
      ),
    copyGiven: yes('copy_given'),
    formVersion: text('form_version'),
    status: text('status'),
    limits: text('limits'),
    typeface: yes('typeface') ?? yes('typeface_14pt_or_handwritten'),
  }
}
