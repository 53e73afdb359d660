import { stringify } from 'yaml'
import { version } from './version.js'

/** What a project says of itself when it is set up. */
export interface ProjectAnswers {
  /** '' where it was not said. */
  readonly name: string
  /** As `organization.kind` has it; '' where it was not said. */
  readonly kind: string
  /** `TX`, `CA`. */
  readonly states: readonly string[]
}

const presets: Readonly<Record<string, string>> = {
  hospital: 'hospital',
  clinic: 'hospital',
  practice: 'hospital',
  payer: 'hospital',
  laboratory: 'hospital',
  pharmacy: 'hospital',
  pharma: 'pharma',
  device: 'pharma',
  supplement: 'supplements',
}

/** The kinds of organization that there are. */
export const kinds: readonly string[] = [...Object.keys(presets), 'agency', 'other']

const line = (key: string, value: unknown): string =>
  stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false }).trimEnd()

/** `.medlintrc.yml`. */
export const configText = ({ name, kind, states }: ProjectAnswers): string =>
  `# Settings of medlint. \`medlint rules\` lists what is in force, \`medlint explain ID\` says why.
extends: ${presets[kind] ?? 'recommended'}
drafts: drafts
consents: consents.yml
# What is the organization's own is nobody's identifier. \`medlint init --learn drafts\` finds more of it.
organization:
  ${name === '' ? '# name: Maplewood Clinic' : line('name', name)}
  ${kind === '' ? '# kind: clinic' : line('kind', kind)}
  timezone: UTC
  jurisdictions: [${states.join(', ')}]
  phones: []
  domains: []
  addresses: []
  staff: []
`

/** `consents.yml`: ids and terms of signed forms, never names. */
export const consentsText = `# The register of signed authorizations (45 CFR 164.508). Only what stands here counts. It holds ids, never names.
# A record, to copy:
#  - id: CR-0001
#    subject: J.R.                 # optional: whom it is of, initials only, so that a post about somebody else is found
#    signed: 2026-01-15
#    expires: 2027-01-15           # or expires_event: end of the campaign
#    covers: [first-name, photo, story, condition]
#    channels: [facebook, instagram, website]
consents: []
`

/** `drafts/welcome.md`: a draft that passes. */
export const draftText = `---
platform: facebook
---
Flu shots are in. Walk in on any weekday between 8 and 5, and bring a friend.
`

/** The entry for `.pre-commit-config.yaml`, two spaces in. */
export const hookText = `  - repo: local
    hooks:
      - id: medlint
        name: medlint
        entry: medlint --no-plugins --redact --pass-on-no-files
        language: node
        additional_dependencies: ["medlint@${version}"]
        files: \\.(md|markdown|ya?ml)$
        require_serial: true
`

/** A job of GitHub's: it runs no code of the pull request. */
export const githubText = `name: medlint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  medlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - run: npx --yes medlint@${version} --no-plugins --format github
`

/** The same for GitLab. */
export const gitlabText = `medlint:
  image: node:20
  script:
    - npx --yes medlint@${version} --no-plugins --redact
`
