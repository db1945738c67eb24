// Identifiers: UUIDv7 for machines (sorted by time, RFC 9562) and numbers people can read aloud and type.
import { randomUUID } from 'node:crypto'
import { plainDate, type Clock } from './clock.ts'

/** A time-ordered UUID, version 7 (RFC 9562 §5.7): 48 bits of milliseconds before the random bits of a version 4 UUID. */
export const uuidv7 = (clock: Clock): string => {
  const time = clock.now().getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/** The least id of that version an instant can have: rows with a lesser one are older. */
export const oldestIdAt = (at: Date): string => {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** Check digit by ISO/IEC 7064 MOD 11,10: finds every single wrong digit and nearly every swap. */
export const checkDigit = (digits: string): string => {
  let product = 10
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/** A number such as 440305-20261119-00102-3: region, date, sequence (five digits or more), check digit. */
export const humanNumber = (region: string, at: Date, sequence: number): string => {
  const parts = [region.slice(0, 6), plainDate(at).replaceAll('-', ''), String(sequence).padStart(5, '0')]
  return [...parts, checkDigit(parts.join(''))].join('-')
}

/** Whether a typed number is well formed and its check digit right. */
export const isHumanNumber = (text: string): boolean => {
  const match = /^(\d{6})-(\d{8})-(\d{5,})-(\d)$/.exec(text)
  return match !== null && checkDigit(`${match[1]}${match[2]}${match[3]}`) === match[4]
}
