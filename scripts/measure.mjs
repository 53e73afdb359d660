// Measures recall and clean-pass on the sets in fixtures/bad and fixtures/ok, which were written before the rules and without a look at them.
// Usage: npm run measure -- [phi|consent|fda ...] [--list] [--preset NAME] [--from FOLDER, with bad/ and ok/ as in fixtures/]
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse, stringify } from 'yaml'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const wantsList = args.includes('--list')
const preset = args.includes('--preset') ? ['--preset', args[args.indexOf('--preset') + 1]] : []
const fixtures = args.includes('--from') ? path.resolve(args[args.indexOf('--from') + 1]) : path.join(root, 'fixtures')
const named = args.filter((arg, at) => !arg.startsWith('--') && arg !== preset[1] && args[at - 1] !== '--from')
const sets = named.length > 0 ? named : ['phi', 'consent', 'fda']

/** The entries of one set, each with the diagnostics of its draft. */
async function lintSet(kind, name) {
  const folder = path.join(fixtures, kind, name)
  if (!fs.existsSync(folder)) return []
  const entries = fs
    .readdirSync(folder)
    .sort()
    .filter((file) => file.endsWith('.set.yml'))
    .flatMap((file) => parse(fs.readFileSync(path.join(folder, file), 'utf8')))
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'medlint-measure-'))
  const byConfig = Map.groupBy ? Map.groupBy(entries, configOf) : group(entries)
  for (const [config, group] of byConfig) {
    const place = fs.mkdtempSync(path.join(temporary, 'set-'))
    writeConfig(place, config)
    for (const entry of group) fs.writeFileSync(path.join(place, fileOf(entry)), entry.draft)
    const { stdout } = await run(
      process.execPath,
      [path.join(root, 'bin/medlint.js'), '--format', 'json', '--now', '2026-11-01', '--exit-zero', ...preset, '.'],
      { cwd: place, maxBuffer: 1 << 28 },
    )
    const results = new Map(
      JSON.parse(stdout).results.map((result) => [path.basename(result.file), result.diagnostics]),
    )
    for (const entry of group) entry.found = results.get(fileOf(entry))?.filter(({ severity }) => severity !== 'info')
  }
  fs.rmSync(temporary, { recursive: true })
  return entries
}

/** A set gives records of consent beside the config; a register is a file of its own. */
function writeConfig(place, config) {
  const { consents, ...settings } = parse(config)
  if (Array.isArray(consents)) {
    fs.writeFileSync(path.join(place, 'register.yml'), stringify(consents))
    settings.consents = 'register.yml'
    settings.drafts.push('!register.yml')
  } else if (consents) settings.consents = consents
  fs.writeFileSync(path.join(place, '.medlintrc.yml'), stringify(settings))
}

const configOf = (entry) => stringify({ drafts: ['**/*'], ...entry.config })
const fileOf = (entry) => `${entry.id}.${entry.format ?? 'md'}`
function group(entries) {
  const groups = new Map()
  for (const entry of entries) groups.set(configOf(entry), [...(groups.get(configOf(entry)) ?? []), entry])
  return groups
}

const familyOf = (diagnostic) => diagnostic.rule.split('/')[0]
const percent = (part, of) => `${((100 * part) / Math.max(1, of)).toFixed(1)} % (${part}/${of})`

/** A finding that overlaps a named stretch and is short: at most the larger of 120 units and twice the longest of them, never over 200. */
function isPlaced(diagnostic, entry, spans) {
  const limit = Math.min(200, Math.max(120, ...spans.map((span) => 2 * span.length)))
  const length = diagnostic.endOffset - diagnostic.offset
  return (
    length > 0 &&
    length <= limit &&
    spans.some((span) =>
      placesOf(entry.draft, span).some((at) => diagnostic.offset < at + span.length && at < diagnostic.endOffset),
    )
  )
}

function placesOf(text, span) {
  const places = []
  for (let at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) places.push(at)
  return places
}

for (const name of sets) {
  const bad = await lintSet('bad', name)
  const lines = []
  const tally = { asked: 0, atLevel: 0, reported: 0, placed: 0 }
  for (const entry of bad) {
    for (const { family, level, spans } of entry.expect) {
      const found = (entry.found ?? []).filter((diagnostic) => familyOf(diagnostic) === family)
      const atLevel = found.some(({ severity }) => level === 'warning' || severity === 'error')
      const placed = found.some((diagnostic) => isPlaced(diagnostic, entry, spans))
      tally.asked++
      tally.atLevel += atLevel
      tally.reported += found.length > 0
      tally.placed += placed
      if (!atLevel || !placed)
        lines.push(
          `${found.length === 0 ? 'MISSED' : atLevel ? 'ELSEWHERE' : 'TOO WEAK'} ${entry.id} ${family} ${level} | ${entry.why} | ${spans.join(' / ')} | ${found.map(({ rule }) => rule).join(' ')}`,
        )
    }
  }
  const good = await lintSet('ok', name)
  const without = (severities) =>
    good.filter((entry) => entry.found && !entry.found.some(({ severity }) => severities.includes(severity))).length
  for (const entry of good) {
    for (const diagnostic of entry.found ?? [{ rule: 'NOT LINTED', severity: 'error', offset: 0, endOffset: 0 }]) {
      lines.push(
        `NOISY ${diagnostic.severity} ${entry.id} ${diagnostic.rule} | ${entry.why} | ${JSON.stringify(entry.draft.slice(diagnostic.offset, diagnostic.endOffset))}`,
      )
    }
  }
  if (wantsList) for (const line of lines) console.log(line)
  console.log(
    `${name}: recall at level ${percent(tally.atLevel, tally.asked)}, reported ${percent(tally.reported, tally.asked)}, well placed ${percent(tally.placed, tally.asked)}; clean without error ${percent(without(['error']), good.length)}, without warning ${percent(without(['error', 'warning']), good.length)}`,
  )
}
