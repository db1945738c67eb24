// Numbers of e-licences, such as 4403042026BIR00000017K: region, year, letters of the type, sequence, check character.
// Pure. Unique for each type, region and year; a wrong or swapped character is found (ISO/IEC 7064, MOD 37,36).

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** ISO/IEC 7064 MOD 37,36: one check character over digits and capital letters. */
export const checkCharacter = (text: string): string => {
  let product = 36
  for (const letter of text) {
    const sum = (product + alphabet.indexOf(letter)) % 36 || 36
    product = (sum * 2) % 37
  }
  return alphabet.charAt((37 - product) % 36)
}

/** @param region GB/T 2260; of a street, its district's counts. @param sequence from 1 */
export const credentialNumber = (region: string, year: number, prefix: string, sequence: number): string => {
  const text = `${region.slice(0, 6)}${year}${prefix}${String(sequence).padStart(8, '0')}`
  return text + checkCharacter(text)
}

/** Whether a typed number is well formed and its check character right. */
export const isCredentialNumber = (text: string): boolean => /^\d{10}[A-Z]{2,4}\d{8,}[0-9A-Z]$/.test(text) && checkCharacter(text.slice(0, -1)) === text.slice(-1)
