/**
 * What the organisation says of itself: its own numbers and people are no PHI, its registers decide what is consented and approved. Read from the config once,
 * handed to detectors; they know nothing else of a config.
 */
export interface Facts {
  /** The day the run takes for today, `YYYY-MM-DD`, in `organization.timezone`. */
  readonly today: string
  readonly organization: Organization
  readonly products: readonly Product[]
  /** Undefined where no register is configured: then inline records count. */
  readonly consents: ConsentRegister | undefined
  /** Looks at a media file, `draft` being the draft's path as reports show it; undefined where there is no disk to look at (an editor, an example). */
  readonly inspectMedia?: (src: string, draft: string) => MediaFacts
}

/** A file that a draft names as its media. */
export interface MediaFacts {
  /** `missing`: its folder is there, and it is not; `elsewhere`: neither is; `outside`: of the project, where nothing is looked at. */
  readonly state: 'there' | 'missing' | 'folder' | 'elsewhere' | 'outside'
  /** Begins like a DICOM file. */
  readonly isDicom: boolean
  /** What it carries beside the picture; undefined until the run has looked into it, which it does when a rule has asked, and then lints again. */
  metadata(): Metadata | undefined
}

/** What a file says of its picture. */
export interface Metadata {
  readonly state: 'read' | 'unreadable' | 'forbidden' | 'unknown-kind'
  /** GPS position, or a place in words. */
  readonly hasPosition: boolean
  /** Names of persons on it. */
  readonly hasPersons: boolean
  readonly hasDate: boolean
  /** Serial number or owner of the camera. */
  readonly hasSerial: boolean
  /** Captions, comments, keywords. */
  readonly words: readonly string[]
}

export interface Organization {
  readonly name?: string
  /** `hospital`, `clinic`, `pharma`, `device`, `supplement`, `agency`, ...; unknown if not given. */
  readonly kind?: string
  readonly timezone: string
  readonly jurisdictions: readonly string[]
  readonly domains: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly string[]
  readonly staff: readonly string[]
  readonly accounts: readonly string[]
  /** A federally assisted programme for substance use disorders (42 CFR Part 2). */
  readonly part2?: boolean
}

/** An entry of the organisation's product register, or of the lexicon that medlint brings (`domain` fda 8). */
export interface Product {
  readonly brand: string
  readonly aliases?: readonly string[]
  readonly establishedName?: string
  readonly nameForms?: readonly string[]
  readonly kind?: string
  readonly status?: string
  readonly class?: string
  readonly boxed?: boolean | 'likely'
  /** What the boxed warning is about, in a few words. */
  readonly boxedRisk?: string
  readonly boxedTerms?: readonly string[]
  readonly riskTerms?: readonly string[]
  readonly indications?: readonly string[]
  readonly notFor?: readonly string[]
  /** Who states one of `for` must say one of `say`, the limits of a use that change what a claim means; `limit` says them in words. */
  readonly materialFacts?: readonly {
    readonly for: readonly string[]
    readonly say: readonly string[]
    readonly limit?: string
  }[]
  /** Approved short risk statement, word for word (register only). */
  readonly riskStatement?: string
  readonly labelUrl?: string
  readonly labelDate?: string
  readonly launched?: string
  readonly approvedClaims?: readonly string[]
  /** The name is an everyday word or a person's name: it counts only beside a health word. */
  readonly isCommonWord?: boolean
  readonly isVerified?: boolean
  /** A device sold or used only on a practitioner's order (FD&C 502(q), (r)). */
  readonly isRestricted?: boolean
}

export interface ConsentRegister {
  readonly path: string
  readonly allowInline: boolean
  readonly requireFull: boolean
  readonly records: ReadonlyMap<string, ConsentRecord>
}

/** A pointer to a signed authorisation (45 CFR 164.508(c)); dates as written, `YYYY-MM-DD`. */
export interface ConsentRecord {
  readonly id?: string
  /** Names of the person whom it is of, initials among them, where the record tells. */
  readonly subject?: readonly string[]
  /** An opaque key of the person: two consents that have the same are of one. */
  readonly subjectRef?: string
  readonly signed?: string
  readonly signedBy?: string
  readonly authority?: string
  readonly subjectMinor?: boolean
  readonly subjectDeceased?: boolean
  readonly discloser?: string
  readonly recipients?: readonly string[]
  readonly purposes?: readonly string[]
  readonly covers?: readonly string[]
  readonly excludes?: readonly string[]
  readonly channels?: readonly string[]
  readonly replies?: boolean
  readonly ugcReshare?: boolean
  readonly paidUse?: boolean
  readonly remunerationDisclosed?: boolean
  readonly longerTermRequested?: boolean
  readonly expires?: string
  readonly expiresEvent?: string
  readonly revoked?: string
  readonly part2?: boolean
  readonly statements?: Readonly<Record<string, boolean>>
  readonly copyGiven?: boolean
  readonly formVersion?: string
  readonly status?: string
  readonly limits?: string
  readonly typeface?: boolean
}

export const noFacts: Facts = {
  today: '1970-01-01',
  organization: { timezone: 'UTC', jurisdictions: [], domains: [], phones: [], addresses: [], staff: [], accounts: [] },
  products: [],
  consents: undefined,
}
