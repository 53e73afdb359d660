import { isIPv4, isIPv6 } from 'node:net'

/** Throws out what only looks like a number of its kind. Each takes the matched characters as they stand. */
export const validators: Readonly<Record<string, (match: string) => boolean>> = {
  /** ISO/IEC 7812 check digit over at least 13 digits of a known issuer range. */
  card: (match) => {
    const number = digits(match)
    return (
      /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14})$/.test(
        number,
      ) &&
      luhn(number) &&
      !isRepeated(number)
    )
  },
  /** 21 CFR 1301, check digit of a DEA registration number. */
  dea: (match) => {
    const [d1, d2, d3, d4, d5, d6, d7] = [...match.slice(2)].map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    return (d1 + d3 + d5 + 2 * (d2 + d4 + d6)) % 10 === d7
  },
  /** Issued areas, groups and serials only (SSA, randomised since 25 June 2011). */
  ssn: (match) => isIssuedSsn(disguised(match)),
  'not-ssn': (match) => !isIssuedSsn(digits(match)),
  /** 49 CFR 565.15, check digit at position 9. */
  vin: (match) => isVin(match.toUpperCase()),
  /** GS1 modulo 10 over 14 digits. */
  gtin14: (match) => {
    const number = digits(match)
    if (number.length !== 14) return false
    const sum = [...number.slice(0, 13)].reduce(
      (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1),
      0,
    )
    return (10 - (sum % 10)) % 10 === Number(number[13])
  },
  /** A person's address on the network: valid, and neither private, loopback nor reserved for documentation (RFC 1918, 5737). */
  ip: (match) =>
    (isIPv4(match) &&
      !/^(?:0|10|127|255)\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.2\.|^198\.51\.100\.|^203\.0\.113\./.test(
        match,
      )) ||
    (isIPv6(match) && match.length > 6),
  /** A number with at least one digit: labels are often followed by plain words. */
  'has-digit': (match) => /\d/.test(match),
  'has-two-digits': (match) => digits(match).length >= 2,
  'has-four-digits': (match) => digits(match).length >= 4,
  /** Numbers that reach a person: no toll-free prefix, not 555-1212, not all one digit. Seven digits are local, and a plus sign before another country's code holds for any. */
  'personal-phone': (match) => {
    if (/^\+(?!1)/.test(match)) return /^[2-9]\d{7,14}$/.test(digits(match))
    const number = disguised(match.replace(/\s?(?:x|ext\.?)\s?\d+$/i, '')).replace(/^1(?=\d{10}$)/, '')
    if (number.length === 7) return /^[2-9]\d{6}$/.test(number) && number !== '5551212' && !isRepeated(number)
    return (
      /^[2-9]\d{2}[2-9]\d{6}$/.test(number) &&
      !/^(?:800|833|844|855|866|877|888|900)/.test(number) &&
      !/^\d{3}5551212$/.test(number) &&
      !isRepeated(number)
    )
  },
}

const digits = (text: string) => text.replace(/\D/g, '')

/** The digits of a number in which letters may stand for some: `99O7`. */
const disguised = (text: string) => digits(text.replace(/[oо]/giu, '0').replace(/[il]/gi, '1'))

const isRepeated = (number: string) => /^(\d)\1+$/.test(number)

const isIssuedSsn = (number: string) =>
  number.length === 9 && !/^(?:000|666|9)/.test(number) && !/^\d{3}00/.test(number) && !/0000$/.test(number)

function luhn(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length; index++) {
    const digit = Number(number[number.length - 1 - index])
    sum += index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const vinValues: Readonly<Record<string, number>> = Object.fromEntries(
  [...'A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9'.matchAll(/([A-Z])(\d)/g)].map(([, letter, value]) => [
    letter!,
    Number(value),
  ]),
)
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

function isVin(vin: string): boolean {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) || /^(.)\1+$/.test(vin)) return false
  const sum = [...vin].reduce((total, unit, index) => total + (vinValues[unit] ?? Number(unit)) * vinWeights[index]!, 0)
  return vin[8] === (sum % 11 === 10 ? 'X' : String(sum % 11))
}
