// Check digits of the numbers the invented people carry: ID numbers, unified social credit codes, bank cards.
// Pure; the sandbox plays other organisations' systems, so it has its own copy and shares no code with the server.

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCheckDigits = '10X98765432'
const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether 'YYYY-MM-DD' names a day that exists. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The 18th character for the first 17 digits of an ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idCheckDigit = (first17: string): string => {
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return idCheckDigits.charAt(sum % 11)
}

/** 18 characters, an existing date of birth and the right check digit (GB 11643-1999). */
export const isIdNumber = (text: string): boolean =>
  /^[1-8]\d{16}[\dX]$/.test(text) && isDate(idBirthDate(text)) && idCheckDigit(text.slice(0, 17)) === text.at(17)

/** 'YYYY-MM-DD' out of an ID number. */
export const idBirthDate = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`

/** An odd sequence number is a man's, an even one a woman's (GB 11643-1999). */
export const idSex = (idNumber: string): 'male' | 'female' => (Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female')

/**
 * A visibly fictional ID number for a newborn: sequences 999, 997 … for boys and 998, 996 … for girls, the first that is free.
 * @param region six-digit GB/T 2260 code @param birthDate 'YYYY-MM-DD'
 */
export const newIdNumber = (region: string, birthDate: string, sex: 'male' | 'female', isTaken: (idNumber: string) => boolean): string => {
  for (let sequence = sex === 'male' ? 999 : 998; sequence >= 900; sequence -= 2) {
    const first17 = `${region}${birthDate.replaceAll('-', '')}${sequence}`
    const idNumber = first17 + idCheckDigit(first17)
    if (!isTaken(idNumber)) return idNumber
  }
  throw new RangeError(`No fictional ID number is left for ${region}, ${birthDate}, ${sex}`)
}

/** Unified social credit code: alphabet without I O S V Z, weights 3^i mod 31 (GB 32100-2015). */
export const isCreditCode = (text: string): boolean => {
  if (text.length !== 18 || [...text].some((character) => !creditCodeAlphabet.includes(character))) return false
  let sum = 0
  let weight = 1
  for (const character of text.slice(0, 17)) {
    sum += creditCodeAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31) === text.at(17)
}

/** Luhn check of a bank card number (ISO/IEC 7812-1). */
export const isBankCard = (text: string): boolean => {
  if (!/^\d{16,19}$/.test(text)) return false
  const sum = [...text].reverse().reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
