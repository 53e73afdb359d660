import { UserError } from '../errors.js'
import type { Product } from '../facts.js'
import { anyOf } from '../text/any-of.js'
import { labelled, riskPhrases } from '../text/product-lexicon.js'

/** Where a key of an entry stands, `file:line:column`; the entry itself where it has no such key. */
export type EntryPlace = (index: number, key?: string) => string

/**
 * Refuses a product register whose entries lack what a rule would need, or contradict themselves; what the lexicon knows of a brand an entry may leave out.
 *
 * @throws UserError with the place of the first such entry and what is expected there.
 */
export function checkProducts(products: readonly Product[], place: EntryPlace): void {
  const seen = new Set<string>()
  for (const [index, own] of products.entries()) {
    const fault = seen.has(own.brand.toLowerCase())
      ? { key: 'brand', says: 'stands here twice; expected one entry a brand.' }
      : (lacking(own) ?? contradiction(own) ?? wrongDay(own))
    if (fault) throw new UserError(`\`${fault.key}\` of \`${own.brand}\` ${fault.says}`, place(index, fault.key))
    seen.add(own.brand.toLowerCase())
  }
}

interface Fault {
  readonly key: string
  readonly says: string
}

const rx = /^(?:drug-rx|biologic|compounded)$/
const noDrug = /^(?:supplement|cosmetic|food|homeopathic)$/

const knownOf = ({ brand }: Product) => labelled().find((entry) => entry.brand.toLowerCase() === brand.toLowerCase())

function lacking(own: Product): Fault | undefined {
  const known = knownOf(own)
  if (rx.test(own.kind ?? '') && !own.establishedName && !known?.establishedName)
    return {
      key: 'established_name',
      says: 'is missing; expected the name that must accompany the brand (21 CFR 202.1(b)(1)).',
    }
  if (own.boxed === true && !own.boxedTerms?.length && !known?.boxedTerms?.length)
    return {
      key: 'boxed_terms',
      says: 'is missing; expected words of which one shows that the boxed warning is named.',
    }
  return undefined
}

function contradiction(own: Product): Fault | undefined {
  const {
    kind = '',
    status,
    boxed,
    boxedTerms = knownOf(own)?.boxedTerms,
    riskStatement,
    indications = [],
    notFor = [],
  } = own
  if (boxed === false && (own.boxedRisk || own.boxedTerms))
    return {
      key: 'boxed',
      says: 'is false, but the entry has a boxed risk; expected true, or neither `boxed_risk` nor `boxed_terms`.',
    }
  if (boxed === true && (noDrug.test(kind) || kind === 'drug-otc'))
    return { key: 'boxed', says: `is true, but a ${kind} has no boxed warning; expected false or another kind.` }
  if (status === 'otc' && rx.test(kind))
    return { key: 'status', says: `is otc, but its kind is ${kind}; expected rx, or the kind drug-otc.` }
  if (status === 'investigational' && own.launched)
    return { key: 'launched', says: 'is given, but the status is investigational; expected one or the other.' }
  if (own.isRestricted && kind && !kind.startsWith('device'))
    return { key: 'is_restricted', says: `is true, but its kind is ${kind}; expected a device.` }
  const both = indications.find((use) => notFor.includes(use))
  if (both)
    return { key: 'not_for', says: `names \`${both}\`, which \`indications\` names too; expected it in one of them.` }
  if (boxed === true && riskStatement && boxedTerms?.length && riskStatement.search(anyOf(riskPhrases(boxedTerms))) < 0)
    return {
      key: 'risk_statement',
      says: `names none of the boxed risks (${boxedTerms.join(', ')}); expected one of them.`,
    }
  return undefined
}

function wrongDay(own: Product): Fault | undefined {
  const days = [
    ['launched', own.launched],
    ['label_date', own.labelDate],
  ] as const
  const wrong = days.find(([, day]) => day !== undefined && day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day))
  return wrong && { key: wrong[0], says: `is \`${wrong[1]}\`; expected a day such as 2026-03-02.` }
}
