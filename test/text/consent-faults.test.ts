import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { consentOf } from '../../src/config/consent-register.js'
import { readDraft } from '../../src/draft/read.js'
import { type Facts, noFacts } from '../../src/facts.js'
import { consentFaults } from '../../src/text/consent-faults.js'
import { PostText } from '../../src/text/post-text.js'

const full = {
  id: 'CR-1',
  signed: '2026-03-02',
  expires: '2027-03-02',
  channels: ['facebook'],
  covers: ['name', 'story', 'condition', 'photo'],
}

/** What each fault says of a record under a post, by the name of the fault. */
function faultsOf(
  record: object,
  post: object = {},
  organization: Partial<Facts['organization']> = {},
  requireFull = false,
) {
  const text = stringify({
    platform: 'facebook',
    text: 'Jane walks again after her stroke.',
    ...post,
    consent: { ...full, ...record },
  })
  const facts: Facts = {
    ...noFacts,
    today: '2026-11-01',
    organization: { ...noFacts.organization, ...organization },
    ...(requireFull && {
      consents: {
        path: 'consents.yml',
        records: new Map([['CR-1', consentOf({ ...full, ...record })]]),
        allowInline: false,
        requireFull: true,
      },
    }),
  }
  const read = new PostText(readDraft({ path: 'a.yml', text, named: true }).posts[0]!, facts)
  const consent = read.consent.consents[0]!
  return Object.entries(consentFaults).flatMap(([name, find]) => {
    const detail = find(consent, read)
    return detail ? [`${name}: ${detail}`] : []
  })
}

const ca = { jurisdictions: ['CA'] }
const californian = { typeface: true, limits: 'Our page only', copy_given: true }

describe('each fault of a record says what to get', () => {
  test.each<[fault: RegExp, record: object, post?: object, organization?: Partial<Facts['organization']>]>([
    [/^incomplete: It is not signed yet/, { status: 'pending' }],
    [/^incomplete: It is not signed yet/, { status: 'verbal' }],
    [/^incomplete: It is not signed yet/, { signed: null }],
    [/^incomplete: It is not signed yet/, { signed: '2026-12-24', expires: '2027-12-24' }],
    [/^incomplete: Its dates/, { signed: '3/2/2026' }],
    [/^incomplete: It names neither an expiry date/, { expires: null }],
    [/^incomplete: It does not say what it covers/, { covers: null }],
    [/^incomplete: It does not say where/, { channels: null }],
    [/^incomplete: A representative signed/, { signed_by: 'representative' }],
    [
      /^incomplete: The person has died/,
      { subject_deceased: true, signed_by: 'representative', authority: 'daughter' },
    ],
    [/^incomplete: It lets another organization disclose/, { discloser: 'Cedar Labs' }, {}, { name: 'Oak Clinic' }],
    [/^incomplete: The public is not among/, { recipients: ['insurers'] }],
    [/^incomplete: A required statement is missing/, { statements: { revocation: true } }],
    [
      /^incomplete: It is not in plain language/,
      { statements: { revocation: true, conditioning: true, redisclosure: true, plain_language: false } },
    ],
    [/^incomplete: The person was given no copy/, { copy_given: false }],
    [/^incomplete: California asks for handwriting/, { ...californian, typeface: false }, {}, ca],
    [/^incomplete: California asks for the limits/, { ...californian, limits: null }, {}, ca],
    [/^incomplete: California asks that the signer gets a copy/, { ...californian, copy_given: null }, {}, ca],
    [/^incomplete: California ends it after a year/, { ...californian, expires: '2029-03-02' }, {}, ca],
    [/^expired: /, { expires: '2026-10-31' }],
    [/^expired: /, {}, { scheduled: '2027-04-01' }],
    [/^expired: /, { expires: null, expires_event: 'end of the 2025 campaign' }],
    [/^revoked: /, { revoked: '2026-09-01' }],
    [/^revoked: /, { revoked: 'yes' }],
    [/^wrong-use: It allows facebook, not instagram/, {}, { platform: 'instagram' }],
    [/^wrong-use: It does not allow replies/, { replies: false }, { type: 'reply' }],
    [/^wrong-use: It does not allow resharing/, { ugc_reshare: false }, { type: 'repost' }],
    [/^wrong-use: It does not allow paid use/, { paid_use: false }, { type: 'ad' }],
    [/^wrong-use: Marketing is not among/, { purposes: ['education'] }, { type: 'ad' }],
    [/^remuneration: /, {}, { sponsor: 'Valtrex maker' }],
    [/^compound: /, { form_version: 'Intake 2024' }],
    [/^minor-signature: It is about a minor and signed by the minor/, { subject_minor: true, signed_by: 'self' }],
    [
      /^minor-signature: It is about a minor and signed as/,
      { subject_minor: true, signed_by: 'representative', authority: 'neighbor' },
    ],
    [
      /^minor-signature: It is about care for which/,
      { subject_minor: true, signed_by: 'representative', authority: 'parent' },
      { text: 'She got counseling for anxiety here.' },
    ],
  ])('%s', (fault, record, post, organization) => {
    expect(faultsOf(record, post, organization).filter((found) => fault.test(found))).toHaveLength(1)
  })

  test('all elements of 164.508(c) are demanded where the config asks for full records', () => {
    const complete = {
      discloser: 'Oak Clinic, LLC',
      recipients: ['public'],
      purposes: ['marketing'],
      statements: { revocation: true, conditioning: true, redisclosure: true },
      copy_given: true,
    }
    const named = { name: 'Oak Clinic' }
    expect(faultsOf(complete, {}, named, true)).toEqual([])
    for (const key of Object.keys(complete))
      expect(faultsOf({ ...complete, [key]: null }, {}, named, true), key).toEqual([
        expect.stringMatching(/^incomplete: /),
      ])
  })

  test.each<[record: object, post?: object, organization?: Partial<Facts['organization']>]>([
    [{}],
    [{ expires: null, expires_event: 'end of the 2026 campaign' }],
    [{ signed_by: 'representative', authority: 'guardian', subject_minor: true }],
    [{ discloser: 'The Oak Clinic LLC' }, {}, { name: 'Oak Clinic' }],
    [{ discloser: 'Anybody' }],
    [californian, {}, ca],
    [{ ...californian, typeface: null, typeface_14pt_or_handwritten: true }, {}, ca],
    [{ ...californian, expires: '2029-03-02', longer_term_requested: true }, {}, ca],
    [{ purposes: ['marketing'], paid_use: true }, { type: 'ad' }],
    [{ channels: ['Facebook'] }],
    [{ revoked: 'no' }],
  ])('nothing of %j', (record, post, organization) => expect(faultsOf(record, post, organization)).toEqual([]))
})
