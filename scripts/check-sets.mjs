// Checks measuring sets (fixtures/ok/*, fixtures/bad/*): fields, unique ids, and that every span stands in its draft.
// Usage: node scripts/check-sets.mjs [FOLDER...]
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

const folders = process.argv.length > 2 ? process.argv.slice(2) : ['fixtures/ok', 'fixtures/bad']
const files = folders.flatMap((folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true })
        .map((name) => path.join(folder, name))
        .filter((name) => name.endsWith('.set.yml'))
    : [],
)
const ids = new Set()
const complaints = []
let drafts = 0
for (const file of files) {
  const complain = (id, what) => complaints.push(`${file}: ${id}: ${what}`)
  for (const entry of parse(fs.readFileSync(file, 'utf8')) ?? []) {
    drafts++
    const known = ['id', 'why', 'format', 'config', 'draft', 'expect', 'may']
    for (const key of Object.keys(entry)) if (!known.includes(key)) complain(entry.id, `unknown key ${key}`)
    if (ids.has(entry.id)) complain(entry.id, 'id used twice')
    ids.add(entry.id)
    if (typeof entry.draft !== 'string') complain(entry.id, 'draft is no string')
    if (!['md', 'yml', undefined].includes(entry.format)) complain(entry.id, 'format is md or yml')
    if (!entry.why) complain(entry.id, 'no why')
    if (entry.format === 'yml') {
      try {
        const value = parse(entry.draft)
        if (value === null || typeof value !== 'object') complain(entry.id, 'draft is no YAML mapping or list')
      } catch (error) {
        complain(entry.id, `draft is broken YAML: ${error.message}`)
      }
    }
    for (const expected of entry.expect ?? []) {
      if (!/^[a-z]+$/.test(expected.family ?? '')) complain(entry.id, 'expect without family')
      if (!['error', 'warning'].includes(expected.level)) complain(entry.id, 'level is error or warning')
      if (!expected.spans?.length) complain(entry.id, 'expect without spans')
      for (const span of expected.spans ?? [])
        if (!entry.draft?.includes(span)) complain(entry.id, `span not in draft: ${span}`)
    }
    if (file.includes(`${path.sep}bad${path.sep}`) && !entry.expect?.length)
      complain(entry.id, 'a bad draft expects something')
  }
}
console.log(`${drafts} drafts in ${files.length} sets, ${complaints.length} complaints`)
for (const complaint of complaints) console.log(complaint)
process.exitCode = complaints.length ? 1 : 0
