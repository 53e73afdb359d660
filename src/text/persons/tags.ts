import type { Facts } from '../../facts.js'
import type { Hashtag, TagPart } from '../tags.js'
import type { Text } from '../text.js'
import type { Judged } from './judge.js'
import { cueWords, figures, fold, isEponym, isGiven, isOrdinary, isSurname, isWordlike } from './lexicons.js'
import type { Person } from './person.js'

/** Words around a name in a tag: `#LiamStrong`, `#TeamLiam`, `#PrayForLiam`, `#LiamsJourney`. */
const isSupport = (folded: string) =>
  cueWords('tag_support').has(folded) || cueWords('tag_kin').has(folded) || callsBefore(folded) || callsAfter(folded)
const callsBefore = (folded: string) => cueWords('tag_before').has(folded)
const callsAfter = (folded: string) => cueWords('tag_after').has(folded)

/** Names in hashtags: a first name, a surname or both, alone or among words of support. */
export function tagPersons(text: Text, facts: Facts): Judged[] {
  return text.hashtags.flatMap((tag) => inTag(tag, text, facts))
}

function inTag(tag: Hashtag, text: Text, facts: Facts): Judged[] {
  const parts = tag.parts.filter(({ text: part }) => part !== 's')
  if (parts.length > 6) return []
  const from = parts.findIndex((_, index) => isNameAt(parts, index, tag, text, facts))
  if (from < 0) return []
  const to = isName(parts[from + 1]) && !callsAfter(fold(parts[from + 1]!.text)) ? from + 2 : from + 1
  const wish = wishIn(parts.slice(0, from).map(stem))
  const rest = [...wish.others, ...withoutFoe(parts.slice(to).map(stem))]
  if (!rest.every((word) => isSupport(word) || /^(?:19|20)?\d\d$/.test(word))) return []
  const name = parts
    .slice(from, to)
    .map(({ text: part }) => part)
    .join(' ')
  const isCalledFor =
    wish.isOne ||
    parts.slice(0, from).some(({ text: part }) => callsBefore(fold(part))) ||
    parts.slice(to).some(({ text: part }) => callsAfter(fold(part)))
  if (
    !isCalledFor &&
    to - from < 2 &&
    !parts.slice(0, from).some(({ text: part }) => cueWords('tag_near').has(fold(part)))
  )
    return []
  const isTown = to - from === 1 && isTownsName(single(fold(name)))
  return [{ person: person(tag, text, name, isCalledFor && !isTown, facts), isLoose: false }]
}

/** `StayStrong`, `MissYouUncle`: whether the words before a name are a wish for it, and what they say beside that. */
function wishIn(before: readonly string[]): { readonly isOne: boolean; readonly others: readonly string[] } {
  const spoken = `-${before.join('-')}-`
  const wish = [...cueWords('tag_wish')].find((phrase) => spoken.includes(`-${phrase}-`))
  if (wish === undefined || before.some((word) => cueWords('tag_thanks').has(word)))
    return { isOne: false, others: before }
  return { isOne: true, others: spoken.replace(`-${wish}-`, '-').split('-').filter(Boolean) }
}

/** `BeatsLeukemia`, `VsCysticFibrosis`: what somebody beats is no word of support, but stands for one. */
const withoutFoe = ([first, ...others]: readonly string[]): readonly string[] =>
  first === undefined
    ? []
    : callsAfter(first)
      ? others.filter((word) => !cueWords('tag_foe').has(word))
      : [first, ...others]

/** Savannah, Madison: towns that are first names first. */
const isTownsName = (folded: string) => cueWords('tag_town_names').has(folded)

/** Whether the post or the organisation names the town apart from the tag. */
function namesTown(folded: string, tag: Hashtag, { text }: Text, { organization }: Facts): boolean {
  const rest = `${text.slice(0, tag.span.start)} ${text.slice(tag.span.end)} ${organization.name ?? ''}`
  return fold(rest)
    .split(/[^\p{L}]+/u)
    .includes(folded)
}

const stem = (part: TagPart) => fold(part.text)
const single = (folded: string) =>
  folded.endsWith('s') && !isGiven(folded) && isGiven(folded.slice(0, -1)) ? folded.slice(0, -1) : folded
const isName = (part: TagPart | undefined): boolean =>
  part !== undefined && (isGiven(single(stem(part))) || isSurname(stem(part)))

/** A name that is an everyday word too counts only where the tag calls for a name, and a word of support does not. */
function isNameAt(parts: readonly TagPart[], index: number, tag: Hashtag, text: Text, facts: Facts): boolean {
  const { name } = tag
  const part = parts[index]!
  const folded = single(stem(part))
  if (!isName(part) || isSupport(stem(part)) || isEponym(folded)) return false
  const next = parts[index + 1]
  const isFull =
    isGiven(folded) &&
    next !== undefined &&
    isSurname(stem(next)) &&
    !isSupport(stem(next)) &&
    !(isWordlike(folded) && isWordlike(stem(next)))
  if (isFull) return true
  const before = parts.slice(0, index).map(stem)
  const isCalled = before.some((word) => callsBefore(word) && word !== 'team') && before.every(isSupport)
  if (isTownsName(folded)) return before.every(isSupport) && !namesTown(folded, tag, text, facts)
  if (isWordlike(folded) || (isOrdinary(stem(part)) && !isGiven(folded)))
    return isCalled && /\p{Lu}/u.test(name) && isGiven(folded)
  return true
}

function person(tag: Hashtag, text: Text, name: string, isCalledFor: boolean, { organization }: Facts): Person {
  const folded = fold(name)
  const isStaff = organization.staff.some((entry) =>
    folded.split(' ').every((word) => fold(entry).split(/\W+/).includes(word)),
  )
  const role = isStaff ? 'staff' : (figures().get(folded) ?? 'unknown')
  const isFirst = isGiven(single(folded))
  return {
    text,
    span: tag.span,
    name,
    form: name.includes(' ') ? 'full' : isFirst ? 'first' : 'surname',
    role,
    cues: isCalledFor ? ['support-tag'] : ['full-name-tag'],
    in: 'tag',
  }
}
