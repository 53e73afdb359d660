import type { Needs } from '../detectors/detector.js'
import { type TableSource, tableFile } from '../table.js'
import { frameTable } from '../text/frames.js'
import { goodsSigns } from '../text/goods.js'
import { wordsFrom } from '../text/grams.js'
import { healthTable } from '../text/health.js'
import { nameTable } from '../text/persons/lexicons.js'
import { catalogued, catalogueName, listsMadeBy, numberIn, type StoredCatalogue } from '../text/phrase-catalogue.js'
import { placePatterns } from '../text/place-patterns.js'
import { townShapes } from '../text/place-towns.js'
import { productTable } from '../text/product-table.js'
import { partTable, wordTable } from '../text/segment.js'
import { isSign } from '../text/signs.js'
import { standInList } from '../text/stand-ins.js'
import { optionsName } from './builtin.js'
import { loadPack } from './load.js'
import type { RuleFile } from './rule.js'
import { needsOf } from './rulebook.js'

/** The tables of the text analysis. The lexicons that they are made of need not be shipped. */
const sources: readonly TableSource[] = [wordTable, partTable, frameTable, healthTable, productTable, nameTable]

/** The built-in pack as a build ships it: read, checked, each rule with what a post must have for it to find anything; and the tables, as files by name. */
export function compilePack(folder: string): { rules: RuleFile[]; tables: Map<string, Buffer> } {
  const files = loadPack(folder)
  const needs: Needs[] = []
  const phrases = catalogued(
    listsMadeBy(() => {
      needs.push(...files.map(needsOf))
      for (const { index } of [placePatterns, townShapes, standInList, goodsSigns]) index.candidates(wordsFrom(''))
    }),
  )
  const rules = files.map((file, index) => ({
    ...file,
    isChecked: true,
    ...numbered(needs[index]!, phrases, file),
    detect: isLong(file) ? { [detectorOf(file)]: null } : file.detect,
  }))
  const options = files.filter(isLong).map((file) => [file.id, optionsOf(file)] as const)
  const tables = [
    { name: catalogueName, entries: () => phrases },
    { name: optionsName, entries: () => options },
    ...sources,
  ]
  return { rules, tables: new Map(tables.map(({ name, entries }) => [name, tableFile(entries())])) }
}

const detectorOf = ({ detect }: RuleFile): string => Object.keys(detect)[0]!
const optionsOf = ({ detect }: RuleFile): string => JSON.stringify(Object.values(detect)[0])

/** In UTF-16 units: shorter options are read with the rule. */
const isLong = (file: RuleFile): boolean => optionsOf(file).length > 200

function numbered(needs: Needs, phrases: StoredCatalogue, { id }: RuleFile): Pick<RuleFile, 'needs'> {
  if (needs.length === 0) return {}
  const numberOf = (key: string) => {
    const number = isSign(key) ? key : numberIn(phrases, key)
    if (number === undefined) throw new Error(`${id} needs a list that no detector has made: ${key}`)
    return number
  }
  return { needs: needs.map((oneOf) => oneOf.map(numberOf)) }
}
