import type { Needs } from '../detectors/detector.js'
import { type CatalogueData, catalogued, listsMadeBy } from '../text/phrase-catalogue.js'
import { isSign } from '../text/signs.js'
import { loadPack } from './load.js'
import type { RuleFile } from './rule.js'
import { needsOf } from './rulebook.js'

/** The built-in pack as a build ships it: read, checked, each rule with what a post must have for it to find anything; and the catalogue of all phrases in it. */
export function compilePack(folder: string): { rules: RuleFile[]; phrases: CatalogueData } {
  const files = loadPack(folder)
  const needs: Needs[] = []
  const phrases = catalogued(listsMadeBy(() => needs.push(...files.map(needsOf))))
  const rules = files.map((file, index) => ({ ...file, isChecked: true, ...numbered(needs[index]!, phrases, file) }))
  return { rules, phrases }
}

function numbered(needs: Needs, { lists }: CatalogueData, { id }: RuleFile): Pick<RuleFile, 'needs'> {
  if (needs.length === 0) return {}
  const numberOf = (key: string) => {
    if (isSign(key)) return key
    if (lists[key] === undefined) throw new Error(`${id} needs a list that no detector has made: ${key}`)
    return lists[key]
  }
  return { needs: needs.map((oneOf) => oneOf.map(numberOf)) }
}
