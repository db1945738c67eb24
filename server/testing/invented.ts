// Invented numbers for tests: valid by their check digits, belonging to nobody (sequence 99x, as in the demo population).
import { addDays } from '../kernel/clock.ts'
import { residentIdCheckDigit } from '../kernel/identifiers.ts'

/** A valid ID number (GB 11643), different for each `nth`: one birthday after another, registered in 440305. */
export const inventIdNumber = (nth: number, region = '440305'): string => {
  const digits = `${region}${addDays('1970-01-01', nth % 18_000).replaceAll('-', '')}${990 + (Math.floor(nth / 18_000) % 10)}`
  return digits + residentIdCheckDigit(digits)
}
