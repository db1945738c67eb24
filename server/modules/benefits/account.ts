// A bank account as somebody gives it: a number that can be one, and the name of whom it belongs to. Pure.
// Cards follow ISO/IEC 7812 (Luhn check digit); other accounts of banks have 9 to 30 digits and no published check.
import type { Account } from './entitlement.ts'

export type AccountProblem = 'number' | 'check' | 'holder' | 'bank'

const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) : Number(digit) * 2
    return sum + (value > 9 ? value - 9 : value)
  }, 0) % 10 === 0

/** Numbers of UnionPay cards begin with 62 and have 16 to 19 digits. */
const isCard = (number: string): boolean => /^62\d{14,17}$/.test(number)

const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/[\s·•]/g, '')

/** What is wrong with it; undefined: it can be paid to. @param owner the name of who is due the money */
export const accountProblem = (account: Account, owner: string): AccountProblem | undefined => {
  const number = account.number.replaceAll(/\s/g, '')
  if (!/^\d{9,30}$/.test(number)) return 'number'
  if (isCard(number) && !luhn(number)) return 'check'
  if (account.bank.trim().length < 4) return 'bank'
  return plainName(account.holder) === plainName(owner) ? undefined : 'holder'
}

/** 6219 **** **** 1018 */
export const maskAccount = (number: string): string => `${number.slice(0, 4)} **** **** ${number.slice(-4)}`

/** A name for publication: 何素筠 → 何*筠, 王五 → 王*. A company's is public. */
export const maskName = (name: string): string => {
  const letters = [...name]
  return letters.length <= 2 ? `${letters[0] ?? ''}*` : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}
