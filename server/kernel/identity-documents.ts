// Documents people are known by, and how surely: kinds of number, Hong Kong identity cards with their check digit, levels of assurance.
// Pure and shared with the web. Levels are those of eIDAS (Regulation (EU) 910/2014, Art. 8); ISO/IEC 29115 calls them 2, 3 and 4.
import { tidyIdentifier } from './identifiers.ts'

export const idKinds = ['resident-id', 'hk-id', 'macao-id', 'home-return-permit', 'taiwan-permit', 'passport'] as const
/** 居民身份证, 香港身份证, 澳门身份证, 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 护照. */
export type IdKind = (typeof idKinds)[number]

export const assuranceLevels = ['low', 'substantial', 'high'] as const
export type Assurance = (typeof assuranceLevels)[number]

export const isAtLeast = (level: Assurance, needed: Assurance): boolean => assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(needed)

export type HongKongIdCheck = { ok: true; value: string } | { ok: false; problem: 'empty' | 'characters' | 'check_digit' }

/** Letters count from A = 10; a single letter has a space before it, which counts 36. */
const valueOf = (character: string): number => (character === ' ' ? 36 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55)

/** The last character of a Hong Kong identity card number, from its letters and six digits: modulus 11, A for 10. */
export const hongKongCheckDigit = (front: string): string => {
  const sum = [...front.padStart(8, ' ')].reduce((total, character, index) => total + valueOf(character) * (9 - index), 0)
  const rest = (11 - (sum % 11)) % 11
  return rest === 10 ? 'A' : String(rest)
}

/** Checks a Hong Kong identity card number such as A123456(3); brackets and spaces are tidied away: A1234563. */
export const checkHongKongId = (typed: string): HongKongIdCheck => {
  const value = tidyIdentifier(typed).replace(/[()]/g, '')
  if (value === '') return { ok: false, problem: 'empty' }
  if (!/^[A-Z]{1,2}\d{6}[\dA]$/.test(value)) return { ok: false, problem: 'characters' }
  return hongKongCheckDigit(value.slice(0, -1)) === value.slice(-1) ? { ok: true, value } : { ok: false, problem: 'check_digit' }
}

/** H or M and eight digits, or ten with those of the renewal: 港澳居民来往内地通行证. */
export const isHomeReturnPermit = (typed: string): boolean => /^[HM]\d{8}(\d{2})?$/.test(tidyIdentifier(typed))
