import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadPack } from '../../src/rulebook/load.js'
import type { RuleFile } from '../../src/rulebook/rule.js'

const folder = path.join(import.meta.dirname, '../../rules')

/** Some of the built-in rules, by id, without reading the others. */
export function loadRules(...ids: readonly string[]): RuleFile[] {
  const pack = mkdtempSync(path.join(os.tmpdir(), 'medlint-pack-'))
  try {
    for (const id of ids) {
      mkdirSync(path.dirname(path.join(pack, id)), { recursive: true })
      cpSync(path.join(folder, `${id}.yml`), path.join(pack, `${id}.yml`))
    }
    return loadPack(pack)
  } finally {
    rmSync(pack, { recursive: true })
  }
}
