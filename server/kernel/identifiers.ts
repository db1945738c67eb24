// National identifiers: resident ID numbers (GB 11643), unified social credit codes (GB 32100) and organisation codes (GB 11714).
// Pure and shared by the server, the import and the web forms; what was typed is tidied first (spaces, full-width, lower case).
import { isPlainDate } from './clock.ts'
import type { Texts } from './texts.ts'

/** Why an identifier is refused; `identifierProblemText` puts it into words. */
export type IdentifierProblem =
  | 'empty' | 'length' | 'characters' | 'fifteen_digits' | 'region' | 'date' | 'future_date' | 'forbidden_letter' | 'check_digit'

export type IdentifierCheck<Facts> = ({ ok: true; value: string } & Facts) | { ok: false; problem: IdentifierProblem }

/** What a resident ID number says about its holder: region of first registration (GB/T 2260), birth date, sex. */
export type ResidentIdFacts = { region: string; birthDate: string; sex: 'male' | 'female' }

const residentIdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const residentIdDigits = '10X98765432'

/** Province prefixes of GB/T 2260; 81, 82, 83 are the residence permits of people from Hong Kong, Macao and Taiwan (State Council Order 2018). */
const provincePrefixes = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** GB 32100 leaves out I, O, S, V and Z, which look like digits or each other. */
const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationCodeAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationCodeWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** What was typed, without spaces and hyphens, half-width, in capitals. */
export const tidyIdentifier = (typed: string): string => typed.normalize('NFKC').replace(/[\s\u200b\u2010-\u2015\u2212-]/g, '').toUpperCase()

/** The 18th character of a resident ID number, from its first 17 digits (ISO 7064 MOD 11-2). */
export const residentIdCheckDigit = (digits: string): string => {
  const sum = residentIdWeights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return residentIdDigits.charAt(sum % 11)
}

/**
 * Checks a resident ID number as GB 11643-1999 defines it. Fifteen-digit numbers have no check digit and ended with the
 * first-generation card on 2013-01-01 (Law on Resident Identity Cards), so they are refused by name.
 * @param today 'YYYY-MM-DD'; when given, a birth date after it is refused
 */
export const checkResidentId = (typed: string, today?: string): IdentifierCheck<ResidentIdFacts> => {
  const value = tidyIdentifier(typed)
  if (value === '') return { ok: false, problem: 'empty' }
  if (/^\d{15}$/.test(value)) return { ok: false, problem: 'fifteen_digits' }
  if (value.length !== 18) return { ok: false, problem: 'length' }
  if (!/^\d{17}[\dX]$/.test(value)) return { ok: false, problem: 'characters' }
  if (!provincePrefixes.has(value.slice(0, 2))) return { ok: false, problem: 'region' }
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  if (!isPlainDate(birthDate) || birthDate < '1850-01-01') return { ok: false, problem: 'date' }
  if (today !== undefined && birthDate > today) return { ok: false, problem: 'future_date' }
  if (residentIdCheckDigit(value) !== value.charAt(17)) return { ok: false, problem: 'check_digit' }
  return { ok: true, value, region: value.slice(0, 6), birthDate, sex: Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}

/** The 18th character of a unified social credit code, from its first 17 (GB 32100-2015, modulus 31). */
export const creditCodeCheckCharacter = (characters: string): string => {
  let weight = 1
  let sum = 0
  for (const character of characters.slice(0, 17)) {
    sum += creditCodeAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31)
}

/** Checks a unified social credit code as GB 32100-2015 defines it; the organisation code inside is characters 9 to 17. */
export const checkCreditCode = (typed: string): IdentifierCheck<{ organisationCode: string }> => {
  const value = tidyIdentifier(typed)
  if (value === '') return { ok: false, problem: 'empty' }
  if (value.length !== 18) return { ok: false, problem: 'length' }
  if (!/^[0-9A-Z]{18}$/.test(value)) return { ok: false, problem: 'characters' }
  if (/[IOSVZ]/.test(value)) return { ok: false, problem: 'forbidden_letter' }
  if (!/^\d{6}$/.test(value.slice(2, 8))) return { ok: false, problem: 'region' }
  if (creditCodeCheckCharacter(value) !== value.charAt(17)) return { ok: false, problem: 'check_digit' }
  return { ok: true, value, organisationCode: value.slice(8, 17) }
}

/** The ninth character of an organisation code, from its first eight (GB 11714-1997). */
export const organisationCodeCheckCharacter = (characters: string): string => {
  const sum = organisationCodeWeights.reduce((total, weight, index) => total + weight * organisationCodeAlphabet.indexOf(characters.charAt(index)), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** Checks an organisation code as GB 11714-1997 defines it; the hyphen before the ninth character may be there or not. */
export const checkOrganisationCode = (typed: string): IdentifierCheck<object> => {
  const value = tidyIdentifier(typed)
  if (value === '') return { ok: false, problem: 'empty' }
  if (value.length !== 9) return { ok: false, problem: 'length' }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(value)) return { ok: false, problem: 'characters' }
  if (organisationCodeCheckCharacter(value) !== value.charAt(8)) return { ok: false, problem: 'check_digit' }
  return { ok: true, value }
}

export type IdentifierKind = 'residentId' | 'creditCode' | 'organisationCode'

const kinds = {
  residentId: { 'zh-CN': '身份证号码', en: 'resident ID number', length: 18 },
  creditCode: { 'zh-CN': '统一社会信用代码', en: 'unified social credit code', length: 18 },
  organisationCode: { 'zh-CN': '组织机构代码', en: 'organisation code', length: 9 },
} as const satisfies Record<IdentifierKind, Texts & { length: number }>

/** One sentence for the person who typed it: what is wrong and, where it helps, what to look at. */
export const identifierProblemText = (kind: IdentifierKind, problem: IdentifierProblem): Texts => {
  const { 'zh-CN': name, en, length } = kinds[kind]
  const texts: Record<IdentifierProblem, Texts> = {
    empty: { 'zh-CN': `请填写${name}。`, en: `Enter the ${en}.` },
    length: { 'zh-CN': `${name}应为 ${length} 位，请数一数有没有多填或少填。`, en: `A ${en} has ${length} characters. Check for a missing or extra one.` },
    characters: { 'zh-CN': `${name}里有不该出现的字符，请对照证件检查。`, en: `The ${en} contains a character it cannot have. Compare it with the document.` },
    fifteen_digits: { 'zh-CN': '15 位的身份证号码已经停用，请填写现在的 18 位号码。', en: 'Fifteen-digit ID numbers are no longer valid. Enter the 18-digit number.' },
    region: { 'zh-CN': `${name}里的地区代码不存在，请对照证件检查。`, en: `The region in the ${en} does not exist. Compare it with the document.` },
    date: { 'zh-CN': `${name}里的出生日期不存在，请检查第 7 至 14 位。`, en: `The birth date in the ${en} does not exist. Check digits 7 to 14.` },
    future_date: { 'zh-CN': `${name}里的出生日期还没有到，请检查第 7 至 14 位。`, en: `The birth date in the ${en} is in the future. Check digits 7 to 14.` },
    forbidden_letter: { 'zh-CN': `${name}不使用字母 I、O、S、V、Z，请看看是不是数字 1、0、5、2。`, en: `A ${en} never contains I, O, S, V or Z. Perhaps a 1, 0, 5 or 2 was meant.` },
    check_digit: { 'zh-CN': `${name}有误，可能有一两位填错了，请对照证件检查。`, en: `The ${en} is not right: one or two characters may be wrong. Compare it with the document.` },
  }
  return texts[problem]
}
