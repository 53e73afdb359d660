import { UserError } from '../errors.js'
import type { Organization } from '../facts.js'
import { notAState, stateCode } from './jurisdictions.js'

/**
 * An organization as a config has it, its states by their codes.
 *
 * @param place of a value in it, by its path
 * @throws UserError for a time zone or a state that there is not.
 */
export function checkedOrganization(
  organization: Partial<Organization>,
  place: (path: readonly (string | number)[]) => string,
): Partial<Organization> {
  const { timezone, jurisdictions, phones } = organization
  if (timezone !== undefined && !isTimeZone(timezone))
    throw new UserError(`\`${timezone}\` is no time zone; one is America/Chicago.`, place(['timezone']))
  return {
    ...organization,
    ...(jurisdictions && { jurisdictions: codesOf(jurisdictions, place) }),
    ...(phones && { phones: [...new Set([...phones, ...phones.map(withoutExtension)])] }),
  }
}

/** Posts give a number with its extension or without. */
const withoutExtension = (phone: string): string =>
  phone.replace(/[\s,;]*(?:ext(?:ension)?\.?|x\.?|#)\s*\d{1,6}\s*$/i, '')

function codesOf(
  jurisdictions: readonly string[],
  place: (path: readonly (string | number)[]) => string,
): readonly string[] {
  return jurisdictions.map((word, index) => {
    const code = stateCode(word)
    if (code === undefined) throw new UserError(notAState(word), place(['jurisdictions', index]))
    return code
  })
}

function isTimeZone(timeZone: string): boolean {
  // Intl costs a tenth of a cold start.
  if (timeZone === 'UTC') return true
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
